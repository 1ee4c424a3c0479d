// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/polygons_of.hpp"
#include "data/exchange/staged.hpp"
#include "gis/base/text.hpp"

namespace merestone {
namespace {

using exchange::polygons_of;
using exchange::Shape;
using exchange::Staged;

void report_shapeless(Staged& staged) {
  for (std::size_t i = 0; i < staged.size(); ++i) {
    if (staged.shapeless(i)) staged.problems().error("import.null_geometry", i + 1, "");
  }
}

}  // namespace

HazardDelivery read_hazard_zones(const std::string& path, const ReadOptions& options, const Progress& progress) {
  constexpr std::int64_t most_severe = 9;  // no scale in use has more classes
  HazardDelivery delivery;
  std::vector<MultiPolygon> shapes;
  std::vector<std::string_view> needed{"severity"};
  if (options.kind.empty()) needed.push_back("kind");
  const exchange::Plan plan{{{"id", "kind", "severity", "name", "source", "return_period", "from", "until"}, needed},
                            exchange::Wanted::polygons};
  Staged staged{path, options, plan,
                [&](std::size_t record, const Shape& shape, const std::vector<Position>& positions) {
                  shapes.resize(std::max(shapes.size(), record + 1));
                  shapes[record] = polygons_of(shape, positions);
                },
                progress};
  shapes.resize(staged.size());
  report_shapeless(staged);
  for (std::size_t i = 0; i < staged.size(); ++i) {
    HazardZone& zone = delivery.zones.emplace_back();
    zone.local_id = staged.text(i, "id");
    zone.kind = staged.needed(i, "kind", options.kind);
    staged.needed(i, "severity");
    zone.severity = static_cast<int>(staged.whole(i, "severity", 1, most_severe).value_or(1));
    zone.name = staged.text(i, "name");
    zone.source = staged.text(i, "source");
    if (const std::string& text = staged.text(i, "return_period"); !text.empty()) {
      zone.return_period_years = parse_number(text);
      if (!zone.return_period_years || *zone.return_period_years <= 0) {
        staged.problems().error("import.bad_number", i + 1, "return_period", {{"value", text}});
      }
    }
    zone.shape = std::move(shapes[i]);
    zone.valid = staged.period(i);
  }
  staged.finish(delivery);
  return delivery;
}

LineDelivery read_drawn_lines(const std::string& path, const ReadOptions& options, const Progress& progress) {
  LineDelivery delivery;
  const exchange::Plan plan{{{"party", "left", "right", "kind", "title", "method", "accuracy", "from", "until"}, {}},
                            exchange::Wanted::line_or_polygons};
  Staged staged{path, options, plan,
                [&](std::size_t record, const Shape& shape, const std::vector<Position>& positions) {
                  delivery.lines.resize(std::max(delivery.lines.size(), record + 1));
                  const bool is_line = shape.type.find("Line") != std::string::npos;
                  if (is_line) delivery.lines[record].path = positions;
                  else delivery.lines[record].area = polygons_of(shape, positions);
                },
                progress};
  delivery.lines.resize(staged.size());
  report_shapeless(staged);
  for (std::size_t i = 0; i < staged.size(); ++i) {
    DeliveredLine& line = delivery.lines[i];
    line.party = staged.text(i, "party");
    line.left = staged.text(i, "left");
    line.right = staged.text(i, "right");
    line.kind = staged.text(i, "kind");
    line.title = staged.text(i, "title");
    line.method = staged.text(i, "method");
    if (const std::string& text = staged.text(i, "accuracy"); !text.empty()) {
      const auto value = parse_number(text);
      if (!value || *value < 0) staged.problems().error("import.bad_number", i + 1, "accuracy", {{"value", text}});
      line.accuracy_m = value.value_or(0);
    }
    line.valid = staged.period(i);
  }
  staged.finish(delivery);
  return delivery;
}

FacilityDelivery read_facilities(const std::string& path, const ReadOptions& options, const Progress& progress) {
  constexpr std::int64_t most_graves = 1'000'000'000;
  FacilityDelivery delivery;
  std::vector<Position> places;
  std::vector<std::string_view> needed{"name"};
  if (options.kind.empty()) needed.push_back("kind");
  const exchange::Plan plan{
      {{"id", "kind", "name", "capacity", "used", "source", "lon", "lat", "from", "until"}, needed},
      exchange::Wanted::point};
  Staged staged{path, options, plan,
                [&](std::size_t record, const Shape&, const std::vector<Position>& positions) {
                  places.resize(std::max(places.size(), record + 1));
                  places[record] = positions.front();
                },
                progress};
  places.resize(staged.size());
  report_shapeless(staged);
  for (std::size_t i = 0; i < staged.size(); ++i) {
    Facility& facility = delivery.facilities.emplace_back();
    facility.local_id = staged.text(i, "id");
    facility.kind = staged.needed(i, "kind", options.kind);
    facility.name = staged.needed(i, "name");
    facility.capacity = staged.whole(i, "capacity", 0, most_graves).value_or(0);
    facility.used = staged.whole(i, "used", 0, most_graves).value_or(0);
    facility.source = staged.text(i, "source");
    facility.position = places[i];
    facility.valid = staged.period(i);
  }
  staged.finish(delivery);
  return delivery;
}

}  // namespace merestone
