// SPDX-License-Identifier: Apache-2.0
/// Well-known binary (OGC 06-103r4 §8): the form in which geometry crosses the database and the file reader.
/// Degrees as doubles, longitude before latitude. Written little-endian; both byte orders and the Z, M and
/// EWKB flags are read (extra ordinates are dropped). Every count is checked against the bytes at hand.
#pragma once

#include "gis/geometry/area.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace merestone {

using Bytes = std::vector<std::byte>;

Bytes to_wkb(Position point);
Bytes to_wkb(std::span<const Position> line);
/// A MULTIPOLYGON, rings closed.
Bytes to_wkb(const MultiPolygon& shape);

/// @throws Error{Fault::invalid} for other types, truncated bytes, NaN, positions off the globe.
Position point_from_wkb(std::span<const std::byte> wkb);
Polyline line_from_wkb(std::span<const std::byte> wkb);

/// Reads POLYGON and MULTIPOLYGON and turns rings so that the ground lies left of every edge.
/// @throws Error{Fault::invalid} also for rings that are not closed or have fewer than three corners.
MultiPolygon polygons_from_wkb(std::span<const std::byte> wkb);

}  // namespace merestone
