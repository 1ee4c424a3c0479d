// SPDX-License-Identifier: Apache-2.0
/// Lengths and areas on the WGS 84 ellipsoid, never on a map plane (CR-05).
///
/// 1. Each edge counts in whole micrometres and square micrometres, so no order of summing changes a digit.
/// 2. A path walked backwards has exactly the opposite area: what one neighbour gains the other loses, and the
///    parts of a whole sum to it to the last digit.
/// 3. Edges straight in longitude and latitude are measured as just that, however long they are; they never
///    cross the antimeridian (shapes are cut there, RFC 7946) and may run along it or along a pole.
/// 4. Geodesic edges take the shortest way, also across the antimeridian and around a pole.
#pragma once

#include "gis/geometry/area.hpp"
#include "gis/geometry/edge_kind.hpp"

#include <cstdint>
#include <span>

namespace merestone {

/// What a path adds to the ground on its left, and how long it is. Sums over closed walks mean something:
/// see ground_um2().
struct PathMeasure {
  Wide area_um2 = 0;           ///< of the strip between the path and the equator, signed
  std::int64_t length_um = 0;
  std::int64_t turn = 0;       ///< nanodegrees of longitude travelled eastwards

  PathMeasure reversed() const { return {-area_um2, length_um, -turn}; }
  PathMeasure& operator+=(const PathMeasure& other) {
    area_um2 += other.area_um2;
    length_um += other.length_um;
    turn += other.turn;
    return *this;
  }
  friend bool operator==(const PathMeasure&, const PathMeasure&) = default;
};

/// Of the edges between consecutive positions. Straight edges, of any length and up to the poles, are good to 1e-11
/// of the area and some micrometres of length (tested against ever denser geodesics); geodesic ones to some
/// nanometres and 0.1 m² (PROJ's geod).
PathMeasure measure(std::span<const Position> path, EdgeKind edges = EdgeKind::lonlat);
/// The same with the edge that closes a ring.
PathMeasure measure_ring(std::span<const Position> ring, EdgeKind edges = EdgeKind::lonlat);

/// Ground enclosed by closed walks that keep it on their left: `walks` is the sum of their measures, holes
/// included. Walks around a pole get the half of the ellipsoid that they leave out.
Wide ground_um2(const PathMeasure& walks);

constexpr double square_metres(Wide um2) { return static_cast<double>(um2) / 1e12; }
constexpr double metres(std::int64_t um) { return static_cast<double>(um) / 1e6; }

Wide area_um2(const MultiPolygon& shape, EdgeKind edges = EdgeKind::lonlat);
double area_m2(const MultiPolygon& shape, EdgeKind edges = EdgeKind::lonlat);
double perimeter_m(const MultiPolygon& shape, EdgeKind edges = EdgeKind::lonlat);
double length_m(std::span<const Position> path, EdgeKind edges = EdgeKind::lonlat);

/// Of the whole ellipsoid: every complete coverage of the world has exactly this ground.
double world_area_m2();

}  // namespace merestone
