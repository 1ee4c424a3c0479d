// SPDX-License-Identifier: Apache-2.0
/// Times geodesic ground, the coverage index, and zones laid over a coverage:
///   bench_overlay communes.geojson[.gz] [points] [zones]
/// and, as a peer, GEOS making the intersections of some of the pairs. Seconds are of all processors together.
/// Points lie within 0.05° of a random corner of a border; zones are 64-gons of 1 to 5 km radius around points inside it.
#include "gis/geodesy/geodesic.hpp"
#include "gis/geodesy/measure.hpp"
#include "gis/geometry/geos_bridge.hpp"
#include "gis/mesh/faces.hpp"
#include "gis/overlay/covered.hpp"
#include "gis/overlay/ground.hpp"
#include "gis/overlay/pairs.hpp"
#include "tests/support/geojson_coverage.hpp"
#include "tests/support/patchwork.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <map>
#include <memory>

using namespace merestone;

namespace {

template <class Work>
double seconds(const Work& work, int runs = 3) {
  double best = 1e9;
  for (int i = 0; i < runs; ++i) {
    const std::clock_t start = std::clock();
    work();
    best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
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

  std::vector<const MultiPolygon*> each;
  for (const MultiPolygon& zone : zones) each.push_back(&zone);
  std::vector<PairGround> pairs;
  const double pairing = seconds([&] { pairs = zone_unit_ground(*index, each); });
  Wide sum = 0;
  Wide own = 0;
  std::size_t count = 0;
  for (const PairGround& pair : pairs) {
    sum += pair.area_um2;
    count += pair.unit != nobody;
  }
  for (const MultiPolygon& zone : zones) own += area_um2(zone);
  std::printf("pairs: %zu of zones with units in %.3f s; parts against the zones themselves: %.1e of them\n", count, pairing,
              std::abs(square_metres(sum - own)) / square_metres(own));

  std::map<UnitIndex, MultiPolygon> shapes;  // GEOS gets its polygons ready made
  for (std::size_t i = 0; i < pairs.size(); i += 16) shapes[pairs[i].unit];
  for (const Face& face : trace_faces(mesh)) {
    if (const auto at = shapes.find(face.unit); at != shapes.end()) at->second.push_back(polygon_of(mesh, face));
  }
  double ours = 0, theirs = 0, apart = 0;
  std::size_t compared = 0;
  const double peer = seconds([&] {
    ours = theirs = apart = 0;
    compared = 0;
    for (std::size_t i = 0; i < pairs.size(); i += 16) {
      if (pairs[i].unit == nobody) continue;
      const double area = area_m2(intersection_of(zones[pairs[i].zone], shapes[pairs[i].unit]));
      ours += square_metres(pairs[i].area_um2);
      theirs += area;
      apart = std::max(apart, std::abs(area - square_metres(pairs[i].area_um2)));
      ++compared;
    }
  }, 1);
  std::printf("peer GEOS: %zu of the pairs in %.3f s, %.3f s for all; sums differ by %.1e, a pair by at most %.4f m²\n", compared, peer,
              peer * static_cast<double>(count) / static_cast<double>(compared), std::abs(ours - theirs) / theirs, apart);

  std::vector<Polyline> lines;
  for (const Arc& arc : mesh.arcs) {
    if (lines.size() == 20'000) break;
    const auto path = mesh.path(arc);
    lines.push_back({path.front(), {path.back().lon + 40'000'000, path.back().lat + 30'000'000}});
  }
  std::size_t parts = 0;
  const double walking = seconds([&] { parts = line_unit_lengths(*index, lines).size(); });
  std::printf("lines: %zu of some 5 km over units in %.3f s, %zu parts\n", lines.size(), walking, parts);
}
