// SPDX-License-Identifier: Apache-2.0
#include "gis/mesh/antimeridian.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace merestone {
namespace {

bool on_seam(Position a, Position b) { return a.lon == b.lon && std::abs(a.lon) == antimeridian; }

template <class Visit>
void each_edge(std::span<const Position> ring, const Visit& visit) {
  for (std::size_t i = 0; i < ring.size(); ++i) visit(ring[i], ring[i + 1 == ring.size() ? 0 : i + 1]);
}

}  // namespace

std::optional<RingSet> match_antimeridian(const RingSet& rings) {
  std::vector<std::int64_t> latitudes;
  for (std::size_t r = 0; r < rings.size(); ++r) {
    each_edge(rings.ring(r), [&](Position a, Position b) {
      if (!on_seam(a, b)) return;
      latitudes.push_back(a.lat);
      latitudes.push_back(b.lat);
    });
  }
  if (latitudes.empty()) return {};
  std::sort(latitudes.begin(), latitudes.end());
  latitudes.erase(std::unique(latitudes.begin(), latitudes.end()), latitudes.end());
  RingSet result;
  std::vector<Position> ring;
  for (std::size_t r = 0; r < rings.size(); ++r) {
    ring.clear();
    each_edge(rings.ring(r), [&](Position a, Position b) {
      ring.push_back(a);
      if (!on_seam(a, b)) return;
      const auto low = std::upper_bound(latitudes.begin(), latitudes.end(), std::min(a.lat, b.lat));
      const auto high = std::lower_bound(latitudes.begin(), latitudes.end(), std::max(a.lat, b.lat));
      const std::size_t begin = ring.size();
      for (auto lat = low; lat < high; ++lat) ring.push_back({a.lon, *lat});
      if (b.lat < a.lat) std::reverse(ring.begin() + static_cast<std::ptrdiff_t>(begin), ring.end());
    });
    result.add(ring, rings.unit[r]);
  }
  return result;
}

void join_antimeridian(Mesh& mesh) {
  const auto edge_on_seam = [&](const Arc& arc) {
    const auto path = mesh.path(arc);
    for (std::size_t i = 1; i < path.size(); ++i) {
      if (on_seam(path[i - 1], path[i])) return true;
    }
    return false;
  };
  if (std::none_of(mesh.arcs.begin(), mesh.arcs.end(), edge_on_seam)) return;

  Mesh split;  // every edge on the seam becomes an arc of its own
  for (const Arc& arc : mesh.arcs) {
    const auto path = mesh.path(arc);
    std::size_t begin = 0;
    for (std::size_t i = 1; i < path.size(); ++i) {
      if (!on_seam(path[i - 1], path[i])) continue;
      if (begin + 1 < i) split.add(path.subspan(begin, i - begin), arc.left, arc.right);
      split.add(path.subspan(i - 1, 2), arc.left, arc.right);
      begin = i;
    }
    if (begin + 1 < path.size()) split.add(path.subspan(begin), arc.left, arc.right);
  }
  mesh = std::move(split);

  // An arc runs northwards, from its smaller end: at +180° the ground lies left of it, at −180° right.
  std::map<std::pair<std::int64_t, std::int64_t>, std::size_t> western;
  for (std::size_t i = 0; i < mesh.arcs.size(); ++i) {
    const auto path = mesh.path(i);
    if (!on_seam(path[0], path[1])) continue;
    const auto [low, high] = std::minmax(path[0].lat, path[1].lat);
    if (path[0].lon < 0) western[{low, high}] = i;
  }
  for (std::size_t i = 0; i < mesh.arcs.size(); ++i) {
    const auto path = mesh.path(i);
    if (!on_seam(path[0], path[1]) || path[0].lon < 0) continue;
    const auto [low, high] = std::minmax(path[0].lat, path[1].lat);
    const auto across = western.find({low, high});
    if (across == western.end()) continue;
    const auto outer = [&](Arc& arc) -> UnitIndex& { return arc.left == nobody ? arc.left : arc.right; };
    const auto inner = [&](const Arc& arc) { return arc.left == nobody ? arc.right : arc.left; };
    Arc& east = mesh.arcs[across->second];
    Arc& west = mesh.arcs[i];
    const UnitIndex east_unit = inner(east);
    const UnitIndex west_unit = inner(west);
    outer(east) = west_unit;
    outer(west) = east_unit;
  }
}

}  // namespace merestone
