// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/mesh/mesh.hpp"

#include <memory>
#include <span>
#include <vector>

namespace merestone {

namespace overlay {
class CellTree;
}

/// Which unit holds a position, for all units of a coverage at once.
///
/// 1. Exact: decided by integers, never by rounding.
/// 2. Every position has exactly one answer. One on a border has the unit a hair to the east of it, or to the
///    north where the border runs along a parallel; ask `locate` where both sides must be known.
/// 3. Ground inside a unit and far from borders is answered without looking at any edge.
///
/// Built in time near-linear in positions. Keeps a reference to the mesh. Reading is thread-safe.
class CoverageIndex {
 public:
  /// @throws Error{Fault::invalid} overlay.not_a_coverage when arcs contradict each other.
  explicit CoverageIndex(const Mesh& mesh);
  CoverageIndex(CoverageIndex&&) noexcept;
  CoverageIndex& operator=(CoverageIndex&&) noexcept;
  ~CoverageIndex();

  UnitIndex unit_at(Position p) const;  ///< `nobody` outside all units
  std::vector<UnitIndex> units_at(std::span<const Position> positions) const;

  const Mesh& mesh() const { return *mesh_; }
  const overlay::CellTree& tree() const { return *tree_; }

 private:
  const Mesh* mesh_;
  std::unique_ptr<overlay::CellTree> tree_;
};

}  // namespace merestone
