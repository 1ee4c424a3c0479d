// SPDX-License-Identifier: Apache-2.0
#include "cli/command/dispute_figures.hpp"

#include "gis/base/text.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <cmath>

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

Json json_of(const VillageChange& change, const ProposalDesk& desk) {
  const auto letter = [&](char side) { return side == 'A' ? desk.a().label : desk.b().label; };
  return {{"name", change.name}, {"from", letter(change.from)}, {"to", letter(change.to)}, {"people", change.people},
          {"lon", degrees(change.position.lon)}, {"lat", degrees(change.position.lat)}};
}

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

}  // namespace

Json json_of(const NamedFacts& facts) {
  auto out = Json::object();
  for (const auto& [name, value] : facts) out[name] = value;
  return out;
}

Json json_of(const GroundImpact& impact) {
  Json out{{"area_m2", json_of(impact.area_m2)}};
  out["layers"] = Json::array();
  for (const LayerImpact& layer : impact.layers) out["layers"].push_back(json_of(layer));
  return out;
}

Json json_of(const ProposalFigures& figures, const ProposalDesk& desk) {
  Json out{{"title", figures.title}, {"sides", {json_of(figures.a, desk.a().label), json_of(figures.b, desk.b().label)}},
           {"swap_ratio", figures.swap_ratio}, {"length_m", figures.length_m}, {"sinuosity", figures.sinuosity},
           {"monuments", figures.monuments}, {"changed_m2", figures.changed_m2}, {"people_moved", figures.people_moved},
           {"needs_division_change", figures.needs_division_change}};
  for (const auto& [name, changes] : {std::pair{"villages_moved", &figures.villages_moved}, {"places_moved", &figures.places_moved}}) {
    out[name] = Json::array();
    for (const VillageChange& change : *changes) out[name].push_back(json_of(change, desk));
  }
  out["evidence_for_" + desk.a().label] = figures.evidence_for_a ? Json(*figures.evidence_for_a) : Json();
  out["unsupported_m"] = figures.unsupported_m;
  out["distinguishable"] = figures.distinguishable;
  if (!figures.distinguishable) out["same_as"] = figures.same_as;
  return out;
}

std::string banded(const Banded& value, int decimals, double unit) {
  const std::string middle = fixed(value.value / unit, decimals);
  const std::string low = fixed(value.low / unit, decimals);
  const std::string high = fixed(value.high / unit, decimals);
  return low == high ? middle : middle + " (" + low + " to " + high + ")";
}

std::string in_words(const GroundImpact& impact) {
  std::string text = banded(impact.area_m2, 4, 1e6) + " km²";
  for (const LayerImpact& layer : impact.layers) {
    if (layer.key == "places") {
      if (layer.weight.high > 0) text += ", " + banded(layer.weight, 0) + " people";
      if (!layer.natural_villages.empty()) text += ", villages " + joined(layer.natural_villages);
    } else if (layer.area_m2.high > 0) {
      text += ", " + layer.key + " " + banded(layer.area_m2, 4, 1e6) + " km²";
    } else if (layer.count.high > 0) {
      text += ", " + layer.key + " " + banded(layer.count, 0);
    }
    if (!layer.uncertain.empty()) text += ", on either side " + joined(layer.uncertain);
  }
  return text;
}

std::string in_words(const ProposalFigures& figures, const ProposalDesk& desk) {
  std::string text;
  for (const auto& [party, side] : {std::pair{&desk.a(), &figures.a}, {&desk.b(), &figures.b}}) {
    text += fmt::format("{}{} {} km² ({} %)", text.empty() ? "" : ", ", party->label, banded(side->impact.area_m2, 4, 1e6),
                        fixed(100 * side->share, 1));
  }
  text += fmt::format("; {} km, {} monuments", fixed(figures.length_m / 1000, 2), figures.monuments);
  if (figures.people_moved > 0) text += fmt::format("; moves {} people", fixed(figures.people_moved, 0));
  std::string villages;
  for (const VillageChange& change : figures.villages_moved) {
    villages += fmt::format("{}{} ({} to {})", villages.empty() ? "" : ", ", change.name,
                            change.from == 'A' ? desk.a().label : desk.b().label, change.to == 'A' ? desk.a().label : desk.b().label);
  }
  if (!villages.empty()) text += "; villages that change sides: " + villages;
  if (!figures.distinguishable) text += "; not to be told from " + figures.same_as;
  return text;
}

}  // namespace merestone
