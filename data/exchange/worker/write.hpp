// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/exchange/worker/request.hpp"

namespace merestone::worker {

/// Makes a new file of the layers and records that come in, and answers with an end frame when it is closed.
/// @throws Failure export.failed with what GDAL said.
void write(const Request& request, wire::Reader& in, wire::Writer& out);

}  // namespace merestone::worker
