// SPDX-License-Identifier: Apache-2.0
/// Times geodesic ground, the coverage index, and points and zones laid over a coverage:
///   bench_overlay communes.geojson[.gz] [POINTS [ZONES [EVERY]]]
/// POINTS is a file of id,x,y in degrees, or how many to make anywhere in the coverage's box. The first ZONES of them are
/// grown by 0.01 · (1 + id mod 5) degrees to 64-gons: the zones that peer_postgis.py makes of the same file. GEOS, as a peer,
/// makes the intersections of every EVERY-th pair, and the unions in every EVERY-th unit. Seconds are of all processors
/// together, the best of three runs.
#include "gis/geodesy/measure.hpp"
#include "gis/mesh/faces.hpp"
#include "gis/overlay/covered.hpp"
#include "gis/overlay/ground.hpp"
#include "gis/overlay/pairs.hpp"
#include "tests/bench/overlay/by_geos.hpp"
#include "tests/support/geojson_coverage.hpp"
#include "tests/support/patchwork.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>

using namespace merestone;

namespace {

constexpr double pi = 3.14159265358979323846;

std::vector<Position> points_of(const char* word, const Box& box) {
  std::vector<Position> points;
  char* end = nullptr;
  const std::size_t count = std::strtoull(word, &end, 10);
  if (*end == '\0') {
    test::Random random{7};
    const auto any = [&](std::int64_t low, std::int64_t high) {
      return static_cast<std::int64_t>(test::between(random, static_cast<double>(low) / 1000, static_cast<double>(high) / 1000)) * 1000;
    };
    while (points.size() < count) points.push_back({any(box.west, box.east), any(box.south, box.north)});
    return points;
  }
  std::ifstream file{word};
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    double x = 0, y = 0;
    if (std::sscanf(line.c_str(), "%*u,%lf,%lf", &x, &y) == 2) points.push_back(from_degrees(x, y));
  }
  return points;
}

/// As GEOS grows a point, 16 edges to a right angle.
MultiPolygon zone_around(Position p, std::size_t id) {
  const double radius = 0.01 * static_cast<double>(1 + id % 5);
  Ring ring;
  for (int k = 0; k < 64; ++k) {
    const double angle = pi / 32 * k;
    ring.push_back(from_degrees(degrees(p.lon) + radius * std::cos(angle), degrees(p.lat) + radius * std::sin(angle)));
  }
  return {{std::move(ring), {}}};
}

void time_ground(const Mesh& mesh, std::size_t units, std::size_t edges) {
  std::vector<PathMeasure> arcs;
  const double measuring = bench::seconds([&] { arcs = measure_arcs(mesh); });
  std::vector<PathMeasure> shortest(mesh.arcs.size());
  const double by_geod = bench::seconds([&] {
    for (std::size_t i = 0; i < mesh.arcs.size(); ++i) shortest[i] = measure(mesh.path(i), EdgeKind::geodesic);
  }, 1);
  const auto grounds = ground_of_units(mesh, arcs, units);
  const auto by_shortest = ground_of_units(mesh, shortest, units);
  Wide whole = 0;
  double worst = 0;
  for (std::size_t i = 0; i < units; ++i) {
    whole += grounds[i].area_um2;
    worst = std::max(worst, std::abs(square_metres(grounds[i].area_um2 - by_shortest[i].area_um2)));
  }
  const double per_edge = 1e9 / static_cast<double>(edges);
  std::printf("ground: %.0f ns an edge; geod %.0f ns an edge; whole %.6f km²; straight against geodesic edges at most %.3f m² a unit\n",
              measuring * per_edge, by_geod * per_edge, square_metres(whole) / 1e6, worst);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const std::size_t most_zones = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 20'000;
  const std::size_t every = argc > 4 ? std::strtoull(argv[4], nullptr, 10) : 16;
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
  time_ground(mesh, units, edges);

  std::unique_ptr<CoverageIndex> index;
  const double building = bench::seconds([&] { index = std::make_unique<CoverageIndex>(mesh); });
  const std::vector<Position> points = points_of(argc > 2 ? argv[2] : "1000000", box);
  std::vector<UnitIndex> found;
  const double locating = bench::seconds([&] { found = index->units_at(points); });
  const auto inside = points.size() - static_cast<std::size_t>(std::count(found.begin(), found.end(), nobody));
  std::printf("index: built in %.3f s; points to units: %zu, %zu inside, in %.3f s, %.1f million a second (target 3)\n", building,
              points.size(), inside, locating, static_cast<double>(points.size()) / locating / 1e6);

  std::vector<MultiPolygon> zones;
  for (std::size_t i = 0; i < std::min(most_zones, points.size()); ++i) zones.push_back(zone_around(points[i], i));
  std::vector<const MultiPolygon*> each;
  for (const MultiPolygon& zone : zones) each.push_back(&zone);
  std::vector<PairGround> pairs;
  const double pairing = bench::seconds([&] { pairs = zone_unit_ground(*index, each); });
  Wide sum = 0, in_units = 0, own = 0;
  std::size_t count = 0;
  for (const PairGround& pair : pairs) {
    sum += pair.area_um2;
    if (pair.unit == nobody) continue;
    in_units += pair.area_um2;
    ++count;
  }
  for (const MultiPolygon& zone : zones) own += area_um2(zone);
  std::printf("pairs: %zu zones, %zu intersections with areas in %.3f s (target 0.5), %.6f km²; parts against the zones themselves: %.1e of them\n",
              zones.size(), count, pairing, square_metres(in_units) / 1e6, std::abs(square_metres(sum - own)) / square_metres(own));

  std::vector<Patch> alike, by_severity;
  for (std::size_t i = 0; i < zones.size(); ++i) {
    alike.push_back({&zones[i], 0});
    by_severity.push_back({&zones[i], static_cast<int>(1 + i % 4)});
  }
  std::vector<CoveredGround> covered, ranked;
  const double covering = bench::seconds([&] { covered = covered_ground(*index, alike); });
  const double ranking = bench::seconds([&] { ranked = covered_ground(*index, by_severity); });
  Wide under = 0, under_ranks = 0;
  for (const CoveredGround& ground : covered) under += ground.area_um2;
  for (const CoveredGround& ground : ranked) under_ranks += ground.area_um2;
  std::printf("unions: under any zone %zu units in %.3f s (target 0.5), %.6f km²; by severity %zu shares in %.3f s, sums apart %.1e\n",
              covered.size(), covering, square_metres(under) / 1e6, ranked.size(), ranking,
              std::abs(square_metres(under - under_ranks)) / square_metres(under));

  bench::compare_with_geos(mesh, zones, pairs, covered, every);

  std::vector<Polyline> lines;
  for (const Arc& arc : mesh.arcs) {
    if (lines.size() == 20'000) break;
    const auto path = mesh.path(arc);
    lines.push_back({path.front(), {path.back().lon + 40'000'000, path.back().lat + 30'000'000}});
  }
  std::size_t parts = 0;
  const double walking = bench::seconds([&] { parts = line_unit_lengths(*index, lines).size(); });
  std::printf("lines: %zu of some 5 km over units in %.3f s, %zu parts\n", lines.size(), walking, parts);
}
