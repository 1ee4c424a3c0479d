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
};

/// Labels of neighbours, members and places that find room. Earlier ground of equal role has no advantage: more
/// room goes first. `taken` are boxes that no label may touch; a name may pass its own border a little, not more.
std::vector<PlacedLabel> place_labels(const Sheet& sheet, const SheetFrame& frame, const TypeCase& type,
                                      std::vector<PaperBox> taken);

}  // namespace merestone
