// SPDX-License-Identifier: Apache-2.0
/// Where the numbers of a map come to stand.
#pragma once

#include "tiles/sheet/frame.hpp"
#include "tiles/sheet/sheet.hpp"

#include <span>
#include <vector>

namespace merestone {

struct PlacedMarker {
  std::size_t marker = 0;  ///< index of the one given
  PlanePoint place;        ///< what it numbers
  PlanePoint at;           ///< where its number stands; elsewhere than `place` when a line has to lead there
};

/// Earlier markers go first. One that finds its place taken stands beside it, as near as there is room, when it may be led;
/// else it is left out: numbers upon each other cannot be read. Boxes of those placed are added to `taken`.
std::vector<PlacedMarker> place_markers(std::span<const SheetMarker> markers, const SheetFrame& frame, std::vector<PaperBox>& taken);

}  // namespace merestone
