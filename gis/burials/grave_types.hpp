// SPDX-License-Identifier: Apache-2.0
/// What a grave is called in law and in the office (domain.md §5.4), by rules of the pack, with the reasons.
#pragma once

#include "gis/base/finding.hpp"
#include "gis/burials/grave.hpp"
#include "gis/law/burial_rules.hpp"

#include <span>

namespace merestone {

/// What a rule needs to know beside the grave.
struct GraveSetting {
  std::vector<std::string> codes{};  ///< of the divisions it lies in, the finest first
  bool in_facility = false;          ///< a facility's plot: by its record, or inside the facility's ground
  std::optional<bool> in_zone{};     ///< whether a siting rule forbids its place; nothing when not checked
};

/// A type that holds, or would hold if something were known.
struct GraveType {
  const GraveTypeRule* rule = nullptr;
  std::vector<Finding> reasons{};     ///< notes grave.is_…: each condition with what fulfils it
  std::vector<std::string> unknown{}; ///< fields that would have to be known; empty: the type holds
};

struct GraveTyping {
  std::vector<GraveType> types{};  ///< those that hold, in the order of the rules: the first is what it is called
  std::vector<GraveType> open{};   ///< those that what is unknown keeps from being told
  Date judged_on{};                ///< the day whose rules were taken

  const GraveTypeRule* called() const { return types.empty() ? nullptr : types.front().rule; }
};

/// The day whose rules judge a grave: the last on which it can have been built, or when it was first seen, the earlier of
/// the two; `otherwise` when neither is known or both are later.
Date act_day(const Grave& grave, Date otherwise);

/// Under the rules that hold on `day` where the grave lies.
GraveTyping types_of(const Grave& grave, const GraveSetting& setting, std::span<const GraveTypeRule> rules, Date day);

/// grave.stone_too_high, a warning: its stone stands higher than the limit of `day` for the divisions `codes`, the finest first.
/// Nothing where the height is not known or nobody limits it.
std::vector<Finding> stone_findings(const Grave& grave, const std::vector<std::string>& codes, std::span<const BurialRules* const> packs, Date day);

}  // namespace merestone
