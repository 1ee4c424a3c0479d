// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/exchange/worker/request.hpp"

namespace merestone::worker {

/// GeoJSON, read by ourselves: GDAL takes ten times as long, and turns geometry it does not understand into none.
/// The whole file is in memory; it must be well-formed to the end. Columns are the properties of all features, in
/// order of appearance, and `id` where features have one. @throws Failure
void send_geojson(const Request& request, bool with_records, wire::Writer& out);

}  // namespace merestone::worker
