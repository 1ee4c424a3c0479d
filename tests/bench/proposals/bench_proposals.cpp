// SPDX-License-Identifier: Apache-2.0
/// Six proposals of a dispute and what they do, and the impacts of a line that is being dragged.
///   bench_proposals [CORNERS [VILLAGES]]
#include "gis/geometry/area.hpp"
#include "gis/proposals/compare.hpp"
#include "gis/proposals/terrain_lines.hpp"
#include "tests/support/claims.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace merestone;

namespace {

/// Processor time, since everything here runs in one thread: other load on the machine does not count.
struct Clock {
  static std::clock_t now() { return std::clock(); }
};
double ms(std::clock_t from) { return 1000.0 * static_cast<double>(std::clock() - from) / CLOCKS_PER_SEC; }

Terrain hills(const Box& box) {
  const double step = 0.0005;
  ElevationGrid grid{.name = "hills", .sha256 = "", .day = "", .crs = "EPSG:4326", .vertical_datum = "made", .west = degrees(box.west) - 0.05,
                     .north = degrees(box.north) + 0.05, .column_step = step, .row_step = step,
                     .columns = static_cast<std::uint32_t>(degrees(box.east - box.west) / step) + 200,
                     .rows = static_cast<std::uint32_t>(degrees(box.north - box.south) / step) + 200, .heights_m = {}};
  for (std::uint32_t r = 0; r < grid.rows; ++r) {
    for (std::uint32_t c = 0; c < grid.columns; ++c) {
      grid.heights_m.push_back(static_cast<float>(400 + 200 * std::sin(c * 0.03) * std::cos(r * 0.041) + 40 * std::sin(c * 0.21 + r * 0.17)));
    }
  }
  return Terrain{std::move(grid)};
}

}  // namespace

int main(int count, char** words) {
  const std::size_t corners = count > 1 ? std::strtoul(words[1], nullptr, 10) : 150;
  const std::size_t villages = count > 2 ? std::strtoul(words[2], nullptr, 10) : 500;
  const auto made = test::claims(7, {.corners = corners, .length_deg = 0.3, .width_deg = 0.08, .roughness = 0.3});
  if (!made) return 1;
  const ContestedBand& claims = *made;
  const MultiPolygon contested = ground_of(claims);
  const Box box = box_of(contested);
  const Terrain terrain = hills(box);
  std::mt19937 random{1};
  const auto any = [&] {
    return Position{std::uniform_int_distribution<std::int64_t>{box.west, box.east}(random),
                    std::uniform_int_distribution<std::int64_t>{box.south, box.north}(random)};
  };
  ImpactLayer places{"places", "people", {}, {}, {}}, roads{"roads", "", {}, {}, {}}, flood{"flood/3", "", {}, {}, {}};
  std::vector<PointWeight> people;
  for (std::size_t i = 0; i < villages; ++i) {
    places.points.push_back({"village " + std::to_string(i), any(), double(random() % 900 + 20), true});
    people.push_back({places.points.back().position, places.points.back().weight});
  }
  for (int i = 0; i < 40; ++i) roads.lines.push_back({any(), any(), any()});
  for (int i = 0; i < 30; ++i) {
    const Position p = any();
    const std::int64_t d = 10'000'000;
    flood.polygons.push_back({{{p, {p.lon + d, p.lat}, {p.lon + d, p.lat + d}, {p.lon, p.lat + d}}, {}}});
  }

  const auto start = Clock::now();
  const ContestedBand band = band_between(claim_a(claims), claim_b(claims));
  const LineFamily family{band};
  std::printf("band and family      %7.1f ms\n", ms(start));
  std::vector<Proposal> proposals;
  const auto add = [&](const char* name, const auto& make) {
    const auto from = Clock::now();
    proposals.push_back(make());
    std::printf("%-20s %7.1f ms  %zu positions\n", name, ms(from), proposals.back().line.size());
  };
  add("equidistant", [&] { return equidistant_line(family); });
  add("equal area", [&] { return area_share_line(family); });
  add("equal people", [&] { return weight_share_line(family, people, "equal_people"); });
  add("ridge", [&] { return ridge_line(family, terrain, {.cell_m = 0, .most_cells = 60'000}); });
  add("watercourse", [&] { return watercourse_line(family, terrain, 1, {.cell_m = 0, .most_cells = 60'000}); });
  CostModel model;
  model.slope = 10;
  model.people = 5;
  model.places = people;
  add("least cost", [&] { return least_cost_line(family, model, &terrain, {.cell_m = 0, .most_cells = 60'000}); });
  const auto from = Clock::now();
  const ImpactLayer layers[] = {places, roads, flood};
  const ImpactGround ground{contested, layers};
  std::printf("layers made ready    %7.1f ms\n", ms(from));
  ComparisonSetting setting;
  setting.in_force = claim_a(band);
  setting.claim_sigma_m = 20;
  const auto table = Clock::now();
  const auto rows = compare(band, proposals, ground, setting);
  std::printf("comparison table     %7.1f ms  %zu rows\n", ms(table), rows.size());
  std::printf("all together         %7.1f ms\n", ms(start));
  const Polyline other = claim_b(band);
  std::vector<double> impacts, figures;
  for (int i = 0; i < 20; ++i) {
    const Polyline line = family.line(0.3 + 0.02 * i);
    auto one = Clock::now();
    ground.divided(ground_between(other, line), line, setting.claim_sigma_m);
    impacts.push_back(ms(one));
    one = Clock::now();
    figures_of(band, line, "dragged", ground, setting);
    figures.push_back(ms(one));
  }
  for (auto* taken : {&impacts, &figures}) {
    std::sort(taken->begin(), taken->end());
    std::printf("%s %7.1f ms (median of %zu), %.1f ms at most\n", taken == &impacts ? "dragged: impacts    " : "dragged: all figures",
                (*taken)[10], taken->size(), taken->back());
  }
}
