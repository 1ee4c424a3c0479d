// SPDX-License-Identifier: Apache-2.0
/// What maps tell of lines in dispute, and of the stones that mark lines: values handed over to be drawn.
#pragma once

#include "gis/boundaries/boundary.hpp"
#include "gis/territory/territory.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace merestone {

/// What one claim says of one stretch. A stretch that several parties draw has one for each.
struct TileClaim {
  StretchId stretch;
  DisputeId dispute;
  ClaimId claim;
  std::optional<DivisionId> claimant;     ///< empty: the situation on the ground
  int party = 0;                          ///< from 1 in each dispute, by number of the claimant; 0 without claimant
  std::vector<std::string> accepted_by;   ///< viewers that draw this claim
  std::vector<std::string> disputed_by;   ///< viewers that draw another of the same dispute
  friend bool operator==(const TileClaim&, const TileClaim&) = default;
};

/// All claims of a day, by stretch and then by claim. A stretch that every claim of a dispute draws is not among
/// them: they differ about the ground beside it, not about the line.
std::vector<TileClaim> tile_claims(const Snapshot& snapshot);

/// Those of them that the pictures of a viewpoint grant: all for a neutral one, one version of each dispute for others.
std::vector<TileClaim> tile_claims(const Snapshot& snapshot, const Viewpoint& viewpoint);

/// What a dispute is called.
struct TileDispute {
  DisputeId id;
  std::string name;
  std::string status;  ///< "open", "in_mediation", in the words of the register that keeps it
};

/// A boundary monument.
struct TileMonument {
  std::int64_t id = 0;  ///< 0: none
  Position position;
  std::string number;   ///< as cut into it: "(鄂豫)01号"
  std::string kind;     ///< "single", "double", "triple", in the words of the country pack
  std::string status;   ///< "in_place", "damaged", "displaced", "missing", "not_observed"
};

}  // namespace merestone
