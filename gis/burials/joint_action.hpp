// SPDX-License-Identifier: Apache-2.0
/// A day on which several bodies act together on several cases (联合执法, domain.md §5.5).
#pragma once

#include "gis/burials/burial_case.hpp"

namespace merestone {

using JointActionId = Id<struct JointActionTag>;

struct JointActionBody {
  std::string body{};   ///< of the rules: "forestry"
  bool lead = false;
  std::int64_t people = 0;
};

struct JointAction {
  JointActionId id;
  std::string title{};
  Date day{};
  bool carried_out = false;
  std::string note{};
  DocumentId document{};
  std::vector<JointActionBody> bodies{};
  std::vector<BurialCaseId> cases{};
};

/// joint.few_bodies (a single one: that is no joint action), joint.lead (none or several lead),
/// joint.body_twice, joint.unknown_body, joint.no_cases, joint.not_ready (a case that no court order
/// allows to be enforced), joint.in_future (said to be carried out on a day to come).
std::vector<Finding> check_joint_action(const EnforcementRules& rules, const JointAction& action, std::span<const BurialCase> cases, Date today);

}  // namespace merestone
