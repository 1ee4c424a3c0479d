// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/exchange/worker/request.hpp"

namespace merestone::worker {

/// Sends the EXIF tags of a picture that say where, when and which way it was taken; no pixel is read.
/// @throws Failure import.damaged.
void send_tags(const Request& request, wire::Writer& out);

}  // namespace merestone::worker
