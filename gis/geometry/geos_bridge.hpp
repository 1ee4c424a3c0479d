// SPDX-License-Identifier: Apache-2.0
/// The one bridge to GEOS: shapes made of other shapes, on whole nanodegrees. Used where geometry is wanted; areas
/// under zones need none (gis/overlay).
#pragma once

#include "gis/geometry/area.hpp"

#include <optional>
#include <span>
#include <string>

namespace merestone {

/// All of these compute on a plane of longitude and latitude with a grid of one nanodegree, so that results are
/// positions again; robust on any valid input. Rings of the result are turned with the ground on their left, and
/// lines and points that an operation leaves over are dropped. Thread-safe: each thread has its own GEOS.
/// @throws Error{Fault::invalid} geometry.not_computable, with GEOS's reason, for shapes it cannot digest.
MultiPolygon union_of(std::span<const MultiPolygon> shapes);
MultiPolygon intersection_of(const MultiPolygon& a, const MultiPolygon& b);
MultiPolygon difference_of(const MultiPolygon& a, const MultiPolygon& b);

/// All places within `distance` of a shape, of lines or of points, on the plane of the numbers as they are given (whole
/// millimetres of a local plane, for instance). Round corners have `quarter` edges to a right angle. A negative distance
/// takes as much off areas.
MultiPolygon grown_on_plane(const MultiPolygon& areas, std::span<const Polyline> lines, std::span<const Position> points,
                            double distance, int quarter);

/// What keeps a shape from being one: rings that cross themselves or each other, holes outside.
struct ShapeFault {
  std::string reason;  ///< GEOS's words: "Self-intersection", "Hole lies outside shell"
  Position place;
};
std::optional<ShapeFault> shape_fault(const MultiPolygon& shape);

}  // namespace merestone
