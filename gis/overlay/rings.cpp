// SPDX-License-Identifier: Apache-2.0
#include "gis/overlay/rings.hpp"

#include "gis/base/parallel.hpp"
#include "gis/overlay/passing.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace merestone::overlay {
namespace {

constexpr std::uint32_t few = 256;  ///< edges that are looked at one by one

}  // namespace

void Rings::add(const MultiPolygon& shape, std::uint32_t rank) {
  const auto take = [&](const merestone::Ring& ring) {
    if (ring.size() < 3) return;
    rings_.push_back({.positions = ring, .box = {}, .rank = rank, .first_edge = 0, .anticlockwise = false});
  };
  for (const Polygon& polygon : shape) {
    take(polygon.outer);
    for (const merestone::Ring& hole : polygon.holes) take(hole);
  }
}

void Rings::sort() {
  parallel_for(rings_.size(), 256, [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      rings_[i].box = box_of(rings_[i].positions);
      rings_[i].anticlockwise = twice_area(rings_[i].positions) > 0;
    }
  });
  std::sort(rings_.begin(), rings_.end(), [](const Ring& a, const Ring& b) {
    const auto key = [](const Ring& ring) {
      return std::tuple{ring.rank, ring.box.west, ring.box.south, ring.box.east, ring.box.north, ring.positions.size()};
    };
    if (key(a) != key(b)) return key(a) < key(b);
    return std::lexicographical_compare(a.positions.begin(), a.positions.end(), b.positions.begin(), b.positions.end());
  });
  std::uint32_t edges = 0;
  for (Ring& ring : rings_) {
    ring.first_edge = edges;
    edges += ring.edges();
    box_.add(ring.box);
  }
  bands_.resize(rings_.size());
  parallel_for(rings_.size(), 256, [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      if (rings_[i].edges() > few) bands_[i] = banded(rings_[i]);
    }
  });
}

/// About four edges a band, and on average an edge in no more than four bands.
Rings::Bands Rings::banded(const Ring& ring) {
  const double height = static_cast<double>(ring.box.north - ring.box.south) + 1;
  double spans = 1;
  for (std::uint32_t i = 0; i < ring.edges(); ++i) {
    const Edge edge = ring.edge(i);
    spans += static_cast<double>(std::abs(edge.to.lat - edge.from.lat));
  }
  const double count = std::min(ring.edges() / 4.0 + 1, 3.0 * ring.edges() * height / spans + 1);
  Bands bands;
  bands.height = static_cast<std::int64_t>(height / count) + 1;
  bands.starts.assign(bands.at(ring.box.north, ring.box) + 2, 0);
  const auto each_band = [&](std::uint32_t i, const auto& visit) {
    const Edge edge = ring.edge(i);
    const std::size_t last = bands.at(std::max(edge.from.lat, edge.to.lat), ring.box);
    for (std::size_t band = bands.at(std::min(edge.from.lat, edge.to.lat), ring.box); band <= last; ++band) visit(band);
  };
  for (std::uint32_t i = 0; i < ring.edges(); ++i) each_band(i, [&](std::size_t band) { ++bands.starts[band + 1]; });
  std::partial_sum(bands.starts.begin(), bands.starts.end(), bands.starts.begin());
  bands.edges.resize(bands.starts.back());
  std::vector<std::uint32_t> next(bands.starts.begin(), bands.starts.end() - 1);
  for (std::uint32_t i = 0; i < ring.edges(); ++i) each_band(i, [&](std::size_t band) { bands.edges[next[band]++] = i; });
  return bands;
}

int Rings::winding_around(std::size_t index, Position p, bool further) const {
  const Ring& ring = rings_[index];
  if (!ring.box.contains(p)) return 0;
  int winding = 0;
  // Edges to the east of p, upwards and downwards.
  const std::int64_t level = further ? p.lat : p.lat - 1;
  const auto pass = [&](const Edge& edge) {
    const bool up = edge.from.lat <= level;
    if (up == (edge.to.lat <= level) || std::max(edge.from.lon, edge.to.lon) < p.lon) return;
    if ((further ? left_of(edge, p) : left_of_moved(edge, p)) == up) winding += up ? 1 : -1;
  };
  const Bands& bands = bands_[index];
  if (bands.starts.empty()) {
    for (std::size_t i = 1; i < ring.positions.size(); ++i) pass({ring.positions[i - 1], ring.positions[i]});
    pass({ring.positions.back(), ring.positions.front()});
    return winding;
  }
  const std::size_t band = bands.at(p.lat, ring.box);
  for (std::uint32_t i = bands.starts[band]; i < bands.starts[band + 1]; ++i) pass(ring.edge(bands.edges[i]));
  return winding;
}

}  // namespace merestone::overlay
