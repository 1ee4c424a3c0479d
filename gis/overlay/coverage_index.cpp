// SPDX-License-Identifier: Apache-2.0
#include "gis/overlay/coverage_index.hpp"

#include "gis/base/parallel.hpp"
#include "gis/overlay/cell_tree.hpp"

namespace merestone {

CoverageIndex::CoverageIndex(const Mesh& mesh) : mesh_{&mesh}, tree_{std::make_unique<overlay::CellTree>(mesh)} {}
CoverageIndex::CoverageIndex(CoverageIndex&&) noexcept = default;
CoverageIndex& CoverageIndex::operator=(CoverageIndex&&) noexcept = default;
CoverageIndex::~CoverageIndex() = default;

UnitIndex CoverageIndex::unit_at(Position p) const { return tree_->unit_at(p); }

std::vector<UnitIndex> CoverageIndex::units_at(std::span<const Position> positions) const {
  std::vector<UnitIndex> units(positions.size());
  parallel_for(positions.size(), 8192, [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) units[i] = tree_->unit_at(positions[i]);
  });
  return units;
}

}  // namespace merestone
