// SPDX-License-Identifier: Apache-2.0
/// Sizes for findings, on the authalic sphere (radius 6,371,007.18 m): within 0.6 % of the ellipsoid.
/// What is printed as the area of a division comes from gis/geodesy.
#pragma once

#include "gis/geometry/position.hpp"

#include <span>

namespace merestone {

double sphere_length_m(std::span<const Position> path) noexcept;
/// Signed, positive counter-clockwise; edges straight in longitude and sine of latitude.
double sphere_area_m2(std::span<const Position> ring) noexcept;

}  // namespace merestone
