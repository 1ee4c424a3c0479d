// SPDX-License-Identifier: Apache-2.0
// How ground passes on, which pair a border divides, and what becomes of lines meanwhile.
#include "gis/boundaries/dividing.hpp"
#include "gis/boundaries/inheritance.hpp"
#include "gis/boundaries/line_parts.hpp"

#include <catch2/catch.hpp>

using namespace merestone;

namespace {

Date day(const char* text) { return parse_date(text); }
DivisionId id(std::int64_t value) { return {value}; }

/// "1|2 2000-01-01" for each piece and its first day.
std::vector<std::string> pieces(DivisionId left, DivisionId right, const Bequests& bequests,
                                std::vector<DivisionId>* lost = nullptr) {
  Delimitation said;
  said.left = left;
  said.right = right;
  said.valid = {day("2000-01-01"), open_end};
  std::vector<DivisionId> without;
  std::vector<std::string> told;
  for (const Delimitation& d : inherited(said, bequests, without)) {
    told.push_back(std::to_string(d.left.value) + "|" + std::to_string(d.right.value) + " " + to_string(d.valid.from));
  }
  if (lost) *lost = without;
  return told;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("ground passes from heir to heir") {
  const Bequests bequests{{id(1), {day("2005-01-01"), id(3)}}, {id(3), {day("2010-01-01"), id(4)}}};
  CHECK(pieces(id(1), id(2), bequests) == Words{"1|2 2000-01-01", "3|2 2005-01-01", "4|2 2010-01-01"});
  CHECK(pieces(id(2), id(9), bequests) == Words{"2|9 2000-01-01"});
}

TEST_CASE("between parts of one heir there is no line") {
  const Bequests bequests{{id(1), {day("2005-01-01"), id(3)}}, {id(2), {day("2005-01-01"), id(3)}}};
  CHECK(pieces(id(1), id(2), bequests) == Words{"1|2 2000-01-01"});
  const Bequests swallowed{{id(1), {day("2005-01-01"), id(2)}}};
  CHECK(pieces(id(1), id(2), swallowed) == Words{"1|2 2000-01-01"});
}

TEST_CASE("who had ended before had his heir from the start") {
  const Bequests bequests{{id(1), {day("1990-01-01"), id(3)}}};
  CHECK(pieces(id(1), id(2), bequests) == Words{"3|2 2000-01-01"});
}

TEST_CASE("ground leaves the record with an heir abroad; without any heir it is told") {
  std::vector<DivisionId> lost;
  CHECK(pieces(id(1), id(2), {{id(1), {day("2005-01-01"), {}, true}}}, &lost) == Words{"1|2 2000-01-01", "0|2 2005-01-01"});
  CHECK(lost.empty());
  CHECK(pieces(id(1), {}, {{id(1), {day("2005-01-01"), {}, true}}}) == Words{"1|0 2000-01-01"});
  pieces(id(1), id(2), {{id(1), {day("2005-01-01"), {}}}}, &lost);
  CHECK(lost == std::vector<DivisionId>{id(1)});
}

TEST_CASE("bequests in a circle end") {
  const Bequests circle{{id(1), {day("2005-01-01"), id(3)}}, {id(3), {day("2005-01-01"), id(1)}}};
  CHECK(pieces(id(1), id(2), circle).size() <= 4);
}

TEST_CASE("a border divides the highest pair that differs") {
  using Chain = std::vector<Rank>;
  const Chain angers{{id(7), 4}, {id(491), 3}, {id(49), 2}, {id(52), 1}};
  const auto levels = [](const Chain& left, const Chain& right) {
    const auto pair = divided_pair(left, right);
    return pair ? std::vector<std::int64_t>{pair->left.value, pair->right.value, pair->level} : std::vector<std::int64_t>{};
  };
  using Pair = std::vector<std::int64_t>;
  CHECK(levels(angers, {{id(8), 4}, {id(491), 3}, {id(49), 2}, {id(52), 1}}) == Pair{7, 8, 4});
  CHECK(levels(angers, {{id(9), 4}, {id(531), 3}, {id(53), 2}, {id(52), 1}}) == Pair{49, 53, 2});
  CHECK(levels(angers, {{id(6), 4}, {id(371), 3}, {id(37), 2}, {id(24), 1}}) == Pair{52, 24, 1});
  // A level that one side leaves out divides nothing.
  CHECK(levels(angers, {{id(5), 4}, {id(49), 2}, {id(52), 1}}) == Pair{7, 5, 4});
  CHECK(levels({{id(1), 3}}, {{id(2), 4}}) == Pair{1, 2, 4});
  CHECK(levels(angers, angers).empty());
  CHECK(levels(angers, {}).empty());
}

TEST_CASE("a part keeps its place until the walk changes") {
  const Polyline west{{0, 0}, {10, 0}}, middle{{20, 0}, {10, 0}}, east{{20, 0}, {30, 0}};
  const StretchId a{1}, b{2}, c{3};
  const Period all{day("2000-01-01"), open_end}, late{day("2010-01-01"), open_end};
  const LineStretch whole[] = {{b, middle, all}, {a, west, all}, {c, east, late}};
  const auto parts = parts_through_time(whole);
  REQUIRE(parts.size() == 3);
  CHECK(parts[0] == DatedPart{1, {a, true}, all});
  CHECK(parts[1] == DatedPart{2, {b, false}, all});
  CHECK(parts[2] == DatedPart{3, {c, true}, late});
  CHECK(periods_of(whole) == std::vector<Period>{all});

  // The first stretch joins later: all others move back by one place.
  const LineStretch late_start[] = {{b, middle, all}, {a, west, late}};
  const auto moved = parts_through_time(late_start);
  REQUIRE(moved.size() == 3);
  CHECK(moved[0].part.stretch == b);
  CHECK(moved[0].valid.until == late.from);
  CHECK(moved[1] == DatedPart{1, {a, true}, late});
  CHECK(moved[2] == DatedPart{2, {b, false}, late});
}

TEST_CASE("a line rests while it has no part") {
  const Polyline path{{0, 0}, {10, 0}};
  const Period early{day("2000-01-01"), day("2005-01-01")}, late{day("2010-01-01"), open_end};
  const LineStretch twice[] = {{StretchId{1}, path, early}, {StretchId{1}, path, late}};
  CHECK(periods_of(twice) == std::vector<Period>{early, late});
  const auto parts = parts_through_time(twice);
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].valid == early);
  CHECK(parts[1].valid == late);
  CHECK(parts_through_time({}).empty());
}
