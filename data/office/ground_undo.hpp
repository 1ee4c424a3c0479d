// SPDX-License-Identifier: Apache-2.0
/// Ground as it was before an act, for acts that take another one back.
#pragma once

#include "data/store/fact_writer.hpp"

namespace merestone {

/// Takes back what the act of revision `act` did to the ground, from `from` on: what it ended goes on with the periods,
/// claims and documents it had, what it stated ends on that day, and is superseded where it began no earlier. Lines
/// follow. False where the act did nothing to the ground. @throws Error conflict redraw.built_upon when later acts
/// changed what it wrote.
bool restore_ground(FactWriter& writer, Revision act, Date from = unknown_start);

}  // namespace merestone
