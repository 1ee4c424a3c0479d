// SPDX-License-Identifier: Apache-2.0
#include "cli/service/suitable.hpp"

#include "cli/words/json.hpp"
#include "data/office/suitability_desk.hpp"

#include <nlohmann/json.hpp>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_told_of_each = 3;  ///< candidates of one leaf division, as of the command
constexpr std::size_t most_answers = 64;

std::string text_of(const SuitabilityAnswer& answer, const std::string& code) {
  const Suitability& found = answer.found;
  Json list = Json::array();
  for (std::size_t i = 0; i < found.candidates.size(); ++i) {
    const Candidate& c = found.candidates[i];
    Json one{{"rank", i + 1}, {"division", answer.divisions[i]}, {"score", c.score}, {"area_m2", c.area_m2},
             {"lon", degrees(c.middle.lon)}, {"lat", degrees(c.middle.lat)}, {"shape", coordinates_of(c.ground)}};
    if (c.road_m) one["road_m"] = *c.road_m;
    if (c.village_m) one["village_m"] = *c.village_m;
    if (c.slope) one["slope_percent"] = *c.slope * 100;
    list.push_back(std::move(one));
  }
  Json rules = Json::array();
  for (const SuitabilityAnswer::Rule& rule : answer.rules) {
    rules.push_back({{"rule", rule.id}, {"words", {{"en", rule.words.en}, {"zh", rule.words.zh}}}, {"cells", rule.cells}});
  }
  return Json{{"code", code}, {"name", answer.name}, {"law_day", to_string(answer.law_day)}, {"cell_m", found.cell_m}, {"cells", found.cells},
              {"suitable", found.suitable}, {"steep", found.steep}, {"unjudged", found.unjudged}, {"rules", std::move(rules)},
              {"candidates", std::move(list)}, {"findings", to_json(answer.findings)}}.dump();
}

}  // namespace

SuitableGround::SuitableGround(std::string project, AsOf as_of) : project_{std::move(project)}, as_of_{as_of} {}
SuitableGround::~SuitableGround() = default;

std::string SuitableGround::in(const std::string& code) {
  const std::lock_guard lock{guard_};
  if (const auto kept = answers_.find(code); kept != answers_.end()) return kept->second;
  const auto project = Project::open(project_);
  if (!desk_) desk_ = std::make_shared<const SitingDesk>(suitability_desk(project, as_of_));
  SuitabilityRequest request;
  request.most_of_division = most_told_of_each;
  std::string text = text_of(suitability_in(project, *desk_, request, code, {}), code);
  if (answers_.size() >= most_answers) answers_.clear();
  return answers_.emplace(code, std::move(text)).first->second;
}

}  // namespace merestone
