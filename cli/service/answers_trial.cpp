// SPDX-License-Identifier: Apache-2.0
#include "cli/service/answers.hpp"
#include "cli/service/answers_json.hpp"
#include "cli/service/figures_json.hpp"
#include "gis/base/error.hpp"

#include <algorithm>

namespace merestone {
namespace {

constexpr const char* word_of(StripLine::Kind kind) {
  switch (kind) {
    case StripLine::Kind::claim_a: return "claim_a";
    case StripLine::Kind::claim_b: return "claim_b";
    case StripLine::Kind::in_force: return "in_force";
    default: return "proposal";
  }
}

Json json_of(const StripLine& line) {
  Json json{{"kind", word_of(line.kind)}};
  if (!line.title.empty()) json["title"] = line.title;
  if (!line.method.empty()) json["method"] = line.method;
  json["path"] = Json::array();
  for (const Position p : line.path) json["path"].push_back({degrees(p.lon), degrees(p.lat)});
  return json;
}

}  // namespace

std::shared_ptr<const Strip> Answers::strip(const std::string& number, const std::string& between, std::size_t which) const {
  const bool on_trial = std::any_of(atlas_.trials.begin(), atlas_.trials.end(), [&](const TrialCase& one) { return one.number == number; });
  if (!on_trial || !atlas_.strip)
    throw Error{Fault::missing, "no line can be tried in " + number, {{.rule = "service.no_trial", .facts = {{"case", number}}}}};
  return atlas_.strip(number, between, which);
}

std::string Answers::trial(const std::string& number, const std::string& between, std::size_t which) const {
  const auto strip = this->strip(number, between, which);
  Json json{{"case", number}, {"between", strip->a + "," + strip->b}, {"strip", which}, {"parties", Json::array()}, {"lines", Json::array()}};
  for (const auto& [letter, id] : {std::pair{&strip->a, strip->a_division}, {&strip->b, strip->b_division}}) {
    Json party{{"party", *letter}};
    if (const auto* division = today_->find(id)) party["division"] = brief(*division);
    json["parties"].push_back(std::move(party));
  }
  for (const StripLine& line : strip->lines) json["lines"].push_back(json_of(line));
  return compact(json);
}

std::string Answers::trial_figures(const std::string& number, const std::string& between, std::size_t which, const Polyline& line) const {
  const auto strip = this->strip(number, between, which);
  return compact(merestone::json_of(strip->figures(line), strip->a, strip->b));
}

}  // namespace merestone
