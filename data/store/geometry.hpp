// SPDX-License-Identifier: Apache-2.0
/// Geometry as each engine keeps it: SpatiaLite's own blob, PostGIS' EWKB, always reference system 4326. We write
/// and read those bytes ourselves, so neither engine converts anything and reading needs no SpatiaLite library.
#pragma once

#include "data/db/connection.hpp"
#include "gis/geometry/wkb.hpp"

namespace merestone {

Bytes to_stored(Engine engine, Position point);
Bytes to_stored(Engine engine, std::span<const Position> line);
Bytes to_stored(Engine engine, const MultiPolygon& shape);

/// Plain WKB of what the engine keeps, for points, lines and (multi)polygons. @throws Error invalid
/// geometry.not_wkb, geometry.truncated for anything else; positions are checked by the readers of WKB.
Bytes from_stored(Engine engine, std::span<const std::byte> stored);

}  // namespace merestone
