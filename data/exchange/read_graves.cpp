// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/measured.hpp"
#include "data/exchange/polygons_of.hpp"
#include "data/exchange/reading_burials.hpp"
#include "gis/base/list.hpp"
#include "gis/base/text.hpp"

#include <algorithm>

namespace merestone {
namespace {

using exchange::Shape;
using exchange::Staged;

constexpr std::int64_t most_remains = 10'000;

/// A place inside: the middle of the box, else the first corner.
Position middle_of(const MultiPolygon& area) {
  const Box box = box_of(area);
  const Position middle{(box.west + box.east) / 2, (box.south + box.north) / 2};
  return locate(area, middle) == Containment::inside ? middle : area.front().outer.front();
}

struct Shapes {
  std::vector<std::optional<Position>> positions;
  std::vector<MultiPolygon> areas;

  void take(std::size_t record, const Shape& shape, const std::vector<Position>& at, exchange::Problems& problems) {
    grow(record + 1);
    if (shape.type.find("Line") != std::string::npos) {
      problems.error("import.wrong_geometry", record + 1, "", {{"found", shape.type}, {"wanted", "Point, Polygon"}});
    } else if (shape.type.find("Polygon") != std::string::npos) {
      areas[record] = exchange::polygons_of(shape, at);
      positions[record] = middle_of(areas[record]);
    } else {
      if (at.size() > 1) problems.error("import.several_points", record + 1, "", {{"points", std::to_string(at.size())}});
      positions[record] = at.front();
    }
  }
  void grow(std::size_t size) {
    if (positions.size() >= size) return;
    positions.resize(size);
    areas.resize(size);
  }
};

void report_shapeless(Staged& staged) {
  for (std::size_t i = 0; i < staged.size(); ++i) {
    if (staged.shapeless(i)) staged.problems().error("import.null_geometry", i + 1, "");
  }
}

Told told_of(Staged& staged, std::size_t i, std::string_view field) {
  return exchange::word_of(staged, i, field, Told::unknown, "yes, no, unknown", burial_term<Told>);
}

std::optional<GraveProtection> protection_of(Staged& staged, std::size_t i) {
  const std::string& text = staged.text(i, "protected");
  if (text.empty()) return {};
  GraveProtection entry;
  entry.list = staged.text(i, "protection_list");
  if (const auto told = burial_term<Told>(text)) {
    if (*told != Told::yes) return {};
  } else if (const auto kind = burial_term<ProtectionKind>(text)) {
    entry.kind = *kind;
  } else {
    entry.entry = text;
  }
  return entry;
}

}  // namespace

GraveDelivery read_graves(const std::string& path, const ReadOptions& options, const Progress& progress) {
  GraveDelivery delivery;
  Shapes shapes;
  const exchange::Plan plan{{{"grave", "lon", "lat", "accuracy", "method", "grave_area", "annex", "hardened", "remains", "form", "clan",
                              "stone_height", "built_from", "built_until", "rebuilt", "first_seen", "village", "in_facility", "township",
                              "land_class", "protected", "protection_list", "grave_note", "source", "from", "until"},
                             {"grave"}},
                            exchange::Wanted::any};
  exchange::Problems held{path};
  Staged staged{path, options, plan,
                [&](std::size_t record, const Shape& shape, const std::vector<Position>& at) { shapes.take(record, shape, at, held); }, progress};
  shapes.grow(staged.size());
  report_shapeless(staged);
  for (std::size_t i = 0; i < staged.size(); ++i) {
    DeliveredGrave& one = delivery.graves.emplace_back();
    Grave& g = one.grave;
    one.record = i + 1;
    g.local_id = staged.needed(i, "grave");
    g.position = shapes.positions[i].value_or(Position{});
    g.footprint = std::move(shapes.areas[i]);
    g.accuracy_m = exchange::measure_of(staged, i, "accuracy");
    g.method = staged.text(i, "method");
    g.area_m2 = exchange::measure_of(staged, i, "grave_area");
    g.annex_m2 = exchange::measure_of(staged, i, "annex");
    g.hardened = told_of(staged, i, "hardened");
    g.remains = staged.whole(i, "remains", 0, most_remains);
    g.form = exchange::word_of(staged, i, "form", GraveForm::unknown, "mound, stone, chair, house, vault, levelled", burial_term<GraveForm>);
    g.clan = told_of(staged, i, "clan");
    g.stone_height_m = exchange::measure_of(staged, i, "stone_height");
    g.built_from = exchange::day_of(staged, i, "built_from");
    g.built_until = exchange::day_of(staged, i, "built_until");
    g.rebuilt = exchange::day_of(staged, i, "rebuilt");
    g.first_seen = exchange::day_of(staged, i, "first_seen");
    g.land_class = staged.text(i, "land_class");
    g.note = staged.text(i, "grave_note");
    g.source = staged.text(i, "source");
    g.valid = staged.period(i);
    one.village = staged.text(i, "village");
    one.facility = staged.text(i, "in_facility");
    one.township = staged.text(i, "township");
    one.protection = protection_of(staged, i);
  }
  staged.finish(delivery);
  for (Finding& found : held.take()) delivery.findings.push_back(std::move(found));
  delivery.source.kind = "survey";
  return delivery;
}

FacilityFileDelivery read_facility_files(const std::string& path, const ReadOptions& options, const Progress& progress) {
  constexpr std::int64_t most_graves = 1'000'000'000;
  FacilityFileDelivery delivery;
  Shapes shapes;
  exchange::Problems held{path};
  std::vector<std::string_view> needed{"name"};
  if (options.kind.empty()) needed.push_back("kind");
  const exchange::Plan plan{{{"id", "kind", "name", "capacity", "used", "source", "lon", "lat", "facility_state", "ownership", "operator",
                              "approval_number", "approved_on", "approval_body", "approval_level", "area_approved", "area_built", "opened",
                              "service_radius", "term", "green_cover", "green_area", "serves", "facility_note", "from", "until"},
                             needed},
                            exchange::Wanted::any};
  Staged staged{path, options, plan,
                [&](std::size_t record, const Shape& shape, const std::vector<Position>& at) { shapes.take(record, shape, at, held); }, progress};
  shapes.grow(staged.size());
  report_shapeless(staged);
  const auto has_record = [&](std::size_t i) {
    for (const char* field : {"facility_state", "ownership", "operator", "approval_number", "approved_on", "approval_body", "approval_level",
                              "area_approved", "area_built", "opened", "service_radius", "term", "green_cover", "green_area", "facility_note"}) {
      if (!staged.text(i, field).empty()) return true;
    }
    return !shapes.areas[i].empty();
  };
  for (std::size_t i = 0; i < staged.size(); ++i) {
    DeliveredFacility& one = delivery.facilities.emplace_back();
    one.row = i + 1;
    Facility& f = one.facility;
    f.local_id = staged.text(i, "id");
    f.kind = staged.needed(i, "kind", options.kind);
    f.name = staged.needed(i, "name");
    f.capacity = staged.whole(i, "capacity", 0, most_graves).value_or(0);
    f.used = staged.whole(i, "used", 0, most_graves).value_or(0);
    f.source = staged.text(i, "source");
    f.position = shapes.positions[i].value_or(Position{});
    f.valid = staged.period(i);
    one.serves = parted(staged.text(i, "serves"), ';');
    if (!has_record(i)) continue;
    FacilityRecord& r = one.record.emplace();
    r.state = exchange::word_of(staged, i, "facility_state", FacilityState::open, "planned, approved, open, full, closed", facility_state);
    r.ownership = staged.text(i, "ownership");
    r.operator_name = staged.text(i, "operator");
    r.approval_number = staged.text(i, "approval_number");
    r.approved_on = exchange::day_of(staged, i, "approved_on");
    r.approval_body = staged.text(i, "approval_body");
    if (const auto level = staged.whole(i, "approval_level", 0, 9)) r.approval_level = static_cast<int>(*level);
    r.area_approved_m2 = exchange::measure_of(staged, i, "area_approved");
    r.area_built_m2 = exchange::measure_of(staged, i, "area_built");
    r.opened = exchange::day_of(staged, i, "opened");
    r.service_radius_m = exchange::measure_of(staged, i, "service_radius");
    if (r.service_radius_m == 0.0) r.service_radius_m.reset();
    r.term_years = exchange::measure_of(staged, i, "term");
    if (r.term_years == 0.0) r.term_years.reset();
    r.cover_percent = exchange::measure_of(staged, i, "green_cover", 100);
    r.green_percent = exchange::measure_of(staged, i, "green_area", 100);
    r.note = staged.text(i, "facility_note");
    r.ground = std::move(shapes.areas[i]);
    r.valid = f.valid;
  }
  staged.finish(delivery);
  for (Finding& found : held.take()) delivery.findings.push_back(std::move(found));
  return delivery;
}

LandDelivery read_land_features(const std::string& path, const ReadOptions& options, const Progress& progress) {
  LandDelivery delivery;
  std::vector<std::vector<LandFeature>> shapes;
  std::vector<std::string_view> needed;
  if (options.kind.empty()) needed.push_back("land");
  const exchange::Plan plan{{{"id", "land", "name", "accuracy", "source", "lon", "lat", "from", "until"}, needed}, exchange::Wanted::any};
  Staged staged{path, options, plan,
                [&](std::size_t record, const Shape& shape, const std::vector<Position>& at) {
                  shapes.resize(std::max(shapes.size(), record + 1));
                  if (shape.type.find("Polygon") != std::string::npos) {
                    shapes[record].emplace_back().area = exchange::polygons_of(shape, at);
                    return;
                  }
                  const bool is_line = shape.type.find("Line") != std::string::npos;
                  for (std::size_t part = 0; part < shape.parts.size(); ++part) {
                    const auto first = at.begin() + static_cast<std::ptrdiff_t>(shape.parts[part].first);
                    const auto last = part + 1 < shape.parts.size() ? at.begin() + static_cast<std::ptrdiff_t>(shape.parts[part + 1].first) : at.end();
                    LandFeature& feature = shapes[record].emplace_back();
                    if (is_line) feature.path.assign(first, last);
                    else feature.position = *first;
                  }
                },
                progress};
  shapes.resize(staged.size());
  report_shapeless(staged);
  for (std::size_t i = 0; i < staged.size(); ++i) {
    const std::string kind = staged.needed(i, "land", options.kind);
    const auto accuracy = exchange::measure_of(staged, i, "accuracy");
    const Period valid = staged.period(i);
    for (LandFeature& feature : shapes[i]) {
      feature.local_id = staged.text(i, "id");
      feature.kind = kind;
      feature.name = staged.text(i, "name");
      feature.accuracy_m = accuracy;
      feature.source = staged.text(i, "source");
      feature.valid = valid;
      delivery.features.push_back(std::move(feature));
    }
  }
  staged.finish(delivery);
  delivery.source.kind = "map";
  return delivery;
}

}  // namespace merestone
