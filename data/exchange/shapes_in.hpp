// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/exchange/ground.hpp"
#include "data/exchange/text_grid.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace merestone::exchange {

/// Where the shapes of a delivery come from: the geometry of its records, or its columns lon and lat.
class ShapesIn {
 public:
  /// Called once for each record (from 0) with a shape that can be used, in order. `positions` are those of `shape`,
  /// on the ground.
  using WithShape = std::function<void(std::size_t record, const Shape& shape, const std::vector<Position>& positions)>;

  /// @param wanted none: there are to be no shapes
  ShapesIn(const LayerHead& head, const TextGrid& grid, std::optional<Wanted> wanted, const ReadOptions& options,
           const std::string& file, Problems& problems, const WithShape& with_shape);

  /// The shape of one record, whose text is in the grid already. False when it has no geometry.
  bool take(std::size_t record, std::optional<std::span<const std::byte>> wkb);

  /// Judges all coordinates together, and places the shapes that had to wait for that. Call once.
  void conclude();
  /// Empty when there are no coordinates.
  std::string crs() const { return ground_ ? ground_->name() : std::string{}; }

 private:
  struct Waiting {
    std::size_t record;
    Shape shape;
  };
  bool read_columns(std::size_t record);
  void report(std::size_t record);
  void place(std::size_t record, const Shape& shape);

  const TextGrid& grid_;
  Problems& problems_;
  const WithShape& with_shape_;
  Wanted wanted_ = Wanted::polygons;
  bool by_columns_ = false;
  std::optional<Ground> ground_;
  Shape shape_;
  std::vector<Waiting> waiting_;
  std::vector<Position> positions_;
};

}  // namespace merestone::exchange
