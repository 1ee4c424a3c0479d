// SPDX-License-Identifier: Apache-2.0
/// Which names a map shows, and where: none upon another, the important ones first.
#pragma once

#include "tiles/sheet/label_point.hpp"
#include "tiles/sheet/sheet.hpp"
#include "tiles/sheet/text.hpp"

#include <vector>

namespace merestone {

struct PlacedLabel {
  SetText text;
  PlanePoint corner;  ///< upper left
  Colour halo;        ///< of the ground it stands on
};

/// Labels of neighbours, members and places that find room. Earlier ground of equal role has no advantage: more
/// room goes first. No label touches a box of `taken`; the few names of large members may lie on `symbols`, others not.
/// A neighbour's name keeps off the subject's `outline` where it can.
std::vector<PlacedLabel> place_labels(const Sheet& sheet, const SheetFrame& frame, const TypeCase& type,
                                      std::vector<PaperBox> taken, const std::vector<PaperBox>& symbols,
                                      const std::vector<PaperBox>& outline);

}  // namespace merestone
