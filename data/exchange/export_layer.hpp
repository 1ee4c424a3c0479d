// SPDX-License-Identifier: Apache-2.0
/// Layers to hand out, made from what is true on a day. Coordinates are WGS 84 longitude and latitude.
#pragma once

#include "gis/burials/facility.hpp"
#include "gis/divisions/register.hpp"
#include "gis/geometry/wkb.hpp"
#include "gis/hazards/hazard.hpp"
#include "gis/names/place.hpp"
#include "gis/territory/territory.hpp"

#include <string>
#include <unordered_set>
#include <vector>

namespace merestone {

struct ExportLayer {
  enum class Shape { none, point, line, polygons };
  struct Column {
    enum class Type { text, integer, real };
    std::string name;  ///< at most ten letters where it can be helped: a Shapefile holds no more
    Type type = Type::text;
  };

  std::string name{};
  Shape shape = Shape::none;
  std::vector<Column> columns{};
  std::vector<Bytes> shapes{};        ///< one per row, WKB; none at all for Shape::none; empty: no geometry
  std::vector<std::string> values{};  ///< row by row, one per column; an empty one is written as null

  std::size_t rows() const { return columns.empty() ? shapes.size() : values.size() / columns.size(); }
};

/// One polygon row per division of the level that holds ground: code, name, level, kind, parent, area_km2 (on the
/// ellipsoid). Ground in dispute between divisions of the level is a row of its own, with all their codes and names
/// joined by "; " and `disputed` = 1.
ExportLayer divisions_layer(const Territory& territory, const DivisionRegister& divisions, Level level);

/// One row per stretch that divides at `finest` or above: level (the highest that it divides), left and right code
/// and name at that level, length_m, `disputed` (1 for those of `disputed`). A side that nobody holds has none.
ExportLayer lines_layer(const Territory& territory, const DivisionRegister& divisions, Level finest,
                        const std::unordered_set<StretchId>& disputed = {});

/// The first name of a place with its language, and a column name_<language> for each other language there is.
ExportLayer places_layer(const std::vector<NamedPlace>& places);
ExportLayer hazards_layer(const std::vector<HazardZone>& zones);
ExportLayer facilities_layer(const std::vector<Facility>& facilities);

}  // namespace merestone
