// SPDX-License-Identifier: Apache-2.0
#include "gis/territory/locate.hpp"
#include "gis/territory/territory.hpp"
#include "gis/territory/viewpoints.hpp"
#include "tests/support/sketch.hpp"

#include <catch2/catch.hpp>

using namespace merestone;

namespace {

constexpr DivisionId sea{}, west{1}, east{2};
constexpr ClaimId ground{1}, westerners{2};
constexpr DisputeId valley{1};

Delimitation says(std::int64_t stretch, DivisionId left, DivisionId right, std::optional<ClaimId> claim = {}) {
  return {{}, {stretch}, left, right, claim, {}, {}};
}

Stretch stretch(std::int64_t id, Polyline path) { return {{id}, std::move(path), EdgeKind::lonlat, "", 0}; }

const test::Sketch map{R"(
a  b  c  d
      v
h  e  f  g)"};

/// West and East agree on nothing between their two lines be and cvf.
/// East holds the valley b-c-f-e; West claims it.
Snapshot disputed_valley() {
  return {{stretch(1, map.line("bahe")), stretch(2, map.line("cdgf")), stretch(3, map.line("be")),
           stretch(4, map.line("cvf")), stretch(5, map.line("bc")), stretch(6, map.line("ef"))},
          {says(1, west, sea), says(2, sea, east), says(3, east, west, ground), says(4, east, west, westerners),
           says(5, sea, east, ground), says(5, sea, west, westerners), says(6, east, sea, ground),
           says(6, west, sea, westerners)},
          {{ground, valley, {}, ""}, {westerners, valley, west, ""}},
          {{"W", valley, westerners}}};
}

/// Square degrees of ground with exactly these holders.
double ground_of(const Territory& territory, const Holders& holders) {
  double sum = 0;
  for (const Face& face : territory.faces) {
    if (territory.holders[face.unit] != holders) continue;
    sum += static_cast<double>(face.outer.twice_area) / 2e18;
    for (const Cycle& hole : face.holes) sum += static_cast<double>(hole.twice_area) / 2e18;
  }
  return sum;
}

SnapshotInBox whole(const Snapshot& snapshot) {
  return [&snapshot](const Box&) { return snapshot; };
}

Box extent(const Snapshot& snapshot) {
  Box box;
  for (const Stretch& s : snapshot.stretches) box.add(box_of(s.path));
  return box;
}

}  // namespace

TEST_CASE("one set of lines, five pictures of the same valley") {
  const Snapshot snapshot = disputed_valley();

  const auto now = derive(snapshot, StatusQuo{});
  CHECK(ground_of(now, {west}) == 6);
  CHECK(ground_of(now, {east}) == 12);
  CHECK(now.contradictions.empty());

  const auto west_says = derive(snapshot, AsClaimedBy{west});
  CHECK(ground_of(west_says, {west}) == 12);
  CHECK(ground_of(west_says, {east}) == 6);

  const auto east_says = derive(snapshot, AsClaimedBy{east});  // East claims only what it holds
  CHECK(ground_of(east_says, {east}) == 12);

  const auto viewer = derive(snapshot, AsSeenBy{"W"});
  CHECK(ground_of(viewer, {west}) == 12);
  CHECK(ground_of(derive(snapshot, AsSeenBy{"X"}), {west}) == 6);

  const auto neutral = derive(snapshot, Neutral{});
  CHECK(ground_of(neutral, {west}) == 6);
  CHECK(ground_of(neutral, {east}) == 6);
  CHECK(ground_of(neutral, {west, east}) == 6);
}

TEST_CASE("ground claimed deep inside another's is disputed, the ground around it is not") {
  const test::Sketch inside{R"(
a        b
   e  f
   h  g
d        c)"};
  const Snapshot snapshot{{stretch(1, inside.line("adcba")), stretch(2, inside.line("ehgfe"))},
                          {says(1, east, sea), says(2, west, east, westerners)},
                          {{ground, valley, {}, ""}, {westerners, valley, west, ""}},
                          {}};
  CHECK(derive(snapshot, StatusQuo{}).faces.size() == 1);
  const auto neutral = derive(snapshot, Neutral{});
  REQUIRE(neutral.faces.size() == 2);
  CHECK(ground_of(neutral, {west, east}) == 3);
  CHECK(ground_of(neutral, {east}) == 24);
  CHECK(ground_of(derive(snapshot, AsClaimedBy{west}), {west}) == 3);
}

TEST_CASE("two holders of the same ground in one picture are an error of the record") {
  const test::Sketch square{R"(
a  b

d  c)"};
  const Snapshot snapshot{{stretch(1, square.line("adc")), stretch(2, square.line("cba"))},
                          {says(1, east, sea), says(2, west, sea)},
                          {},
                          {}};
  CHECK(derive(snapshot, StatusQuo{}).contradictions == std::vector{west, east});
}

TEST_CASE("a settled dispute is nobody's viewpoint any more") {
  Snapshot snapshot = disputed_valley();
  CHECK(opinions_in(snapshot).claims.size() == 2);
  CHECK(opinions_in(snapshot).acceptances.size() == 1);
  std::erase_if(snapshot.delimitations, [](const Delimitation& d) { return d.claim == westerners; });
  for (Delimitation& d : snapshot.delimitations) d.claim = {};
  CHECK(viewpoints(opinions_in(snapshot), DivisionRegister{DivisionFacts{}, parse_date("2020-01-01")}).empty());
}

TEST_CASE("levels are read off the two sides of an arc") {
  DivisionFacts facts;
  const DivisionId county{10}, province{20}, far_province{21};
  for (const auto& [id, level] : std::initializer_list<std::pair<DivisionId, Level>>{
           {west, 4}, {east, 4}, {county, 3}, {province, 1}, {far_province, 1}}) {
    facts.versions.push_back({id, level, "", {}, {}});
  }
  facts.memberships = {{west, county, MembershipKind::legal, {}},
                       {county, province, MembershipKind::legal, {}},
                       {east, far_province, MembershipKind::legal, {}}};  // leaves the county level out
  const DivisionRegister divisions{facts, parse_date("2020-01-01")};
  const auto territory = derive(disputed_valley(), StatusQuo{});
  std::vector<LevelView> views;
  for (const Level level : {1, 3, 4}) views.push_back(at_level(territory, divisions, level));
  CHECK(views[0].units.size() == 2);
  CHECK(views[1].units.size() == 1);
  CHECK(std::count(views[1].unit_of.begin(), views[1].unit_of.end(), nobody) == 1);
  for (const Arc& arc : territory.mesh.arcs) CHECK(divided_level(views, arc) == 1);
}

TEST_CASE("a point is answered from the lines near it") {
  const Snapshot snapshot = disputed_valley();
  const Box box = extent(snapshot);
  const auto at = [&](double lon, double lat, const Viewpoint& viewpoint) {
    return locate(from_degrees(lon, lat), box, whole(snapshot), viewpoint);
  };
  CHECK(at(1, 1, StatusQuo{}).holders == Holders{west});
  CHECK(at(4.5, 1, StatusQuo{}).holders == Holders{east});
  CHECK(at(4.5, 1, AsClaimedBy{west}).holders == Holders{west});
  const auto neutral = at(4.5, 1, Neutral{});
  CHECK(neutral.status == LocateStatus::disputed);
  CHECK(neutral.holders == Holders{west, east});
  CHECK(at(8, 1, Neutral{}).status == LocateStatus::inside);
  CHECK(at(4.5, 3, StatusQuo{}).status == LocateStatus::outside);
  const auto line = at(3, 1, StatusQuo{});
  CHECK(line.status == LocateStatus::on_line);
  CHECK(line.holders == Holders{west, east});
  CHECK(at(6, 1, StatusQuo{}).status == LocateStatus::inside);  // on West's claim, which status quo does not draw
}
