// SPDX-License-Identifier: Apache-2.0
/// Shelters, depots and reports of disasters, as a country or an office rules them (domain.md §6). Every number is a
/// parameter.
#pragma once

#include "gis/law/clock.hpp"
#include "gis/law/indicator_rules.hpp"

#include <optional>

namespace merestone {

struct HazardKind {
  std::string id;  ///< "flood", as hazard zones carry it
  Wording words{};
  std::string group{};
};

/// How long people stay.
struct ShelterDuration {
  std::string id;  ///< "emergency"
  Wording words{};
  int longest_days = 0;  ///< 0: no limit
  double area_per_head_m2 = 0;
  double radius_m = 0;   ///< of service
};

/// A word of a scale, the first the lowest or the highest as the law has it: levels of shelters, kinds of space.
struct ReliefWord {
  std::string id;
  Wording words{};
};

struct ShelterRules {
  std::vector<ReliefWord> levels{};
  std::vector<ReliefWord> spaces{};
  std::vector<ShelterDuration> durations{};
  double steepest_percent = 0;  ///< slope of the ground; 0: no limit
  int least_exits = 0;
  std::string source{};
  const ShelterDuration* duration(std::string_view id) const;
};

/// What one head needs of a thing that depots keep.
struct SupplyNeed {
  std::string id;  ///< "tent"
  Wording words{};
  Wording unit{};
  std::vector<std::string> names{};  ///< under which stock lists have it, beside id and words
  double per_head = 0;
};

struct DepotRules {
  std::vector<ReliefWord> levels{};
  std::vector<SupplyNeed> needs{};
  int expiring_days = 0;  ///< before the day, expiring stock is due to be turned over
  std::string source{};
  const SupplyNeed* need(std::string_view item) const;
};

/// A report on a disaster, and by when it must be in.
struct ReportStage {
  std::string id;  ///< "initial"
  Wording words{};
  int within_hours = 0;   ///< 0: no clock
  std::string after{};    ///< that starts the clock: "start", "last" (the report before), "end" of the disaster
  std::string source{};
};

struct EventRules {
  std::vector<HazardKind> hazards{};     ///< empty: any word
  std::vector<ReliefWord> severities{};  ///< warning or response levels of a disaster; never a risk class (DR-01)
  std::vector<ReportStage> stages{};     ///< in their order
  std::vector<IndicatorRule> losses{};
  std::vector<IndicatorOrder> orders{};
  std::string source{};
  const HazardKind* hazard(std::string_view id) const;
  const ReportStage* stage(std::string_view id) const;
  /// Position of a stage, -1 for none.
  int order_of(std::string_view stage) const;
};

struct ReliefRules {
  ShelterRules shelters{};
  DepotRules depots{};
  EventRules events{};
};

}  // namespace merestone
