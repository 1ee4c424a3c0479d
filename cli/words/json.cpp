// SPDX-License-Identifier: Apache-2.0
#include "cli/words/json.hpp"

#include "cli/words/words.hpp"

#include <nlohmann/json.hpp>

namespace merestone {
namespace {

nlohmann::ordered_json ring_of(const Ring& ring) {
  auto list = nlohmann::ordered_json::array();
  for (const Position p : ring) list.push_back({degrees(p.lon), degrees(p.lat)});
  if (!ring.empty()) list.push_back(list.front());
  return list;
}

}  // namespace

nlohmann::ordered_json to_json(const Finding& finding) {
  nlohmann::ordered_json out{{"rule", finding.rule}, {"severity", severity_word(finding.severity, Language::english)}};
  if (!finding.subject.file.empty()) out["file"] = finding.subject.file;
  if (!finding.subject.record.empty()) out["record"] = finding.subject.record;
  if (!finding.subject.field.empty()) out["field"] = finding.subject.field;
  if (finding.place) {
    out["lon"] = finding.place->lon;
    out["lat"] = finding.place->lat;
  }
  auto& facts = out["facts"] = nlohmann::ordered_json::object();
  for (const auto& [key, value] : finding.facts) facts[key] = value;
  out["en"] = sentence(finding, Language::english);
  out["zh"] = sentence(finding, Language::chinese);
  return out;
}

nlohmann::ordered_json to_json(const std::vector<Finding>& findings) {
  auto out = nlohmann::ordered_json::array();
  for (const auto& finding : findings) out.push_back(to_json(finding));
  return out;
}

nlohmann::ordered_json coordinates_of(const MultiPolygon& shape) {
  auto polygons = nlohmann::ordered_json::array();
  for (const Polygon& polygon : shape) {
    auto rings = nlohmann::ordered_json::array({ring_of(polygon.outer)});
    for (const Ring& hole : polygon.holes) rings.push_back(ring_of(hole));
    polygons.push_back(std::move(rings));
  }
  return polygons;
}

std::string text_of(const nlohmann::ordered_json& document) {
  return document.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace merestone
