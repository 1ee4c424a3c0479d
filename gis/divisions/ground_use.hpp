// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/date.hpp"
#include "gis/base/finding.hpp"
#include "gis/base/id.hpp"
#include "gis/geometry/area.hpp"

#include <string>
#include <vector>

namespace merestone {

/// Land of one division that another one uses or manages by agreement; whose it is does not change (BL-09; Regulations on
/// Administrative Boundaries 2002, article 11).
struct GroundUse {
  DivisionId holder;
  DivisionId user;
  std::string title;
  MultiPolygon shape;
  Period valid{};
  DocumentId document{};
};

/// Why a use may not be recorded, before its ground is looked at; errors all:
///   use.nothing_drawn  no area
///   use.same_side      who uses the ground is who holds it
///   use.no_agreement   neither agreement nor decision says so (BL-09); `agreed` tells whether one is at hand
std::vector<Finding> check_use(const GroundUse& use, bool agreed);

}  // namespace merestone
