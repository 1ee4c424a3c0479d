// SPDX-License-Identifier: Apache-2.0
#include "cli/report/ledger_sheet.hpp"

#include "cli/report/csv.hpp"
#include "cli/report/sheet_parts.hpp"
#include "gis/base/text.hpp"

namespace merestone {
namespace {

class LedgerWords {
 public:
  LedgerWords(const LedgerSheet& sheet, const Phrases& phrases) : sheet_{sheet}, phrases_{phrases} {}

  std::string of(const std::string& id) const {
    if (id.empty()) return "–";
    const auto found = sheet_.words.find(id);
    if (found == sheet_.words.end()) return id;
    return phrases_.language().starts_with("zh") ? found->second.zh : found->second.en;
  }
  std::string day(std::optional<Date> day) const { return day ? phrases_.short_date(*day) : "–"; }
  std::string count(std::int64_t n) const { return phrases_.number(static_cast<double>(n)); }
  std::string share(std::optional<double> share) const { return share ? phrases_.percent(*share) : "–"; }

 private:
  const LedgerSheet& sheet_;
  const Phrases& phrases_;
};

ReportRow tally_row(const std::string& name, const EnforcementTally& t, const LedgerWords& words) {
  return {{{name}, {words.count(t.found)}, {words.count(t.notified)}, {words.count(t.self_corrected)}, {words.count(t.enforced)}, {words.count(t.closed)},
           {words.count(t.not_ours)}, {words.share(correction_rate(t))}, {words.share(own_correction_rate(t))}}};
}

Table tally_table(const char* first, const Phrases& phrases) {
  Table table;
  table.columns = {{phrases.text(first), 2.2}};
  for (const char* title : {"tally-found", "tally-notified", "tally-self-corrected", "tally-enforced", "tally-closed", "tally-not-ours", "tally-rate", "tally-own-rate"}) {
    table.columns.push_back({phrases.text(title), 1, Align::right});
  }
  return table;
}

void add_tallies(ReportDocument& document, const LedgerSheet& sheet, const LedgerWords& words, const Phrases& phrases) {
  document.blocks.emplace_back(Heading{phrases.text("section-progress"), "progress"});
  document.blocks.emplace_back(Paragraph{phrases.text("tally-note"), true});
  Table divisions = tally_table("ledger-township", phrases);
  for (const LedgerSection& section : sheet.ledger.sections) {
    divisions.rows.push_back(tally_row(section.name.empty() ? phrases.text("ledger-nowhere") : section.name, section.tally, words));
  }
  divisions.total = tally_row(phrases.text("ledger-total"), sheet.ledger.total, words);
  document.blocks.emplace_back(std::move(divisions));
  for (const auto& [title, tallies] : {std::pair{"ledger-class", &sheet.ledger.by_class}, std::pair{"ledger-zone", &sheet.ledger.by_zone}}) {
    if (tallies->empty()) continue;
    Table table = tally_table(title, phrases);
    for (const auto& [id, tally] : *tallies) table.rows.push_back(tally_row(id.empty() ? phrases.text("ledger-none") : words.of(id), tally, words));
    document.blocks.emplace_back(Heading{phrases.text(std::string{title} == "ledger-class" ? "section-by-class" : "section-by-zone"), title});
    document.blocks.emplace_back(std::move(table));
  }
}

void add_section(ReportDocument& document, const LedgerSection& section, const LedgerWords& words, const Phrases& phrases) {
  const std::string name = section.name.empty() ? phrases.text("ledger-nowhere") : section.name;
  document.blocks.emplace_back(Heading{name, "township-" + section.code});
  Table table;
  table.columns = {{phrases.text("ledger-grave"), 1.2}, {phrases.text("ledger-village"), 1.3}, {phrases.text("ledger-class"), 1.5}, {phrases.text("ledger-area"), 0.7, Align::right},
                   {phrases.text("ledger-built"), 1.2}, {phrases.text("ledger-case"), 1.9}, {phrases.text("ledger-state"), 1.3}, {phrases.text("ledger-due"), 1}};
  for (const LedgerRow& row : section.rows) {
    Cell state{row.kept ? phrases.text("ledger-kept") : words.of(row.state), row.outcome.empty() ? "" : words.of(row.outcome)};
    Cell due{words.day(row.due)};
    due.flagged = row.overdue;
    const std::string built = words.day(row.built_until ? row.built_until : row.built_from);
    table.rows.push_back({{{row.grave, row.is_protected ? phrases.text("ledger-protected") : ""}, {or_dash(row.village), row.land_class}, {words.of(row.grave_class)},
                           {row.area_m2 ? phrases.number(*row.area_m2, 1) : "–"}, {built}, {or_dash(row.number)}, state, due}});
  }
  document.blocks.emplace_back(std::move(table));
}

std::string day_text(std::optional<Date> day) { return day ? to_string(*day) : ""; }

void add_counts(ReportDocument& document, const PublicCounts& counts, const char* heading, const char* anchor, const char* first, const char* second, const Phrases& phrases) {
  document.blocks.emplace_back(Heading{phrases.text(heading), anchor});
  Table table;
  table.columns = {{phrases.text(first), 2}, {phrases.text(second), 3}, {phrases.text("public-count"), 1, Align::right}};
  for (const PublicCount& row : counts.rows) {
    std::vector<std::string> names = row.together;
    if (!row.unit.empty()) names.insert(names.begin(), row.unit);
    table.rows.push_back({{{row.within}, {or_dash(phrases.listed(names))}, {phrases.number(static_cast<double>(row.count))}}});
  }
  table.total = ReportRow{{{phrases.text("ledger-total")}, {""}, {phrases.number(static_cast<double>(counts.shown))}}};
  document.blocks.emplace_back(std::move(table));
  if (counts.hidden.empty()) return;
  document.blocks.emplace_back(Paragraph{phrases.text("public-hidden", {{"names", phrases.listed(counts.hidden)}}), true});
}

}  // namespace

ReportDocument compose_ledger(const LedgerSheet& sheet, const Phrases& phrases) {
  const LedgerWords words{sheet, phrases};
  ReportDocument document = begin_sheet(sheet.head, phrases.text("ledger"), sheet.division, phrases.text("ledger-subtitle", {{"day", phrases.long_date(sheet.head.on)}}), phrases);
  document.blocks.emplace_back(Notice{phrases.text("ledger-restricted"), phrases.text("ledger-restricted-what")});
  KeyFigures figures;
  const EnforcementTally& total = sheet.ledger.total;
  for (const auto& [label, n] : {std::pair{"tally-found", total.found}, std::pair{"tally-notified", total.notified}, std::pair{"tally-self-corrected", total.self_corrected},
                                 std::pair{"tally-enforced", total.enforced}, std::pair{"tally-closed", total.closed}}) {
    figures.figures.push_back({words.count(n), phrases.text(label), "progress"});
  }
  document.blocks.emplace_back(std::move(figures));
  add_sheet_map(document, sheet.map, "ledger-map-caption", "legend-township", "legend-grave", phrases);
  add_tallies(document, sheet, words, phrases);
  for (const LedgerSection& section : sheet.ledger.sections) add_section(document, section, words, phrases);
  return document;
}

ReportDocument compose_public_progress(const PublicProgress& progress, const Phrases& phrases) {
  ReportDocument document = begin_sheet(progress.head, phrases.text("public-progress"), progress.division, phrases.text("ledger-subtitle", {{"day", phrases.long_date(progress.head.on)}}), phrases);
  document.blocks.emplace_back(Paragraph{phrases.text("public-note", {{"least", phrases.number(static_cast<double>(progress.least))}}), true});
  add_counts(document, progress.found, "section-public-found", "found", "ledger-township", "ledger-village", phrases);
  add_counts(document, progress.closed, "section-public-closed", "closed", "ledger-county", "ledger-township", phrases);
  return document;
}

std::string ledger_csv(const Ledger& ledger) {
  std::vector<std::vector<std::string>> rows{{"township_code", "township", "grave", "village", "class", "land_class", "lon", "lat", "area_m2", "hardened", "built_from", "built_until", "protected",
                               "kept", "case", "state", "found", "notified", "due", "overdue", "outcome"}};
  for (const LedgerSection& section : ledger.sections) {
    for (const LedgerRow& row : section.rows) {
      rows.push_back({section.code, section.name, row.grave, row.village, row.grave_class, row.land_class, fixed(degrees(row.position.lon), 6), fixed(degrees(row.position.lat), 6),
                        row.area_m2 ? shortest(*row.area_m2) : "", row.hardened == Told::unknown ? "" : std::string{to_text(row.hardened)}, day_text(row.built_from),
                        day_text(row.built_until), row.is_protected ? "yes" : "no", row.kept ? "yes" : "no", row.number, row.state, day_text(row.found), day_text(row.notified),
                        day_text(row.due), row.overdue ? "yes" : "no", row.outcome});
    }
  }
  return to_csv(rows);
}

std::string public_csv(const PublicCounts& counts) {
  std::vector<std::vector<std::string>> rows{{"township", "village", "count"}};
  for (const PublicCount& row : counts.rows) {
    std::string names = row.unit;
    for (const std::string& each : row.together) names += (names.empty() ? "" : ";") + each;
    rows.push_back({row.within, names, std::to_string(row.count)});
  }
  return to_csv(rows);
}

std::string written(const LedgerSheet& sheet, const Phrases& phrases, std::string_view format) {
  if (format == "csv") return ledger_csv(sheet.ledger);
  return sheet_bytes(compose_ledger(sheet, phrases), sheet.head.on, format);
}
std::string written(const PublicProgress& progress, const Phrases& phrases, std::string_view format) {
  if (format == "csv") return public_csv(progress.found);
  return sheet_bytes(compose_public_progress(progress, phrases), progress.head.on, format);
}

}  // namespace merestone
