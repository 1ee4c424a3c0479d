// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/exchange/export_layer.hpp"
#include "data/exchange/problems.hpp"

#include <string_view>

namespace merestone::exchange {

/// The layer as a format can hold it. Shapefile: names of at most ten bytes, texts of at most 254, both reported
/// where something is lost. FlatGeobuf: no rows without shape, reported. CSV: points as columns lon and lat.
ExportLayer fitted(const ExportLayer& layer, std::string_view format, Problems& problems);

}  // namespace merestone::exchange
