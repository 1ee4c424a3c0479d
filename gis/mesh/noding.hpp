// SPDX-License-Identifier: Apache-2.0
/// Brings new lines into lines that are there already, so that everything meets at end positions only.
#pragma once

#include "gis/mesh/mesh.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace merestone {

/// An edge of an old path that was cut, or bent, at positions put into it.
struct CutEdge {
  std::uint32_t path = 0;
  std::uint32_t edge = 0;  ///< from position `edge` of the old path to the next
  Polyline through;        ///< in its direction, without its ends
};

struct Noding {
  Mesh mesh;                                ///< planar; its units are not set
  std::vector<std::uint32_t> old_path;      ///< by arc: the old path that it is a piece of, or `fresh_arc`
  std::vector<std::vector<Side>> pieces;    ///< by old path: its arcs in its order, all forward
  std::vector<std::vector<Side>> walks;     ///< by fresh path: the arcs it runs along, in its order and direction
  std::vector<CutEdge> cut_edges;
  std::vector<Position> collapsed;          ///< where two old paths would become one; there is no noding then
};
inline constexpr std::uint32_t fresh_arc = 0xFFFFFFFFU;

/// Snap rounding (Hobby 1999; Guibas and Marimont 1998) of `fresh` paths into `old` ones:
///
/// 1. Crossing points are rounded to the nearest whole nanodegree, and every edge that passes nearer than half a
///    nanodegree (in each coordinate) to such a point or to a vertex is led through it. Vertices never move, so
///    old paths move at most half a nanodegree (0.06 mm), and only in the edges listed in `cut_edges`.
/// 2. This is repeated until an exact test finds that nothing meets elsewhere than at common positions.
/// 3. Edges that coincide become one: a fresh path along an old one follows its arcs. Old arcs keep the direction
///    of their path; fresh ones run from their smaller end, closed ones from their smallest position.
/// 4. The mesh does not depend on the direction of the fresh paths.
///
/// `old` paths meet at end positions only, each has two positions or more. Repeated positions of fresh paths are
/// dropped; what is left of them must have two positions or more.
/// Cost: O(n log n) in positions of the fresh paths and of the old ones whose boxes meet theirs.
Noding node(std::span<const std::span<const Position>> old, std::span<const std::span<const Position>> fresh);

}  // namespace merestone
