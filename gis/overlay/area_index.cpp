// SPDX-License-Identifier: Apache-2.0
#include "gis/overlay/area_index.hpp"

#include "gis/base/parallel.hpp"
#include "gis/overlay/box_tree.hpp"

#include <algorithm>
#include <mutex>
#include <numeric>

namespace merestone {
namespace {

struct Edge {
  Position from;
  Position to;
};

/// One polygon, its edges sorted into bands of latitude: a question looks at one band.
struct Banded {
  std::uint32_t area = 0;
  std::int64_t south = 0;
  std::int64_t height = 1;     ///< of a band
  std::size_t first = 0;       ///< into Parts::starts
  std::size_t bands = 0;

  std::size_t band_of(std::int64_t lat) const { return static_cast<std::size_t>((lat - south) / height); }
};

}  // namespace

struct AreaIndex::Parts {
  std::vector<Banded> polygons;
  std::vector<Box> boxes;
  std::vector<std::size_t> starts;  ///< of bands in `edges`, one more than bands for each polygon
  std::vector<Edge> edges;
  std::vector<std::uint32_t> of_area;  ///< first polygon of each area, and the end
  std::unique_ptr<overlay::BoxTree> tree;

  void take(std::uint32_t area, const Polygon& polygon) {
    std::vector<Edge> own;
    Box box;
    const auto add = [&](const Ring& ring) {
      for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) own.push_back({ring[j], ring[i]});
      box.add(box_of(ring));
    };
    add(polygon.outer);
    for (const Ring& hole : polygon.holes) add(hole);
    if (box.empty()) return;

    // About four edges a band, and never more than four entries for each edge.
    const std::int64_t height = box.north - box.south + 1;
    double spans = 1;
    for (const Edge& edge : own) spans += static_cast<double>(std::abs(edge.to.lat - edge.from.lat));
    const auto count = static_cast<double>(own.size());
    const double most = std::min(count / 4 + 1, 3 * count * static_cast<double>(height) / spans + 1);
    Banded banded{.area = area, .south = box.south, .first = starts.size()};
    banded.height = height / static_cast<std::int64_t>(std::max(most, 1.0)) + 1;
    banded.bands = banded.band_of(box.north) + 1;

    std::vector<std::size_t> next(banded.bands + 1, 0);
    const auto each_band = [&](const Edge& edge, const auto& visit) {
      const std::size_t last = banded.band_of(std::max(edge.from.lat, edge.to.lat));
      for (std::size_t band = banded.band_of(std::min(edge.from.lat, edge.to.lat)); band <= last; ++band) visit(band);
    };
    for (const Edge& edge : own) each_band(edge, [&](std::size_t band) { ++next[band + 1]; });
    next[0] = edges.size();
    std::partial_sum(next.begin(), next.end(), next.begin());
    starts.insert(starts.end(), next.begin(), next.end());
    edges.resize(next.back());
    for (const Edge& edge : own) each_band(edge, [&](std::size_t band) { edges[next[band]++] = edge; });
    polygons.push_back(banded);
    boxes.push_back(box);
  }

  /// `p` lies in the polygon's box.
  Containment locate(const Banded& polygon, Position p) const {
    const std::size_t band = polygon.first + polygon.band_of(p.lat);
    bool inside = false;
    for (std::size_t i = starts[band]; i < starts[band + 1]; ++i) {
      const auto [from, to] = edges[i];
      if (std::min(from.lat, to.lat) > p.lat || std::max(from.lat, to.lat) < p.lat) continue;
      if (std::max(from.lon, to.lon) < p.lon) continue;  // all of it in the west: neither holds p nor is passed eastwards
      const bool spans = (from.lat > p.lat) != (to.lat > p.lat);
      if (std::min(from.lon, to.lon) > p.lon) {
        inside ^= spans;
        continue;
      }
      const Wide turn = cross(from, to, p);
      if (turn == 0) return Containment::on_edge;
      if (spans && (turn > 0) == (to.lat > from.lat)) inside = !inside;
    }
    return inside ? Containment::inside : Containment::outside;
  }
};

AreaIndex::AreaIndex(std::span<const MultiPolygon* const> areas) : parts_{std::make_unique<Parts>()} {
  parts_->of_area.push_back(0);
  for (std::size_t i = 0; i < areas.size(); ++i) {
    for (const Polygon& polygon : *areas[i]) parts_->take(static_cast<std::uint32_t>(i), polygon);
    parts_->of_area.push_back(static_cast<std::uint32_t>(parts_->polygons.size()));
  }
  parts_->tree = std::make_unique<overlay::BoxTree>(parts_->boxes);
}

AreaIndex::AreaIndex(std::span<const MultiPolygon> areas)
    : AreaIndex{[&] {
        std::vector<const MultiPolygon*> each;
        for (const MultiPolygon& area : areas) each.push_back(&area);
        return each;
      }()} {}

AreaIndex::AreaIndex(AreaIndex&&) noexcept = default;
AreaIndex& AreaIndex::operator=(AreaIndex&&) noexcept = default;
AreaIndex::~AreaIndex() = default;

void AreaIndex::containing(Position p, std::vector<std::uint32_t>& areas) const {
  areas.clear();
  parts_->tree->visit(Box{p.lon, p.lat, p.lon, p.lat}, [&](std::uint32_t i) {
    const Banded& polygon = parts_->polygons[i];
    if (parts_->locate(polygon, p) != Containment::outside) areas.push_back(polygon.area);
  });
  if (areas.size() > 1) {
    std::sort(areas.begin(), areas.end());
    areas.erase(std::unique(areas.begin(), areas.end()), areas.end());
  }
}

bool AreaIndex::contains(std::size_t area, Position p) const {
  for (std::uint32_t i = parts_->of_area[area]; i < parts_->of_area[area + 1]; ++i) {
    if (parts_->boxes[i].contains(p) && parts_->locate(parts_->polygons[i], p) != Containment::outside) return true;
  }
  return false;
}

std::vector<AreaHit> AreaIndex::hits(std::span<const Position> positions) const {
  constexpr std::size_t chunk = 4096;
  std::vector<std::vector<AreaHit>> found((positions.size() + chunk - 1) / chunk);
  parallel_for(positions.size(), chunk, [&](std::size_t first, std::size_t last) {
    std::vector<std::uint32_t> areas;
    for (std::size_t i = first; i < last; ++i) {
      containing(positions[i], areas);
      for (const std::uint32_t area : areas) found[first / chunk].push_back({i, area});
    }
  });
  std::vector<AreaHit> all;
  for (const auto& part : found) all.insert(all.end(), part.begin(), part.end());
  return all;
}

}  // namespace merestone
