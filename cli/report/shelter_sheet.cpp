// SPDX-License-Identifier: Apache-2.0
#include "cli/report/shelter_sheet.hpp"

#include "cli/report/csv.hpp"
#include "cli/report/report_files.hpp"
#include "cli/report/sheet_parts.hpp"
#include "cli/report/thematic_map.hpp"
#include "cli/words/words.hpp"
#include "gis/base/text.hpp"

#include <algorithm>
#include <tuple>

namespace merestone {
namespace {

constexpr const char* gap_ramp = "Oranges";
constexpr Colour gap_ink{0.85, 0.42, 0.10}, load_ink{0.20, 0.45, 0.65}, short_ink{0.77, 0.12, 0.17};
constexpr std::size_t most_notes = 12;

std::int64_t unserved(const ShelterGap& gap) { return gap.full + gap.out_of_reach; }
double share_of(std::int64_t part, std::int64_t whole) { return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0; }

class ShelterComposer {
 public:
  ShelterComposer(const ShelterSheet& sheet, const Phrases& phrases)
      : sheet_{sheet}, coverage_{sheet.coverage}, phrases_{phrases},
        document_{begin_sheet(sheet.head, phrases.text("shelter-sheet"), sheet.place,
                              phrases.text("shelter-subtitle", {{"hazard", hazard()}, {"date", phrases.long_date(sheet.head.on)}}), phrases)} {}

  ReportDocument run() {
    key_figures();
    map();
    gaps();
    shelters();
    depots();
    supplies();
    method();
    notes();
    return std::move(document_);
  }

 private:
  std::string hazard() const { return sheet_.hazard.en.empty() ? phrases_.text("shelter-any-hazard") : words_in(sheet_.hazard, phrases_); }
  void heading(const char* key) { document_.blocks.emplace_back(Heading{phrases_.text(key), key}); }
  std::string number(std::int64_t value) const { return phrases_.number(static_cast<double>(value)); }
  Column right(const char* key, double weight = 1) const { return {phrases_.text(key), weight, Align::right}; }

  void key_figures() {
    const ShelterGap& whole = coverage_.whole;
    KeyFigures key;
    key.figures = {{number(whole.people), phrases_.text("shelter-people"), "section-shelter-gaps"},
                   {number(whole.capacity), phrases_.text("shelter-capacity"), "section-shelters"},
                   {phrases_.percent(share_of(whole.served, whole.people)), phrases_.text("shelter-served"), "section-shelter-gaps"},
                   {number(unserved(whole)), phrases_.text("shelter-unserved"), "section-shelter-gaps"}};
    document_.blocks.emplace_back(std::move(key));
  }

  void method() {
    std::string radii;
    for (const ShelterDuration& d : sheet_.rules.shelters.durations) {
      radii += (radii.empty() ? "" : phrases_.text("list-comma")) + phrases_.text("shelter-radius", {{"duration", words_in(d.words, phrases_)}, {"radius", phrases_.number(d.radius_m)},
                                                                                                      {"area", phrases_.number(d.area_per_head_m2, 1)}});
    }
    std::string text = phrases_.text("shelter-method", {{"radii", radii}});
    if (coverage_.unplaced > 0) text = phrases_.sentences(text, phrases_.text("shelter-unplaced", {{"people", number(coverage_.unplaced)}}));
    document_.blocks.emplace_back(Paragraph{text});
    if (!sheet_.rules.shelters.source.empty()) document_.blocks.emplace_back(Paragraph{phrases_.text("shelter-source", {{"source", sheet_.rules.shelters.source}}), true});
  }

  void notes() {
    const Language language = phrases_.language().starts_with("zh") ? Language::chinese : Language::english;
    std::size_t told = 0;
    for (const ShelterState& state : coverage_.states) {
      for (const Finding& note : state.notes) {
        if (++told <= most_notes) document_.blocks.emplace_back(Notice{severity_word(note.severity, language), sentence(note, language)});
      }
    }
    if (told > most_notes) document_.blocks.emplace_back(Paragraph{phrases_.text("theme-more", {{"count", std::to_string(told - most_notes)}})});
  }

  void map() {
    if (sheet_.map.grounds.empty()) return;
    heading("section-theme-map");
    MapPlate plate;
    plate.sheet = sheet_.map;
    add_legend(plate.sheet, gap_theme(coverage_, sheet_.head.on), gap_ramp, phrases_);
    using Symbol = LegendEntry::Symbol;
    for (const auto& [flagged, symbol, key] : {std::tuple{false, Symbol::site, "shelter-site"}, std::tuple{true, Symbol::flagged_site, "shelter-flagged-site"}}) {
      const bool shown = std::any_of(plate.sheet.sites.begin(), plate.sheet.sites.end(), [&, wanted = flagged](const SheetSite& s) { return s.flagged == wanted; });
      if (!shown) continue;
      LegendEntry entry;
      entry.symbol = symbol;
      entry.text = phrases_.text(key);
      plate.sheet.legend.push_back(std::move(entry));
    }
    plate.screen_caption = phrases_.text("shelter-map", {{"hazard", hazard()}});
    plate.caption = phrases_.sentences(plate.screen_caption, phrases_.text("map-scale"));
    plate.alternative = plate.screen_caption;
    document_.blocks.emplace_back(std::move(plate));
  }

  void gaps() {
    heading("section-shelter-gaps");
    Table table;
    table.columns = {{phrases_.text("theme-division"), 1.8}, right("shelter-people"), right("shelter-capacity"), right("shelter-served-people"), right("shelter-full"),
                     right("shelter-out-of-reach"), {phrases_.text("shelter-without"), 1.4}};
    const auto row_of = [&](const ShelterGap& gap, const std::string& name, const std::string& code) {
      ReportRow row;
      Cell capacity{number(gap.capacity)};
      if (gap.excluded > 0) capacity.detail = phrases_.text("shelter-excluded", {{"capacity", number(gap.excluded)}});
      row.cells = {{name, code}, {number(gap.people)}, std::move(capacity), {number(gap.served)}, {number(gap.full)}, {number(gap.out_of_reach)}, {}};
      row.bar = Bar{share_of(unserved(gap), gap.people), gap_ink};
      return row;
    };
    for (std::size_t i = 0; i < coverage_.gaps.size(); ++i) {
      const ShelterGap& gap = coverage_.gaps[i];
      if (gap.people > 0 || gap.capacity > 0 || gap.excluded > 0) table.rows.push_back(row_of(gap, sheet_.names[i], sheet_.codes[i]));
    }
    table.total = row_of(coverage_.whole, phrases_.text("theme-whole"), "");
    document_.blocks.emplace_back(std::move(table));
  }

  void shelters() {
    if (sheet_.shelters.empty()) return;
    heading("section-shelters");
    Table table;
    table.columns = {{phrases_.text("shelter-name"), 2.4}, right("shelter-capacity"), right("shelter-nearest-load", 1.2), right("shelter-assigned", 1.2),
                     {phrases_.text("shelter-load"), 1.4}};
    for (std::size_t i = 0; i < sheet_.shelters.size(); ++i) {
      const Shelter& shelter = sheet_.shelters[i];
      const ShelterState& state = coverage_.states[i];
      const bool counts = state.counts_for(shelter, coverage_.question.hazard);
      const std::int64_t load = coverage_.nearest.load[i];
      ReportRow row;
      Cell name{shelter.name, shelter.local_id};
      if (!counts) name.detail = phrases_.text(shelter.serves(coverage_.question.hazard) ? "shelter-left-out" : "shelter-other-hazard");
      Cell nearest{counts ? number(load) : "–"};
      nearest.flagged = counts && load > state.capacity;
      row.cells = {std::move(name), {number(state.capacity)}, std::move(nearest), {counts ? number(coverage_.best.load[i]) : "–"}, {}};
      const double share = counts ? share_of(load, state.capacity) : 0;
      row.bar = Bar{std::min(1.0, share / 2), share > 1 ? short_ink : load_ink};
      table.rows.push_back(std::move(row));
    }
    document_.blocks.emplace_back(std::move(table));
    document_.blocks.emplace_back(Paragraph{phrases_.text("shelter-load-note"), true});
  }

  void depots() {
    if (sheet_.depots.empty()) return;
    heading("section-depots");
    Table table;
    table.columns = {{phrases_.text("depot-name"), 1.8}, {phrases_.text("depot-item"), 1.2}, right("depot-usable"), right("depot-needed"), right("depot-expiring"),
                     right("depot-expired"), {phrases_.text("depot-covered"), 1.2}};
    for (const ShelterSheet::DepotPart& part : sheet_.depots) {
      bool first = true;
      for (const StockLine& line : part.lines) {
        const SupplyNeed* need = sheet_.rules.depots.need(line.item);
        ReportRow row;
        Cell usable{phrases_.number(line.usable)};
        usable.flagged = line.short_of_need();
        Cell expired{line.expired > 0 ? phrases_.number(line.expired) : "–"};
        expired.flagged = line.expired > 0;
        row.cells = {first ? Cell{part.depot.name, phrases_.text("depot-covers", {{"people", number(part.depot.covers_people)}})} : Cell{},
                     {need ? words_in(need->words, phrases_) : line.item, need ? words_in(need->unit, phrases_) : line.unit}, std::move(usable),
                     {line.needed ? phrases_.number(*line.needed) : "–"}, {line.expiring > 0 ? phrases_.number(line.expiring) : "–"}, std::move(expired), {}};
        if (line.needed && *line.needed > 0) row.bar = Bar{std::min(1.0, line.usable / *line.needed), line.short_of_need() ? short_ink : load_ink};
        table.rows.push_back(std::move(row));
        first = false;
      }
    }
    document_.blocks.emplace_back(std::move(table));
    document_.blocks.emplace_back(Paragraph{phrases_.text("depot-note", {{"days", std::to_string(sheet_.rules.depots.expiring_days)}, {"source", sheet_.rules.depots.source}}), true});
  }

  void supplies() {
    if (sheet_.supplies.empty()) return;
    heading("section-supplies");
    Table table;
    table.columns = {{phrases_.text("theme-division"), 1.4}, {phrases_.text("depot-nearest"), 2}, right("depot-distance")};
    table.columns_of_rows = 2;
    for (const ShelterSheet::Supply& s : sheet_.supplies) table.rows.push_back({{{s.name}, {s.depot}, {phrases_.km(s.distance_m, 1)}}});
    document_.blocks.emplace_back(std::move(table));
    document_.blocks.emplace_back(Paragraph{phrases_.text("depot-distance-note"), true});
  }

  const ShelterSheet& sheet_;
  const ShelterCoverage& coverage_;
  const Phrases& phrases_;
  ReportDocument document_;
};

std::string shelter_csv(const ShelterSheet& sheet) {
  std::vector<std::vector<std::string>> rows{{"code", "name", "hazard", "people", "capacity", "capacity_excluded", "served", "full", "out_of_reach", "shelters", "day"}};
  const auto text = [](std::int64_t value) { return std::to_string(value); };
  for (std::size_t i = 0; i < sheet.coverage.gaps.size(); ++i) {
    const ShelterGap& g = sheet.coverage.gaps[i];
    rows.push_back({sheet.codes[i], sheet.names[i], sheet.coverage.question.hazard, text(g.people), text(g.capacity), text(g.excluded), text(g.served), text(g.full),
                    text(g.out_of_reach), std::to_string(g.shelters), to_string(sheet.head.on)});
  }
  return to_csv(rows);
}

}  // namespace

Thematic gap_theme(const ShelterCoverage& coverage, Date day) {
  Thematic theme;
  theme.day = day;
  theme.table.rule = {.id = "without_shelter", .unit = {"%", "%"}, .sum = SumRule::rate, .scale = 100};
  theme.table.question.level = coverage.question.level;
  std::vector<double> values;
  for (const ShelterGap& gap : coverage.gaps) {
    ThematicRow row;
    row.figure.division = gap.division;
    row.figure.numerator = static_cast<double>(unserved(gap)), row.figure.denominator = static_cast<double>(gap.people);
    if (gap.people > 0) values.push_back(*(row.figure.value = 100 * share_of(unserved(gap), gap.people)));
    theme.rows.push_back(std::move(row));
  }
  if (values.empty()) return theme;
  const double limits[] = {10, 25, 50, 75, 100};
  theme.classes = classify(values, ClassMethod::given, 0, limits);
  theme.classes->lowest = 0;
  theme.classes->without = theme.rows.size() - values.size();
  for (ThematicRow& row : theme.rows) {
    if (row.figure.value) row.in_class = theme.classes->class_of(*row.figure.value);
  }
  return theme;
}

Sheet shelter_map(const ShelterSheet& sheet, const Territory& territory, const DivisionRegister& divisions) {
  Sheet map = thematic_map(gap_theme(sheet.coverage, sheet.head.on), territory, divisions, gap_ramp);
  for (std::size_t i = 0; i < sheet.shelters.size(); ++i) {
    const Shelter& shelter = sheet.shelters[i];
    if (!shelter.serves(sheet.coverage.question.hazard)) continue;
    map.sites.push_back({shelter.position, !sheet.coverage.states[i].counts_for(shelter, sheet.coverage.question.hazard)});
  }
  return map;
}

ReportDocument compose_shelter_sheet(const ShelterSheet& sheet, const Phrases& phrases) { return ShelterComposer{sheet, phrases}.run(); }

std::string written(const ShelterSheet& sheet, const Phrases& phrases, std::string_view format) {
  if (format == "csv") return shelter_csv(sheet);
  return sheet_bytes(compose_shelter_sheet(sheet, phrases), sheet.head.on, format);
}

}  // namespace merestone
