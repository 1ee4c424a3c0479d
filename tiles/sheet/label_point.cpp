// SPDX-License-Identifier: Apache-2.0
#include "tiles/sheet/label_point.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>
#include <tuple>

namespace merestone {
double room_at(const PaperShape& shape, PlanePoint p) {
  bool inside = false;
  double nearest = std::numeric_limits<double>::max();
  for (const PlanePath& ring : shape.rings) {
    PlanePoint a = ring.back();
    for (const PlanePoint b : ring) {
      if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
      const double x = b.x - a.x, y = b.y - a.y;
      const double square = x * x + y * y;
      const double share = square > 0 ? std::clamp(((p.x - a.x) * x + (p.y - a.y) * y) / square, 0.0, 1.0) : 0;
      nearest = std::min(nearest, std::hypot(p.x - a.x - share * x, p.y - a.y - share * y));
      a = b;
    }
  }
  return inside ? nearest : -nearest;
}

namespace {

struct Square {
  PlanePoint middle;
  double half = 0;
  double room = 0;
  double most() const { return room + half * 1.4142135623730951; }
  friend bool operator<(const Square& a, const Square& b) {
    return std::tuple{a.most(), a.middle.x, a.middle.y} < std::tuple{b.most(), b.middle.x, b.middle.y};
  }
};

}  // namespace

LabelPoint label_point(const PaperShape& shape, double precision) {
  if (shape.empty()) return {};
  constexpr double huge = std::numeric_limits<double>::max();
  double west = huge, north = huge, east = -huge, south = -huge;
  for (const PlanePath& ring : shape.rings) {
    for (const PlanePoint p : ring) {
      west = std::min(west, p.x);
      east = std::max(east, p.x);
      north = std::min(north, p.y);
      south = std::max(south, p.y);
    }
  }
  const double side = std::max(std::min(east - west, south - north), precision);
  std::priority_queue<Square> open;
  const auto consider = [&](PlanePoint middle, double half) {
    Square square{middle, half, room_at(shape, middle)};
    open.push(square);
    return square;
  };
  Square best = consider({(west + east) / 2, (north + south) / 2}, 0);
  for (double x = west; x < east; x += side) {
    for (double y = north; y < south; y += side) consider({x + side / 2, y + side / 2}, side / 2);
  }
  while (!open.empty()) {
    const Square square = open.top();
    open.pop();
    if (square.room > best.room) best = square;
    if (square.most() - best.room <= precision) break;
    const double half = square.half / 2;
    for (const double dx : {-half, half}) {
      for (const double dy : {-half, half}) consider({square.middle.x + dx, square.middle.y + dy}, half);
    }
  }
  return best.room > 0 ? LabelPoint{best.middle, best.room} : LabelPoint{};
}

}  // namespace merestone
