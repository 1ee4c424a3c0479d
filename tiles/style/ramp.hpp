// SPDX-License-Identifier: Apache-2.0
/// Colours of classes, by the names of ColorBrewer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace merestone {

struct RampColour {
  unsigned char red = 0, green = 0, blue = 0;
  friend bool operator==(const RampColour&, const RampColour&) = default;
};

/// "YlOrRd", "YlGnBu", "Blues", "Oranges", "Purples"; diverging: "PuOr", "RdBu". All can be told apart by colour-blind readers.
std::vector<std::string> ramp_names();
/// From the lowest class to the highest, for 1 to 9 classes. @throws Error invalid thematic.unknown_ramp.
std::vector<RampColour> ramp_colours(std::string_view name, std::size_t classes);
std::string css(const RampColour& colour);  ///< "#ffeda0"

/// Where there is no value: no colour of any ramp.
inline constexpr RampColour no_data_colour{217, 217, 217};

}  // namespace merestone
