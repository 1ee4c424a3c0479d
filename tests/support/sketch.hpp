// SPDX-License-Identifier: Apache-2.0
/// Maps drawn in ASCII, so that a test shows the ground it speaks of.
#pragma once

#include "gis/geometry/area.hpp"

#include <map>
#include <string_view>

namespace merestone::test {

/// Every letter is a position: one degree per column and row, north up; the last row is latitude 0.
class Sketch {
 public:
  explicit Sketch(std::string_view drawing) {
    if (!drawing.empty() && drawing.front() == '\n') drawing.remove_prefix(1);
    double row = 0;
    for (const char c : drawing) row += c == '\n';
    double column = 0;
    for (const char c : drawing) {
      if (c == '\n') {
        --row;
        column = 0;
        continue;
      }
      if (c != ' ') positions_[c] = from_degrees(column, row);
      ++column;
    }
  }

  Position at(char letter) const { return positions_.at(letter); }

  Polyline line(std::string_view letters) const {
    Polyline path;
    for (const char c : letters) path.push_back(positions_.at(c));
    return path;
  }

 private:
  std::map<char, Position> positions_;
};

}  // namespace merestone::test
