// SPDX-License-Identifier: Apache-2.0
#include "cli/command/dispute_figures.hpp"
#include "cli/command/number_of.hpp"

#include "gis/base/list.hpp"
#include "gis/base/text.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

}  // namespace

Json json_of(const NamedFacts& facts) {
  auto out = Json::object();
  for (const auto& [name, value] : facts) out[name] = value;
  return out;
}

Json json_of(const ProposalFigures& figures, const ProposalDesk& desk) {
  return json_of(figures, desk.a().label, desk.b().label);
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
      if (!layer.natural_villages.empty()) text += ", villages " + joined(layer.natural_villages, ", ");
    } else if (layer.area_m2.high > 0) {
      text += ", " + layer.key + " " + banded(layer.area_m2, 4, 1e6) + " km²";
    } else if (layer.length_m.high > 0) {
      text += ", " + layer.key + " " + banded(layer.length_m, 2, 1e3) + " km";
    } else if (layer.count.high > 0) {
      text += ", " + layer.key + " " + banded(layer.count, 0);
    }
    if (!layer.uncertain.empty()) text += ", on either side " + joined(layer.uncertain, ", ");
  }
  return text;
}

std::string in_words(const ProposalFigures& figures, const ProposalDesk& desk) {
  std::string text;
  for (const auto& [party, side] : {std::pair{&desk.a(), &figures.a}, {&desk.b(), &figures.b}}) {
    text += fmt::format("{}{} {} km² ({} %)", text.empty() ? "" : ", ", party->label, banded(side->impact.area_m2, 4, 1e6),
                        fixed(100 * side->share, 1));
  }
  text += fmt::format("; set back {} {} m, {} {} m", desk.a().label, fixed(figures.a.mean_setback_m, 0), desk.b().label, fixed(figures.b.mean_setback_m, 0));
  text += fmt::format("; {} km, {}", fixed(figures.length_m / 1000, 2), number_of(figures.monuments, "monument", "monuments"));
  if (figures.people_moved > 0) text += fmt::format("; moves {} people", fixed(figures.people_moved, 0));
  std::string villages;
  for (const VillageChange& change : figures.villages_moved) {
    villages += fmt::format("{}{} ({} to {})", villages.empty() ? "" : ", ", change.name,
                            change.from == 'A' ? desk.a().label : desk.b().label, change.to == 'A' ? desk.a().label : desk.b().label);
  }
  if (!villages.empty()) text += "; villages that change sides: " + villages;
  if (figures.evidence) text += fmt::format("; agrees with evidence by {} %", fixed(100 * *figures.evidence, 0));
  if (!figures.distinguishable) text += "; not to be told from " + figures.same_as;
  return text;
}

}  // namespace merestone
