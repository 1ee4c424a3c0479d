// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/burial_case.hpp"

#include <algorithm>

namespace merestone {
namespace {

Finding warning(const char* rule, std::vector<std::pair<std::string, std::string>> facts) {
  Finding found;
  found.rule = rule;
  found.severity = Severity::warning;
  found.subject.field = "judged_by";
  found.facts = std::move(facts);
  return found;
}

}  // namespace

JudgedBy judged_by(const std::vector<EnforcementRules>& sets, Date built_from, Date built_until) {
  JudgedBy result;
  const Date last = std::max(built_from, built_until);
  const std::vector<std::pair<std::string, std::string>> period{{"from", to_string(built_from)}, {"until", to_string(last)}};
  const EnforcementRules* before = rules_on(sets, built_from);
  const EnforcementRules* after = rules_on(sets, last);
  result.rules = before;
  if (before != after) {
    auto facts = period;
    facts.emplace_back("earlier", before ? before->id : "–");
    facts.emplace_back("later", after ? after->id : "–");
    result.findings.push_back(warning("enforcement.rules_straddle", std::move(facts)));
  } else if (before == nullptr) {
    result.findings.push_back(warning("enforcement.no_rules_then", period));
  }
  if (before != nullptr && !before->text_at_hand) {
    result.findings.push_back(warning("enforcement.without_text", {{"rules", before->id}, {"source", before->source}}));
  }
  return result;
}

}  // namespace merestone
