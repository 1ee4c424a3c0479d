// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/writing.hpp"

#include "data/exchange/fit_format.hpp"
#include "data/exchange/problems.hpp"
#include "data/exchange/set_aside.hpp"
#include "data/exchange/worker_process.hpp"

#include <algorithm>
#include <array>

namespace merestone {
namespace {

using namespace exchange;

constexpr int close_patience_s = 600;  // closing a large file takes its time

struct Target {
  std::string_view ending;
  std::string_view format;
  bool many_layers;
};
constexpr std::array targets{
    Target{".gpkg", "GPKG", true},        Target{".geojson", "GeoJSON", false}, Target{".json", "GeoJSON", false},
    Target{".zip", "ESRI Shapefile", true}, Target{".shp", "ESRI Shapefile", false}, Target{".fgb", "FlatGeobuf", false},
    Target{".csv", "CSV", false},
};

const Target& target_of(const std::string& path) {
  const auto* found = std::find_if(targets.begin(), targets.end(),
                                   [&](const Target& target) { return path.size() > target.ending.size() && path.ends_with(target.ending); });
  if (found == targets.end()) fail(Fault::invalid, "export.unknown_format", path);
  return *found;
}

std::string shape_word(ExportLayer::Shape shape) {
  switch (shape) {
    case ExportLayer::Shape::none:
      return "";
    case ExportLayer::Shape::point:
      return "point";
    case ExportLayer::Shape::line:
      return "line";
    case ExportLayer::Shape::polygons:
      return "polygons";
  }
  return "";
}

std::string type_word(ExportLayer::Column::Type type) {
  switch (type) {
    case ExportLayer::Column::Type::text:
      return "text";
    case ExportLayer::Column::Type::integer:
      return "integer";
    case ExportLayer::Column::Type::real:
      return "real";
  }
  return "text";
}

void send_layer(const ExportLayer& layer, WorkerProcess& worker, const Progress& progress) {
  wire::Writer& out = worker.out();
  out.begin(wire::Kind::layer);
  out.text(layer.name);
  out.text(shape_word(layer.shape));
  out.number(static_cast<std::uint32_t>(layer.columns.size()));
  for (const ExportLayer::Column& column : layer.columns) {
    out.text(column.name);
    out.text(type_word(column.type));
  }
  worker.send();
  for (std::size_t row = 0; row < layer.rows();) {
    out.begin(wire::Kind::records);
    const std::size_t count_at = out.size();
    out.number(0);
    std::uint32_t count = 0;
    for (; row < layer.rows() && out.size() < wire::usual_frame; ++row, ++count) {
      const bool has_shape = layer.shape != ExportLayer::Shape::none && !layer.shapes[row].empty();
      if (has_shape) {
        const Bytes& wkb = layer.shapes[row];
        std::copy(wkb.begin(), wkb.end(), out.room(wkb.size()));
      } else {
        out.null();
      }
      for (std::size_t i = 0; i < layer.columns.size(); ++i) {
        const std::string& value = layer.values[row * layer.columns.size() + i];
        value.empty() ? out.null() : out.text(value);
      }
    }
    out.patch(count_at, count);
    worker.send();
    if (progress) progress("writing", row, layer.rows());
  }
}

/// Where the files that were made are to go. A Shapefile's .shp comes last: it is complete when it is seen.
std::vector<SetAside::Move> moves_to(const std::string& path, const std::string& made) {
  if (!path.ends_with(".shp")) return {{made, path}};
  const std::string stem = path.substr(0, path.size() - 4);
  const std::string made_stem = made.substr(0, made.size() - 4);
  std::vector<SetAside::Move> moves;
  for (const char* ending : {".dbf", ".shx", ".prj", ".cpg", ".shp"}) {
    moves.push_back({made_stem + ending, stem + ending});
  }
  return moves;
}

}  // namespace

std::vector<Finding> write_layers(const std::string& path, const std::vector<ExportLayer>& layers,
                                  const WriteOptions& options, const Progress& progress) {
  const Target& target = target_of(path);
  if (layers.empty() || (layers.size() > 1 && !target.many_layers)) fail(Fault::invalid, "export.one_layer", path);
  const SetAside aside{path};
  // GDAL tells a zipped Shapefile by two endings, and names a Shapefile's layer after its file.
  const std::string made = target.ending == ".zip" ? "made.shp.zip" : layers.front().name + std::string{target.ending};
  const Request request{{"mode", "write"},
                        {"format", std::string{target.format}},
                        {"path", aside.folder() + "/" + made},
                        {"folder", aside.folder()},
                        {"memory", std::to_string(16ULL << 30)},
                        {"seconds", std::to_string(24 * 3600)},
                        {"written", std::to_string(1ULL << 44)}};
  Problems problems{path};
  try {
    WorkerProcess worker{options.worker, request, path, close_patience_s};
    for (const ExportLayer& layer : layers) send_layer(fitted(layer, target.format, problems), worker, progress);
    worker.out().begin(wire::Kind::end);
    worker.send();
    if (worker.next().kind != wire::Kind::end) fail(Fault::unavailable, "export.failed", path, {{"detail", "no end"}});
  } catch (const Error& error) {
    if (error.findings().size() != 1 || error.findings().front().rule.starts_with("export.")) throw;
    fail(Fault::unavailable, "export.failed", path, {{"detail", error.what()}});
  }
  aside.move_into_place(moves_to(path, made), options.overwrite);
  return problems.take();
}

}  // namespace merestone
