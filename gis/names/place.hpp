// SPDX-License-Identifier: Apache-2.0
/// Place names (ISO 19112 locations, INSPIRE GN named places): one place, many names.
#pragma once

#include "gis/base/date.hpp"
#include "gis/base/id.hpp"
#include "gis/geometry/position.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace merestone {

struct GeographicalName {
  std::string text;
  std::string language = "und";     ///< BCP 47
  std::string status = "official";  ///< official, former, variant, short, exonym
};

/// People who lived at a place on the day of a count.
struct PeopleCount {
  std::int64_t people = 0;
  Date counted{};

  friend constexpr auto operator<=>(const PeopleCount&, const PeopleCount&) = default;
};

struct NamedPlace {
  PlaceId id;
  std::string local_id;    ///< id in its source; may be empty
  std::string type;        ///< class in the source's scheme: "populatedPlace"
  std::vector<GeographicalName> names;  ///< at least one; the first is the one to show
  std::optional<Position> position;     ///< absent for a name whose place is not known
  Period valid{};
  std::optional<PeopleCount> people{};  ///< absent where nobody counted
};

}  // namespace merestone
