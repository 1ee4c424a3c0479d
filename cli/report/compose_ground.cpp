// SPDX-License-Identifier: Apache-2.0
// Area and perimeter, members, neighbours.
#include "cli/report/compose.hpp"

#include <algorithm>
#include <map>

namespace merestone {
namespace {

/// Small ground needs more decimals, all the same in one table.
int area_decimals(double area_m2) { return area_m2 >= 10e6 ? 2 : area_m2 >= 0.1e6 ? 4 : 6; }

std::string extent_words(const Box& box, const Phrases& phrases) {
  return phrases.position({box.west, box.south}) + " – " + phrases.position({box.east, box.north});
}

std::string kinds_of(const std::vector<ReportMember>& members, const Phrases& phrases) {
  std::map<std::string, std::size_t> count;
  for (const ReportMember& member : members) ++count[member.division.kind];
  std::string words;
  for (const auto& [kind, n] : count) {
    const std::string key = (n == 1 ? "kind-" : "kinds-") + kind;
    const std::string what = phrases.knows(key) ? phrases.text(key) : phrases.word("kind", kind);
    words += (words.empty() ? "" : phrases.text("list-comma")) +
             phrases.text("count-of", {{"count", phrases.number(static_cast<double>(n))}, {"what", what}});
  }
  return words;
}

void compose_members(ReportDocument& document, const BoundaryReport& report, const Phrases& phrases) {
  document.blocks.emplace_back(Heading{phrases.text("section-members"), "members"});
  if (report.members.empty()) {
    document.blocks.emplace_back(Paragraph{phrases.text("members-none")});
    return;
  }
  const auto landless = std::count_if(report.members.begin(), report.members.end(),
                                      [](const ReportMember& member) { return member.area_m2 == 0; });
  std::string intro = phrases.text("members-intro", {{"kinds", kinds_of(report.members, phrases)}});
  if (landless > 0) {
    intro = phrases.sentences(intro, phrases.counted("members-landless", static_cast<std::size_t>(landless),
                                                     {{"count", phrases.number(static_cast<double>(landless))}}));
  }
  document.blocks.emplace_back(Paragraph{std::move(intro)});

  Table table;
  std::size_t longest_code = 0;
  for (const ReportMember& member : report.members) longest_code = std::max(longest_code, member.division.code.size());
  table.columns = {{phrases.text("code"), std::max(1.0, 0.2 * static_cast<double>(longest_code))}, {phrases.text("name"), 3.2},
                   {phrases.text("area-km2"), 1.5, Align::right}, {phrases.text("share"), 1.1, Align::right}};
  table.columns_of_rows = report.members.size() > 12 ? 2 : 1;
  const int decimals = area_decimals(report.area_m2 / static_cast<double>(report.members.size()));
  const auto row = [&](std::string code, std::string name, double area_m2) {
    return ReportRow{{{std::move(code)}, {std::move(name)}, {phrases.km2(area_m2, decimals)},
                {report.area_m2 > 0 ? phrases.percent(area_m2 / report.area_m2, 2) : ""}}};
  };
  double sum = report.unassigned_m2;
  for (const ReportMember& member : report.members) {
    table.rows.push_back(row(member.division.code, member.division.name, member.area_m2));
    sum += member.area_m2;
  }
  if (report.unassigned_m2 > 0) table.rows.push_back(row("", phrases.text("unassigned"), report.unassigned_m2));
  table.total = row("", phrases.text("total"), sum);
  table.total->strong = true;
  document.blocks.emplace_back(std::move(table));
}

void compose_neighbours(ReportDocument& document, const BoundaryReport& report, const Phrases& phrases) {
  document.blocks.emplace_back(Heading{phrases.text("section-neighbours"), "neighbours"});
  document.blocks.emplace_back(Paragraph{phrases.text("neighbours-intro")});
  Table table;
  table.columns = {{phrases.text("code"), 0.8}, {phrases.text("neighbour"), 4},
                   {phrases.text("shared-length"), 1.6, Align::right}, {phrases.text("share"), 1, Align::right}};
  for (const ReportNeighbour& neighbour : report.neighbours) {
    const bool one = neighbour.party.size() == 1;
    table.rows.push_back({{{one ? neighbour.party.front().code : ""},
                           {one ? neighbour.party.front().name : party_words(neighbour.party, phrases)},
                           {phrases.km(neighbour.length_m)},
                           {phrases.percent(neighbour.length_m / report.perimeter_m)}}});
  }
  table.total = ReportRow{{{""}, {phrases.text("perimeter")}, {phrases.km(report.perimeter_m)}, {phrases.percent(1)}}, true};
  document.blocks.emplace_back(std::move(table));
}

}  // namespace

void compose_ground(ReportDocument& document, const BoundaryReport& report, const Phrases& phrases) {
  document.blocks.emplace_back(Heading{phrases.text("section-measures"), "measures"});
  FactList facts;
  const int decimals = area_decimals(report.area_m2);
  facts.facts.push_back({phrases.text("area"), phrases.with_unit(phrases.km2(report.area_m2, std::max(4, decimals)), "km2")});
  facts.facts.push_back({phrases.text("perimeter"), phrases.with_unit(phrases.km(report.perimeter_m, 3), "km")});
  if (report.disputed_m2 > 0) {
    facts.facts.push_back({phrases.text("disputed-area"),
                           phrases.with_unit(phrases.km2(report.disputed_m2, std::max(4, decimals)), "km2"), false, true});
  }
  facts.facts.push_back({phrases.text("extent"), extent_words(report.extent, phrases), false, true});
  if (report.pieces > 1) {
    facts.facts.push_back({phrases.text("pieces"), phrases.number(static_cast<double>(report.pieces)), false, true});
  }
  document.blocks.emplace_back(std::move(facts));
  document.blocks.emplace_back(Paragraph{phrases.text("method"), true});
  compose_members(document, report, phrases);
  if (!report.neighbours.empty()) compose_neighbours(document, report, phrases);
}

}  // namespace merestone
