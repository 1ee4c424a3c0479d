// SPDX-License-Identifier: Apache-2.0
#include "gis/geometry/area.hpp"

#include <algorithm>

namespace merestone {
namespace {

int sign(Wide value) noexcept { return value > 0 ? 1 : value < 0 ? -1 : 0; }

bool within_box(Position a, Position b, Position p) noexcept {
  return std::min(a.lon, b.lon) <= p.lon && p.lon <= std::max(a.lon, b.lon) && std::min(a.lat, b.lat) <= p.lat &&
         p.lat <= std::max(a.lat, b.lat);
}

}  // namespace

Box box_of(std::span<const Position> positions) noexcept {
  Box box;
  for (const Position p : positions) box.add(p);
  return box;
}

Box box_of(const MultiPolygon& shape) noexcept {
  Box box;
  for (const Polygon& polygon : shape) box.add(box_of(polygon.outer));
  return box;
}

Wide twice_area(std::span<const Position> ring) noexcept {
  Wide sum = 0;
  for (std::size_t i = 1; i + 1 < ring.size(); ++i) sum += cross(ring[0], ring[i], ring[i + 1]);
  return sum;
}

Containment locate(std::span<const Position> ring, Position p) noexcept {
  bool inside = false;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
    const Position a = ring[j];
    const Position b = ring[i];
    if ((a.lat > p.lat) == (b.lat > p.lat) && a.lat != p.lat && b.lat != p.lat) continue;
    const Wide side = cross(a, b, p);
    if (side == 0 && within_box(a, b, p)) return Containment::on_edge;
    if ((a.lat > p.lat) != (b.lat > p.lat) && (side > 0) == (b.lat > a.lat)) inside = !inside;
  }
  return inside ? Containment::inside : Containment::outside;
}

Containment locate(const MultiPolygon& shape, Position p) noexcept {
  for (const Polygon& polygon : shape) {
    const Containment outer = locate(polygon.outer, p);
    if (outer == Containment::outside) continue;
    Containment result = outer;
    for (const Ring& hole : polygon.holes) {
      const Containment in_hole = locate(hole, p);
      if (in_hole == Containment::on_edge) return Containment::on_edge;
      if (in_hole == Containment::inside) result = Containment::outside;
    }
    if (result != Containment::outside) return result;
  }
  return Containment::outside;
}

Meeting meeting(Position a, Position b, Position c, Position d) noexcept {
  const int abc = sign(cross(a, b, c));
  const int abd = sign(cross(a, b, d));
  const int cda = sign(cross(c, d, a));
  const int cdb = sign(cross(c, d, b));
  if (abc * abd > 0 || cda * cdb > 0) return Meeting::apart;
  if (abc == 0 && abd == 0) {  // on one line
    const bool along_lon = a.lon != b.lon || c.lon != d.lon;
    const auto key = [&](Position p) { return along_lon ? p.lon : p.lat; };
    const auto low = std::max(std::min(key(a), key(b)), std::min(key(c), key(d)));
    const auto high = std::min(std::max(key(a), key(b)), std::max(key(c), key(d)));
    return low > high ? Meeting::apart : low < high ? Meeting::overlap : Meeting::at_ends;
  }
  if (abc * abd < 0 && cda * cdb < 0) return Meeting::cross;
  if (a == c || a == d || b == c || b == d) return Meeting::at_ends;
  return Meeting::touch;
}

}  // namespace merestone
