// SPDX-License-Identifier: Apache-2.0
#include "cli/command/attempts.hpp"

#include "cli/command/shared.hpp"
#include "cli/command/told.hpp"
#include "data/office/project.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace merestone {

using Json = nlohmann::ordered_json;

void tell_attempts(const Shared& shared) {
  const auto project = Project::open(shared.project);
  const auto all = project.attempts();
  if (shared.json) {
    auto list = Json::array();
    for (const auto& attempt : all) {
      list.push_back({{"at", attempt.attempted_at}, {"act", attempt.act}, {"author", attempt.author}, {"reason", attempt.reason},
                      {"revision", attempt.revision}, {"findings", Json::parse(attempt.findings)}, {"hash", attempt.hash}});
    }
    return print_json({{"attempts", list}});
  }
  for (const auto& attempt : all) {
    std::string rules;
    for (const auto& found : Json::parse(attempt.findings)) rules += " " + found.value("rule", "");
    tell("told.attempt", shared.language, {{"at", attempt.attempted_at}, {"act", fmt::format("{:<20}", attempt.act)}, {"author", attempt.author},
                                           {"revision", std::to_string(attempt.revision)}, {"rules", rules}});
  }
  if (all.empty()) tell("told.nothing_refused", shared.language);
}

}  // namespace merestone
