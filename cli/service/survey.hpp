// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/service/atlas.hpp"

#include <span>

namespace merestone {

/// Fills in what an atlas says of ground: its extent and home, every division's `ground`, and who holds each place. Needs
/// its day, facts and places. Boxes and areas are sums over arcs, so parts add up exactly to the whole.
void survey(Atlas& atlas, const Snapshot& snapshot, std::span<const HazardZone> zones, std::span<const Facility> facilities);

}  // namespace merestone
