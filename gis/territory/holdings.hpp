// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/geodesy/measure.hpp"
#include "gis/territory/territory.hpp"

#include <map>

namespace merestone {

/// Ground of each division that holds some, in square micrometres, summed along its borders: no face is traced, so it
/// costs one walk over the positions. Parts of a whole sum to it to the last digit. Disputes are as on the ground.
std::map<DivisionId, Wide> held_ground(const Snapshot& snapshot);

}  // namespace merestone
