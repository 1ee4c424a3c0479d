// SPDX-License-Identifier: Apache-2.0
/// Shapes as files deliver them: rings of ordinates in the file's own system, faults and all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace merestone::exchange {

/// What is wrong with a shape taken alone.
enum class ShapeFault {
  none,
  empty,           ///< no coordinates at all
  wrong_type,      ///< not the kind of geometry that is wanted
  damaged,         ///< its counts do not fit its bytes
  not_a_number,    ///< NaN or infinite ordinates
  ring_not_closed,
  ring_too_short,  ///< fewer than three different corners in a row, for a line two
};

struct Shape {
  struct Part {
    std::uint32_t first = 0;  ///< index of its first position
    bool hole = false;
  };
  std::vector<double> xy;    ///< x, y of every position; rings without their closing position
  std::vector<Part> parts;
  std::string type;          ///< "Polygon", "MultiLineString", as the file calls it
  ShapeFault fault = ShapeFault::none;
  std::size_t fault_at = 0;  ///< index into `xy` of the x where it was met

  std::size_t positions() const { return xy.size() / 2; }
};

/// Which geometry a reading wants.
enum class Wanted { polygons, point, lines, line_or_polygons, any };

/// Reads well-known binary into `shape`, whose memory is used again. Extra ordinates are dropped; corners
/// repeated one after the other count once.
void read_shape(std::span<const std::byte> wkb, Wanted wanted, Shape& shape);

}  // namespace merestone::exchange
