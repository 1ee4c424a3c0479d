// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/date.hpp"
#include "gis/base/id.hpp"
#include "gis/geometry/area.hpp"

#include <string>

namespace merestone {

/// Land of one division that another one uses or manages by agreement; whose it is does not change (Regulations on
/// Administrative Boundaries 2002, article 11).
struct GroundUse {
  DivisionId holder;
  DivisionId user;
  std::string title;
  MultiPolygon shape;
  Period valid{};
  DocumentId document{};
};

}  // namespace merestone
