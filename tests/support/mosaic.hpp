// SPDX-License-Identifier: Apache-2.0
/// Random coverages: cells of a warped grid dealt out to units, so that there are enclaves, exclaves, holes and
/// corners that only touch.
#pragma once

#include "gis/mesh/build.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>

namespace merestone::test {

struct Mosaic {
  std::size_t width = 0;
  std::size_t height = 0;
  std::vector<int> owner;  ///< by cell, row by row; -1 is nobody
  std::vector<Position> corners;

  Position corner(std::size_t column, std::size_t row) const { return corners[row * (width + 1) + column]; }
  int at(std::size_t column, std::size_t row) const { return owner[row * width + column]; }
};

/// Corners are moved by less than half a cell, so that every cell stays a simple quadrilateral.
inline Mosaic any_mosaic(int units, bool with_nobody) {
  Mosaic mosaic;
  mosaic.width = *rc::gen::inRange<std::size_t>(1, 7);
  mosaic.height = *rc::gen::inRange<std::size_t>(1, 7);
  mosaic.owner = *rc::gen::container<std::vector<int>>(mosaic.width * mosaic.height,
                                                       rc::gen::inRange(with_nobody ? -1 : 0, units));
  std::mt19937 random{*rc::gen::arbitrary<unsigned>()};
  for (std::size_t row = 0; row <= mosaic.height; ++row) {
    for (std::size_t column = 0; column <= mosaic.width; ++column) {
      const auto shift = [&] { return static_cast<std::int64_t>(random() % 400'000'000U) - 200'000'000; };
      const auto lon = static_cast<std::int64_t>(column) * nanodegrees_per_degree + shift();
      const auto lat = static_cast<std::int64_t>(row) * nanodegrees_per_degree + shift();
      mosaic.corners.push_back({lon, lat});
    }
  }
  return mosaic;
}

/// Outlines of each unit: one ring around every connected walk of its outer edges, ground on the left.
inline RingSet rings_of(const Mosaic& m) {
  using Point = std::pair<std::size_t, std::size_t>;
  RingSet rings;
  const int units = m.owner.empty() ? 0 : *std::max_element(m.owner.begin(), m.owner.end()) + 1;
  for (int unit = 0; unit < units; ++unit) {
    std::multimap<Point, Point> edges;
    const auto owned = [&](std::size_t c, std::size_t r) {  // 1-based, so that 0 and width + 1 lie outside
      return c >= 1 && r >= 1 && c <= m.width && r <= m.height && m.at(c - 1, r - 1) == unit;
    };
    for (std::size_t r = 1; r <= m.height; ++r) {
      for (std::size_t c = 1; c <= m.width; ++c) {
        if (!owned(c, r)) continue;
        if (!owned(c, r - 1)) edges.insert({{c - 1, r - 1}, {c, r - 1}});
        if (!owned(c + 1, r)) edges.insert({{c, r - 1}, {c, r}});
        if (!owned(c, r + 1)) edges.insert({{c, r}, {c - 1, r}});
        if (!owned(c - 1, r)) edges.insert({{c - 1, r}, {c - 1, r - 1}});
      }
    }
    while (!edges.empty()) {
      Ring ring;
      const Point start = edges.begin()->first;
      Point at = start;
      Point from{SIZE_MAX, SIZE_MAX};
      do {
        ring.push_back(m.corner(at.first, at.second));
        auto [low, high] = edges.equal_range(at);
        auto pick = low;
        for (auto e = low; e != high; ++e) {  // where two of its corners touch, turn left: rings stay simple
          const auto dx1 = static_cast<int>(at.first) - static_cast<int>(from.first);
          const auto dy1 = static_cast<int>(at.second) - static_cast<int>(from.second);
          const auto dx2 = static_cast<int>(e->second.first) - static_cast<int>(at.first);
          const auto dy2 = static_cast<int>(e->second.second) - static_cast<int>(at.second);
          if (from.first != SIZE_MAX && dx1 * dy2 - dy1 * dx2 > 0) pick = e;
        }
        from = at;
        at = pick->second;
        edges.erase(pick);
      } while (at != start);
      rings.add(ring, static_cast<UnitIndex>(unit));
    }
  }
  return rings;
}

/// The same rings in another order, each starting elsewhere.
inline RingSet shuffled(const RingSet& rings, unsigned seed) {
  std::mt19937 random{seed};
  std::vector<std::size_t> order(rings.size());
  std::iota(order.begin(), order.end(), 0U);
  std::shuffle(order.begin(), order.end(), random);
  RingSet result;
  for (const std::size_t r : order) {
    Ring ring(rings.ring(r).begin(), rings.ring(r).end());
    std::rotate(ring.begin(), ring.begin() + static_cast<std::ptrdiff_t>(random() % ring.size()), ring.end());
    result.add(ring, rings.unit[r]);
  }
  return result;
}

}  // namespace merestone::test
