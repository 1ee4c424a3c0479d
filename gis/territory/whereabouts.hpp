// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/divisions/ground_use.hpp"
#include "gis/territory/locate.hpp"

#include <optional>
#include <span>

namespace merestone {

/// All that can be said of a place on a day (domain.md §2.4); several of it may be true at once.
enum class PlaceStatus { no_data_for_date, outside, on_line, disputed, near_line, used_by_other, enclave, inside };
/// "NO_DATA_FOR_DATE", "NEAR_LINE", …
std::string_view word_of(PlaceStatus status);

/// The nearest border.
struct NearestLine {
  StretchId stretch;
  DivisionId left;        ///< finest divisions on its sides, as on the ground
  DivisionId right;
  double distance_m = 0;  ///< on the ellipsoid
  double accuracy_m = 0;  ///< of the border; 0 when not known
};

struct Whereabouts {
  std::vector<PlaceStatus> statuses;  ///< as in the enum: the first is the one to heed
  Holders holders;                    ///< under the viewpoint asked for
  Holders administered_by;            ///< as on the ground
  std::vector<HeldAsClaimed> claims;  ///< of the disputes about the place; empty where nobody disputes it
  std::optional<NearestLine> line{};
  std::vector<std::size_t> uses{};    ///< positions in `uses` of land that another division uses
  DivisionId within{};                ///< an enclave: the one division all around this piece of its holder's ground
};

struct PlaceQuestion {
  Position place;
  double accuracy_m = 0;  ///< standard deviation of the position asked for
  Viewpoint viewpoint{};
};

/// NEAR_LINE: nearer to a border than the root of the sum of both variances; also exactly on one. ENCLAVE is told
/// for pieces of ground up to some degrees across. Reads only what lies near.
/// @param whole the box of all stretches of the day, empty: nothing is on record for it.
Whereabouts whereabouts(const PlaceQuestion& question, const Box& whole, const SnapshotInBox& near, std::span<const GroundUse> uses);

}  // namespace merestone
