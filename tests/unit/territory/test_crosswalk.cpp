// SPDX-License-Identifier: Apache-2.0
#include "gis/territory/crosswalk.hpp"
#include "gis/territory/holdings.hpp"
#include "tests/support/sketch.hpp"

#include <catch2/catch.hpp>

using namespace merestone;

namespace {

const DivisionId west{1}, east{2}, whole{3}, south{4}, north{5};
const DivisionId none{};

/// Two fields side by side; h-e and i-j are later borders across.
const test::Sketch map{R"(
a  b  c

h  i  e

g  f  d)"};

struct Draft {
  Snapshot snapshot;
  std::int64_t next = 1;
  Draft& border(std::int64_t id, const char* letters, DivisionId left, DivisionId right) {
    snapshot.stretches.push_back({StretchId{id}, map.line(letters), EdgeKind::lonlat, {}});
    snapshot.delimitations.push_back({DelimitationId{next++}, StretchId{id}, left, right, {}});
    return *this;
  }
};

/// a-b-c-d-f-g: west | east, along b-f.
Snapshot before() {
  return Draft{}.border(1, "fghab", none, west).border(2, "bcedf", none, east).border(3, "bif", east, west).snapshot;
}

const CrosswalkRow* row(const Crosswalk& walk, DivisionId from, DivisionId to) {
  for (const CrosswalkRow& each : walk.rows) {
    if (each.from == from && each.to == to) return &each;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("a merger: two sources of weight 1, one target, the total unchanged") {
  const Snapshot after = Draft{}.border(1, "fghab", none, whole).border(2, "bcedf", none, whole).snapshot;
  const Crosswalk walk = crosswalk(before(), after);
  REQUIRE(walk.rows.size() == 2);
  CHECK(row(walk, west, whole)->weight == 1.0);
  CHECK(row(walk, west, whole)->of_target + row(walk, east, whole)->of_target == Approx(1).epsilon(1e-15));
  CHECK(walk.lost_um2 == 0);
  CHECK(walk.gained_um2 == 0);
  Wide sum = 0;
  for (const auto& [division, area] : held_ground(before())) sum += area;
  CHECK(walk.total_um2 == sum);
  CHECK(walk.quality == Approx(1).epsilon(1e-12));  // whole sources: nothing has to be divided
}

TEST_CASE("another border across: four faces, exact weights, the ABS index of mixed targets") {
  // hie runs from border to border; what was one stretch on either side is two now.
  const Snapshot after = Draft{}
                             .border(11, "fgh", none, south)
                             .border(12, "hab", none, north)
                             .border(13, "bce", none, north)
                             .border(14, "edf", none, south)
                             .border(15, "hie", north, south)
                             .snapshot;
  const Crosswalk walk = crosswalk(before(), after);
  REQUIRE(walk.rows.size() == 4);
  double of_west = 0;
  Wide total = 0;
  for (const CrosswalkRow& each : walk.rows) {
    if (each.from == west) of_west += each.weight;
    total += each.area_um2;
    CHECK(each.weight == Approx(0.5).epsilon(1e-3));
  }
  CHECK(of_west == Approx(1).epsilon(1e-15));
  CHECK(total == walk.total_um2);
  Wide then = 0, now = 0;
  for (const auto& [division, area] : held_ground(before())) then += area;
  for (const auto& [division, area] : held_ground(after)) now += area;
  CHECK(total == then);
  CHECK(then == now);
  REQUIRE(walk.targets.size() == 2);
  CHECK(walk.targets[0].quality == Approx(0.5).epsilon(1e-3));  // 2 × (1/2 × 1/2)
  // The same two days the other way round.
  const Crosswalk back = crosswalk(after, before());
  CHECK(back.rows.size() == 4);
  CHECK(back.total_um2 == walk.total_um2);
}

TEST_CASE("ground on record on one day only is told, not shared out") {
  const Snapshot after = Draft{}.border(1, "fghab", none, west).border(3, "bif", none, west).snapshot;
  const Crosswalk walk = crosswalk(before(), after);
  REQUIRE(walk.rows.size() == 2);
  CHECK(row(walk, west, west)->weight == 1.0);
  REQUIRE(row(walk, east, none) != nullptr);
  CHECK(row(walk, east, none)->weight == 1.0);
  CHECK(walk.lost_um2 == row(walk, east, none)->area_um2);
  const Crosswalk back = crosswalk(after, before());
  CHECK(back.gained_um2 == walk.lost_um2);
  CHECK(row(back, none, east)->weight == 0.0);
  CHECK(row(back, none, east)->of_target == 1.0);
}

TEST_CASE("by level: parts of a source sum to 1 there too") {
  DivisionFacts facts;
  for (const DivisionId id : {west, east, whole}) facts.versions.push_back({id, 2, "commune", {}});
  facts.versions.push_back({DivisionId{9}, 1, "county", {}});
  for (const DivisionId id : {west, east, whole}) facts.memberships.push_back({id, DivisionId{9}, MembershipKind::legal, {}});
  const DivisionRegister divisions{facts, parse_date("2020-01-01")};
  const Snapshot after = Draft{}.border(1, "fghab", none, whole).border(2, "bcedf", none, whole).snapshot;
  const Crosswalk walk = at_level(crosswalk(before(), after), divisions, divisions, 1);
  REQUIRE(walk.rows.size() == 1);
  CHECK(walk.rows[0].from == DivisionId{9});
  CHECK(walk.rows[0].weight == 1.0);
}
