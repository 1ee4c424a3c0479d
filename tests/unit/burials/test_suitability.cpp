// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/cell_patches.hpp"
#include "gis/burials/suitability.hpp"

#include "gis/base/error.hpp"
#include "gis/geodesy/geodesic.hpp"
#include "gis/geodesy/measure.hpp"

using namespace merestone;

namespace {

std::vector<bool> marks(const CellGrid& grid, const char* rows) {
  std::vector<bool> marked(grid.size());
  std::size_t row = static_cast<std::size_t>(grid.rows);
  std::size_t column = 0;
  for (const char* c = rows; *c; ++c) {
    if (*c == '\n') {
      column = 0;
      continue;
    }
    if (column == 0) --row;
    marked[row * static_cast<std::size_t>(grid.columns) + column++] = *c == '#';
  }
  return marked;
}

std::int64_t twice(const CellRing& ring) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < ring.corners.size(); ++i) {
    const CellPlace a = ring.corners[i], b = ring.corners[(i + 1) % ring.corners.size()];
    sum += std::int64_t{a.column} * b.row - std::int64_t{b.column} * a.row;
  }
  return sum;
}

Position off(double east_m, double north_m) { return destination(destination(from_degrees(112, 31), 90, east_m), 0, north_m); }

}  // namespace

TEST_CASE("pieces of a raster share a side; corners do not join them") {
  const CellGrid grid{5, 3};
  const auto patches = patches_of(grid, marks(grid, "##..#\n.#.#.\n##.##"));
  REQUIRE(patches.size() == 3);
  CHECK(patches[0].size() == 5);
  CHECK(patches[1].size() == 3);
  CHECK(patches[2].size() == 1);
}

TEST_CASE("pieces of one label only, and none of label nought") {
  const CellGrid grid{4, 2};
  const auto patches = patches_of(grid, std::vector<std::uint32_t>{1, 1, 2, 0, 1, 2, 2, 2});
  REQUIRE(patches.size() == 2);
  CHECK(patches[0].size() == 3);
  CHECK(patches[1].size() == 4);
}

TEST_CASE("a piece is cut into parts that are each of one piece and not too large") {
  const CellGrid grid{9, 3};
  const auto patch = patches_of(grid, marks(grid, "#########\n#.......#\n#########")).front();
  const auto parts = split_patch(patch, 6);
  std::size_t cells = 0;
  for (const auto& part : parts) {
    CHECK(part.size() <= 6);
    cells += part.size();
    std::vector<bool> marked(grid.size(), false);
    for (const CellPlace& cell : part) marked[grid.cell(cell)] = true;
    CHECK(patches_of(grid, marked).size() == 1);
  }
  CHECK(cells == patch.size());
  CHECK(split_patch(patch, 100).size() == 1);
}

TEST_CASE("outlines: one outer ring, holes apart, areas sum to the cells") {
  const CellGrid grid{5, 5};
  const auto patch = patches_of(grid, marks(grid, "#####\n#.###\n##.##\n#####\n.####")).front();
  const auto rings = outlines_of(patch);
  // The two missing cells touch at a corner: two holes, or one that touches itself.
  REQUIRE(rings.size() >= 2);
  CHECK(!rings[0].hole);
  std::int64_t sum = 0;
  for (const CellRing& ring : rings) sum += twice(ring);
  CHECK(sum == 2 * static_cast<std::int64_t>(patch.size()));
  for (std::size_t i = 1; i < rings.size(); ++i) CHECK(rings[i].hole);
}

TEST_CASE("an opening at a corner is no opening: the outer ring stays apart from the hole") {
  const CellGrid grid{4, 3};
  const auto patch = patches_of(grid, marks(grid, "####\n#.##\n##.#")).front();
  const auto rings = outlines_of(patch);
  REQUIRE(rings.size() == 2);
  CHECK(twice(rings[0]) - 2 * static_cast<std::int64_t>(patch.size()) == 2);
  CHECK(rings[1].corners.size() == 4);
}

TEST_CASE("suitable ground keeps every distance, is as large as it says, and is ranked") {
  LandFeature reservoir, farmland;
  reservoir.kind = "reservoir";
  reservoir.area = {{{off(0, 0), off(500, 0), off(500, 2000), off(0, 2000)}, {}}};
  farmland.kind = "farmland";
  farmland.area = {{{off(1300, 0), off(1500, 0), off(1500, 2000), off(1300, 2000)}, {}}};
  const SitingLayers layers{{reservoir, farmland}};
  SitingRuleSet rules;
  rules.id = "x";
  SitingRule water, fields;
  water.id = "water", water.classes = {"reservoir"}, water.test = SitingTest::within, water.distance_m = 300;
  fields.id = "fields", fields.classes = {"farmland"};
  rules.rules = {water, fields};
  const SitingCheck check{layers, {{&rules, &rules.rules[0]}, {&rules, &rules.rules[1]}}};

  SuitabilityRequest request;
  request.region.add(off(0, 0));
  request.region.add(off(2000, 2000));
  request.cell_m = 50;
  request.most_area_m2 = 1e9;
  LayerFeature road;
  road.lines = {{off(2000, 0), off(2000, 2000)}};
  const FeatureIndex roads{std::span{&road, 1}};
  const Suitability found = suitable_ground(check, request, &roads, nullptr, nullptr);
  REQUIRE(found.candidates.size() == 2);  // between the two, and beyond the fields
  std::size_t cells = 0;
  for (const Candidate& candidate : found.candidates) {
    cells += candidate.cells;
    CHECK(candidate.area_m2 == Approx(static_cast<double>(candidate.cells) * 2500).epsilon(1e-3));
    CHECK(candidate.area_m2 == Approx(area_m2(candidate.ground)));
    CHECK(locate(candidate.ground, candidate.middle) == Containment::inside);
    CHECK(!candidate.slope);
    CHECK(!candidate.village_m);
    for (const Polygon& polygon : candidate.ground) {
      for (const Position corner : polygon.outer) CHECK(check.judge(SitedPosition{corner, 0}).empty());
    }
  }
  CHECK(cells == found.suitable);
  CHECK(found.broken[0] > 0);
  CHECK(found.broken[1] > 0);
  CHECK(found.candidates[0].score > found.candidates[1].score);
  CHECK(*found.candidates[0].road_m < *found.candidates[1].road_m);

  // Cut into grounds that an office can use, each of one township, the best two of each told.
  const Position border = off(0, 1000);
  request.holder = [&](Position p) { return DivisionId{p.lat < border.lat ? 1 : 2}; };
  request.most_area_m2 = 100'000;
  request.most_of_division = 2;
  const Suitability cut = suitable_ground(check, request, &roads, nullptr, nullptr);
  CHECK(cut.suitable == found.suitable);
  CHECK(area_m2(cut.ground) == Approx(area_m2(found.ground)).epsilon(1e-6));
  REQUIRE(cut.candidates.size() == 4);
  std::size_t of_first = 0;
  for (const Candidate& candidate : cut.candidates) {
    CHECK(candidate.area_m2 <= 101'000);
    CHECK(candidate.area_m2 >= request.least_area_m2);
    CHECK(request.holder(candidate.middle) == candidate.division);
    of_first += candidate.division.value == 1;
  }
  CHECK(of_first == 2);

  request.cell_m = 0.1;
  try {
    suitable_ground(check, request, nullptr, nullptr, nullptr);
    FAIL("too many cells");
  } catch (const Error& error) {
    CHECK(error.findings().front().rule == "suitability.bad_region");
  }
}
