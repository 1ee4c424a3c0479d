// SPDX-License-Identifier: Apache-2.0
#include "gis/names/place_record.hpp"

#include <algorithm>

namespace merestone {

const PlaceName* PlaceRecord::name(NameId which) const {
  const auto found = std::find_if(names.rbegin(), names.rend(), [&](const PlaceName& n) { return n.id == which; });
  return found == names.rend() ? nullptr : &*found;
}

const PlaceName* PlaceRecord::name_on(Date day) const {
  const PlaceName* shown = nullptr;
  for (const PlaceName& n : names) {
    if (!n.days().contains(day)) continue;
    if (n.kind == NameKind::official) return &n;
    if (shown == nullptr) shown = &n;
  }
  return shown;
}

const PlaceClass* PlaceRecord::class_in(std::string_view scheme) const {
  const auto found = std::find_if(classes.begin(), classes.end(), [&](const PlaceClass& c) { return c.scheme == scheme; });
  return found == classes.end() ? nullptr : &*found;
}

}  // namespace merestone
