// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/mesh/check.hpp"
#include "gis/mesh/mesh.hpp"

#include <cstdint>
#include <vector>

namespace merestone {

/// Rings of many units, as files deliver them: one flat list, the ground left of every edge,
/// first positions not repeated.
struct RingSet {
  std::vector<Position> positions;
  std::vector<std::uint32_t> first{0};  ///< ring i is positions[first[i] … first[i + 1])
  std::vector<UnitIndex> unit;          ///< whose ground it bounds

  std::size_t size() const { return unit.size(); }
  std::span<const Position> ring(std::size_t i) const {
    return {positions.data() + first[i], first[i + 1] - first[i]};
  }
  void add(std::span<const Position> ring, UnitIndex owner);
  void add(const MultiPolygon& shape, UnitIndex owner);
};

/// A position that snapping moved.
struct Move {
  Position from;
  Position to;
};

struct MeshBuild {
  Mesh mesh;
  std::vector<Move> moves;        ///< sorted by `from`, each once
  std::vector<MeshFault> faults;  ///< empty: the mesh is a coverage
};

/// Builds the mesh of a coverage.
///
/// 1. With `tolerance` 0 nothing moves: borders are shared where positions are equal to the nanodegree.
///    Else positions nearer than `tolerance` nanodegrees are brought together (clusters never wider than
///    `tolerance`), then positions nearer than that to another's edge are put on it; every move is reported.
/// 2. The result does not depend on the order of rings or on where a ring starts.
/// 3. A node is a position whose neighbours differ between visits; arcs run from node to node.
/// 4. Edges on longitude ±180° have the unit across the antimeridian on their other side.
/// 5. Everything that keeps the input from being a coverage is in `faults`: see check.hpp.
///
/// Time near-linear, at most 60 bytes of working memory per position.
MeshBuild build_mesh(const RingSet& rings, std::int64_t tolerance = 0);

}  // namespace merestone
