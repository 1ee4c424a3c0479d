// SPDX-License-Identifier: Apache-2.0
#include "cli/report/event_bulletin.hpp"

#include "cli/report/csv.hpp"
#include "cli/report/report_files.hpp"
#include "cli/report/sheet_parts.hpp"
#include "cli/report/thematic_map.hpp"
#include "cli/words/words.hpp"
#include "gis/base/text.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {
namespace {

constexpr const char* bulletin_ramp = "YlOrRd";
constexpr std::size_t columns_at_once = 5, most_key_figures = 4;

class EventComposer {
 public:
  EventComposer(const EventBulletin& sheet, const Phrases& phrases)
      : sheet_{sheet}, phrases_{phrases},
        document_{begin_sheet(sheet.head, phrases.text("event-bulletin", {{"stage", stage(sheet.then.bulletin.question.stage)}}),
                              sheet.event.name.empty() ? sheet.event.local_id : sheet.event.name,
                              phrases.text("event-subtitle", {{"place", sheet.place}, {"event", sheet.event.local_id}, {"started", to_string(sheet.event.started)}}), phrases)} {}

  ReportDocument run() {
    facts();
    key_figures();
    findings(sheet_.then.bulletin);
    map();
    heading("section-event-table");
    paragraph(phrases_.text("event-divisions", {{"date", phrases_.long_date(*sheet_.then.bulletin.question.onto)}}));
    tables(sheet_.then);
    if (sheet_.later) {
      heading("section-event-later");
      paragraph(phrases_.text("event-carried", {{"date", phrases_.long_date(*sheet_.later->bulletin.question.onto)}}));
      findings(sheet_.later->bulletin);
      tables(*sheet_.later);
    }
    due();
    return std::move(document_);
  }

 private:
  const EventRules& rules() const { return sheet_.rules; }
  std::string stage(const std::string& id) const {
    const ReportStage* known = sheet_.rules.stage(id);
    return known ? words_in(known->words, phrases_) : id;
  }
  void heading(const char* key) { document_.blocks.emplace_back(Heading{phrases_.text(key), key}); }
  void paragraph(const std::string& words, bool small = false) { document_.blocks.emplace_back(Paragraph{words, small}); }
  std::string name_of(const std::string& indicator) const {
    const IndicatorRule* rule = find_indicator(rules().losses, indicator);
    return rule ? words_in(rule->words, phrases_) : indicator;
  }
  std::string with_unit(const std::string& indicator) const {
    const IndicatorRule* rule = find_indicator(rules().losses, indicator);
    return rule ? phrases_.text("event-with-unit", {{"name", words_in(rule->words, phrases_)}, {"unit", words_in(rule->unit, phrases_)}}) : indicator;
  }
  std::string value(const std::string& indicator, double v) const {
    const IndicatorRule* rule = find_indicator(rules().losses, indicator);
    return rule ? figure_words(*rule, v, phrases_) : phrases_.number(v, 1);
  }
  std::string change(const std::string& indicator, const BulletinCell& cell) const {
    if (!cell.value) return "";
    if (!cell.before) return phrases_.text("event-new");
    const double difference = *cell.value - *cell.before;
    if (difference == 0) return phrases_.text("event-same");
    return (difference < 0 ? "−" : "+") + value(indicator, std::abs(difference));
  }

  void facts() {
    const DisasterEvent& e = sheet_.event;
    const HazardKind* hazard = rules().hazard(e.hazard);
    FactList list;
    const auto add = [&](const char* key, const std::string& text) { list.facts.push_back({phrases_.text(key), or_dash(text)}); };
    add("event-hazard", hazard ? words_in(hazard->words, phrases_) : e.hazard);
    add("event-stage", stage(sheet_.then.bulletin.question.stage));
    add("event-started", to_string(e.started));
    add("event-ended", e.ended ? to_string(*e.ended) : "");
    for (const ReliefWord& level : rules().severities) {
      if (level.id == e.severity) add("event-severity", words_in(level.words, phrases_));
    }
    add("event-reporting", std::to_string(sheet_.then.bulletin.whole.reporting));
    document_.blocks.emplace_back(std::move(list));
  }

  void key_figures() {
    const Bulletin& b = sheet_.then.bulletin;
    KeyFigures key;
    for (std::size_t i = 0; i < b.indicators.size() && key.figures.size() < most_key_figures; ++i) {
      const BulletinCell& cell = b.whole.cells[i];
      if (cell.value) key.figures.push_back({value(b.indicators[i], *cell.value), with_unit(b.indicators[i]), "section-event-table"});
    }
    document_.blocks.emplace_back(std::move(key));
  }

  void findings(const Bulletin& bulletin) {
    const Language language = phrases_.language().starts_with("zh") ? Language::chinese : Language::english;
    for (const Finding& finding : bulletin.findings) {
      if (finding.severity == Severity::note) paragraph(sentence(finding, language), true);
      else document_.blocks.emplace_back(Notice{severity_word(finding.severity, language), sentence(finding, language)});
    }
  }

  void map() {
    if (sheet_.map.grounds.empty()) return;
    heading("section-theme-map");
    const Thematic theme = bulletin_theme(sheet_);
    MapPlate plate;
    plate.sheet = sheet_.map;
    add_legend(plate.sheet, theme, bulletin_ramp, phrases_);
    plate.screen_caption = phrases_.text("event-map", {{"name", with_unit(theme.table.rule.id)}});
    plate.caption = phrases_.sentences(plate.screen_caption, phrases_.text("map-scale"));
    plate.alternative = plate.screen_caption;
    document_.blocks.emplace_back(std::move(plate));
  }

  void tables(const BulletinTable& data) {
    const Bulletin& b = data.bulletin;
    for (std::size_t first = 0; first < b.indicators.size(); first += columns_at_once) {
      const std::size_t end = std::min(first + columns_at_once, b.indicators.size());
      Table table;
      table.columns = {{phrases_.text("theme-division"), 1.7}};
      for (std::size_t i = first; i < end; ++i) table.columns.push_back({with_unit(b.indicators[i]), 1, Align::right});
      for (std::size_t r = 0; r < b.rows.size(); ++r) {
        const std::string detail = b.rows[r].stage.empty() || b.rows[r].stage == b.question.stage ? data.codes[r] : stage(b.rows[r].stage);
        table.rows.push_back(row_of(b, b.rows[r], data.names[r], detail, first, end));
      }
      ReportRow total = row_of(b, b.whole, phrases_.text("theme-whole"), "", first, end);
      total.strong = true;
      table.total = std::move(total);
      document_.blocks.emplace_back(std::move(table));
    }
  }

  ReportRow row_of(const Bulletin& b, const BulletinRow& source, const std::string& name, const std::string& detail, std::size_t first, std::size_t end) const {
    ReportRow row;
    row.cells = {{name, detail}};
    for (std::size_t i = first; i < end; ++i) {
      const BulletinCell& cell = source.cells[i];
      Cell made{cell.value ? value(b.indicators[i], *cell.value) : "–"};
      made.detail = cell.shared > 0 ? phrases_.text("theme-estimated") : change(b.indicators[i], cell);
      row.cells.push_back(std::move(made));
    }
    return row;
  }

  void due() {
    if (sheet_.due.empty()) return;
    heading("section-event-due");
    Table table;
    table.columns = {{phrases_.text("event-stage"), 1}, {phrases_.text("event-due"), 1.4}, {phrases_.text("event-done"), 1.4}};
    for (const ReportDue& d : sheet_.due) {
      Cell done{d.done ? to_string(*d.done) : d.overdue ? phrases_.text("event-overdue") : "–"};
      done.flagged = d.overdue;
      table.rows.push_back({{{stage(d.stage)}, {to_string(d.due)}, std::move(done)}});
    }
    document_.blocks.emplace_back(std::move(table));
    if (!rules().source.empty()) paragraph(phrases_.text("shelter-source", {{"source", rules().source}}), true);
  }

  const EventBulletin& sheet_;
  const Phrases& phrases_;
  ReportDocument document_;
};

void add_rows(const EventBulletin& sheet, const BulletinTable& data, std::vector<std::vector<std::string>>& rows) {
  const Bulletin& b = data.bulletin;
  for (std::size_t r = 0; r < b.rows.size(); ++r) {
    for (std::size_t i = 0; i < b.indicators.size(); ++i) {
      const BulletinCell& cell = b.rows[r].cells[i];
      if (!cell.value) continue;
      rows.push_back({sheet.event.local_id, b.question.stage, to_string(*b.question.onto), data.codes[r], data.names[r], b.indicators[i], shortest(*cell.value),
                      cell.before ? shortest(*cell.before) : "", shortest(cell.shared), b.rows[r].stage});
    }
  }
}

}  // namespace

Thematic bulletin_theme(const EventBulletin& sheet) {
  const Bulletin& b = sheet.then.bulletin;
  Thematic theme;
  theme.day = *b.question.onto;
  if (b.indicators.empty()) return theme;
  const IndicatorRule* rule = find_indicator(sheet.rules.losses, b.indicators.front());
  theme.table.rule = rule ? *rule : IndicatorRule{.id = b.indicators.front()};
  theme.table.question.level = b.question.level;
  std::vector<double> values;
  for (const BulletinRow& source : b.rows) {
    ThematicRow row;
    row.figure.division = source.division;
    row.figure.value = source.cells.front().value;
    if (row.figure.value) values.push_back(*row.figure.value);
    theme.rows.push_back(std::move(row));
  }
  if (values.empty()) return theme;
  theme.classes = classify(values, ClassMethod::natural_breaks, 4);
  theme.classes->without = theme.rows.size() - values.size();
  for (ThematicRow& row : theme.rows) {
    if (row.figure.value) row.in_class = theme.classes->class_of(*row.figure.value);
  }
  return theme;
}

Sheet bulletin_map(const EventBulletin& sheet, const Territory& territory, const DivisionRegister& divisions) {
  Sheet map = thematic_map(bulletin_theme(sheet), territory, divisions, bulletin_ramp);
  for (const Polygon& polygon : sheet.event.area) {
    Polyline path = polygon.outer;
    path.push_back(path.front());
    map.lines.push_back({std::move(path), 3, true});
  }
  return map;
}

ReportDocument compose_bulletin(const EventBulletin& sheet, const Phrases& phrases) { return EventComposer{sheet, phrases}.run(); }

std::string written(const EventBulletin& sheet, const Phrases& phrases, std::string_view format) {
  if (format != "csv") return sheet_bytes(compose_bulletin(sheet, phrases), sheet.head.on, format);
  std::vector<std::vector<std::string>> rows{{"event", "stage", "divisions_of", "code", "name", "indicator", "value", "before", "shared", "last_report"}};
  add_rows(sheet, sheet.then, rows);
  if (sheet.later) add_rows(sheet, *sheet.later, rows);
  return to_csv(rows);
}

}  // namespace merestone
