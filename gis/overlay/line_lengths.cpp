// SPDX-License-Identifier: Apache-2.0
#include "gis/base/parallel.hpp"
#include "gis/geodesy/measure.hpp"
#include "gis/overlay/pairs.hpp"
#include "gis/overlay/passing.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace merestone {

using namespace overlay;

namespace {

using Entry = CellTree::Entry;

struct Passing {
  double along = 0;
  UnitIndex gain = 0;
};

/// Met in a square, perhaps in another too.
struct Near {
  std::uint32_t position = 0;  ///< that the border starts from
  Passing passing;
};

class LineWalk {
 public:
  explicit LineWalk(const CellTree& tree) : tree_{tree} {}

  std::map<UnitIndex, std::int64_t> lengths(const Polyline& line) {
    std::map<UnitIndex, std::int64_t> sums;
    if (line.size() < 2) return sums;
    UnitIndex unit = tree_.unit_at(line.front());
    for (std::size_t i = 1; i < line.size(); ++i) {
      const Edge edge{line[i - 1], line[i]};
      if (edge.from == edge.to) continue;
      find(edge);
      const auto up_to = [&](double share) {
        const Position p{edge.from.lon + std::llround(static_cast<double>(edge.to.lon - edge.from.lon) * share),
                         edge.from.lat + std::llround(static_cast<double>(edge.to.lat - edge.from.lat) * share)};
        return measure(std::array{edge.from, p}).length_um;
      };
      std::int64_t walked = 0;
      for (const Passing& passing : passings_) {
        const std::int64_t here = std::max(walked, up_to(passing.along));
        if (here > walked) sums[known(unit)] += here - walked;
        walked = here;
        unit += passing.gain;
      }
      const std::int64_t whole = measure(std::array{edge.from, edge.to}).length_um;
      if (whole != walked) sums[known(unit)] += whole - walked;
    }
    return sums;
  }

 private:
  UnitIndex known(UnitIndex unit) const { return unit < tree_.units() ? unit : nobody; }

  void find(const Edge& edge) {
    near_.clear();
    borders_near(tree_, edge, leaf_, [&](Entry entry, const Edge& border) {
      if (const int passed = passed_by(edge, border); passed != 0) {
        near_.push_back({entry.position, {share_along(edge, border), static_cast<UnitIndex>(passed) * entry.gain}});
      }
    });
    std::sort(near_.begin(), near_.end(), [](const Near& a, const Near& b) { return a.position < b.position; });
    near_.erase(std::unique(near_.begin(), near_.end(), [](const Near& a, const Near& b) { return a.position == b.position; }), near_.end());
    passings_.clear();
    for (const Near& near : near_) passings_.push_back(near.passing);
    std::sort(passings_.begin(), passings_.end(), [](const Passing& a, const Passing& b) { return a.along < b.along; });
  }

  const CellTree& tree_;
  Leaf leaf_;
  std::vector<Near> near_;
  std::vector<Passing> passings_;
};

}  // namespace

std::vector<LineInUnit> line_unit_lengths(const CoverageIndex& index, std::span<const Polyline> lines) {
  constexpr std::size_t chunk = 256;
  std::vector<std::vector<LineInUnit>> parts((lines.size() + chunk - 1) / chunk);
  parallel_for(lines.size(), chunk, [&](std::size_t first, std::size_t last) {
    LineWalk walk{index.tree()};
    for (std::size_t i = first; i < last; ++i) {
      for (const auto& [unit, length] : walk.lengths(lines[i])) parts[first / chunk].push_back({i, unit, length});
    }
  });
  std::vector<LineInUnit> all;
  for (const auto& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

std::vector<std::size_t> points_per_unit(const CoverageIndex& index, std::size_t units, std::span<const Position> positions) {
  std::vector<std::size_t> counts(units + 1, 0);
  for (const UnitIndex unit : index.units_at(positions)) ++counts[std::min<std::size_t>(unit, units)];
  return counts;
}

}  // namespace merestone
