// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/shapes_in.hpp"

#include "gis/base/text.hpp"

namespace merestone::exchange {
namespace {

/// Columns named x and y may hold anything; longitude and latitude without a datum are taken as WGS 84, aloud.
/// (So is TopoJSON, which has no way to say a system.)
bool says_degrees(const TextGrid& grid) {
  for (const Slot& slot : grid.slots()) {
    if (slot.field == "lon") return slot.column != "x" && slot.column != "X";
  }
  return false;
}

const char* rule_for(ShapeFault fault) {
  switch (fault) {
    case ShapeFault::none:
      break;
    case ShapeFault::empty:
      return "import.empty_geometry";
    case ShapeFault::wrong_type:
      return "import.wrong_geometry";
    case ShapeFault::damaged:
      break;
    case ShapeFault::not_a_number:
      return "import.not_a_number";
    case ShapeFault::ring_not_closed:
      return "import.ring_not_closed";
    case ShapeFault::ring_too_short:
      return "import.ring_too_short";
  }
  return "import.damaged_geometry";
}

}  // namespace

ShapesIn::ShapesIn(const LayerHead& head, const TextGrid& grid, std::optional<Wanted> wanted,
                   const ReadOptions& options, const std::string& file, Problems& problems, const WithShape& with_shape)
    : grid_{grid}, problems_{problems}, with_shape_{with_shape} {
  if (!wanted) return;
  wanted_ = *wanted;
  by_columns_ = head.shape.empty() && (wanted_ == Wanted::point || wanted_ == Wanted::any) && grid.has("lon") && grid.has("lat");
  if (head.shape.empty() && !by_columns_) return;
  Reference reference = head.reference;
  const bool degrees_by_custom = (by_columns_ && says_degrees(grid)) || head.format == "TopoJSON";
  if (degrees_by_custom && reference.code.empty() && reference.wkt.empty() && options.crs.empty()) {
    reference = {"EPSG:4326", {}};
    problems.of_file("import.assumed_crs", Severity::note, {{"crs", reference.code}});
  }
  ground_.emplace(reference, options, file, problems);
}

bool ShapesIn::take(std::size_t record, std::optional<std::span<const std::byte>> wkb) {
  if (!ground_) return false;
  if (by_columns_) {
    if (grid_.text(record, "lon").empty() && grid_.text(record, "lat").empty()) return false;
    if (!read_columns(record)) return true;
  } else {
    if (!wkb) return false;
    read_shape(*wkb, wanted_, shape_);
  }
  if (shape_.fault != ShapeFault::none) {
    report(record);
    return true;
  }
  if (wanted_ == Wanted::point && shape_.parts.size() > 1) {
    problems_.error("import.several_points", record + 1, "", {{"points", std::to_string(shape_.parts.size())}});
    return true;
  }
  ground_->survey(shape_);
  if (ground_->ready()) {
    place(record, shape_);
  } else {
    waiting_.push_back({record, shape_});  // a copy: as large as it needs to be
  }
  return true;
}

void ShapesIn::place(std::size_t record, const Shape& shape) {
  if (ground_->place(record + 1, shape, positions_)) with_shape_(record, shape, positions_);
}

bool ShapesIn::read_columns(std::size_t record) {
  shape_.fault = ShapeFault::none;
  shape_.type = "Point";
  shape_.parts = {{0, false}};
  shape_.xy.clear();
  for (const char* field : {"lon", "lat"}) {
    const std::string& text = grid_.text(record, field);
    if (const auto value = parse_number(text)) {
      shape_.xy.push_back(*value);
    } else {
      problems_.error("import.bad_number", record + 1, field, {{"value", presentable(text)}});
    }
  }
  return shape_.xy.size() == 2;
}

void ShapesIn::report(std::size_t record) {
  Facts facts;
  if (shape_.fault == ShapeFault::wrong_type) {
    const char* wanted = wanted_ == Wanted::point ? "Point" : wanted_ == Wanted::polygons ? "Polygon" : wanted_ == Wanted::any ? "Point, LineString, Polygon" : "LineString";
    facts = {{"found", shape_.type}, {"wanted", wanted}};
  } else if (shape_.fault_at + 1 < shape_.xy.size()) {
    facts = {{"x", shortest(shape_.xy[shape_.fault_at])}, {"y", shortest(shape_.xy[shape_.fault_at + 1])}};
  }
  problems_.error(rule_for(shape_.fault), record + 1, "", std::move(facts));
}

void ShapesIn::conclude() {
  if (!ground_) return;
  if (!waiting_.empty()) {
    ground_->settle();
    for (Waiting& waiting : waiting_) {
      if (ground_->ready()) place(waiting.record, waiting.shape);
      waiting.shape = {};
    }
  }
  ground_->conclude();
}

}  // namespace merestone::exchange
