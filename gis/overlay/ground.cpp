// SPDX-License-Identifier: Apache-2.0
#include "gis/overlay/ground.hpp"

#include "gis/base/parallel.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace merestone {
namespace {

UnitIndex raised(UnitIndex unit, std::span<const UnitIndex> upper) {
  return unit == nobody || upper.empty() ? unit : upper[unit];
}

/// An arc on the antimeridian stands twice, at +180° and at −180°, each with ground of this plane on one side only.
enum class Seam { none, ground_left, ground_right };
Seam seam_of(std::span<const Position> path) {
  if (path[0].lon != path[1].lon || std::abs(path[0].lon) != antimeridian) return Seam::none;
  return (path[0].lat < path[1].lat) == (path[0].lon > 0) ? Seam::ground_left : Seam::ground_right;
}

}  // namespace

std::vector<PathMeasure> measure_arcs(const Mesh& mesh) {
  std::vector<PathMeasure> measures(mesh.arcs.size());
  parallel_for(mesh.arcs.size(), 512, [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) measures[i] = measure(mesh.path(i));
  });
  return measures;
}

std::vector<UnitGround> ground_of_units(const Mesh& mesh, std::span<const PathMeasure> arcs, std::size_t units,
                                        std::span<const UnitIndex> upper) {
  std::vector<UnitGround> grounds(units);
  for (std::size_t i = 0; i < mesh.arcs.size(); ++i) {
    const UnitIndex left = raised(mesh.arcs[i].left, upper);
    const UnitIndex right = raised(mesh.arcs[i].right, upper);
    if (left == right) continue;
    const Seam seam = seam_of(mesh.path(i));
    if (left != nobody && seam != Seam::ground_right) {
      grounds[left].area_um2 += arcs[i].area_um2;
      grounds[left].perimeter_um += arcs[i].length_um;
    }
    if (right != nobody && seam != Seam::ground_left) {
      grounds[right].area_um2 -= arcs[i].area_um2;
      grounds[right].perimeter_um += arcs[i].length_um;
    }
  }
  return grounds;
}

std::vector<SharedBorder> shared_borders(const Mesh& mesh, std::span<const PathMeasure> arcs,
                                         std::span<const UnitIndex> upper) {
  std::vector<SharedBorder> borders;
  for (std::size_t i = 0; i < mesh.arcs.size(); ++i) {
    const UnitIndex left = raised(mesh.arcs[i].left, upper);
    const UnitIndex right = raised(mesh.arcs[i].right, upper);
    if (left == right) continue;
    const auto [a, b] = std::minmax(left, right);
    // Between two units the seam counts at +180° only; towards nobody it stands once anyhow.
    if (b != nobody && seam_of(mesh.path(i)) != Seam::none && mesh.path(i)[0].lon < 0) continue;
    borders.push_back({a, b, arcs[i].length_um});
  }
  std::sort(borders.begin(), borders.end(),
            [](const SharedBorder& x, const SharedBorder& y) { return std::pair{x.a, x.b} < std::pair{y.a, y.b}; });
  std::size_t kept = 0;
  for (const SharedBorder& border : borders) {
    if (kept > 0 && borders[kept - 1].a == border.a && borders[kept - 1].b == border.b) {
      borders[kept - 1].length_um += border.length_um;
    } else {
      borders[kept++] = border;
    }
  }
  borders.resize(kept);
  return borders;
}

}  // namespace merestone
