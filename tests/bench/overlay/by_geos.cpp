// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/overlay/by_geos.hpp"

#include "gis/geodesy/measure.hpp"
#include "gis/geometry/geos_bridge.hpp"
#include "gis/mesh/faces.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <vector>

namespace merestone::bench {
namespace {

struct Compared {
  std::size_t count = 0;
  double ours_m2 = 0, theirs_m2 = 0, apart_m2 = 0;
  double square_degrees = 0;  ///< as PostGIS's st_area() counts

  void add(double ours, const MultiPolygon& shape) {
    const double theirs = area_m2(shape);
    ours_m2 += ours;
    theirs_m2 += theirs;
    apart_m2 = std::max(apart_m2, std::abs(ours - theirs));
    for (const Polygon& polygon : shape) {
      square_degrees += static_cast<double>(twice_area(polygon.outer)) / 2e18;
      for (const Ring& hole : polygon.holes) square_degrees += static_cast<double>(twice_area(hole)) / 2e18;
    }
    ++count;
  }

  void print(const char* what, double took, std::size_t of) const {
    std::printf("peer GEOS: %zu of %zu %s in %.3f s, %.2f s for all; sums differ by %.1e, one by at most %.4f m²; %.10f square degrees\n",
                count, of, what, took, took * static_cast<double>(of) / static_cast<double>(std::max<std::size_t>(count, 1)),
                std::abs(ours_m2 - theirs_m2) / std::max(theirs_m2, 1.0), apart_m2, square_degrees);
  }
};

}  // namespace

void compare_with_geos(const Mesh& mesh, std::span<const MultiPolygon> zones, std::span<const PairGround> pairs,
                       std::span<const CoveredGround> covered, std::size_t every) {
  std::map<UnitIndex, MultiPolygon> shapes;  // GEOS gets its polygons ready made
  for (const PairGround& pair : pairs) shapes[pair.unit];
  for (const Face& face : trace_faces(mesh)) {
    if (const auto at = shapes.find(face.unit); at != shapes.end()) at->second.push_back(polygon_of(mesh, face));
  }
  const auto in_units = static_cast<std::size_t>(std::count_if(pairs.begin(), pairs.end(), [](const PairGround& p) { return p.unit != nobody; }));
  Compared each;
  const double pairing = seconds([&] {
    std::size_t i = 0;
    for (const PairGround& pair : pairs) {
      if (pair.unit == nobody || i++ % every != 0) continue;
      each.add(square_metres(pair.area_um2), intersection_of(zones[pair.zone], shapes[pair.unit]));
    }
  }, 1);
  each.print("pairs", pairing, in_units);

  std::map<UnitIndex, std::vector<std::size_t>> zones_of;
  for (const PairGround& pair : pairs) {
    if (pair.unit != nobody) zones_of[pair.unit].push_back(pair.zone);
  }
  Compared together;
  const double uniting = seconds([&] {
    for (std::size_t i = 0; i < covered.size(); i += every) {
      std::vector<MultiPolygon> parts;
      for (const std::size_t zone : zones_of[covered[i].unit]) parts.push_back(intersection_of(zones[zone], shapes[covered[i].unit]));
      together.add(square_metres(covered[i].area_um2), union_of(parts));
    }
  }, 1);
  together.print("units under zones", uniting, covered.size());
}

}  // namespace merestone::bench
