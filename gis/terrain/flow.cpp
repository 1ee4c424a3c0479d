// SPDX-License-Identifier: Apache-2.0
#include "gis/terrain/flow.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <queue>

namespace merestone {
namespace {

struct Step {
  std::int32_t column, row;
};
constexpr Step steps[] = {{1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}, {-1, -1}, {0, -1}, {1, -1}};

struct Front {
  float level;
  std::size_t order;  ///< first come, first served among equals: results do not depend on the heap
  std::size_t cell;
  bool operator<(const Front& other) const { return level != other.level ? level > other.level : order > other.order; }
};

template <class Visit>
void each_neighbour(const PlaneRaster& raster, std::size_t cell, const Visit& visit) {
  const auto width = static_cast<std::size_t>(raster.columns);
  const auto column = static_cast<std::int32_t>(cell % width);
  const auto row = static_cast<std::int32_t>(cell / width);
  for (const Step step : steps) {
    const std::int32_t c = column + step.column;
    const std::int32_t r = row + step.row;
    if (c >= 0 && r >= 0 && c < raster.columns && r < raster.rows) {
      visit(raster.index(c, r), step.column != 0 && step.row != 0);
    }
  }
}

bool on_border(const PlaneRaster& raster, std::size_t cell) {
  const auto width = static_cast<std::size_t>(raster.columns);
  const std::size_t column = cell % width;
  const std::size_t row = cell / width;
  return column == 0 || row == 0 || column + 1 == width || row + 1 == static_cast<std::size_t>(raster.rows);
}

}  // namespace

std::vector<float> without_sinks(const PlaneRaster& heights) {
  std::vector<float> filled = heights.values;
  std::vector<bool> reached(heights.size(), false);
  std::priority_queue<Front> front;
  std::size_t order = 0;
  for (std::size_t i = 0; i < heights.size(); ++i) {
    if (std::isnan(filled[i])) {
      reached[i] = true;
      continue;
    }
    bool edge = on_border(heights, i);
    if (!edge) each_neighbour(heights, i, [&](std::size_t n, bool) { edge |= std::isnan(heights.values[n]); });
    if (edge) {
      reached[i] = true;
      front.push({filled[i], order++, i});
    }
  }
  while (!front.empty()) {
    const Front here = front.top();
    front.pop();
    each_neighbour(heights, here.cell, [&](std::size_t n, bool) {
      if (reached[n]) return;
      reached[n] = true;
      filled[n] = std::max(filled[n], std::nextafter(here.level, std::numeric_limits<float>::infinity()));
      front.push({filled[n], order++, n});
    });
  }
  return filled;
}

std::vector<std::uint32_t> accumulation(const PlaneRaster& heights, std::span<const float> filled) {
  std::vector<std::size_t> order(heights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::erase_if(order, [&](std::size_t i) { return std::isnan(filled[i]); });
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return filled[a] > filled[b]; });
  std::vector<std::uint32_t> counts(heights.size(), 0);
  for (const std::size_t i : order) {
    ++counts[i];
    std::size_t lowest = i;
    double steepest = 0;
    each_neighbour(heights, i, [&](std::size_t n, bool across) {
      const double fall = (static_cast<double>(filled[i]) - static_cast<double>(filled[n])) / (across ? std::sqrt(2.0) : 1.0);
      if (fall > steepest) {
        steepest = fall;
        lowest = n;
      }
    });
    if (lowest != i) counts[lowest] += counts[i];
  }
  return counts;
}

std::vector<std::uint8_t> flooded(const PlaneRaster& heights, std::span<const std::uint8_t> seeds,
                                  std::span<const std::uint8_t> inside) {
  std::vector<std::uint8_t> labels(heights.size(), 0);
  std::priority_queue<Front> front;
  std::size_t order = 0;
  const auto level = [&](std::size_t i, float from) {
    const float height = heights.values[i];
    return std::isnan(height) ? from : std::max(height, from);
  };
  for (std::size_t i = 0; i < heights.size(); ++i) {
    if (!inside[i] || !seeds[i]) continue;
    labels[i] = seeds[i];
    front.push({level(i, -std::numeric_limits<float>::infinity()), order++, i});
  }
  while (!front.empty()) {
    const Front here = front.top();
    front.pop();
    each_neighbour(heights, here.cell, [&](std::size_t n, bool) {
      if (labels[n] || !inside[n]) return;
      labels[n] = labels[here.cell];
      front.push({level(n, here.level), order++, n});
    });
  }
  return labels;
}

}  // namespace merestone
