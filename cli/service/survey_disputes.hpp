// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/service/atlas.hpp"

namespace merestone {

/// Fills in what an atlas says of disputes: who sees them how, which ground is contested, and what each view changes in
/// the ground of divisions. Needs its day, its facts and what survey() fills in. Where nothing is claimed it does nothing.
void survey_disputes(Atlas& atlas, const Snapshot& snapshot);

}  // namespace merestone
