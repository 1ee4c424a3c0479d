// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/linked_places.hpp"

#include "data/packs/class_schemes.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* context = "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.3.jsonld";

std::string text_of(const EdtfDate& date) { return to_string(Edtf{{EdtfEnd::Kind::date, date}, {EdtfEnd::Kind::date, date}, true}); }

/// "in" where the day, month or year is known, else between what it may mean at the earliest and at the latest.
Json end_of(const EdtfDate& date) {
  if (!date.approximate && !date.uncertain && date.unknown_digits == 0) return {{"in", text_of(date)}};
  const Period may = days_of({{EdtfEnd::Kind::date, date}, {EdtfEnd::Kind::date, date}, true});
  return {{"earliest", to_string(may.from)}, {"latest", to_string(may.until - std::chrono::days{1})}};
}

/// Null for what always held: a timespan needs a beginning.
Json when_of(const Edtf& valid) {
  const bool began = valid.from.kind == EdtfEnd::Kind::date, ended = valid.to.kind == EdtfEnd::Kind::date;
  if (!began && !ended) return nullptr;
  Json span = Json::object();
  if (began) span["start"] = end_of(valid.from.date);
  else span["start"] = {{"latest", text_of(valid.to.date)}};
  if (ended) span["end"] = end_of(valid.to.date);
  Json when{{"timespans", Json::array({span})}};
  const auto unsure = [](const EdtfEnd& end) { return end.kind == EdtfEnd::Kind::date && end.date.uncertain; };
  const auto about = [](const EdtfEnd& end) { return end.kind == EdtfEnd::Kind::date && end.date.approximate; };
  if (unsure(valid.from) || unsure(valid.to)) when["certainty"] = "uncertain";
  else if (about(valid.from) || about(valid.to)) when["certainty"] = "less-certain";
  when["mere:edtf"] = to_string(valid);
  return when;
}

void add_when(Json& json, const Edtf& valid) {
  if (auto when = when_of(valid); !when.is_null()) json["when"] = std::move(when);
}

Json spelled(const Spelling& s) {
  return {{"text", s.text}, {"script", s.script}, {"scheme", s.scheme}, {"source_language", s.source_language}, {"certainty", std::string{to_text(s.certainty)}},
          {"source", s.source}};
}

Json name_of(const PlaceName& n) {
  Json json{{"toponym", n.text}};
  if (n.language != "und") json["lang"] = n.language;
  if (!n.source.empty()) json["citations"] = Json::array({{{"label", n.source}}});
  add_when(json, n.valid);
  json["mere:kind"] = std::string{to_text(n.kind)};
  json["mere:status"] = std::string{to_text(n.status)};
  const auto say = [&](const char* key, const std::string& value) {
    if (!value.empty()) json[key] = value;
  };
  say("mere:script", n.script);
  say("mere:specific", n.specific);
  say("mere:generic", n.generic);
  say("mere:reading", n.reading);
  if (!n.reading.empty()) json["mere:reading_certainty"] = std::string{to_text(n.reading_certainty)};
  say("mere:origin", n.origin);
  say("mere:meaning", n.meaning);
  for (const Spelling& s : n.spellings) json["mere:spellings"].push_back(spelled(s));
  return json;
}

Json type_of(const PlaceClass& c) {
  Json json{{"identifier", c.scheme + ":" + c.code}};
  const ClassScheme* scheme = class_scheme(c.scheme);
  const NameClass* known = scheme ? scheme->find(c.code) : nullptr;
  json["label"] = known ? known->words.en : c.code;
  json["sourceLabel"] = known ? known->words.zh : c.code;
  return json;
}

/// The letter of GeoNames that the format asks of every feature: A H L P R S T.
Json letters_of(const PlaceRecord& place) {
  std::set<std::string> letters;
  const ClassScheme* geonames = class_scheme("geonames");
  for (const PlaceClass& c : place.classes) {
    const ClassScheme* scheme = class_scheme(c.scheme);
    const std::string code = scheme && geonames ? crosswalk(*scheme, c.code, *geonames) : "";
    if (!code.empty() && std::string_view{"AHLPRST"}.find(code.front()) != std::string_view::npos) letters.insert(code.substr(0, 1));
  }
  Json list = Json::array();
  for (const std::string& letter : letters) list.push_back(letter);
  return list;
}

Json point(Position p) { return {degrees(p.lon), degrees(p.lat)}; }

Json points(const Polyline& line, bool closed = false) {
  Json list = Json::array();
  for (const Position p : line) list.push_back(point(p));
  if (closed && !line.empty()) list.push_back(point(line.front()));
  return list;
}

Json shape_of(const PlaceShape& shape) {
  Json json;
  if (shape.position) {
    json = {{"type", "Point"}, {"coordinates", point(*shape.position)}};
  } else if (!shape.path.empty()) {
    json = {{"type", "LineString"}, {"coordinates", points(shape.path)}};
  } else {
    Json polygons = Json::array();
    for (const Polygon& polygon : shape.area) {
      Json rings = Json::array({points(polygon.outer, true)});
      for (const Ring& hole : polygon.holes) rings.push_back(points(hole, true));
      polygons.push_back(std::move(rings));
    }
    json = {{"type", "MultiPolygon"}, {"coordinates", std::move(polygons)}};
  }
  add_when(json, Edtf::of(shape.valid));
  json["mere:role"] = std::string{to_text(shape.role)};
  if (!shape.method.empty()) json["mere:method"] = shape.method;
  if (shape.accuracy_m > 0) json["mere:accuracy_m"] = shape.accuracy_m;
  return json;
}

Json geometry_of(const PlaceRecord& place) {
  Json list = Json::array();
  if (place.position) list.push_back({{"type", "Point"}, {"coordinates", point(*place.position)}});
  for (const PlaceShape& shape : place.shapes) list.push_back(shape_of(shape));
  if (list.empty()) return nullptr;
  if (list.size() == 1) return list.front();
  return {{"type", "GeometryCollection"}, {"geometries", std::move(list)}};
}

Json links_of(const PlaceRecord& place) {
  Json list = Json::array();
  for (const PlaceCode& c : place.codes) {
    const std::string prefix = c.system == "geonames" ? "gn" : c.system == "wikidata" ? "wd" : c.system;
    list.push_back({{"type", "exactMatch"}, {"identifier", prefix + ":" + c.code}});
  }
  return list;
}

Json relations_of(const PlaceRecord& place, const NamesHandedOut& names, const std::string& base) {
  Json list = Json::array();
  for (const PlaceDivision& d : place.divisions) {
    const auto known = names.divisions.find(d.division.value);
    if (known == names.divisions.end()) continue;
    Json json{{"relationType", "gvp:broaderPartitive"}, {"relationTo", "division:" + known->second.code}, {"label", known->second.name}};
    add_when(json, Edtf::of(d.valid));
    list.push_back(std::move(json));
  }
  for (const PlaceLink& link : place.links) {
    if (link.place != place.id) continue;  // told by the other
    Json json{{"relationType", "mere:" + link.relation}, {"relationTo", base + std::to_string(link.other.value)}};
    add_when(json, Edtf::of({link.day, open_end}));
    list.push_back(std::move(json));
  }
  return list;
}

Json feature_of(const PlaceRecord& place, const NamesHandedOut& names, const std::string& base) {
  Json json{{"@id", base + std::to_string(place.id.value)}, {"type", "Feature"}};
  const Json letters = letters_of(place);
  json["properties"] = {{"title", place.names.empty() ? "" : place.names.front().text}, {"fclasses", letters}, {"mere:local_id", place.local_id}};
  json["geometry"] = geometry_of(place);
  add_when(json, Edtf::of(place.valid));
  json["names"] = Json::array();
  for (const PlaceName& n : place.names) json["names"].push_back(name_of(n));
  json["types"] = Json::array();
  for (const PlaceClass& c : place.classes) json["types"].push_back(type_of(c));
  if (auto links = links_of(place); !links.empty()) json["links"] = std::move(links);
  if (auto relations = relations_of(place, names, base); !relations.empty()) json["relations"] = std::move(relations);
  const std::string& told = place.head.description.empty() ? place.head.location : place.head.description;
  if (!told.empty()) json["descriptions"] = Json::array({{{"value", told}}});
  return json;
}

}  // namespace

std::string to_linked_places(const NamesHandedOut& names, const std::string& base) {
  Json features = Json::array();
  for (const PlaceRecord& place : names.places) features.push_back(feature_of(place, names, base));
  const Json all{{"type", "FeatureCollection"},
                 {"@context", Json::array({context, {{"mere", "urn:merestone:"}, {"division", "urn:merestone:division:"}}})},
                 {"features", std::move(features)}};
  return all.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace merestone
