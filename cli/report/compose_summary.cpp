// SPDX-License-Identifier: Apache-2.0
// The first page: what, when, how large, and the map.
#include "cli/report/compose.hpp"

#include "cli/report/map_plate.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace merestone {
namespace {

using Symbol = LegendEntry::Symbol;

std::string validity(const Period& valid, const Phrases& phrases) {
  const std::string from = phrases.long_date(valid.from);
  const std::string until = phrases.long_date(valid.until);
  if (valid.from == unknown_start && valid.until == open_end) return phrases.text("in-force-always");
  if (valid.until == open_end) return phrases.text("in-force-since", {{"from", from}});
  if (valid.from == unknown_start) return phrases.text("in-force-until", {{"until", until}});
  return phrases.text("in-force-between", {{"from", from}, {"until", until}});
}

std::string superiors(const BoundaryReport& report, const Phrases& phrases) {
  if (report.superiors.empty()) return phrases.text("belongs-nowhere");
  std::string words;
  for (const DivisionCard& superior : report.superiors) {
    words += (words.empty() ? "" : " › ") + name_and_code(superior, phrases);
  }
  return words;
}

/// "2026-11-23T15:00:00Z" as "2026-11-23 15:00 UTC".
std::string instant(const std::string& produced_at) {
  if (produced_at.size() < 17 || produced_at[10] != 'T') return produced_at;
  return produced_at.substr(0, 10) + " " + produced_at.substr(11, 5) + " UTC";
}

std::string member_word(const BoundaryReport& report, const Phrases& phrases) {
  std::set<std::string> kinds;
  for (const ReportMember& member : report.members) kinds.insert(member.division.kind);
  if (kinds.size() == 1 && phrases.knows("kinds-" + *kinds.begin())) return phrases.text("kinds-" + *kinds.begin());
  return phrases.text("figure-members");
}

std::string line_word(const std::string& kind, const Phrases& phrases) {
  const std::string key = "legend-line-" + kind;
  return phrases.knows(key) ? phrases.text(key) : phrases.text("legend-line", {{"kind", phrases.word("kind", kind)}});
}

std::vector<LegendEntry> legend_of(const BoundaryReport& report, const Phrases& phrases) {
  std::vector<LegendEntry> legend;
  const auto add = [&](Symbol symbol, const std::string& text) -> LegendEntry& {
    legend.emplace_back().symbol = symbol;
    legend.back().text = text;
    return legend.back();
  };
  using Role = SheetGround::Role;
  const auto has = [&](Role role) {
    return std::any_of(report.map.grounds.begin(), report.map.grounds.end(),
                       [&](const SheetGround& ground) { return ground.role == role; });
  };
  add(Symbol::subject, report.subject.name.empty() ? report.subject.code : report.subject.name);
  if (has(Role::disputed)) add(Symbol::disputed, phrases.text("legend-disputed"));
  if (has(Role::neighbour)) add(Symbol::neighbour, phrases.text("legend-neighbours"));
  int outline_rank = 3;
  bool disputed = false;
  for (const SheetLine& line : report.map.lines) {
    if (line.outline) outline_rank = std::min(outline_rank, line.rank);
    disputed = disputed || line.disputed;
  }
  LegendEntry& outline = add(Symbol::line, phrases.text("legend-outline"));
  outline.rank = outline_rank;
  outline.outline = true;
  for (const auto& [rank, kind] : report.line_kinds) add(Symbol::line, line_word(kind, phrases)).rank = rank;
  if (disputed) add(Symbol::line, phrases.text("legend-disputed-line")).disputed = true;
  if (!report.map.markers.empty()) add(Symbol::marker, phrases.text("legend-marker"));
  std::map<std::string, std::set<int>> kinds;
  for (const ReportExposure& exposure : report.exposures) {
    if (exposure.severity > 0) kinds[exposure.kind].insert(exposure.severity);
  }
  for (const auto& [kind, severities] : kinds) {
    const std::string low = std::to_string(*severities.begin()), high = std::to_string(*severities.rbegin());
    LegendEntry& entry = add(Symbol::zone, phrases.text(low == high ? "legend-zone-one" : "legend-zone",
                                                        {{"kind", phrases.word("hazard", kind)}, {"low", low}, {"high", high}}));
    entry.kind = kind;
    entry.severities.assign(severities.begin(), severities.end());
  }
  const auto flagged = [](const SheetSite& site) { return site.flagged; };
  const auto& sites = report.map.sites;
  if (!std::all_of(sites.begin(), sites.end(), flagged)) add(Symbol::site, phrases.text("legend-site"));
  if (std::any_of(sites.begin(), sites.end(), flagged)) add(Symbol::flagged_site, phrases.text("legend-flagged-site"));
  if (!report.map.places.empty()) add(Symbol::place, phrases.text("legend-place"));
  return legend;
}

}  // namespace

void compose_summary(ReportDocument& document, const BoundaryReport& report, const Phrases& phrases) {
  const DivisionCard& subject = report.subject;
  FactList facts;
  facts.facts.push_back({phrases.text("code"), subject.code});
  facts.facts.push_back({phrases.text("law-on"), phrases.long_date(report.on)});
  facts.facts.push_back({phrases.text("kind-and-level"),
                         phrases.text("kind-of-level", {{"kind", phrases.word("kind", subject.kind)},
                                                        {"level", std::to_string(subject.level)}})});
  facts.facts.push_back({phrases.text("in-force"), validity(report.valid, phrases)});
  const bool long_chain = report.superiors.size() > 1;
  facts.facts.push_back({phrases.text("belongs-to"), superiors(report, phrases), false, long_chain});
  facts.facts.push_back({phrases.text("revision"), phrases.number(static_cast<double>(report.revision)), false, long_chain});
  if (!report.produced_at.empty() || !report.program.empty()) {
    facts.facts.push_back({phrases.text("produced"),
                           report.produced_at.empty() ? phrases.text("produced-program", {{"program", report.program}})
                                                      : phrases.text("produced-by", {{"at", instant(report.produced_at)},
                                                                                     {"program", report.program}}),
                           false, true});
  }
  facts.facts.push_back({phrases.text("audit-head"), report.audit_head.empty() ? phrases.text("not-known") : report.audit_head,
                         true, true});
  document.blocks.emplace_back(std::move(facts));

  KeyFigures figures;
  figures.figures.push_back({phrases.with_unit(phrases.km2(report.area_m2), "km2"), phrases.text("figure-area"), "measures"});
  figures.figures.push_back({phrases.with_unit(phrases.km(report.perimeter_m), "km"), phrases.text("figure-perimeter"), "measures"});
  if (!report.members.empty()) {
    figures.figures.push_back({phrases.number(static_cast<double>(report.members.size())), member_word(report, phrases), "members"});
  }
  const auto known = std::count_if(report.neighbours.begin(), report.neighbours.end(),
                                   [](const ReportNeighbour& neighbour) { return !neighbour.party.empty(); });
  if (known > 0) {
    figures.figures.push_back({phrases.number(static_cast<double>(known)), phrases.text("figure-neighbours"), "neighbours"});
  }
  if (!report.exposures.empty() && report.area_m2 > 0) {
    figures.figures.push_back({phrases.percent(report.exposed_m2 / report.area_m2), phrases.text("figure-exposed"), "hazards"});
  }
  document.blocks.emplace_back(std::move(figures));

  MapPlate plate;
  plate.sheet = report.map;
  put_marks(plate.sheet, phrases);
  plate.sheet.legend = legend_of(report, phrases);
  const std::string numbers = report.map.markers.empty() ? "" : phrases.text("map-numbers");
  plate.caption = phrases.sentences(phrases.text("map-caption"), numbers);
  plate.screen_caption = phrases.sentences(phrases.text("map-caption-screen"), numbers);
  plate.alternative = phrases.text("map") + phrases.text("colon") + name_and_code(subject, phrases);
  document.blocks.emplace_back(std::move(plate));
  for (const std::string& source : report.generated) {
    document.blocks.emplace_back(Notice{phrases.text("notice"), phrases.text("notice-generated", {{"source", source}})});
  }
}

}  // namespace merestone
