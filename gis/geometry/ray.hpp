// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/geometry/position.hpp"

#include <optional>
#include <utility>

namespace merestone {

/// Where a segment crosses a parallel, as an exact fraction. A segment counts when one end lies above the
/// parallel and the other on or below it, so a chain of segments is counted once where it passes.
class ParallelCrossing {
 public:
  static std::optional<ParallelCrossing> of(Position from, Position to, std::int64_t lat) noexcept {
    if ((from.lat > lat) == (to.lat > lat)) return {};
    const bool rises = from.lat < to.lat;
    if (!rises) std::swap(from, to);
    const Wide height = to.lat - from.lat;
    return ParallelCrossing{Wide{from.lon} * height + Wide{lat - from.lat} * (to.lon - from.lon), height,
                            Wide{to.lon - from.lon}, rises};
  }

  bool rises() const noexcept { return rises_; }  ///< the segment goes northwards, so its left is the west
  bool west_of(std::int64_t lon) const noexcept { return at_ < lon * height_; }
  bool east_of(std::int64_t lon) const noexcept { return at_ > lon * height_; }
  /// Order along the parallel; segments that fork there are told apart just north of it.
  bool west_of(const ParallelCrossing& other) const noexcept {
    const Wide mine = at_ * other.height_;
    const Wide theirs = other.at_ * height_;
    return mine != theirs ? mine < theirs : run_ * other.height_ < other.run_ * height_;
  }

 private:
  ParallelCrossing(Wide at, Wide height, Wide run, bool rises) noexcept
      : at_{at}, height_{height}, run_{run}, rises_{rises} {}
  Wide at_;      ///< longitude times height; products stay below 2^115
  Wide height_;  ///< > 0
  Wide run_;     ///< change of longitude over the height
  bool rises_;
};

}  // namespace merestone
