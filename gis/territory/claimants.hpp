// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/divisions/register.hpp"

#include <optional>
#include <span>
#include <vector>

namespace merestone {

/// Which of the parties claim a piece of ground: a party does whose own picture gives it to the party or a member; for a
/// party without one the situation on the ground speaks. None where each leaves the ground to another, as between claims
/// that cross.
/// @param holders by picture: the finest division that would hold it
/// @param pictures whose each picture is; nobody's: the situation on the ground
std::vector<DivisionId> claimants_of(std::span<const DivisionId> holders, std::span<const std::optional<DivisionId>> pictures,
                                     std::span<const DivisionId> parties, const DivisionRegister& divisions);

/// A claimant, and who holds a piece of ground as it claims.
struct HeldAsClaimed {
  DivisionId claimant;
  DivisionId holder;
  friend bool operator==(HeldAsClaimed, HeldAsClaimed) = default;
};
/// The same where the claims of a dispute are known, but not its parties: claimants by number, and last the holder on the
/// ground when it is of none of them.
std::vector<DivisionId> claimants_of(DivisionId on_the_ground, std::span<const HeldAsClaimed> claims, const DivisionRegister& divisions);

}  // namespace merestone
