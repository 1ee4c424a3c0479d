// SPDX-License-Identifier: Apache-2.0
#include "gis/names/sign_need.hpp"

#include "gis/base/text.hpp"
#include "gis/geodesy/measure.hpp"
#include "gis/law/naming_rules.hpp"
#include "gis/names/place_size.hpp"

#include <algorithm>

namespace merestone {

bool has_standing_sign(const PlaceRecord& place, Date day) {
  return std::any_of(place.signs.begin(), place.signs.end(), [&](const Sign& s) {
    return (!s.installed || *s.installed <= day) && (!s.removed || *s.removed > day);
  });
}

double known_length_m(const PlaceRecord& place, Date day) {
  double length = 0;
  for (const PlaceShape& shape : place.shapes) {
    if (!shape.path.empty() && shape.valid.contains(day)) length += length_m(shape.path);
  }
  if (length > 0) return length;
  std::vector<NamedValue> told;
  for (const PlaceAttribute& a : place.attributes) told.push_back({a.name, a.value});
  return size_in(told).length_m.value_or(0);
}

std::vector<Finding> check_sign_need(const PlaceRecord& place, const NameRules& rules, Date day) {
  const PlaceName* name = place.name_on(day);
  const PlaceClass* own = place.class_in(rules.class_scheme);
  const bool standard = name != nullptr && name->kind == NameKind::official && name->status != NameStatus::abolished;
  if (!standard || !place.valid.contains(day) || has_standing_sign(place, day)) return {};
  for (const SignNeed& need : rules.signs.needed) {
    if (!in_classes(own != nullptr ? own->code : place.type, need.classes)) continue;
    const double length = known_length_m(place, day);
    if (length <= need.longer_than_m) continue;
    return {{.rule = "sign.none", .severity = Severity::warning, .subject = {{}, "#" + std::to_string(place.id.value), {}},
             .facts = {{"name", name->text}, {"length", fixed(length, 0)}, {"most", fixed(need.longer_than_m, 0)}, {"source", need.source}}}};
  }
  return {};
}

}  // namespace merestone
