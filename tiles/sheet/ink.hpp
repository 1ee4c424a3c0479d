// SPDX-License-Identifier: Apache-2.0
/// Colours, widths and dashes of a sheet, in one place: the map, its legend and the bars of a report agree.
#pragma once

#include "tiles/sheet/text.hpp"

#include <string_view>
#include <vector>

namespace merestone {

struct LineInk {
  double width = 0.4;
  std::vector<double> dashes;  ///< empty: a full line
  Colour colour{};
};

namespace ink {
inline constexpr Colour text{0.13, 0.15, 0.18};
inline constexpr Colour quiet{0.42, 0.45, 0.49};
inline constexpr Colour rule{0.72, 0.74, 0.77};
inline constexpr Colour subject{0.992, 0.976, 0.925};
inline constexpr Colour neighbour{0.937, 0.941, 0.945};
inline constexpr Colour outside{1, 1, 1};
inline constexpr Colour ribbon{0.66, 0.20, 0.30, 0.20};
inline constexpr Colour disputed{0.66, 0.20, 0.30};
inline constexpr Colour disputed_neutral{0.36, 0.37, 0.40};
inline constexpr Colour unclaimed{0.72, 0.72, 0.74};
inline constexpr Colour without_data{0.62, 0.62, 0.62};
inline constexpr Colour flag{0.77, 0.12, 0.17};
}  // namespace ink

/// Lines of higher rank are wider and more broken; the finest are thin and full.
LineInk line_ink(int rank, bool outline, bool disputed);

/// What a party claims: one width for all, red and blue for the first two (domain.md §4.4).
LineInk claim_ink(int party);

/// A proposed line: nobody's colour, broken in its own way, so that prints without colour tell them apart too.
LineInk proposal_ink(int proposal);

/// The colour of a hazard, opaque, darker with severity (1 to 5). Kinds are laid over the ground as a whole with
/// `zone_cover`, so that where severities overlap the highest shows, as it is counted.
Colour zone_ink(std::string_view kind, int severity);
inline constexpr double zone_cover = 0.72;
/// As it looks on the subject's ground.
Colour zone_ink_on_ground(std::string_view kind, int severity);

}  // namespace merestone
