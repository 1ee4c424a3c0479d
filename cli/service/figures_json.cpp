// SPDX-License-Identifier: Apache-2.0
#include "cli/service/figures_json.hpp"

#include <nlohmann/json.hpp>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const Banded& value) { return {{"value", value.value}, {"low", value.low}, {"high", value.high}}; }

Json json_of(const LayerImpact& layer) {
  Json out{{"layer", layer.key}};
  if (layer.count.high > 0) out["count"] = json_of(layer.count);
  if (layer.weight.high > 0) out["weight"] = json_of(layer.weight);
  if (layer.length_m.high > 0) out["length_m"] = json_of(layer.length_m);
  if (layer.area_m2.high > 0) out["area_m2"] = json_of(layer.area_m2);
  out["names"] = layer.names;
  if (!layer.natural_villages.empty()) out["natural_villages"] = layer.natural_villages;
  if (!layer.uncertain.empty()) out["uncertain"] = layer.uncertain;
  return out;
}

Json json_of(const SideFigures& side, const std::string& label) {
  Json out{{"party", label}, {"share", side.share}, {"conceded_m2", side.conceded_m2}, {"mean_setback_m", side.mean_setback_m},
           {"most_setback_m", side.most_setback_m}};
  if (side.pieces > 0) {
    out["pieces"] = side.pieces;
    out["enclaves"] = side.enclaves;
    out["compactness"] = side.compactness;
    out["compactness_before"] = side.compactness_before;
  }
  out["keeps"] = merestone::json_of(side.impact);
  return out;
}

Json json_of(const VillageChange& change, const std::string& a, const std::string& b) {
  const auto letter = [&](char side) { return side == 'A' ? a : b; };
  return {{"name", change.name}, {"from", letter(change.from)}, {"to", letter(change.to)}, {"people", change.people},
          {"lon", degrees(change.position.lon)}, {"lat", degrees(change.position.lat)}};
}

}  // namespace

Json json_of(const GroundImpact& impact) {
  Json out{{"area_m2", json_of(impact.area_m2)}};
  out["layers"] = Json::array();
  for (const LayerImpact& layer : impact.layers) out["layers"].push_back(json_of(layer));
  return out;
}

Json json_of(const ProposalFigures& figures, const std::string& a, const std::string& b) {
  Json out{{"title", figures.title}, {"sides", {json_of(figures.a, a), json_of(figures.b, b)}},
           {"swap_ratio", figures.swap_ratio}, {"length_m", figures.length_m}, {"sinuosity", figures.sinuosity},
           {"monuments", figures.monuments}, {"changed_m2", figures.changed_m2}, {"people_moved", figures.people_moved},
           {"needs_division_change", figures.needs_division_change}};
  for (const auto& [name, changes] : {std::pair{"villages_moved", &figures.villages_moved}, {"places_moved", &figures.places_moved}}) {
    out[name] = Json::array();
    for (const VillageChange& change : *changes) out[name].push_back(json_of(change, a, b));
  }
  out["evidence"] = figures.evidence ? Json(*figures.evidence) : Json();
  out["unsupported_m"] = figures.unsupported_m;
  out["distinguishable"] = figures.distinguishable;
  if (!figures.distinguishable) out["same_as"] = figures.same_as;
  return out;
}

}  // namespace merestone
