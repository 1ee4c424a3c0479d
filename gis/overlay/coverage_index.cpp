// SPDX-License-Identifier: Apache-2.0
#include "gis/overlay/coverage_index.hpp"

#include "gis/base/parallel.hpp"
#include "gis/overlay/cell_tree.hpp"

#include <algorithm>

namespace merestone {

CoverageIndex::CoverageIndex(const Mesh& mesh) : mesh_{&mesh}, tree_{std::make_unique<overlay::CellTree>(mesh)} {}
CoverageIndex::CoverageIndex(CoverageIndex&&) noexcept = default;
CoverageIndex& CoverageIndex::operator=(CoverageIndex&&) noexcept = default;
CoverageIndex::~CoverageIndex() = default;

UnitIndex CoverageIndex::unit_at(Position p) const { return tree_->unit_at(p); }

std::vector<UnitIndex> CoverageIndex::units_at(std::span<const Position> positions) const {
  std::vector<UnitIndex> units(positions.size());
  const std::size_t share = positions.size() / processors() + 1;
  parallel_for(positions.size(), std::clamp<std::size_t>(share, 8192, 1 << 20), [&](std::size_t first, std::size_t last) {
    tree_->units_at(positions.subspan(first, last - first), std::span{units}.subspan(first, last - first));
  });
  return units;
}

}  // namespace merestone
