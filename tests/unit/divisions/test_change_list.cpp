// SPDX-License-Identifier: Apache-2.0
/// Lists of changes as authorities publish them each year: the Swiss mutations (domain.md §2.4), codes (AD-06).
#include "gis/divisions/change_list.hpp"

#include <catch2/catch.hpp>

using namespace merestone;

namespace {

const Date d1 = parse_date("2001-01-01"), d2 = parse_date("2010-01-01"), d3 = parse_date("2010-07-01"), d4 = parse_date("2015-01-01");

void live(DivisionFacts& facts, std::int64_t id, const char* code, const char* name, Period valid) {
  facts.versions.push_back({DivisionId{id}, 3, "commune", valid});
  facts.codes.push_back({DivisionId{id}, "bfs", code, valid});
  facts.names.push_back({DivisionId{id}, name, "de", "official", valid});
}

/// In 2010: 1 and 2 merge into 3; 4 gives ground to 5 and is renamed; in July 6 is renumbered. In 2015 7 ends.
DivisionFacts record() {
  DivisionFacts facts;
  live(facts, 1, "11", "Aster", {d1, d2});
  live(facts, 2, "12", "Birke", {d1, d2});
  live(facts, 3, "13", "Asterbirke", {d2, open_end});
  facts.versions.push_back({DivisionId{4}, 3, "commune", {d1, open_end}});
  facts.codes.push_back({DivisionId{4}, "bfs", "14", {d1, open_end}});
  facts.names.push_back({DivisionId{4}, "Erle", "de", "official", {d1, d2}});
  facts.names.push_back({DivisionId{4}, "Erlen", "de", "official", {d2, open_end}});
  live(facts, 5, "15", "Fichte", {d1, open_end});
  facts.versions.push_back({DivisionId{6}, 3, "commune", {d1, open_end}});
  facts.names.push_back({DivisionId{6}, "Ginster", "de", "official", {d1, open_end}});
  facts.codes.push_back({DivisionId{6}, "bfs", "16", {d1, d3}});
  facts.codes.push_back({DivisionId{6}, "bfs", "61", {d3, open_end}});
  live(facts, 7, "17", "Hasel", {d1, d4});
  facts.successions = {{DivisionId{1}, DivisionId{3}, d2, "Fusion"}, {DivisionId{2}, DivisionId{3}, d2, "Fusion"}, {DivisionId{4}, DivisionId{5}, d2, "Tausch"}};
  return facts;
}

std::string told(const std::vector<ListedChange>& list) {
  std::string text;
  for (const ListedChange& row : list) {
    text += std::to_string(row.mutation) + " " + std::string{word_of(row.kind)} + " " + std::to_string(row.division.value);
    if (!row.before.empty() || !row.after.empty()) text += " " + row.before + ">" + row.after;
    for (const DivisionId id : row.with) text += " with " + std::to_string(id.value);
    text += ";";
  }
  return text;
}

}  // namespace

TEST_CASE("the list of a year: mergers, ground between those that live on, names and numbers, each mutation one number") {
  const auto list = changes_between(d2, parse_date("2011-01-01"), record(), {}, {});
  CHECK(told(list) ==
        "1 abolish 1 with 3;1 abolish 2 with 3;1 establish 3 with 1 with 2;"
        "2 rename 4 Erle>Erlen;2 boundary 4 with 5;2 boundary 5 with 4;"
        "3 renumber 6 16>61;");
  CHECK(list.front().reason == "Fusion");
  CHECK(list.front().day == d2);
  CHECK(list.back().day == d3);
}

TEST_CASE("a list holds its days alone; what was there from the first is no change") {
  CHECK(changes_between(d1 + std::chrono::days{1}, d2, record(), {}, {}).empty());
  CHECK(told(changes_between(d3, d4, record(), {}, {})) == "1 renumber 6 16>61;");
  CHECK(told(changes_between(d4, d4 + std::chrono::days{1}, record(), {}, {})) == "1 abolish 7;");
  DivisionFacts always;
  live(always, 1, "11", "Aster", {unknown_start, open_end});
  CHECK(changes_between(unknown_start, open_end, always, {}, {}).empty());
}

TEST_CASE("a superior and a seat that change are listed, and nothing else of that day") {
  DivisionFacts facts = record();
  facts.memberships = {{DivisionId{5}, DivisionId{90}, MembershipKind::legal, {d1, d3}}, {DivisionId{5}, DivisionId{91}, MembershipKind::legal, {d3, open_end}}};
  const std::vector<DivisionSeat> seats{{DivisionId{7}, {"Alt", {}}, {d1, d3}}, {DivisionId{7}, {"Neu", {}}, {d3, open_end}}};
  const auto list = changes_between(d3, parse_date("2011-01-01"), facts, {}, seats);
  std::vector<std::pair<ChangeKind, std::int64_t>> kinds;
  for (const ListedChange& row : list) kinds.emplace_back(row.kind, row.division.value);
  CHECK(kinds == std::vector<std::pair<ChangeKind, std::int64_t>>{
                     {ChangeKind::change_superior, 5}, {ChangeKind::renumber, 6}, {ChangeKind::move_seat, 7}});
}
