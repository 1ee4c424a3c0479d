// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/law/relief_rules.hpp"

namespace merestone::test {

inline ShelterRules shelter_rules() {
  ShelterRules rules;
  rules.levels = {{"county", {"county", "县级"}}, {"village", {"village", "村级"}}};
  rules.spaces = {{"outdoor", {"outdoor", "室外"}}, {"indoor", {"indoor", "室内"}}};
  rules.durations = {{"emergency", {"emergency", "紧急"}, 1, 0.5, 500}, {"short", {"short", "短期"}, 14, 2, 1000}};
  rules.steepest_percent = 7;
  rules.least_exits = 2;
  return rules;
}

inline EventRules event_rules() {
  EventRules rules;
  rules.hazards = {{"flood", {"flood", "洪涝"}}, {"earthquake", {"earthquake", "地震"}}, {"landslide", {"landslide", "滑坡"}}};
  rules.severities = {{"I", {"red", "红"}}, {"IV", {"blue", "蓝"}}};
  rules.stages = {{"initial", {"initial", "初报"}, 2, "start"}, {"update", {"update", "续报"}, 24, "last"}, {"final", {"final", "核报"}, 120, "end"}};
  const Wording people{"people", "人"}, ha{"ha", "公顷"};
  rules.losses = {{.id = "affected", .words = {"affected", "受灾"}, .unit = people, .whole = true},
                  {.id = "dead", .words = {"dead", "死亡"}, .unit = people, .whole = true},
                  {.id = "crops", .words = {"crops", "受灾面积"}, .unit = ha},
                  {.id = "crops_lost", .words = {"lost", "绝收"}, .unit = ha, .parent = "crops"}};
  rules.orders = {{"dead", "affected"}};
  return rules;
}

}  // namespace merestone::test
