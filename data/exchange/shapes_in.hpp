// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/exchange/ground.hpp"
#include "data/exchange/text_grid.hpp"

#include <optional>
#include <string>
#include <vector>

namespace merestone::exchange {

/// Where the shapes of a delivery come from: the geometry of its records, or its columns lon and lat.
class ShapesIn {
 public:
  /// @param wanted none: there are to be no shapes
  ShapesIn(const LayerHead& head, const TextGrid& grid, std::optional<Wanted> wanted, const ReadOptions& options,
           const std::string& file, Problems& problems);

  enum class Outcome { none, refused, good };
  /// The shape of one record, whose text is in the grid already: none when it has no geometry, refused when it was
  /// reported.
  Outcome take(std::size_t record, std::optional<std::span<const std::byte>> wkb);
  const Shape& shape() const { return shape_; }
  const std::vector<Position>& positions() const { return positions_; }

  /// Judges all coordinates together. Call once.
  void conclude();
  /// Empty when there are no coordinates.
  std::string crs() const { return ground_ ? ground_->name() : std::string{}; }

 private:
  bool read_columns(std::size_t record);
  void report(std::size_t record);

  const TextGrid& grid_;
  Problems& problems_;
  Wanted wanted_ = Wanted::polygons;
  bool by_columns_ = false;
  std::optional<Ground> ground_;
  Shape shape_;
  std::vector<Position> positions_;
};

}  // namespace merestone::exchange
