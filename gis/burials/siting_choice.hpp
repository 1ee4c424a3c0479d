// SPDX-License-Identifier: Apache-2.0
/// Which rules of siting judge a place on a day.
#pragma once

#include "gis/law/siting_rules.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// A rule and the set it stands in; both belong to a pack that outlives this.
struct ChosenRule {
  const SitingRuleSet* set = nullptr;
  const SitingRule* rule = nullptr;

  std::string id() const { return set->id + "/" + rule->id; }
};

struct SitingQuestion {
  std::vector<std::string> codes{};       ///< of the divisions that the place lies in
  Date day{};                             ///< whose law is asked for
  std::string_view what = "grave";        ///< "grave" or "cemetery"
  std::vector<std::string> named{};       ///< sets to judge by, whatever their jurisdiction and validity; none: those that hold
};

struct SitingChoice {
  std::vector<const SitingRuleSet*> sets{};
  std::vector<ChosenRule> rules{};
  /// conflicts_of() the sets; siting.text_not_obtained, siting.dates_not_verified, siting.other_days (a named set that does
  /// not hold on the day), siting.no_rules where nothing can be judged.
  std::vector<Finding> findings{};
};

/// @throws Error missing siting.unknown_set for a named set that no pack has.
SitingChoice rules_for(std::span<const SitingRules* const> packs, const SitingQuestion& question);

}  // namespace merestone
