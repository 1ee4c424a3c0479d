// SPDX-License-Identifier: Apache-2.0
#include "gis/names/settlement.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace merestone {
namespace {

constexpr std::array<std::string_view, 9> classes{"village", "natural_village", "hamlet",    "settlement", "town",
                                                  "populated", "populatedPlace",  "22", "22200"};

}  // namespace

bool is_settlement(const NamedPlace& place) {
  const std::string_view type = place.type;
  return place.people.has_value() || type.starts_with("PPL") || type.starts_with("P.PPL") ||
         std::find(classes.begin(), classes.end(), type) != classes.end();
}

}  // namespace merestone
