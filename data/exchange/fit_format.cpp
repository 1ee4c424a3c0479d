// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/fit_format.hpp"

#include "gis/base/text.hpp"

#include <algorithm>
#include <set>

namespace merestone::exchange {
namespace {

/// The longest beginning of `text` that has at most `most` bytes and does not cut a character.
std::string cut(const std::string& text, std::size_t most) {
  std::size_t size = std::min(text.size(), most);
  while (size > 0 && size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  return text.substr(0, size);
}

void shorten_names(ExportLayer& layer, Problems& problems) {
  constexpr std::size_t longest = 10;
  std::set<std::string> taken;
  std::string changed;
  for (ExportLayer::Column& column : layer.columns) {
    std::string name = cut(column.name, longest);
    for (int n = 1; !taken.insert(name).second; ++n) {
      const std::string number = std::to_string(n);
      name = cut(column.name, longest - number.size()) + number;
    }
    if (name != column.name) changed += (changed.empty() ? "" : ", ") + column.name + " = " + name;
    column.name = name;
  }
  if (!changed.empty()) problems.of_file("export.short_names", Severity::note, {{"names", changed}});
}

void cut_texts(ExportLayer& layer, Problems& problems) {
  constexpr std::size_t longest = 254;
  for (std::size_t i = 0; i < layer.values.size(); ++i) {
    if (layer.values[i].size() <= longest) continue;
    layer.values[i] = cut(layer.values[i], longest);
    problems.add("export.text_cut", Severity::warning, i / layer.columns.size() + 1,
                 layer.columns[i % layer.columns.size()].name);
  }
}

/// GDAL would leave them out of a FlatGeobuf in silence.
ExportLayer with_shapes_only(const ExportLayer& layer, Problems& problems) {
  ExportLayer kept{layer.name, layer.shape, layer.columns, {}, {}};
  const std::size_t width = layer.columns.size();
  for (std::size_t row = 0; row < layer.shapes.size(); ++row) {
    if (layer.shapes[row].empty()) {
      problems.add("export.without_shape", Severity::warning, row + 1, "");
      continue;
    }
    const auto first = layer.values.begin() + static_cast<std::ptrdiff_t>(row * width);
    kept.shapes.push_back(layer.shapes[row]);
    kept.values.insert(kept.values.end(), first, first + static_cast<std::ptrdiff_t>(width));
  }
  return kept;
}

ExportLayer with_lon_lat(const ExportLayer& layer) {
  ExportLayer flat{layer.name, ExportLayer::Shape::none, layer.columns, {}, {}};
  flat.columns.push_back({"lon", ExportLayer::Column::Type::text});
  flat.columns.push_back({"lat", ExportLayer::Column::Type::text});
  const std::size_t width = layer.columns.size();
  for (std::size_t row = 0; row < layer.rows(); ++row) {
    const auto first = layer.values.begin() + static_cast<std::ptrdiff_t>(row * width);
    flat.values.insert(flat.values.end(), first, first + static_cast<std::ptrdiff_t>(width));
    if (layer.shapes[row].empty()) {
      flat.values.insert(flat.values.end(), 2, std::string{});
      continue;
    }
    const Position position = point_from_wkb(layer.shapes[row]);
    flat.values.push_back(shortest(degrees(position.lon)));
    flat.values.push_back(shortest(degrees(position.lat)));
  }
  return flat;
}

}  // namespace

ExportLayer fitted(const ExportLayer& layer, std::string_view format, Problems& problems) {
  if (format == "CSV" && layer.shape == ExportLayer::Shape::point) return with_lon_lat(layer);
  if (format == "FlatGeobuf" && layer.shape != ExportLayer::Shape::none) return with_shapes_only(layer, problems);
  ExportLayer result = layer;
  if (format == "ESRI Shapefile") {
    shorten_names(result, problems);
    cut_texts(result, problems);
  }
  return result;
}

}  // namespace merestone::exchange
