// SPDX-License-Identifier: Apache-2.0
/// Snap rounding on ground so coarse that nearly every crossing falls between whole nanodegrees.
#include "gis/mesh/crossings.hpp"
#include "gis/mesh/noding.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include <algorithm>
#include <random>
#include <set>

using namespace merestone;

namespace {

std::vector<Polyline> any_paths(int most, std::int64_t extent) {
  std::vector<Polyline> paths;
  std::mt19937 random{*rc::gen::arbitrary<unsigned>()};
  std::uniform_int_distribution<std::int64_t> anywhere{0, extent};
  const int count = *rc::gen::inRange(1, most);
  for (int i = 0; i < count; ++i) {
    Polyline path;
    const int positions = *rc::gen::inRange(2, 6);
    while (static_cast<int>(path.size()) < positions) {
      const Position p{anywhere(random), anywhere(random)};
      if (path.empty() || path.back() != p) path.push_back(p);
    }
    paths.push_back(std::move(path));
  }
  return paths;
}

Noding noded(const std::vector<Polyline>& old, const std::vector<Polyline>& fresh) {
  return node(std::vector<std::span<const Position>>(old.begin(), old.end()),
              std::vector<std::span<const Position>>(fresh.begin(), fresh.end()));
}

std::vector<Polyline> arcs(const Mesh& mesh) {
  std::vector<Polyline> all;
  for (std::size_t arc = 0; arc < mesh.arcs.size(); ++arc) all.emplace_back(mesh.path(arc).begin(), mesh.path(arc).end());
  return all;
}

/// The positions along a walk, the way it runs.
Polyline positions_along(const Mesh& mesh, const std::vector<Side>& walk) {
  Polyline all;
  for (const Side side : walk) {
    Polyline path(mesh.path(side.arc).begin(), mesh.path(side.arc).end());
    if (!side.forward) std::reverse(path.begin(), path.end());
    all.insert(all.end(), path.begin() + (all.empty() ? 0 : 1), path.end());
  }
  return all;
}

bool holds_in_order(const Polyline& all, const Polyline& some) {
  auto next = some.begin();
  for (const Position p : all) {
    if (next != some.end() && *next == p) ++next;
  }
  return next == some.end();
}

}  // namespace

TEST_CASE("properties of noding") {
  rc::prop("nothing crosses or touches any more, old paths keep their vertices and their order", [] {
    const std::int64_t extent = *rc::gen::element<std::int64_t>(8, 40, 1'000'000'000);
    const std::vector<Polyline> old = arcs(noded({}, any_paths(8, extent)).mesh);
    const std::vector<Polyline> fresh = any_paths(5, extent);
    const Noding result = noded(old, fresh);
    if (!result.collapsed.empty()) return;
    RC_ASSERT(find_crossings(result.mesh).empty());
    std::set<std::pair<Position, Position>> edges;
    for (const Polyline& arc : arcs(result.mesh)) {
      for (std::size_t i = 1; i < arc.size(); ++i) RC_ASSERT(edges.insert(std::minmax(arc[i - 1], arc[i])).second);
    }
    for (std::size_t p = 0; p < old.size(); ++p) RC_ASSERT(holds_in_order(positions_along(result.mesh, result.pieces[p]), old[p]));
  });

  rc::prop("the mesh does not depend on the direction of the new lines", [] {
    const std::int64_t extent = *rc::gen::element<std::int64_t>(8, 40, 1'000'000'000);
    const std::vector<Polyline> old = arcs(noded({}, any_paths(6, extent)).mesh);
    const std::vector<Polyline> fresh = any_paths(4, extent);
    std::vector<Polyline> turned = fresh;
    for (Polyline& path : turned) std::reverse(path.begin(), path.end());
    const Noding result = noded(old, fresh);
    if (!result.collapsed.empty()) return;
    auto one = arcs(result.mesh);
    auto other = arcs(noded(old, turned).mesh);
    std::sort(one.begin(), one.end());
    std::sort(other.begin(), other.end());
    RC_ASSERT(one == other);
  });
}
