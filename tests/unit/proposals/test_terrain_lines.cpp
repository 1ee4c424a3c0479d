// SPDX-License-Identifier: Apache-2.0
#include "gis/base/error.hpp"
#include "gis/proposals/terrain_lines.hpp"
#include "tests/support/claims.hpp"

using namespace merestone;

namespace {

Position at(double x, double y) { return from_degrees(112 + x / 100, 28 + y / 100); }

const Polyline claim_of_a{at(10, 0), at(9, 3), at(1, 3), at(0, 0)};
const Polyline claim_of_b{at(10, 0), at(9, -3), at(1, -3), at(0, 0)};

/// Where the crest, or the valley, of the ground below runs.
double crest(double x) { return 1.2 * std::sin(x / 10 * 3.14159265 * 2); }

/// Heights made by a formula: falling from the crest on both sides, or rising when `valley`.
Terrain ground(bool valley) {
  ElevationGrid grid{.name = "made", .sha256 = "ab", .day = "2020-01-01", .crs = "EPSG:4326", .vertical_datum = "made",
                     .west = 111.95, .north = 28.08, .column_step = 0.0005, .row_step = 0.0005, .columns = 400, .rows = 320,
                     .heights_m = {}};
  for (std::uint32_t r = 0; r < grid.rows; ++r) {
    for (std::uint32_t c = 0; c < grid.columns; ++c) {
      const double x = (grid.west + (c + 0.5) * grid.column_step - 112) * 100;
      const double y = (grid.north - (r + 0.5) * grid.row_step - 28) * 100;
      const double fall = 50 * std::abs(y - crest(x));
      grid.heights_m.push_back(static_cast<float>(500 + (valley ? fall - 3 * x : -fall)));
    }
  }
  return Terrain{std::move(grid)};
}

double beside_crest(const Polyline& line) {
  double most = 0;
  for (const Position p : line) {
    const double x = (degrees(p.lon) - 112) * 100, y = (degrees(p.lat) - 28) * 100;
    if (x > 1 && x < 9) most = std::max(most, std::abs(y - crest(x)));
  }
  return most;
}

}  // namespace

TEST_CASE("the ridge line follows the watershed between the claims") {
  const LineFamily family{band_between(claim_of_a, claim_of_b)};
  const Proposal ridge = ridge_line(family, ground(false));
  CHECK_FALSE(proposal_fault(family.band(), ridge.line));
  CHECK(beside_crest(ridge.line) < 0.2);
  CHECK(std::stod(ridge.results[0].second) > 0.8);
  REQUIRE(ridge.data.size() == 1);
  CHECK(ridge.data[0].sha256 == "ab");
}

TEST_CASE("the watercourse line follows the valley") {
  const LineFamily family{band_between(claim_of_a, claim_of_b)};
  const Proposal river = watercourse_line(family, ground(true), 0.5);
  CHECK_FALSE(proposal_fault(family.band(), river.line));
  CHECK(beside_crest(river.line) < 0.3);
  CHECK(std::stod(river.results[0].second) > 0.6);
}

TEST_CASE("the least-cost line keeps away from people and says what it pays for what") {
  const LineFamily family{band_between(claim_of_a, claim_of_b)};
  CostModel model;
  model.people = 50;
  model.people_reach_m = 800;
  model.places = {{at(5, 0), 1000}};
  const Proposal line = least_cost_line(family, model, nullptr, {.cell_m = 100});
  CHECK_FALSE(proposal_fault(family.band(), line.line));
  double nearest = 1e9;
  for (const Position p : line.line) nearest = std::min(nearest, std::hypot(degrees(p.lon) - 112.05, degrees(p.lat) - 28));
  CHECK(nearest > 0.006);
  CHECK(line.parameters[1] == std::pair<std::string, std::string>{"people", "50"});
  model.slope = 1;
  CHECK_THROWS_AS(least_cost_line(family, model, nullptr), Error);
  model.slope = -1;
  CHECK_THROWS_AS(least_cost_line(family, model, nullptr), Error);
}

TEST_CASE("heights that do not cover contested ground are refused") {
  ElevationGrid small = ground(false).grid();
  small.west = 112.05;
  const LineFamily family{band_between(claim_of_a, claim_of_b)};
  try {
    ridge_line(family, Terrain{small});
    FAIL("taken");
  } catch (const Error& error) {
    CHECK(error.findings().at(0).rule == "terrain.does_not_cover");
  }
}

TEST_CASE("claims that cross give terrain lines through the crossing") {
  const ContestedBand band = band_between({at(10, 0), at(8, 2), at(2, -2), at(0, 0)}, {at(10, 0), at(8, -2), at(2, 2), at(0, 0)});
  REQUIRE(band.sections.size() == 2);
  const LineFamily family{band};
  CHECK_FALSE(proposal_fault(band, ridge_line(family, ground(false)).line));
}
