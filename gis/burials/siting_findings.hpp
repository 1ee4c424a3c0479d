// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/burials/siting_check.hpp"

namespace merestone {

/// Hits in words' terms, as findings on `subject`: siting.inside, siting.too_near, siting.seen and siting.not_there for what
/// breaks a rule (errors; warnings where in doubt), siting.near for what a person judges, siting.sight_unknown and
/// siting.slope_unknown for want of heights, siting.in_doubt for rules that are only just kept. Where `kept` protects a grave,
/// all are notes.
std::vector<Finding> findings_of(const SitingCheck& check, std::span<const SitingHit> hits, const Subject& subject, Place place,
                                 bool kept = false);

/// Whether one of the hits forbids the place: broken rules, in doubt or not.
bool forbids(std::span<const SitingHit> hits);

}  // namespace merestone
