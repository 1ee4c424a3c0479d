// SPDX-License-Identifier: Apache-2.0
/// How far enforcement has come, by division, class and zone (domain.md §5.5, FU-24).
#pragma once

#include "gis/burials/case_clock.hpp"

#include <map>

namespace merestone {

/// Cases by what they went through up to a day. Each later figure is a part of `found`.
struct EnforcementTally {
  std::int64_t found = 0;           ///< cases opened
  std::int64_t notified = 0;        ///< with a notice served
  std::int64_t self_corrected = 0;  ///< corrected by the party
  std::int64_t enforced = 0;        ///< by joint enforcement
  std::int64_t closed = 0;          ///< with an outcome
  std::int64_t not_ours = 0;        ///< not illegal, or transferred: found, and never to be closed here
  EnforcementTally& operator+=(const EnforcementTally& other);
  friend bool operator==(const EnforcementTally&, const EnforcementTally&) = default;
};
EnforcementTally tally_of(const BurialCase& one, Date as_of);

/// FU-24 is closed ÷ found; the denominator has every case that was found, those that are not illegal or were transferred
/// too. Of what the office itself can close, the second says. Nothing where there is nothing to divide by.
std::optional<double> correction_rate(const EnforcementTally& tally);
std::optional<double> own_correction_rate(const EnforcementTally& tally);

/// By class of grave, and by siting rule that the grave breaks: a grave in two zones counts in both, so zones do not sum
/// to the whole. "" for cases that were not verified yet, or lie in no zone.
std::map<std::string, EnforcementTally> tally_by_class(std::span<const BurialCase> cases, Date as_of);
std::map<std::string, EnforcementTally> tally_by_zone(std::span<const BurialCase> cases, Date as_of);

}  // namespace merestone
