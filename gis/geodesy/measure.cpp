// SPDX-License-Identifier: Apache-2.0
#include "gis/geodesy/measure.hpp"

#include "gis/geodesy/ellipsoid.hpp"
#include "gis/geodesy/geodesic.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace merestone {
namespace {

using namespace ellipsoid;

/// Mean ground to the equator, and length, over a straight edge or a piece of one, per whole piece.
struct Sample {
  double ground = 0;
  double length = 0;
};

/// Integrands where the sine and cosine of latitude are `s` and `c`; `dlat`, `dlon` in radians.
Sample sample(double s, double c, double dlat, double dlon) {
  const double w2 = 1 / (1 - e2 * s * s);
  const double prime_vertical = equatorial_radius_m * std::sqrt(w2);
  const double north = prime_vertical * (1 - e2) * w2 * dlat;
  const double east = prime_vertical * c * dlon;
  return {ground_to_equator(s), std::sqrt(north * north + east * east)};
}

Sample sample(double lat, double dlat, double dlon) { return sample(std::sin(lat), std::cos(lat), dlat, dlon); }

/// Two Gauss nodes for an edge of at most 0.05° of latitude: the error is below the last bit for the ground and
/// 1e-12 of the length up to 85°. Sine and cosine at the nodes come from those of the middle.
Sample short_piece(double lat, double dlat, double dlon) {
  const double s = std::sin(lat);
  const double c = std::cos(lat);
  const double d = dlat * 0.28867513459481288225;  // half of 1/√3
  const double sin_d = d * (1 - d * d / 6);
  const double cos_d = 1 - d * d / 2 * (1 - d * d / 12);
  const Sample low = sample(s * cos_d - c * sin_d, c * cos_d + s * sin_d, dlat, dlon);
  const Sample high = sample(s * cos_d + c * sin_d, c * cos_d - s * sin_d, dlat, dlon);
  return {(low.ground + high.ground) / 2, (low.length + high.length) / 2};
}

/// Three Gauss nodes.
Sample long_piece(double lat, double dlat, double dlon) {
  const double d = dlat * 0.38729833462074168852;  // half of √(3/5)
  const Sample low = sample(lat - d, dlat, dlon);
  const Sample middle = sample(lat, dlat, dlon);
  const Sample high = sample(lat + d, dlat, dlon);
  return {((low.ground + high.ground) * 5 + middle.ground * 8) / 18,
          ((low.length + high.length) * 5 + middle.length * 8) / 18};
}

/// Everything depends on the latitude alone, so only the span of latitude decides how finely to look; near a
/// pole the length of a slanting edge needs more.
Sample straight_edge(Position a, Position b) {
  const double dlat = static_cast<double>(b.lat - a.lat) * radians_per_nanodegree;
  const double dlon = static_cast<double>(b.lon - a.lon) * radians_per_nanodegree;
  const double lat = static_cast<double>(a.lat + b.lat) / 2 * radians_per_nanodegree;
  const std::int64_t span = std::abs(b.lat - a.lat);
  const std::int64_t to_pole = 90 * nanodegrees_per_degree - std::max(std::abs(a.lat), std::abs(b.lat));
  if (span == 0) return sample(lat, 0, dlon);
  if (span <= nanodegrees_per_degree / 20 && to_pole >= 5 * nanodegrees_per_degree) return short_piece(lat, dlat, dlon);
  const std::int64_t step =
      dlon == 0 ? nanodegrees_per_degree
                : std::clamp(to_pole / 10, nanodegrees_per_degree / 200, nanodegrees_per_degree);
  const auto pieces = static_cast<double>((span + step - 1) / step);
  Sample sum;
  for (double i = 0; i < pieces; ++i) {
    const Sample piece = long_piece(lat + dlat * ((i + 0.5) / pieces - 0.5), dlat / pieces, dlon / pieces);
    sum.ground += piece.ground / pieces;
    sum.length += piece.length;
  }
  return sum;
}

PathMeasure measure_straight(Position a, Position b) {
  if (b < a) return measure_straight(b, a).reversed();  // one computation for both directions
  const Sample edge = straight_edge(a, b);
  const std::int64_t turn = b.lon - a.lon;
  const double strip = edge.ground * (static_cast<double>(turn) * radians_per_nanodegree);
  return {-static_cast<Wide>(strip * 1e12), static_cast<std::int64_t>(edge.length * 1e6 + 0.5), turn};
}

PathMeasure measure_edge(Position a, Position b, EdgeKind kind) {
  return kind == EdgeKind::geodesic ? measure_geodesic(a, b) : measure_straight(a, b);
}

Wide hemisphere_um2() {
  static const Wide area = static_cast<Wide>(ground_to_equator(1) * (360e9 * radians_per_nanodegree) * 1e12);
  return area;
}

PathMeasure measure(const Polygon& polygon, EdgeKind edges) {
  PathMeasure sum = measure_ring(polygon.outer, edges);
  for (const Ring& hole : polygon.holes) sum += measure_ring(hole, edges);
  return sum;
}

}  // namespace

PathMeasure measure(std::span<const Position> path, EdgeKind edges) {
  PathMeasure sum;
  for (std::size_t i = 1; i < path.size(); ++i) sum += measure_edge(path[i - 1], path[i], edges);
  return sum;
}

PathMeasure measure_ring(std::span<const Position> ring, EdgeKind edges) {
  PathMeasure sum = measure(ring, edges);
  if (!ring.empty()) sum += measure_edge(ring.back(), ring.front(), edges);
  return sum;
}

Wide ground_um2(const PathMeasure& walks) {
  return std::abs(walks.turn) == 2 * antimeridian ? walks.area_um2 + hemisphere_um2() : walks.area_um2;
}

Wide area_um2(const MultiPolygon& shape, EdgeKind edges) {
  Wide sum = 0;
  for (const Polygon& polygon : shape) sum += ground_um2(measure(polygon, edges));
  return sum;
}

double area_m2(const MultiPolygon& shape, EdgeKind edges) { return square_metres(area_um2(shape, edges)); }

double perimeter_m(const MultiPolygon& shape, EdgeKind edges) {
  std::int64_t sum = 0;
  for (const Polygon& polygon : shape) sum += measure(polygon, edges).length_um;
  return metres(sum);
}

double length_m(std::span<const Position> path, EdgeKind edges) { return metres(measure(path, edges).length_um); }

double world_area_m2() { return square_metres(2 * hemisphere_um2()); }

}  // namespace merestone
