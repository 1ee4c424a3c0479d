// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/law/country_pack.hpp"

namespace merestone {

/// The part of check_pack() that looks at burials and siting: the same rules.
std::vector<Finding> check_burials(const CountryPack& pack);

}  // namespace merestone
