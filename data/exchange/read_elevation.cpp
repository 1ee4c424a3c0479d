// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/layer_head.hpp"
#include "data/exchange/problems.hpp"
#include "data/exchange/reading_planning.hpp"
#include "gis/base/text.hpp"
#include "gis/geodesy/crs.hpp"

#include <atomic>
#include <cstring>
#include <iterator>
#include <limits>

namespace merestone {
namespace {

using namespace exchange;

/// What the worker tells of a grid before its rows.
struct GridHead {
  std::string format;
  Reference reference;
  std::string vertical_datum;
  double west = 0, north = 0, column_step = 0, row_step = 0;
  std::uint32_t columns = 0, rows = 0;
};

GridHead read_grid_head(wire::Cursor& payload) {
  GridHead head;
  head.format = payload.text();
  head.reference.code = payload.text();
  head.reference.wkt = payload.text();
  head.vertical_datum = presentable(payload.text());
  for (double* value : {&head.west, &head.north, &head.column_step, &head.row_step}) {
    *value = parse_number(payload.text()).value_or(std::numeric_limits<double>::quiet_NaN());
  }
  head.columns = payload.number();
  head.rows = payload.number();
  payload.text();
  return head;
}

/// How the grid's own coordinates are meant, as Crs::parse() reads it.
std::string system_of(const GridHead& head, const ReadOptions& options, const std::string& file) {
  const std::string& said = head.reference.code.empty() ? head.reference.wkt : head.reference.code;
  const std::string& definition = options.crs.empty() ? said : options.crs;
  if (definition.empty()) fail(Fault::invalid, "import.missing_crs", file);
  const Crs crs = Crs::parse(definition);
  return crs.code.empty() ? definition : crs.code;
}

std::vector<float> heights_from(WorkerProcess& worker, const GridHead& head, const Progress& progress) {
  const std::size_t cells = std::size_t{head.columns} * head.rows;
  std::vector<float> heights;
  heights.reserve(cells);
  wire::Frame frame = worker.next();
  for (; frame.kind != wire::Kind::end; frame = worker.next()) {
    if (frame.kind != wire::Kind::heights) throw wire::Broken{"unexpected frame"};
    const auto bytes = frame.payload.bytes();
    if (bytes.size() % (4 * std::size_t{head.columns}) != 0 || heights.size() + bytes.size() / 4 > cells) {
      throw wire::Broken{"rows of another length"};
    }
    const std::size_t at = heights.size();
    heights.resize(at + bytes.size() / 4);
    std::memcpy(heights.data() + at, bytes.data(), bytes.size());
    if (progress) progress("reading", heights.size() / head.columns, head.rows);
  }
  if (heights.size() != cells) throw wire::Broken{"rows are missing"};
  return heights;
}

}  // namespace

ElevationDelivery read_elevation(const std::string& path, const ReadOptions& options, const ElevationOptions& wanted,
                                 const Progress& progress) {
  const FileAtHand file = look_at(path, Matter::grid);
  ElevationDelivery delivery;
  ElevationGrid& grid = delivery.grid;
  auto request = request_for(file, options, "grid");
  request.emplace_back("cells", std::to_string(wanted.most_cells));
  WorkerProcess worker{options.worker, request, file.name, patience_s(file, options)};
  try {
    wire::Frame frame = worker.next();
    if (frame.kind != wire::Kind::grid) throw wire::Broken{"no grid"};
    const GridHead head = read_grid_head(frame.payload);
    if (std::uint64_t{head.columns} * head.rows > wanted.most_cells) throw wire::Broken{"too many cells"};
    grid.crs = system_of(head, options, file.name);
    grid.vertical_datum = wanted.vertical_datum.empty() ? head.vertical_datum : wanted.vertical_datum;
    grid.west = head.west;
    grid.north = head.north;
    grid.column_step = head.column_step;
    grid.row_step = head.row_step;
    grid.columns = head.columns;
    grid.rows = head.rows;
    delivery.detected = {head.format, "", "", grid.crs, head.rows, {}};
    grid.heights_m = heights_from(worker, head, progress);
  } catch (const wire::Broken& broken) {
    worker.explain(broken);
  }
  grid.name = file.path.substr(file.path.rfind('/') + 1);
  grid.day = wanted.day;
  grid.sha256 = sha256_of(file, std::atomic<bool>{false});
  if (has_changed(file)) fail(Fault::conflict, "import.changed_meanwhile", path);
  delivery.source.kind = "elevation";
  delivery.source.title = grid.name;
  delivery.source.sha256 = grid.sha256;
  delivery.findings = elevation_findings(grid);
  const bool sound = std::none_of(delivery.findings.begin(), delivery.findings.end(),
                                  [](const Finding& f) { return f.severity == Severity::error; });
  if (!sound) return delivery;
  try {
    if (const Crs crs = Crs::parse(grid.crs); crs.code != "EPSG:4326") {
      const GroundTransform way{crs};
      delivery.findings.insert(delivery.findings.end(), way.notes().begin(), way.notes().end());
    }
  } catch (const Error& error) {
    delivery.findings.insert(delivery.findings.end(), error.findings().begin(), error.findings().end());
  }
  for (Finding& finding : delivery.findings) finding.subject.file = file.name;
  return delivery;
}

}  // namespace merestone
