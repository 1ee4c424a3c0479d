// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace merestone::exchange {

/// How many bytes a file must have by what its first bytes declare: .shp and .shx, .dbf, SQLite (GeoPackage),
/// FlatGeobuf up to its header. 0 where they declare nothing.
std::uint64_t declared_length(std::string_view head);

}  // namespace merestone::exchange
