// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/exchange/worker/request.hpp"

namespace merestone::worker {

/// Sends the head of the layer asked for, then all its records as they stand in the file: shapes as WKB, values
/// as text. @throws Failure
void read(const Request& request, wire::Writer& out);

/// Sends the head of every layer.
void describe(const Request& request, wire::Writer& out);

}  // namespace merestone::worker
