// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <simdjson.h>

#include <cstddef>
#include <vector>

namespace merestone::worker {

/// Writes a GeoJSON geometry as well-known binary, as it stands: nothing is closed, turned or left out. What is not
/// a geometry becomes a WKB of no bytes, which is none either; of lines and collections only the type is kept.
void to_wkb(simdjson::dom::element geometry, std::vector<std::byte>& wkb);

}  // namespace merestone::worker
