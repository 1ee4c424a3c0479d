// SPDX-License-Identifier: Apache-2.0
/// Shapes and measures that may not be known, as values and back; see optional_values.hpp.
#pragma once

#include "data/store/optional_values.hpp"

namespace merestone {

/// Of an id that may be null.
inline std::int64_t id_at(const Row& row, int column) { return row.is_null(column) ? 0 : row.integer(column); }

inline MultiPolygon area_at(const Row& row, int column, Engine engine) {
  if (row.is_null(column)) return {};
  return polygons_from_wkb(from_stored(engine, row.bytes(column)));
}

/// A shape as the engine keeps it, or null for none; keeps the bytes while the value is used.
class ShapeValue {
 public:
  ShapeValue(Engine engine, const MultiPolygon& area) {
    if (!area.empty()) bytes_ = to_stored(engine, area);
  }
  ShapeValue(Engine engine, const Polyline& path) {
    if (!path.empty()) bytes_ = to_stored(engine, path);
  }
  Value value() const { return bytes_.empty() ? Value{} : Value{std::span<const std::byte>{bytes_}}; }

 private:
  Bytes bytes_;
};

}  // namespace merestone
