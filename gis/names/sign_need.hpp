// SPDX-License-Identifier: Apache-2.0
/// Where signs must stand (GB 17733-2008; domain.md §1.7).
#pragma once

#include "gis/names/place_record.hpp"

#include <vector>

namespace merestone {

/// Whether a sign of the place stands on the day: put up by then, and not taken down.
bool has_standing_sign(const PlaceRecord& place, Date day);

/// How long a place is on the day: its course on record, else what its attributes say; 0 where nothing does.
double known_length_m(const PlaceRecord& place, Date day);

/// sign.none, a warning, for a place that is as long as the pack asks a sign of, has a standard name on the day, and no
/// sign that stands.
std::vector<Finding> check_sign_need(const PlaceRecord& place, const NameRules& rules, Date day);

}  // namespace merestone
