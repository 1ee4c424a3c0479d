// SPDX-License-Identifier: Apache-2.0
/// A chart of lines over years, as values, and the pictures made of it by one drawing code.
#pragma once

#include "tiles/sheet/text.hpp"

#include <string>
#include <utility>
#include <vector>

struct _cairo;

namespace merestone {

struct ChartSeries {
  std::string name;
  Colour colour{};
  std::vector<std::pair<double, double>> points;  ///< ascending; a hole between points that are more than one apart
  bool broken = false;  ///< a line that was fitted, not counted: dashed, without marks
};

struct Chart {
  std::vector<ChartSeries> series;
  std::string unit;       ///< over the axis
  std::string language = "en";
  double limit = 0;       ///< a line across that values should not pass, as 100 %; 0: none
  double width = 482;     ///< points (1/72 inch)
  double height = 190;
};

/// Round steps that cover [low, high]: the first no higher than low, the last no lower than high; three to seven of them.
std::vector<double> round_steps(double low, double high);

/// Draws with the upper left corner at (0, 0) of the context, one unit being one point.
void draw(_cairo* context, const Chart& chart);

/// A whole file; the same chart gives the same bytes.
std::string to_svg(const Chart& chart);

}  // namespace merestone
