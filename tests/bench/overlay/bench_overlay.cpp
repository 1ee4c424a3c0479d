// SPDX-License-Identifier: Apache-2.0
/// Times geodesic ground, the coverage index, and zones laid over a coverage:
///   bench_overlay communes.geojson[.gz] [points] [zones]
/// Points lie within 0.05° of a random corner of a border; zones are 64-gons of 1 to 5 km radius around points inside it.
#include "gis/geodesy/geodesic.hpp"
#include "gis/geodesy/measure.hpp"
#include "gis/overlay/covered.hpp"
#include "gis/overlay/ground.hpp"
#include "tests/support/geojson_coverage.hpp"
#include "tests/support/patchwork.hpp"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>

using namespace merestone;

namespace {

template <class Work>
double seconds(const Work& work, int runs = 3) {
  double best = 1e9;
  for (int i = 0; i < runs; ++i) {
    const auto start = std::chrono::steady_clock::now();
    work();
    best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  return best;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const std::size_t points = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 10'000'000;
  const std::size_t zone_count = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 20'000;
  const auto coverage = test::read_geojson_coverage(argv[1], {});
  const Mesh mesh = build_mesh(coverage.rings).mesh;
  const std::size_t units = coverage.properties.size();
  std::size_t edges = 0;
  Box box;
  for (const Arc& arc : mesh.arcs) {
    edges += arc.count - 1;
    box.add(box_of(mesh.path(arc)));
  }
  std::printf("units %zu  arcs %zu  edges %zu\n", units, mesh.arcs.size(), edges);

  std::vector<PathMeasure> arcs;
  const double measuring = seconds([&] { arcs = measure_arcs(mesh); });
  double alone = seconds([&] {
    PathMeasure sum;
    for (const Arc& arc : mesh.arcs) sum += measure(mesh.path(arc));
    if (sum.length_um == 0) std::abort();
  });
  double by_geod = seconds([&] {
    PathMeasure sum;
    for (const Arc& arc : mesh.arcs) sum += measure(mesh.path(arc), EdgeKind::geodesic);
    if (sum.length_um == 0) std::abort();
  }, 1);
  double worst = 0;
  const auto grounds = ground_of_units(mesh, arcs, units);
  std::vector<PathMeasure> shortest(mesh.arcs.size());
  for (std::size_t i = 0; i < mesh.arcs.size(); ++i) shortest[i] = measure(mesh.path(i), EdgeKind::geodesic);
  const auto by_shortest = ground_of_units(mesh, shortest, units);
  Wide whole = 0;
  for (std::size_t i = 0; i < units; ++i) {
    whole += grounds[i].area_um2;
    worst = std::max(worst, std::abs(square_metres(grounds[i].area_um2 - by_shortest[i].area_um2)));
  }
  const double per_edge = 1e9 / static_cast<double>(edges);
  std::printf("ground: %.3f s on all processors, %.0f ns an edge on one; geod %.0f ns an edge; whole %.6f km²; "
              "straight against geodesic edges at most %.3f m² a unit\n",
              measuring, alone * per_edge, by_geod * per_edge, square_metres(whole) / 1e6, worst);

  std::unique_ptr<CoverageIndex> index;
  const double building = seconds([&] { index = std::make_unique<CoverageIndex>(mesh); });
  test::Random random{1};
  std::vector<Position> asked(points);
  for (Position& p : asked) {
    p = mesh.positions[random() % mesh.positions.size()];
    p.lon += static_cast<std::int64_t>(test::between(random, -5e7, 5e7));
    p.lat += static_cast<std::int64_t>(test::between(random, -5e7, 5e7));
  }
  std::vector<UnitIndex> found;
  const double locating = seconds([&] { found = index->units_at(asked); });
  std::size_t inside = 0;
  for (const UnitIndex unit : found) inside += unit != nobody;
  std::printf("index: built in %.3f s; %.1f million points a second (%zu of %zu inside)\n", building,
              static_cast<double>(points) / locating / 1e6, inside, points);

  std::vector<MultiPolygon> zones;
  for (std::size_t i = 0; zones.size() < zone_count && i < asked.size(); ++i) {
    if (found[i] == nobody) continue;
    const double radius = 0.01 * static_cast<double>(1 + i % 5);
    Ring ring;
    for (int k = 0; k < 64; ++k) {
      const double angle = 2 * 3.14159265358979 * k / 64;
      ring.push_back(from_degrees(degrees(asked[i].lon) + radius * std::cos(angle), degrees(asked[i].lat) + radius * std::sin(angle)));
    }
    zones.push_back({{std::move(ring), {}}});
  }
  std::vector<Patch> patches;
  for (std::size_t i = 0; i < zones.size(); ++i) patches.push_back({&zones[i], static_cast<int>(1 + i % 4)});
  std::vector<CoveredGround> covered;
  const double covering = seconds([&] { covered = covered_ground(*index, patches); });
  Wide under = 0;
  for (const CoveredGround& ground : covered) under += ground.area_um2;
  std::printf("zones: %zu laid over in %.3f s; %zu shares, %.3f km² under them\n", zones.size(), covering, covered.size(),
              square_metres(under) / 1e6);
}
