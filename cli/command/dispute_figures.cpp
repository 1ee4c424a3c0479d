// SPDX-License-Identifier: Apache-2.0
#include "cli/command/dispute_figures.hpp"

#include "gis/base/list.hpp"
#include "gis/base/text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace merestone {

using Json = nlohmann::ordered_json;

Json json_of(const NamedFacts& facts) {
  auto out = Json::object();
  for (const auto& [name, value] : facts) out[name] = value;
  return out;
}

Json json_of(const ProposalFigures& figures, const ProposalDesk& desk) {
  return json_of(figures, desk.a().label, desk.b().label);
}

FigureWords::FigureWords(const Project& project, Language language) : language_{language} {
  for (const CountryPack& pack : project.packs()) {
    for (const LandClass& one : pack.siting.classes) land_.emplace_back(one.id, one.words.zh);
  }
}

std::string FigureWords::banded(const Banded& value, int decimals, double unit) const {
  const std::string middle = fixed(value.value / unit, decimals);
  const std::string low = fixed(value.low / unit, decimals);
  const std::string high = fixed(value.high / unit, decimals);
  return low == high ? middle : told("told.banded", language_, {{"value", middle}, {"low", low}, {"high", high}});
}

std::string FigureWords::layer(const std::string& key) const {
  if (language_ == Language::english) return key;
  const auto colon = std::min(key.find(':'), key.size()), last = key.rfind(':');
  const std::string family = key.substr(0, colon), rest = key.substr(std::min(colon + 1, key.size()));
  if (family == "facility") return sheet_word("site", rest, language_);
  if (family == "hazard" && last != colon) {
    return told("told.hazard", language_, {{"hazard", sheet_word("hazard", key.substr(colon + 1, last - colon - 1), language_)}, {"severity", key.substr(last + 1)}});
  }
  const auto known = std::ranges::find(land_, rest, &std::pair<std::string, std::string>::first);
  return family == "land" && known != land_.end() ? known->second : std::string{term_word("ground_layer", key, language_)};
}

std::string FigureWords::title(const std::string& row, const ProposalDesk& desk) const {
  if (row == "in force") return told("told.in_force", language_);
  for (const CaseParty* party : {&desk.a(), &desk.b()}) {
    if (row == "claim " + party->label) return told("told.claim_of", language_, {{"party", party->label}});
  }
  const auto title = row.find(' ') + 1;  // behind the number of a line on record; the method is what a line without title is called
  return row.substr(0, title) + sheet_word("method", row.substr(title), language_);
}

std::string FigureWords::of(const GroundImpact& impact) const {
  std::vector<std::string> parts{told("told.km2", language_, {{"km2", banded(impact.area_m2, 4, 1e6)}})};
  const auto add = [&](const char* rule, const LayerImpact& one, const std::string& amount) {
    parts.push_back(told(rule, language_, {{"layer", layer(one.key)}, {"amount", amount}}));
  };
  for (const LayerImpact& one : impact.layers) {
    if (one.key == "places") {
      if (one.weight.high > 0) parts.push_back(told("told.people", language_, {{"people", banded(one.weight, 0)}}));
      if (!one.natural_villages.empty()) parts.push_back(told("told.villages", language_, {{"villages", told_list(one.natural_villages, language_)}}));
    } else if (one.area_m2.high > 0) {
      add("told.layer_km2", one, banded(one.area_m2, 4, 1e6));
    } else if (one.length_m.high > 0) {
      add("told.layer_km", one, banded(one.length_m, 2, 1e3));
    } else if (one.count.high > 0) {
      add("told.layer_count", one, banded(one.count, 0));
    }
    if (!one.uncertain.empty()) parts.push_back(told("told.on_either_side", language_, {{"names", told_list(one.uncertain, language_)}}));
  }
  return joined(parts, language_ == Language::chinese ? "，" : ", ");
}

std::string FigureWords::of(const ProposalFigures& figures, const ProposalDesk& desk) const {
  std::vector<std::string> sides;
  for (const auto& [party, side] : {std::pair{&desk.a(), &figures.a}, {&desk.b(), &figures.b}}) {
    sides.push_back(told("told.side_keeps", language_, {{"party", party->label}, {"km2", banded(side->impact.area_m2, 4, 1e6)}, {"share", fixed(100 * side->share, 1)}}));
  }
  std::vector<std::string> parts{joined(sides, language_ == Language::chinese ? "，" : ", ")};
  const auto add = [&](const char* rule, ToldFacts facts) { parts.push_back(told(rule, language_, std::move(facts))); };
  add("told.set_back", {{"a", desk.a().label}, {"a_m", fixed(figures.a.mean_setback_m, 0)}, {"b", desk.b().label}, {"b_m", fixed(figures.b.mean_setback_m, 0)}});
  add("told.length_and_monuments", {{"km", fixed(figures.length_m / 1000, 2)}, {"monuments", told_count(figures.monuments, {"told.monument", "told.monuments"}, language_)}});
  if (figures.people_moved > 0) add("told.people_moved", {{"people", fixed(figures.people_moved, 0)}});
  std::vector<std::string> villages;
  for (const VillageChange& change : figures.villages_moved) {
    villages.push_back(told("told.village_moved", language_, {{"village", change.name}, {"from", change.from == 'A' ? desk.a().label : desk.b().label},
                                                              {"to", change.to == 'A' ? desk.a().label : desk.b().label}}));
  }
  if (!villages.empty()) add("told.villages_moved", {{"villages", told_list(villages, language_)}});
  if (figures.evidence) add("told.agrees_with_evidence", {{"percent", fixed(100 * *figures.evidence, 0)}});
  if (!figures.distinguishable) add("told.same_as", {{"line", title(figures.same_as, desk)}});
  return joined(parts, language_ == Language::chinese ? "；" : "; ");
}

}  // namespace merestone
