// SPDX-License-Identifier: Apache-2.0
/// Two dated surveys of graves laid beside each other (新增零增长, domain.md §5.5): what is new, gone, moved or changed.
#pragma once

#include "gis/base/finding.hpp"
#include "gis/geometry/position.hpp"
#include "gis/base/date.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace merestone {

/// A grave as one survey has it.
struct SurveyedGrave {
  std::string id{};                   ///< of the survey
  Position position{};
  double accuracy_m = 0;              ///< one standard deviation
  std::optional<double> area_m2{};
  std::string hardened{};             ///< "yes", "no"; empty: not said
};

enum class SurveyChange { same, changed, moved, appeared, gone };
std::string_view to_text(SurveyChange change);  ///< "same", "changed", "moved", "new", "gone"

struct SurveyCandidate {
  SurveyChange change{};
  std::optional<std::size_t> before{};  ///< position in the earlier survey
  std::optional<std::size_t> after{};   ///< in the later one
  double apart_m = 0;
  double tolerance_m = 0;               ///< within which the two are one, from both accuracies
  std::vector<std::string> fields{};    ///< that differ: "area_m2", "hardened"
};

struct SurveyMatchOptions {
  double deviations = 2;     ///< tolerance = deviations × √(a² + b²): two are 95 of 100
  double moved_m = 15;       ///< farther than the tolerance, up to this, and alike in size: perhaps moved
  double area_share = 0.2;   ///< areas that differ by more than this share of the larger have changed
};

/// Each grave in at most one pair: the nearest first, ties by id, so the order of records does not matter. Sorted by change,
/// then by ids. Cost: near-linear for graves that do not stand in heaps.
std::vector<SurveyCandidate> match_surveys(std::span<const SurveyedGrave> earlier, std::span<const SurveyedGrave> later,
                                           const SurveyMatchOptions& options = {});

/// survey.no_accuracy (a record without), survey.dates (the later survey is not later), survey.twice (an id twice).
std::vector<Finding> check_surveys(std::span<const SurveyedGrave> earlier, Date earlier_day, std::span<const SurveyedGrave> later, Date later_day);

}  // namespace merestone
