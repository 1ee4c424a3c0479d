// SPDX-License-Identifier: Apache-2.0
#include "cli/report/comparison.hpp"
#include "cli/report/document.hpp"
#include "cli/report/map_plate.hpp"
#include "cli/report/phrases.hpp"
#include "cli/report/report_files.hpp"
#include "cli/words/words.hpp"
#include "gis/base/text.hpp"
#include "gis/geodesy/geodesic.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <span>

namespace merestone {
namespace {

using Kind = ComparisonRow::Kind;

/// A position at a share of the length of a line.
Position along(const Polyline& line, double share) {
  std::vector<double> lengths{0};
  for (std::size_t i = 1; i < line.size(); ++i) lengths.push_back(lengths.back() + distance_m(line[i - 1], line[i]));
  const auto at = std::lower_bound(lengths.begin(), lengths.end(), share * lengths.back());
  return line[std::min(line.size() - 1, static_cast<std::size_t>(at - lengths.begin()))];
}

class ComparisonComposer {
 public:
  ComparisonComposer(const ComparisonReport& report, std::string_view language)
      : report_{report}, base_{report.base}, phrases_{language}, words_{language_of(language)} {}

  ReportDocument run() {
    head();
    summary();
    map();
    ground();
    life();
    things();
    concessions();
    territory();
    made();
    notes();
    return std::move(document_);
  }

 private:
  using Facts = Phrases::Facts;
  const std::string& text(std::string_view key) const { return phrases_.text(key); }
  std::string text(std::string_view key, Facts facts) const { return phrases_.text(key, facts); }
  std::string of(std::string_view key, const CaseParty& party) const { return text(key, {{"label", party.label}}); }
  void heading(const char* key) { document_.blocks.emplace_back(Heading{text(key), key}); }
  void add(Table table) { document_.blocks.emplace_back(std::move(table)); }
  std::string km2(double square_metres) const { return phrases_.number(square_metres / 1e6, decimals_of(square_metres)); }

  /// Square kilometres; a square metre does not count where there are hundreds of them.
  static int decimals_of(double square_metres) { return square_metres >= 1e8 ? 2 : 4; }

  /// "(12 – 15)" where the band is wider than the figure tells.
  std::string band(const Banded& value, int decimals, double unit) const {
    const std::string low = phrases_.number(value.low / unit, decimals);
    const std::string high = phrases_.number(value.high / unit, decimals);
    return low == high ? "" : "(" + low + " – " + high + ")";
  }
  Cell banded(const Banded& value, int decimals, double unit, const std::string& more = {}) const {
    const std::string may_be = band(value, decimals, unit);
    return {phrases_.number(value.value / unit, decimals), more.empty() ? may_be : may_be.empty() ? more : more + "  " + may_be};
  }

  std::string name_of(const ComparisonRow& row) const {
    switch (row.kind) {
      case Kind::claim_a: return of("comparison-claim", report_.a);
      case Kind::claim_b: return of("comparison-claim", report_.b);
      case Kind::in_force: return text("comparison-in-force");
      case Kind::proposal: break;
    }
    const std::string method = phrases_.knows("method-" + row.method) ? text("method-" + row.method) : row.method;
    return row.title.empty() || row.title == row.method ? method : row.title;
  }
  /// The number that the line has in the tables and on the map; claims and the line in force have none.
  std::string number_of(std::size_t row) const {
    if (report_.rows[row].kind != Kind::proposal) return "";
    const auto is_proposal = [](const ComparisonRow& r) { return r.kind == Kind::proposal; };
    return std::to_string(std::count_if(report_.rows.begin(), report_.rows.begin() + static_cast<std::ptrdiff_t>(row) + 1, is_proposal));
  }

  Table table(std::vector<Column> columns) const {
    Table made;
    made.columns = {{text("number"), 0.6, Align::right}, {text("comparison-line"), 3}};
    made.columns.insert(made.columns.end(), columns.begin(), columns.end());
    return made;
  }
  ReportRow row_of(std::size_t i, std::vector<Cell> cells) const {
    ReportRow row;
    row.cells = {{number_of(i)}, {name_of(report_.rows[i])}};
    row.cells.insert(row.cells.end(), std::make_move_iterator(cells.begin()), std::make_move_iterator(cells.end()));
    return row;
  }

  void head() {
    document_.language = phrases_.language();
    document_.office = base_.office.empty() ? text("office-unnamed") : base_.office;
    document_.kind = text("comparison");
    document_.name = base_.the_case.title;
    document_.subtitle = text("dispute-case", {{"number", base_.the_case.number}});
    document_.title = text("dispute-title", {{"document", document_.kind}, {"name", base_.the_case.title}});
    document_.footer = text("dispute-footer", {{"document", document_.kind}, {"number", base_.the_case.number},
                                               {"date", phrases_.long_date(base_.on)}, {"revision", std::to_string(base_.revision)},
                                               {"audit", base_.audit_head.substr(0, 12)}});
    document_.page_words = text("page");
    document_.program = base_.program;
    document_.produced_at = base_.produced_at;
  }

  void summary() {
    const LayerImpact* places = layer(report_.whole, "places");
    FactList facts;
    facts.facts = {{text("dispute-party-name", {{"label", report_.a.label}, {"name", report_.a.name}}), report_.a.code},
                   {text("dispute-party-name", {{"label", report_.b.label}, {"name", report_.b.name}}), report_.b.code},
                   {text("comparison-divided"), phrases_.with_unit(km2(report_.whole.area_m2.value), "km2")},
                   {text("comparison-people"), places ? phrases_.number(places->weight.value) : "–"}};
    if (places && !places->natural_villages.empty()) {
      facts.facts.push_back({text("comparison-villages"), phrases_.listed(places->natural_villages), false, true});
    }
    document_.blocks.emplace_back(std::move(facts));
    document_.blocks.emplace_back(Paragraph{text("comparison-neutral"), true});
    document_.blocks.emplace_back(Paragraph{report_.sigma_m > 0 ? text("comparison-bands", {{"sigma", phrases_.number(report_.sigma_m, 1)}})
                                                                : text("comparison-no-bands"), true});
  }

  void map() {
    if (base_.map.grounds.empty()) return;
    heading("comparison-map");
    MapPlate plate;
    plate.sheet = base_.map;
    put_marks(plate.sheet, phrases_);
    auto& legend = plate.sheet.legend;
    using Symbol = LegendEntry::Symbol;
    legend.push_back({Symbol::disputed, text("dispute-legend-contested"), 0, false, false, 0, {}, {}});
    const bool unclaimed = std::ranges::any_of(plate.sheet.grounds, [](const SheetGround& ground) { return ground.role == SheetGround::Role::unclaimed; });
    if (unclaimed) legend.push_back({Symbol::unclaimed, text("dispute-legend-unclaimed"), 0, false, false, 0, {}, {}});
    legend.push_back({Symbol::line, text("dispute-legend-ground"), 2, false, false, 0, {}, {}});
    for (std::size_t i = 0; i < base_.parties.size(); ++i) {
      const CaseParty& party = base_.parties[i];
      legend.push_back({Symbol::line, text("dispute-legend-claim", {{"label", party.label}, {"name", party.name}}), 2, false, false,
                        static_cast<int>(i) + 1, {}, {}});
    }
    for (std::size_t i = 0; i < report_.rows.size(); ++i) {
      if (report_.rows[i].kind != Kind::proposal) continue;
      const std::string number = number_of(i);
      legend.push_back({Symbol::line, number + "  " + name_of(report_.rows[i]), 2, false, false, 0, {}, {}, std::stoi(number)});
    }
    plate.caption = text("comparison-map-caption");
    plate.screen_caption = text("comparison-map-screen");
    plate.alternative = text("comparison-map");
    document_.blocks.emplace_back(std::move(plate));
  }

  void ground() {
    heading("comparison-ground");
    Table out = table({{of("comparison-keeps", report_.a), 2.6, Align::right}, {of("comparison-keeps", report_.b), 2.6, Align::right},
                       {text("comparison-length"), 1.3, Align::right}, {text("comparison-monuments"), 1.3, Align::right}});
    for (std::size_t i = 0; i < report_.rows.size(); ++i) {
      const ProposalFigures& f = report_.rows[i].figures;
      const int decimals = decimals_of(report_.whole.area_m2.value);
      ReportRow row = row_of(i, {banded(f.a.impact.area_m2, decimals, 1e6, phrases_.percent(f.a.share)),
                           banded(f.b.impact.area_m2, decimals, 1e6, phrases_.percent(f.b.share)),
                           {phrases_.number(f.length_m / 1000, 2)}, {std::to_string(f.monuments)}});
      if (!f.distinguishable) row.cells[1].detail = text("comparison-same", {{"line", f.same_as}});
      out.rows.push_back(std::move(row));
    }
    add(std::move(out));
  }

  static const LayerImpact* layer(const GroundImpact& impact, std::string_view key) {
    const auto at = std::find_if(impact.layers.begin(), impact.layers.end(), [&](const LayerImpact& l) { return l.key == key; });
    return at == impact.layers.end() ? nullptr : &*at;
  }

  void life() {
    heading("comparison-life");
    const bool known = report_.line_known ||
                       std::any_of(report_.rows.begin(), report_.rows.end(), [](const ComparisonRow& row) { return row.kind == Kind::in_force; });
    document_.blocks.emplace_back(Paragraph{text(known ? "comparison-life-intro" : "comparison-life-no-line")});
    Table out = table({{of("comparison-people-of", report_.a), 1.6, Align::right}, {of("comparison-people-of", report_.b), 1.6, Align::right},
                       {text("comparison-moved"), 1.2, Align::right}, {text("comparison-changing"), 4}});
    for (std::size_t i = 0; i < report_.rows.size(); ++i) {
      const ProposalFigures& f = report_.rows[i].figures;
      const LayerImpact* with_a = layer(f.a.impact, "places");
      const LayerImpact* with_b = layer(f.b.impact, "places");
      std::vector<std::string> changes;
      for (const VillageChange& change : f.villages_moved) {
        const auto letter = [&](char side) -> const std::string& { return side == 'A' ? report_.a.label : report_.b.label; };
        changes.push_back(text("comparison-change", {{"name", change.name}, {"from", letter(change.from)}, {"to", letter(change.to)}}));
      }
      Cell villages{changes.empty() ? text("dispute-none") : phrases_.listed(changes), "", "", !changes.empty()};
      if (!known) villages = {"–"};
      if (with_a && !with_a->uncertain.empty()) villages.detail = text("comparison-uncertain", {{"names", phrases_.listed(with_a->uncertain)}});
      out.rows.push_back(row_of(i, {with_a ? banded(with_a->weight, 0, 1) : Cell{"–"}, with_b ? banded(with_b->weight, 0, 1) : Cell{"–"},
                                    {known ? phrases_.number(f.people_moved) : "–"}, villages}));
    }
    add(std::move(out));
  }

  std::string class_words(const std::string& id) const {
    for (const auto& [known, words] : report_.land_classes) {
      if (known == id) return words_ == Language::chinese ? words.zh : words.en;
    }
    return id;
  }

  /// A class of features of the land: its ground, its length, or how many there are.
  void add_land(std::vector<std::string>& lines, const std::string& called, const LayerImpact& one) const {
    if (one.area_m2.value > 0) lines.push_back(text("comparison-land-ground", {{"class", called}, {"km2", km2(one.area_m2.value)}}));
    if (one.length_m.value > 0) lines.push_back(text("comparison-land-length", {{"class", called}, {"km", phrases_.number(one.length_m.value / 1000, 2)}}));
    if (one.count.value > 0) lines.push_back(text("comparison-land-count", {{"class", called}, {"count", phrases_.number(one.count.value)}}));
  }

  /// What lies on one side, layer by layer: a line each.
  std::string things_of(const GroundImpact& impact) const {
    std::vector<std::string> lines;
    for (const LayerImpact& one : impact.layers) {
      const auto colon = one.key.find(':');
      const std::string family = one.key.substr(0, colon);
      const std::string rest = colon == std::string::npos ? "" : one.key.substr(colon + 1);
      if (family == "places" && one.count.value > 0) {
        lines.push_back(text("comparison-places", {{"count", phrases_.number(one.count.value)}, {"names", phrases_.listed(one.names)}}));
      } else if (family == "hazard" && one.area_m2.value > 0) {
        const auto last = rest.rfind(':');
        lines.push_back(text("comparison-zone", {{"hazard", phrases_.word("hazard", rest.substr(0, last))}, {"severity", rest.substr(last + 1)},
                                                 {"km2", km2(one.area_m2.value)}}));
      } else if (family == "facility" && one.count.value > 0) {
        lines.push_back(text("comparison-facility", {{"facility", phrases_.word("site", rest)}, {"count", phrases_.number(one.count.value)},
                                                     {"used", phrases_.number(one.weight.value)}}));
      } else if (family == "land") {
        add_land(lines, class_words(rest), one);
      } else if (one.count.value > 0) {  // graves, shelters, depots
        lines.push_back(text("comparison-" + family, {{"count", phrases_.number(one.count.value)}}));
      }
    }
    std::string all;
    for (const std::string& line : lines) all += (all.empty() ? "" : "\n") + line;
    return all;
  }

  void things() {
    heading("comparison-things");
    Table out = table({{of("comparison-side", report_.a), 4}, {of("comparison-side", report_.b), 4}});
    for (std::size_t i = 0; i < report_.rows.size(); ++i) {
      std::vector<Cell> cells;
      for (const SideFigures* side : {&report_.rows[i].figures.a, &report_.rows[i].figures.b}) {
        const std::string all = things_of(side->impact);
        const auto end = all.find('\n');
        cells.push_back({all.empty() ? text("comparison-nothing") : all.substr(0, end), end == std::string::npos ? "" : all.substr(end + 1)});
      }
      out.rows.push_back(row_of(i, std::move(cells)));
    }
    add(std::move(out));
  }

  void concessions() {
    heading("comparison-gives");
    document_.blocks.emplace_back(Paragraph{text("comparison-gives-intro")});
    Table out = table({{of("comparison-given-up", report_.a), 1.7, Align::right}, {of("comparison-given-up", report_.b), 1.7, Align::right},
                       {of("comparison-setback", report_.a), 1.5, Align::right}, {of("comparison-setback", report_.b), 1.5, Align::right},
                       {text("comparison-swap"), 1, Align::right}, {text("comparison-evidence"), 1.2, Align::right}});
    for (std::size_t i = 0; i < report_.rows.size(); ++i) {
      const ProposalFigures& f = report_.rows[i].figures;
      const auto setback = [&](const SideFigures& side) {
        return Cell{phrases_.number(side.mean_setback_m), text("comparison-most", {{"most", phrases_.number(side.most_setback_m)}})};
      };
      out.rows.push_back(row_of(i, {{km2(f.a.conceded_m2)}, {km2(f.b.conceded_m2)}, setback(f.a), setback(f.b), {phrases_.number(f.swap_ratio, 2)},
                                    {f.evidence ? phrases_.percent(*f.evidence, 0) : "–"}}));
    }
    add(std::move(out));
  }

  void territory() {
    const bool known = std::any_of(report_.rows.begin(), report_.rows.end(), [](const ComparisonRow& row) { return row.figures.a.pieces > 0; });
    if (!known) return;
    heading("comparison-territory");
    document_.blocks.emplace_back(Paragraph{text("comparison-territory-intro")});
    Table out = table({});
    for (const char* key : {"comparison-pieces", "comparison-enclaves", "comparison-compactness"}) {
      for (const CaseParty* party : {&report_.a, &report_.b}) out.columns.push_back({of(key, *party), 1.3, Align::right});
    }
    for (std::size_t i = 0; i < report_.rows.size(); ++i) {
      const ProposalFigures& f = report_.rows[i].figures;
      out.rows.push_back(row_of(i, {{std::to_string(f.a.pieces)}, {std::to_string(f.b.pieces)}, {std::to_string(f.a.enclaves)},
                                    {std::to_string(f.b.enclaves)}, {phrases_.number(f.a.compactness, 3)}, {phrases_.number(f.b.compactness, 3)}}));
    }
    add(std::move(out));
  }

  /// The rule of a method with its parameters and results; shares in per cent, lengths whole.
  std::string rule_of(const ComparisonRow& row) const {
    std::string rule = text(phrases_.knows("rule-" + row.method) ? "rule-" + row.method : "rule-");
    for (const NamedFacts* facts : {&row.parameters, &row.results}) {
      for (const auto& [name, value] : *facts) {
        const std::string slot = "{" + name + "}";
        const auto at = rule.find(slot);
        if (at == std::string::npos) continue;
        const auto number = parse_number(value);
        std::string said = value;
        if (number && name.starts_with("share_")) said = phrases_.percent(*number);
        else if (number && name == "cell_m") said = phrases_.number(*number, 0);
        rule.replace(at, slot.size(), said);
      }
    }
    return rule;
  }

  void made() {
    heading("comparison-made");
    Table out = table({{text("comparison-rule"), 7}});
    for (std::size_t i = 0; i < report_.rows.size(); ++i) {
      const ComparisonRow& row = report_.rows[i];
      if (row.kind != Kind::proposal) continue;
      std::string by;
      if (row.revision > 0) {
        by = text("comparison-by", {{"author", row.author}, {"at", row.recorded_at}, {"revision", std::to_string(row.revision)},
                                    {"opinion", std::to_string(row.opinion)}});
        std::vector<std::string> inputs;
        for (const DataUsed& used : row.data) {
          inputs.push_back(text("comparison-input", {{"name", input_words(used.name, phrases_)}, {"digest", used.sha256.substr(0, 12)}}));
        }
        if (!inputs.empty()) by += "\n" + text("comparison-inputs") + text("colon") + phrases_.listed(inputs);
      }
      out.rows.push_back(row_of(i, {{rule_of(row), by}}));
    }
    if (out.rows.empty()) return document_.blocks.pop_back();
    add(std::move(out));
  }

  void notes() {
    if (report_.notes.empty()) return;
    heading("comparison-notes");
    for (const Finding& note : report_.notes) {
      document_.blocks.emplace_back(Notice{severity_word(note.severity, words_), sentence(note, words_)});
    }
  }

  const ComparisonReport& report_;
  const DisputeReport& base_;
  Phrases phrases_;
  Language words_;
  ReportDocument document_;
};

/// On one map: degrees of latitude.
double apart(Position a, Position b) {
  return std::hypot(degrees(a.lon - b.lon) * std::cos(degrees(a.lat) * std::numbers::pi / 180), degrees(a.lat - b.lat));
}

/// Where a line is farthest from the other proposals and from the numbers that are placed: lines run near each other.
Position place_for_number(std::span<const ComparisonRow> rows, const ComparisonRow& row, std::span<const SheetMarker> placed) {
  constexpr int places = 20;
  Position best = row.line.front();
  double freest = -1;
  for (int i = 1; i < places; ++i) {
    const Position here = along(row.line, static_cast<double>(i) / places);
    double free = std::numeric_limits<double>::max();
    for (const SheetMarker& marker : placed) free = std::min(free, apart(here, marker.position) / 2);
    for (const ComparisonRow& other : rows) {
      if (other.kind != Kind::proposal || &other == &row) continue;
      for (const Position p : other.line) free = std::min(free, apart(here, p));
    }
    if (free > freest) freest = free, best = here;
  }
  return best;
}

}  // namespace

std::string input_words(const std::string& name, const Phrases& phrases) {
  const auto blank = name.find(' ');
  const std::string key = "comparison-input-" + name.substr(0, blank);
  if (!phrases.knows(key)) return name;
  return blank == std::string::npos ? phrases.text(key) : phrases.text(key, {{"which", name.substr(blank + 1)}});
}

void add_proposals(ComparisonReport& report) {
  Sheet& sheet = report.base.map;
  if (sheet.grounds.empty()) return;
  int number = 0;
  for (const ComparisonRow& row : report.rows) {
    if (row.kind != Kind::proposal) continue;
    ++number;
    sheet.lines.push_back({row.line, 2, false, false, 0, number});
    sheet.markers.push_back({place_for_number(report.rows, row, sheet.markers), std::to_string(number)});
  }
}

ReportDocument compose(const ComparisonReport& report, std::string_view language) { return ComparisonComposer{report, language}.run(); }

std::string comparison_bytes(const ComparisonReport& report, std::string_view language, std::string_view format) {
  const ReportDocument document = compose(report, language);
  if (format == "pdf") return to_pdf(document, report.base.on);
  return format == "html" ? to_html(document) : to_text(document);
}

}  // namespace merestone
