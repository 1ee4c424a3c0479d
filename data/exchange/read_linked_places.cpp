// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/linked_places.hpp"
#include "data/exchange/problems.hpp"
#include "data/packs/class_schemes.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

namespace merestone {
namespace {

using Json = nlohmann::json;
using exchange::Problems;

constexpr std::uintmax_t most_bytes = std::uintmax_t{512} << 20;

/// A feature that cannot be taken, and why.
struct Unfit {
  std::string reason;
};

std::string text(const Json& json, const char* key) {
  const auto found = json.is_object() ? json.find(key) : json.end();
  return json.is_object() && found != json.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

const Json& list(const Json& json, const char* key) {
  static const Json none = Json::array();
  const auto found = json.is_object() ? json.find(key) : json.end();
  return json.is_object() && found != json.end() && found->is_array() ? *found : none;
}

Position position_of(const Json& json) {
  if (!json.is_array() || json.size() < 2 || !json[0].is_number() || !json[1].is_number()) throw Unfit{"a position is two numbers"};
  const double lon = json[0].get<double>(), lat = json[1].get<double>();
  if (!(lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90)) throw Unfit{"a position lies off the globe; longitude stands before latitude"};
  return from_degrees(lon, lat);
}

constexpr int deepest = 8;  // collections of geometries in each other

Polyline path_of(const Json& json) {
  if (!json.is_array()) throw Unfit{"coordinates are no list"};
  Polyline path;
  for (const Json& each : json) path.push_back(position_of(each));
  return path;
}

Polygon polygon_of(const Json& json) {
  if (!json.is_array() || json.empty()) throw Unfit{"a polygon has no ring"};
  Polygon polygon;
  for (std::size_t i = 0; i < json.size(); ++i) {
    Ring ring = path_of(json[i]);
    if (ring.size() < 4 || ring.front() != ring.back()) throw Unfit{"a ring is not closed, or has fewer than three corners"};
    ring.pop_back();
    const bool left = twice_area(ring) > 0;
    if (left != (i == 0)) std::reverse(ring.begin(), ring.end());
    if (i == 0) polygon.outer = std::move(ring);
    else polygon.holes.push_back(std::move(ring));
  }
  return polygon;
}

/// "1958", "1958-02-03", "0400"; "400" and "-44" as they are meant.
std::string padded(std::string day) {
  const bool before = day.starts_with('-');
  if (before) day.erase(0, 1);
  const auto digits = std::min(day.find('-'), day.size());
  if (digits < 4) day.insert(0, 4 - digits, '0');
  return before ? "-" + day : day;
}

std::string end_of(const Json& span, const char* key, const char* first, const char* second) {
  const auto found = span.is_object() ? span.find(key) : span.end();
  if (!span.is_object() || found == span.end()) return "..";
  for (const char* each : {"in", first, second}) {
    if (const std::string day = text(*found, each); !day.empty()) return padded(day) + (std::string_view{each} == "in" ? "" : "~");
  }
  return "..";
}

Edtf when_of(const Json& json) {
  const auto found = json.find("when");
  if (found == json.end() || !found->is_object()) return {};
  if (const auto own = parse_edtf(text(*found, "mere:edtf"))) return *own;
  const Json& spans = list(*found, "timespans");
  if (spans.empty()) return {};
  const std::string read = end_of(spans.front(), "start", "earliest", "latest") + "/" + end_of(spans.back(), "end", "latest", "earliest");
  const auto valid = parse_edtf(read);
  if (!valid) throw Unfit{"no period: " + exchange::presentable(read)};
  return *valid;
}

Period period_of(const Json& json) { return days_of(when_of(json)); }

std::string cited(const Json& name) {
  for (const Json& each : list(name, "citations")) {
    if (const std::string label = text(each, "label"); !label.empty()) return label;
  }
  const auto one = name.find("citation");
  return one != name.end() ? text(*one, "label") : std::string{};
}

class Feature {
 public:
  Feature(const Json& json, std::set<std::string>& aside) : json_{json}, aside_{aside} {}

  PlaceRecord take() {
    if (!json_.is_object() || text(json_, "type") != "Feature") throw Unfit{"it is no feature"};
    const auto found = json_.find("properties");
    properties_ = found != json_.end() && found->is_object() ? &*found : &empty_;
    place_.local_id = text(*properties_, "mere:local_id");
    for (const char* key : {"@id", "uri", "id"}) {
      if (place_.local_id.empty()) place_.local_id = text(json_, key);
    }
    place_.valid = period_of(json_);
    names();
    types();
    if (const auto geometry = json_.find("geometry"); geometry != json_.end() && !geometry->is_null()) shapes(*geometry);
    links();
    for (const Json& each : list(json_, "descriptions")) {
      if (place_.head.description.empty()) place_.head.description = text(each, "value");
    }
    for (const char* key : {"relations", "depictions"}) {
      if (!list(json_, key).empty()) aside_.insert(key);
    }
    return std::move(place_);
  }

 private:
  void names() {
    const std::string title = text(*properties_, "title");
    for (const Json& each : list(json_, "names")) {
      PlaceName name;
      name.text = text(each, "toponym");
      if (name.text.empty()) throw Unfit{"a name has no toponym"};
      if (const std::string language = text(each, "lang"); !language.empty()) name.language = language;
      name.valid = when_of(each);
      name.source = cited(each);
      const bool ended = name.valid.to.kind == EdtfEnd::Kind::date && place_.valid.until == open_end;
      const auto kind = name_kind(text(each, "mere:kind"));
      const bool first = name.text == title && std::none_of(place_.names.begin(), place_.names.end(), [](const PlaceName& n) { return n.kind == NameKind::official; });
      name.kind = kind ? *kind : ended ? NameKind::former : first ? NameKind::official : NameKind::variant;
      if (const auto status = name_status(text(each, "mere:status"))) name.status = *status;
      name.script = text(each, "mere:script");
      name.specific = text(each, "mere:specific");
      name.generic = text(each, "mere:generic");
      name.reading = text(each, "mere:reading");
      if (const auto sure = certainty(text(each, "mere:reading_certainty"))) name.reading_certainty = *sure;
      name.origin = text(each, "mere:origin");
      name.meaning = text(each, "mere:meaning");
      for (const Json& s : list(each, "mere:spellings")) {
        name.spellings.push_back({0, text(s, "text"), text(s, "script"), text(s, "scheme"), text(s, "source_language"),
                                  certainty(text(s, "certainty")).value_or(Certainty::unsure), text(s, "source")});
      }
      place_.names.push_back(std::move(name));
    }
    if (place_.names.empty() && !title.empty()) {
      place_.names.emplace_back();
      place_.names.back().text = title;
    }
    if (place_.names.empty()) throw Unfit{"it has neither a name nor a title"};
  }

  void types() {
    for (const Json& each : list(json_, "types")) {
      const std::string identifier = text(each, "identifier"), label = text(each, "sourceLabel");
      const auto colon = identifier.find(':');
      const std::string scheme = identifier.substr(0, colon);
      if (colon != std::string::npos && class_scheme(scheme) != nullptr) place_.classes.push_back({0, scheme, identifier.substr(colon + 1)});
      if (place_.type.empty()) place_.type = !place_.classes.empty() ? place_.classes.back().code : !label.empty() ? label : text(each, "label");
    }
    if (!place_.classes.empty()) return;
    for (const Json& letter : list(*properties_, "fclasses")) {
      if (!letter.is_string() || !place_.classes.empty()) continue;
      place_.classes.push_back({0, "geonames", letter.get<std::string>()});
      if (place_.type.empty()) place_.type = place_.classes.back().code;
    }
  }

  void shapes(const Json& geometry, int depth = 0) {
    if (depth > deepest) throw Unfit{"geometries lie deeper than eight in each other"};
    const std::string type = text(geometry, "type");
    if (type == "GeometryCollection") {
      for (const Json& each : list(geometry, "geometries")) shapes(each, depth + 1);
      return;
    }
    const auto coordinates = geometry.find("coordinates");
    if (coordinates == geometry.end()) throw Unfit{"a geometry has no coordinates"};
    const bool own = geometry.contains("mere:role");
    if (type == "Point" && !own && !place_.position) {
      place_.position = position_of(*coordinates);
      return;
    }
    PlaceShape shape;
    shape.valid = period_of(geometry);
    shape.role = shape_role(text(geometry, "mere:role")).value_or(type == "Point" ? ShapeRole::position : type == "LineString" ? ShapeRole::course : ShapeRole::extent);
    shape.method = text(geometry, "mere:method");
    if (const auto accuracy = geometry.find("mere:accuracy_m"); accuracy != geometry.end() && accuracy->is_number()) shape.accuracy_m = accuracy->get<double>();
    if (type == "Point") shape.position = position_of(*coordinates);
    else if (type == "LineString") {
      shape.path = path_of(*coordinates);
      if (shape.path.size() < 2) throw Unfit{"a line has fewer than two positions"};
    }
    else if (type == "Polygon") shape.area = {polygon_of(*coordinates)};
    else if (type == "MultiPolygon" && coordinates->is_array()) {
      for (const Json& each : *coordinates) shape.area.push_back(polygon_of(each));
    } else {
      throw Unfit{"a geometry of the type " + exchange::presentable(type)};
    }
    place_.shapes.push_back(std::move(shape));
  }

  void links() {
    for (const Json& each : list(json_, "links")) {
      const std::string type = text(each, "type"), identifier = text(each, "identifier");
      if (type != "exactMatch" && type != "closeMatch") continue;
      const auto web = identifier.find("://");
      const auto last = [&] {
        std::string rest = identifier.substr(0, identifier.find_last_not_of('/') + 1);
        return rest.substr(rest.rfind('/') + 1);
      };
      PlaceCode code;
      if (web != std::string::npos) {
        code.system = identifier.find("geonames.org/") != std::string::npos ? "geonames" : identifier.find("wikidata.org/") != std::string::npos ? "wikidata" : "url";
        code.code = code.system == "url" ? identifier : last();
      } else if (const auto colon = identifier.find(':'); colon != std::string::npos) {
        const std::string prefix = identifier.substr(0, colon);
        code.system = prefix == "gn" ? "geonames" : prefix == "wd" ? "wikidata" : prefix;
        code.code = identifier.substr(colon + 1);
      }
      if (!code.code.empty()) place_.codes.push_back(std::move(code));
    }
  }

  const Json& json_;
  std::set<std::string>& aside_;
  Json empty_ = Json::object();
  const Json* properties_ = nullptr;
  PlaceRecord place_;
};

}  // namespace

GazetteerDelivery read_linked_places(const std::string& path) {
  std::ifstream file{path, std::ios::binary};
  if (!file) throw Error{Fault::missing, "no such file", {{.rule = "cli.no_file", .subject = {path, {}, {}}}}};
  GazetteerDelivery delivery;
  delivery.source.kind = "gazetteer";
  delivery.source.title = std::filesystem::path{path}.filename().string();
  delivery.detected.format = "Linked Places";
  delivery.detected.encoding = "UTF-8";
  const auto refuse = [&](const std::string& reason) { exchange::fail(Fault::invalid, "name.not_linked_places", delivery.source.title, {{"reason", reason}}); };
  std::error_code failed;
  if (std::filesystem::file_size(path, failed) > most_bytes) refuse("it is larger than 512 MB");
  Json root;
  try {
    root = Json::parse(file);
  } catch (const Json::exception& error) {
    refuse(exchange::presentable(error.what()));
  }
  const std::string type = text(root, "type");
  if (type != "FeatureCollection" && type != "Feature") refuse("neither a FeatureCollection nor a Feature");
  Problems problems{delivery.source.title};
  std::set<std::string> aside;
  std::size_t number = 0;
  const auto take = [&](const Json& feature) {
    ++number;
    try {
      delivery.places.push_back({number, Feature{feature, aside}.take()});
    } catch (const Unfit& unfit) {
      problems.error("name.bad_feature", number, "", {{"reason", unfit.reason}});
    }
  };
  if (type == "Feature") take(root);
  else for (const Json& feature : list(root, "features")) take(feature);
  for (const std::string& what : aside) problems.of_file("name.set_aside", Severity::note, {{"what", what}});
  delivery.detected.records = number;
  delivery.findings = problems.take();
  return delivery;
}

}  // namespace merestone
