// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/exchange/worker/request.hpp"

namespace merestone::worker {

/// Sends the head of a grid of heights and then its rows, from north to south, as floats in metres.
/// @throws Failure import.damaged, terrain.bands, terrain.too_large, terrain.no_place, terrain.turned, terrain.unit.
void send_grid(const Request& request, wire::Writer& out);

}  // namespace merestone::worker
