// SPDX-License-Identifier: Apache-2.0
/// The two clocks that every question carries: what was the law, and what did we know.
#pragma once

#include "gis/base/date.hpp"

#include <cstdint>
#include <limits>

namespace merestone {

/// Number of a committed act, from 1 upwards without holes.
using Revision = std::int64_t;

inline constexpr Revision latest_revision = std::numeric_limits<Revision>::max();

struct AsOf {
  Date day;
  Revision revision = latest_revision;  ///< as recorded up to and including this act
  friend constexpr bool operator==(const AsOf&, const AsOf&) = default;
};

}  // namespace merestone
