// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/export_layer.hpp"

#include <algorithm>
#include <set>

namespace merestone {
namespace {

using Column = ExportLayer::Column;
using Type = ExportLayer::Column::Type;

std::string since(const Period& period) { return period.from == unknown_start ? std::string{} : to_string(period.from); }
std::string until(const Period& period) { return period.until == open_end ? std::string{} : to_string(period.until); }

void add_row(ExportLayer& layer, std::initializer_list<std::string> values) {
  layer.values.insert(layer.values.end(), values);
}

}  // namespace

ExportLayer places_layer(const std::vector<NamedPlace>& places) {
  ExportLayer layer{.name = "places",
                    .shape = ExportLayer::Shape::point,
                    .columns = {{"id", Type::text}, {"name", Type::text}, {"language", Type::text},
                                {"status", Type::text}, {"type", Type::text}, {"valid_from", Type::text},
                                {"valid_to", Type::text}},
                    .shapes = {}, .values = {}};
  std::set<std::string> languages;
  for (const NamedPlace& place : places) {
    for (std::size_t i = 1; i < place.names.size(); ++i) languages.insert(place.names[i].language);
  }
  for (const std::string& language : languages) layer.columns.push_back({"name_" + language, Type::text});
  const bool counted = std::any_of(places.begin(), places.end(), [](const NamedPlace& place) { return place.people.has_value(); });
  if (counted) {
    layer.columns.push_back({"population", Type::integer});
    layer.columns.push_back({"counted_on", Type::text});
  }
  for (const NamedPlace& place : places) {
    const GeographicalName& first = place.names.front();
    add_row(layer, {place.local_id, first.text, first.language, first.status, place.type, since(place.valid),
                    until(place.valid)});
    for (const std::string& language : languages) {
      const auto name = std::find_if(place.names.begin() + 1, place.names.end(),
                                     [&](const GeographicalName& n) { return n.language == language; });
      layer.values.push_back(name == place.names.end() ? std::string{} : name->text);
    }
    if (counted) {
      add_row(layer, {place.people ? std::to_string(place.people->people) : std::string{},
                      place.people ? to_string(place.people->counted) : std::string{}});
    }
    layer.shapes.push_back(place.position ? to_wkb(*place.position) : Bytes{});
  }
  return layer;
}

ExportLayer hazards_layer(const std::vector<HazardZone>& zones) {
  ExportLayer layer{.name = "hazards",
                    .shape = ExportLayer::Shape::polygons,
                    .columns = {{"id", Type::text}, {"kind", Type::text}, {"severity", Type::integer},
                                {"name", Type::text}, {"source", Type::text}, {"valid_from", Type::text},
                                {"valid_to", Type::text}},
                    .shapes = {}, .values = {}};
  for (const HazardZone& zone : zones) {
    add_row(layer, {zone.local_id, zone.kind, std::to_string(zone.severity), zone.name, zone.source, since(zone.valid),
                    until(zone.valid)});
    layer.shapes.push_back(to_wkb(zone.shape));
  }
  return layer;
}

ExportLayer facilities_layer(const std::vector<Facility>& facilities) {
  ExportLayer layer{.name = "facilities",
                    .shape = ExportLayer::Shape::point,
                    .columns = {{"id", Type::text}, {"kind", Type::text}, {"name", Type::text},
                                {"capacity", Type::integer}, {"used", Type::integer}, {"source", Type::text},
                                {"valid_from", Type::text}, {"valid_to", Type::text}},
                    .shapes = {}, .values = {}};
  for (const Facility& facility : facilities) {
    add_row(layer, {facility.local_id, facility.kind, facility.name, std::to_string(facility.capacity),
                    std::to_string(facility.used), facility.source, since(facility.valid), until(facility.valid)});
    layer.shapes.push_back(to_wkb(facility.position));
  }
  return layer;
}

}  // namespace merestone
