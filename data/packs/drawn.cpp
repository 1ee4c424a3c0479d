// SPDX-License-Identifier: Apache-2.0
#include "data/packs/drawn.hpp"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>

namespace merestone {
namespace {

using Json = nlohmann::json;

std::string text_at(const Json& json, const char* field) {
  const auto found = json.find(field);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

const Json* part(const Json& json, const char* field, bool list) {
  const auto found = json.find(field);
  return found != json.end() && (list ? found->is_array() : found->is_object()) ? &*found : nullptr;
}

bool read_path(const Json& json, std::size_t fewest, Polyline& path) {
  if (!json.is_array() || json.size() < fewest) return false;
  for (const Json& position : json) {
    if (!position.is_array() || position.size() < 2 || !position[0].is_number() || !position[1].is_number()) return false;
    const double lon = position[0].get<double>(), lat = position[1].get<double>();
    if (!(std::abs(lon) <= 180) || !(std::abs(lat) <= 90)) return false;
    path.push_back(from_degrees(lon, lat));
  }
  return true;
}

/// RFC 7946 §3.1.6: four positions or more, the last the same as the first.
bool read_ring(const Json& json, Ring& ring) {
  if (!read_path(json, 4, ring) || ring.front() != ring.back()) return false;
  ring.pop_back();
  return true;
}

bool read_polygon(const Json& json, MultiPolygon& area) {
  if (!json.is_array() || json.empty()) return false;
  Polygon polygon;
  for (std::size_t i = 0; i < json.size(); ++i) {
    if (!read_ring(json[i], i == 0 ? polygon.outer : polygon.holes.emplace_back())) return false;
  }
  area.push_back(std::move(polygon));
  return true;
}

bool take(const Json& json, bool many, const std::function<bool(const Json&)>& one) {
  if (!many) return one(json);
  bool good = !json.empty();
  for (const Json& each : json) good = good && one(each);
  return good;
}

/// Walks into features and collections; `kind` is "LineString" or "Polygon", alone or with "Multi" before it.
bool walk(const Json& json, std::string_view kind, const std::function<bool(const Json&)>& one) {
  if (!json.is_object()) return false;
  const std::string type = text_at(json, "type");
  if (type == "FeatureCollection") {
    const Json* features = part(json, "features", true);
    if (features == nullptr || features->empty()) return false;
    bool good = true;
    for (const Json& feature : *features) good = good && walk(feature, kind, one);
    return good;
  }
  if (type == "Feature") {
    const Json* geometry = part(json, "geometry", false);
    return geometry != nullptr && walk(*geometry, kind, one);
  }
  const bool many = type == "Multi" + std::string{kind};
  const Json* coordinates = part(json, "coordinates", true);
  return coordinates != nullptr && (many || type == kind) && take(*coordinates, many, one);
}

void read_drawn(JsonNode& node, const std::string& document, std::string_view kind, const std::function<bool(const Json&)>& one) {
  const Json* inside = node.value("geometry");
  const std::string name = node.text("file", inside == nullptr);
  if (inside != nullptr) {
    if (!name.empty()) node.bad("file");
    if (!walk(*inside, kind, one)) node.bad("geometry");
    return;
  }
  if (name.empty()) return;
  std::ifstream file{std::filesystem::path{document}.parent_path() / name, std::ios::binary};
  const std::string text{std::istreambuf_iterator<char>{file}, {}};
  const Json json = Json::parse(text, nullptr, false);
  if (!file || json.is_discarded() || !walk(json, kind, one)) node.bad("file");
}

}  // namespace

std::vector<Polyline> read_drawn_lines(JsonNode& node, const std::string& document) {
  std::vector<Polyline> lines;
  read_drawn(node, document, "LineString", [&](const Json& json) { return read_path(json, 2, lines.emplace_back()); });
  return lines;
}

MultiPolygon read_drawn_area(JsonNode& node, const std::string& document) {
  MultiPolygon area;
  read_drawn(node, document, "Polygon", [&](const Json& json) { return read_polygon(json, area); });
  return area;
}

}  // namespace merestone
