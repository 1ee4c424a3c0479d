// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/mesh/mesh.hpp"
#include "gis/names/place.hpp"

#include <functional>
#include <span>
#include <vector>

namespace merestone {

/// Answers which units hold positions, as CoverageIndex::units_at() does.
using UnitsAt = std::function<std::vector<UnitIndex>(std::span<const Position>)>;

/// The unit that each place lies in, in their order; `nobody` outside all units and for a place without position.
std::vector<UnitIndex> units_of(std::span<const NamedPlace> places, const UnitsAt& units_at);

}  // namespace merestone
