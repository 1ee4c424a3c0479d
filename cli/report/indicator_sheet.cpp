// SPDX-License-Identifier: Apache-2.0
#include "cli/report/indicator_sheet.hpp"

#include "cli/report/csv.hpp"
#include "cli/report/report_files.hpp"
#include "cli/report/sheet_parts.hpp"
#include "cli/report/thematic_map.hpp"
#include "cli/words/words.hpp"
#include "gis/base/text.hpp"
#include "tiles/style/ramp.hpp"

#include <algorithm>
#include <numeric>

namespace merestone {
namespace {

constexpr Colour counted_ink{0.12, 0.36, 0.56}, trend_ink{0.72, 0.22, 0.12};
constexpr std::size_t most_told = 12;

class IndicatorComposer {
 public:
  IndicatorComposer(const IndicatorSheet& sheet, const Phrases& phrases)
      : sheet_{sheet}, thematic_{sheet.thematic}, rule_{sheet.thematic.table.rule}, phrases_{phrases},
        document_{begin_sheet(sheet.head, phrases.text("theme-sheet"), words_in(rule_.words, phrases),
                              phrases.text("theme-subtitle", {{"place", sheet.place}, {"year", year()}, {"level", sheet.level}}), phrases)} {}

  ReportDocument run() {
    key_figures();
    method();
    findings();
    map();
    table();
    chart();
    sources();
    return std::move(document_);
  }

 private:
  std::string year() const { return std::to_string(thematic_.table.question.year); }
  const std::string& unit() const { return words_in(rule_.unit, phrases_); }
  std::string value(double v) const { return figure_words(rule_, v, phrases_); }
  std::string with_unit(double v) const { return value(v) + " " + unit(); }
  void heading(const char* key) { document_.blocks.emplace_back(Heading{phrases_.text(key), key}); }
  bool rate() const { return rule_.sum == SumRule::rate; }

  std::string trend_words(const std::optional<Trend>& trend) const {
    if (!trend) return "–";
    const std::string number = phrases_.number(std::abs(trend->per_year), 2);
    return (trend->per_year < 0 ? "−" : "+") + number;
  }

  void key_figures() {
    KeyFigures key;
    const ThematicRow& whole = thematic_.whole;
    if (whole.figure.value) key.figures.push_back({with_unit(*whole.figure.value), phrases_.text("theme-whole"), "section-theme-table"});
    if (whole.trend) key.figures.push_back({trend_words(whole.trend), phrases_.text("theme-per-year", {{"unit", unit()}}), "section-theme-years"});
    const std::size_t without = thematic_.classes ? thematic_.classes->without : thematic_.rows.size();
    key.figures.push_back({std::to_string(thematic_.rows.size() - without), phrases_.text("theme-with-data", {{"level", sheet_.level}}), "section-theme-table"});
    if (without > 0) key.figures.push_back({std::to_string(without), phrases_.text("theme-without-data", {{"level", sheet_.level}}), "section-theme-table"});
    document_.blocks.emplace_back(std::move(key));
  }

  void method() {
    std::string text;
    const auto say = [&](const std::string& words) { text = text.empty() ? words : phrases_.sentences(text, words); };
    if (rate()) {
      say(phrases_.text("theme-rate", {{"numerator", words_in(sheet_.numerator, phrases_)}, {"denominator", words_in(sheet_.denominator, phrases_)},
                                       {"scale", phrases_.number(rule_.scale)}, {"unit", unit()}}));
    } else if (rule_.sum == SumRule::sum) {
      say(phrases_.text("theme-sum"));
    }
    say(phrases_.text("theme-divisions", {{"date", phrases_.long_date(thematic_.day)}}));
    if (thematic_.classes) say(phrases_.text("theme-method-" + std::string{word_of(thematic_.classes->method)}));
    say(phrases_.text("theme-trend-" + std::string{word_of(thematic_.trend)}));
    if (const double given = thematic_.table.given, lost = thematic_.table.unplaced; lost > 0 && given > 0) {
      say(phrases_.text("theme-unplaced", {{"share", phrases_.percent(lost / given, 2)}}));
    } else {
      say(phrases_.text("theme-all-placed"));
    }
    document_.blocks.emplace_back(Paragraph{text});
  }

  void findings() {
    const Language language = phrases_.language().starts_with("zh") ? Language::chinese : Language::english;
    std::size_t told = 0;
    for (const Finding& finding : thematic_.table.findings) {
      if (finding.severity == Severity::note) continue;
      if (++told > most_told) continue;
      document_.blocks.emplace_back(Notice{severity_word(finding.severity, language), sentence(finding, language)});
    }
    if (told > most_told) document_.blocks.emplace_back(Paragraph{phrases_.text("theme-more", {{"count", std::to_string(told - most_told)}})});
    for (const Finding& finding : thematic_.table.findings) {
      if (finding.severity == Severity::note) document_.blocks.emplace_back(Paragraph{sentence(finding, language), true});
    }
  }

  void map() {
    if (sheet_.map.grounds.empty()) return;
    heading("section-theme-map");
    MapPlate plate;
    plate.sheet = sheet_.map;
    plate.sheet.title.clear();
    add_legend(plate.sheet, thematic_, sheet_.ramp, phrases_);
    plate.screen_caption = theme_title(sheet_, phrases_);
    plate.caption = phrases_.sentences(plate.screen_caption + phrases_.text("theme-stop"), phrases_.text("map-scale"));
    plate.alternative = plate.screen_caption;
    document_.blocks.emplace_back(std::move(plate));
  }

  void table() {
    heading("section-theme-table");
    Table table;
    table.columns = {{phrases_.text("theme-division"), 2.2}, {phrases_.text("theme-value", {{"unit", unit()}}), 1, Align::right}};
    if (rate()) {
      table.columns.push_back({words_in(sheet_.numerator, phrases_), 1.2, Align::right});
      table.columns.push_back({words_in(sheet_.denominator, phrases_), 1.2, Align::right});
    }
    table.columns.push_back({phrases_.text("theme-per-year", {{"unit", unit()}}), 1, Align::right});
    table.columns.push_back({"", 1.6});
    double most = 0;
    for (const ThematicRow& row : thematic_.rows) most = std::max(most, row.figure.value.value_or(0));
    std::vector<std::size_t> order(thematic_.rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      const auto &x = thematic_.rows[a].figure.value, &y = thematic_.rows[b].figure.value;
      return x.has_value() != y.has_value() ? x.has_value() : x && *x > *y;
    });
    const auto colours = ramp_colours(sheet_.ramp, thematic_.classes ? thematic_.classes->size() : 3);
    for (const std::size_t i : order) {
      ReportRow row = row_of(thematic_.rows[i], sheet_.names[i], sheet_.codes[i]);
      if (const auto& in_class = thematic_.rows[i].in_class; in_class && most > 0) {
        const RampColour& c = colours[*in_class];
        row.bar = Bar{std::max(0.0, *thematic_.rows[i].figure.value) / most, {c.red / 255.0, c.green / 255.0, c.blue / 255.0}};
      }
      table.rows.push_back(std::move(row));
    }
    if (thematic_.whole.figure.value) {
      ReportRow total = row_of(thematic_.whole, phrases_.text("theme-whole"), "");
      total.strong = true;
      table.total = std::move(total);
    }
    document_.blocks.emplace_back(std::move(table));
  }

  ReportRow row_of(const ThematicRow& row, const std::string& name, const std::string& code) const {
    const Figure& f = row.figure;
    ReportRow made;
    std::string detail = code;
    if (f.missing > 0) detail = phrases_.text("theme-missing", {{"missing", std::to_string(f.missing)}, {"parts", std::to_string(f.parts)}});
    made.cells = {{name, detail}};
    const bool over = rate() && !rule_.over.en.empty() && f.value && *f.value > rule_.scale;
    Cell figure{f.value ? value(*f.value) : phrases_.text("theme-no-data")};
    figure.flagged = over;
    if (f.shared > 0) figure.detail = phrases_.text("theme-estimated");
    made.cells.push_back(std::move(figure));
    if (rate()) {
      made.cells.push_back({f.missing < f.parts ? phrases_.number(f.numerator) : "–"});
      made.cells.push_back({f.missing < f.parts ? phrases_.number(f.denominator) : "–"});
    }
    made.cells.push_back({trend_words(row.trend)});
    made.cells.push_back({});
    return made;
  }

  void chart() {
    const ThematicRow& whole = thematic_.whole;
    if (whole.series.size() < 2) return;
    heading("section-theme-years");
    ChartPlate plate;
    plate.chart.unit = unit();
    plate.chart.language = phrases_.language();
    if (rate() && !rule_.over.en.empty()) plate.chart.limit = rule_.scale;
    ChartSeries counted{phrases_.text("theme-whole"), counted_ink, {}, false};
    for (const YearValue& v : whole.series) counted.points.emplace_back(v.year, v.value);
    plate.chart.series.push_back(std::move(counted));
    if (const auto& trend = whole.trend) {
      plate.chart.series.push_back({phrases_.text("theme-trend-line"), trend_ink,
                                    {{trend->first, trend->at(trend->first)}, {trend->last, trend->at(trend->last)}}, true});
    }
    plate.caption = phrases_.text("theme-chart", {{"name", words_in(rule_.words, phrases_)}, {"place", sheet_.place}, {"unit", unit()}});
    plate.alternative = plate.caption;
    document_.blocks.emplace_back(std::move(plate));
  }

  void sources() {
    if (sheet_.sources.empty()) return;
    std::string text;
    for (const std::string& source : sheet_.sources) text += (text.empty() ? "" : "; ") + source;
    document_.blocks.emplace_back(Paragraph{phrases_.text("theme-sources", {{"sources", text}}), true});
  }

  const IndicatorSheet& sheet_;
  const Thematic& thematic_;
  const IndicatorRule& rule_;
  const Phrases& phrases_;
  ReportDocument document_;
};

/// Numbers as machines read them: a point, no grouping.
std::string indicator_csv(const IndicatorSheet& sheet, const Phrases& phrases) {
  const Thematic& t = sheet.thematic;
  std::vector<std::vector<std::string>> rows{{"code", "name", "year", "indicator", "value", "unit", "numerator", "denominator", "numerator_name", "denominator_name",
                                              "parts", "missing", "shared", "class", "trend_per_year", "trend_method", "divisions_of"}};
  const bool rate = t.table.rule.sum == SumRule::rate;
  for (std::size_t i = 0; i < t.rows.size(); ++i) {
    const Figure& f = t.rows[i].figure;
    rows.push_back({sheet.codes[i], sheet.names[i], std::to_string(t.table.question.year), t.table.rule.id, f.value ? shortest(*f.value) : "",
                    words_in(t.table.rule.unit, phrases), rate ? shortest(f.numerator) : "", rate ? shortest(f.denominator) : "",
                    rate ? t.table.rule.numerator : "", rate ? t.table.rule.denominator : "", std::to_string(f.parts), std::to_string(f.missing),
                    shortest(f.shared), t.rows[i].in_class ? std::to_string(*t.rows[i].in_class + 1) : "",
                    t.rows[i].trend ? shortest(t.rows[i].trend->per_year) : "", std::string{word_of(t.trend)}, to_string(t.day)});
  }
  return to_csv(rows);
}

}  // namespace

std::string theme_title(const IndicatorSheet& sheet, const Phrases& phrases) {
  return phrases.text("theme-title", {{"name", words_in(sheet.thematic.table.rule.words, phrases)}, {"place", sheet.place},
                                      {"year", std::to_string(sheet.thematic.table.question.year)}});
}

ReportDocument compose_indicator_sheet(const IndicatorSheet& sheet, const Phrases& phrases) { return IndicatorComposer{sheet, phrases}.run(); }

std::string written(const IndicatorSheet& sheet, const Phrases& phrases, std::string_view format) {
  if (format == "csv") return indicator_csv(sheet, phrases);
  return sheet_bytes(compose_indicator_sheet(sheet, phrases), sheet.head.on, format);
}

}  // namespace merestone
