// SPDX-License-Identifier: Apache-2.0
/// Times nearness and visibility on made ground:  bench_nearness [graves] [observers]
/// Ten layers over 4° × 4° (a province) with 30,000 edges each: areas, lines and points; graves anywhere. A grid of
/// 2,000 × 2,000 cells of 10 m with observers anywhere. Seconds are of processors, summed over cores.
#include "gis/overlay/feature_index.hpp"
#include "gis/terrain/viewshed.hpp"
#include "tests/support/patchwork.hpp"
#include "tests/support/processor_time.hpp"

#include <cstdio>
#include <cstdlib>
#include <memory>

using namespace merestone;

namespace {

std::vector<LayerFeature> layer(test::Random& random, int kind) {
  std::vector<LayerFeature> features;
  for (int edges = 0; edges < 30'000;) {
    const double lon = test::between(random, 110, 114);
    const double lat = test::between(random, 28, 32);
    const int corners = 40 + static_cast<int>(random() % 200);
    LayerFeature feature;
    if (kind % 3 == 0) {
      feature.areas = {{test::star(random, lon, lat, 0.03, corners), {}}};
    } else if (kind % 3 == 1) {
      Polyline line{from_degrees(lon, lat)};
      const double slope = test::between(random, -1, 1);
      for (int i = 1; i < corners; ++i) {
        line.push_back(from_degrees(lon + 0.001 * i, lat + 0.001 * i * slope + test::between(random, 0, 5e-4)));
      }
      feature.lines = {std::move(line)};
    } else {
      feature.points = {from_degrees(lon, lat)};
    }
    edges += kind % 3 == 2 ? 1 : corners;
    features.push_back(std::move(feature));
  }
  return features;
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t graves = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 100'000;
  const std::size_t observer_count = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1'000;
  test::Random random{1};
  std::vector<Position> positions;
  for (std::size_t i = 0; i < graves; ++i) {
    positions.push_back(from_degrees(test::between(random, 110, 114), test::between(random, 28, 32)));
  }
  double building = 0, nearest = 0, within = 0;
  std::size_t inside = 0, near = 0;
  for (int kind = 0; kind < 10; ++kind) {
    const auto features = layer(random, kind);
    std::unique_ptr<FeatureIndex> index;
    building += test::processor_seconds([&] { index = std::make_unique<FeatureIndex>(features); });
    nearest += test::processor_seconds([&] {
      for (const Nearness& nearness : index->nearest(positions)) inside += nearness.inside;
    });
    within += test::processor_seconds([&] { near += index->within(positions, 500).size(); });
  }
  std::printf("nearness: %zu graves, 10 layers: built in %.3f s; nearest %.3f s (%zu inside); all within 500 m %.3f s (%zu)\n",
              graves, building, nearest, inside, within, near);

  ElevationGrid grid{.name = "made", .sha256 = "", .day = "", .crs = "EPSG:4526", .vertical_datum = "1985", .west = 38'500'000,
                     .north = 3'360'000, .column_step = 10, .row_step = 10, .columns = 2000, .rows = 2000, .heights_m = {}};
  for (int r = 0; r < 2000; ++r) {
    for (int c = 0; c < 2000; ++c) {
      grid.heights_m.push_back(static_cast<float>(300 + 90 * std::sin(c / 83.0) * std::cos(r / 97.0) + 30 * std::sin((c + 2 * r) / 31.0) +
                                                  test::between(random, 0, 2)));
    }
  }
  const Terrain terrain{std::move(grid)};
  std::vector<Position> observers;
  for (std::size_t i = 0; i < observer_count; ++i) {
    observers.push_back(terrain.position_of({test::between(random, 0, 1999), test::between(random, 0, 1999)}));
  }
  for (const double radius : {2'000.0, 5'000.0, 30'000.0}) {
    std::size_t seen = 0;
    const ViewRules rules{.observer_m = 1.7, .target_m = 2, .radius_m = radius};
    const double took = test::processor_seconds([&] {
      const Viewshed shed = viewshed(terrain, observers, rules);
      for (const std::uint16_t count : shed.seen) seen += count;
    });
    std::printf("viewshed: %zu observers, 4 million cells, radius %.0f m: %.2f s (%zu cells seen)\n", observers.size(), radius, took, seen);
  }
  positions.clear();
  for (std::size_t i = 0; i < graves / 10; ++i) {
    positions.push_back(terrain.position_of({test::between(random, 0, 1999), test::between(random, 0, 1999)}));
  }
  std::size_t sighted = 0;
  const double took = test::processor_seconds([&] {
    for (const Sightings& each : sightings(terrain, observers, positions, {.target_m = 2, .radius_m = 2'000})) sighted += each.within();
  });
  std::printf("sightings: %zu graves by %zu observers within 2,000 m: %zu lines in %.2f s\n", positions.size(), observers.size(),
              sighted, took);
}
