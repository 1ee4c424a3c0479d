// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/date.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace merestone {

/// A minute as the clocks of the place show it: reports of disasters name no time zone.
using Moment = std::chrono::sys_time<std::chrono::minutes>;

/// "2022-07-15T08:30", "2022-07-15 08:30", or a day alone, which is its first minute; nothing for anything else.
std::optional<Moment> parse_moment(std::string_view text);
std::string to_string(Moment moment);  ///< "2022-07-15T08:30"
inline Date day_of(Moment moment) { return std::chrono::floor<std::chrono::days>(moment); }

}  // namespace merestone
