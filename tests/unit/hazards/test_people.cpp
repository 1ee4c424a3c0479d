// SPDX-License-Identifier: Apache-2.0
#include "gis/base/error.hpp"
#include "gis/geodesy/measure.hpp"
#include "gis/hazards/exposure_table.hpp"
#include "gis/hazards/people.hpp"
#include "gis/mesh/build.hpp"
#include "tests/support/patchwork.hpp"

#include <cmath>
#include <limits>
#include <map>
#include <tuple>

using namespace merestone;

namespace {

std::string rule(std::vector<PeopleSource> sources, std::vector<PeopleWeight> weights) {
  const auto findings = people_findings(sources, weights, "people.csv");
  return findings.empty() ? "" : findings[0].rule;
}

Ring box(double west, double south, double east, double north) {
  return {from_degrees(west, south), from_degrees(east, south), from_degrees(east, north), from_degrees(west, north)};
}

}  // namespace

TEST_CASE("DR-03: what comes to the places of a whole is exactly its people, whatever the weights") {
  test::Random random{3};
  for (int round = 0; round < 200; ++round) {
    std::vector<PeopleSource> sources(1 + random() % 6);
    for (PeopleSource& source : sources) source.people = static_cast<std::int64_t>(random() % 5000);
    std::vector<PeopleWeight> weights(random() % 60);
    for (PeopleWeight& weight : weights) {
      weight.source = random() % sources.size();
      weight.weight = random() % 4 == 0 ? 0 : std::exp(test::between(random, -20, 20));
    }
    const SpreadPeople spread = spread_people(sources, weights);
    std::vector<std::int64_t> sums(sources.size(), 0);
    for (std::size_t i = 0; i < weights.size(); ++i) {
      REQUIRE(spread.people[i] >= 0);
      if (weights[i].weight == 0) REQUIRE(spread.people[i] == 0);
      sums[weights[i].source] += spread.people[i];
    }
    std::int64_t placed = 0, all = 0;
    for (std::size_t i = 0; i < sources.size(); ++i) {
      const bool without = std::find(spread.without.begin(), spread.without.end(), i) != spread.without.end();
      REQUIRE(sums[i] == (without ? 0 : sources[i].people));
      placed += sums[i];
      all += sources[i].people;
    }
    REQUIRE(placed + spread.unresolved == all);
  }
}

TEST_CASE("people and weights that cannot be are refused by name") {
  CHECK(rule({{"a", 10}}, {{0, {}, 1}}).empty());
  CHECK(rule({{"a", -1}}, {}) == "exposure.negative_people");
  CHECK(rule({{"a", 1}}, {{0, {}, -2}}) == "exposure.negative_weight");
  CHECK(rule({{"a", 1}}, {{0, {}, std::nan("")}}) == "exposure.negative_weight");
  CHECK(rule({{"a", 1}}, {{3, {}, 1}}) == "exposure.unknown_source");
  CHECK_THROWS_AS(spread_people(std::vector<PeopleSource>{{"a", -1}}, {}), Error);
}

TEST_CASE("points count once for each kind at the highest severity, by upper unit") {
  RingSet set;
  for (UnitIndex i = 0; i < 3; ++i) set.add(box(i, 45, i + 1.0, 46), i);
  const Mesh mesh = build_mesh(set).mesh;
  const CoverageIndex index{mesh};
  std::vector<HazardZone> zones(3);
  zones[0].kind = zones[1].kind = "flood";
  zones[2].kind = "landslide";
  zones[0].severity = 1;
  zones[1].severity = 3;
  zones[2].severity = 2;
  zones[0].shape = {{box(0.2, 45.2, 1.8, 45.8), {}}};
  zones[1].shape = {{box(0.4, 45.4, 0.6, 45.6), {}}};
  zones[2].shape = {{box(0.5, 45.5, 3.5, 45.7), {}}};
  const PlacedLayers layers = placed(index, {{"village", {{"1", "One", from_degrees(0.55, 45.55), 100},
                                                          {"2", "Two", from_degrees(1.5, 45.3), 40},
                                                          {"3", "Three", from_degrees(3.2, 45.6), 7},
                                                          {"4", "Four", from_degrees(2.5, 45.1), 9}}}});
  const ExposureTable table = exposure_table(index, std::vector<UnitIndex>{0, 0, 1}, zones, layers);
  std::map<std::tuple<std::string, int, UnitIndex>, std::pair<std::int64_t, std::size_t>> found;
  for (const ExposureRow& row : table.rows) {
    if (row.people > 0) found[{row.kind, row.severity, row.unit}] = {row.people, row.counts[0]};
  }
  CHECK(found == decltype(found){{{"flood", 1, 0}, {40, 1}}, {{"flood", 3, 0}, {100, 1}}, {{"landslide", 2, 0}, {100, 1}},
                                 {{"landslide", 2, nobody}, {7, 1}}});
  CHECK(table.things.size() == 4);
  CHECK(square_metres(table.beyond_um2) == Approx(area_m2({{box(3, 45.5, 3.5, 45.7), {}}})).epsilon(1e-9));
}
