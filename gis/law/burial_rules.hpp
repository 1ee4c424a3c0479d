// SPDX-License-Identifier: Apache-2.0
/// What the law says of burial facilities and graves, as data of a country's pack (burials.json; domain.md §5.3, 5.4, 5.6).
#pragma once

#include "gis/base/date.hpp"
#include "gis/law/wording.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// Who approves a facility of a kind.
struct FacilityApproval {
  std::string ownership;    ///< of which ownership; empty: of any
  int from_level = 0;       ///< level of the division whose body decides
  int to_level = 0;
  Wording by{};
  Wording consent{};        ///< of whom before; empty: nobody
  Period valid{};           ///< approvals given on these days
  std::string source{};
};

struct FacilityKind {
  std::string id;           ///< "cemetery", as facilities on record carry it
  Wording words{};
  std::vector<std::string> aliases{};
  bool holds_remains = false;  ///< has plots or niches, so its capacity counts
  std::vector<FacilityApproval> approvals{};
};

/// A way of placing remains.
struct PlotType {
  std::string id;           ///< "ash_single"
  Wording words{};
  std::vector<std::string> aliases{};
  bool ecological = false;  ///< land-saving: counts for FU-22
};

/// How much ground a plot may take.
struct PlotLimit {
  std::string type;
  std::string jurisdiction{};  ///< division code or its first digits; empty: the whole country
  double most_m2 = 0;
  Period valid{};
  std::string source{};
};

/// How high a gravestone may stand above the ground.
struct StoneLimit {
  std::string jurisdiction{};  ///< as in PlotLimit
  double most_m = 0;
  Period valid{};
  std::string source{};
};

/// What facilities of some kinds must keep to: for how long a plot is given, and how green they are.
struct FacilityLimit {
  std::vector<std::string> kinds{};  ///< empty: all that hold remains
  std::string jurisdiction{};        ///< as in PlotLimit
  double most_term_years = 0;        ///< 0: no limit
  double least_cover_percent = 0;    ///< covered by greenery; where both are asked, one of them is enough
  double least_green_percent = 0;    ///< of its ground that is planted
  Period valid{};
  std::string source{};
};

/// A type of grave that officers speak of. Every condition that is set must hold; those that are not set do not matter.
struct GraveTypeRule {
  std::string id;                       ///< "hardened_oversize"
  Wording words{};
  std::string jurisdiction{};
  Period valid{};                       ///< days whose acts it judges
  bool outside_facility = false;
  bool in_zone = false;                 ///< where a siting rule forbids it
  std::optional<bool> hardened{};
  std::optional<bool> with_remains{};   ///< false: built for the living
  bool clan = false;
  std::vector<std::string> forms{};     ///< "house"
  double single_m2 = 0;                 ///< larger than this with one remains or none, annexes counted; 0: any size
  double double_m2 = 0;                 ///< with two
  double extra_m2 = 0;                  ///< more for each further one
  std::optional<Date> rebuilt_after{};  ///< built or rebuilt after this day
  std::string source{};

  bool limits_area() const { return single_m2 > 0; }
  double limit_m2(std::int64_t remains) const;
};

/// FU-10: total placements = resident population × annual death rate × years × share.
struct CapacityRule {
  std::string jurisdiction{};
  Period valid{};
  double years = 20;
  double share = 0.5;
  std::string source{};
};

struct BurialRules {
  std::vector<FacilityKind> facilities{};
  std::vector<PlotType> plots{};
  std::vector<PlotLimit> plot_limits{};
  std::vector<StoneLimit> stone_limits{};
  std::vector<FacilityLimit> facility_limits{};
  std::vector<GraveTypeRule> grave_types{};  ///< the first that holds is what a grave is called
  std::optional<CapacityRule> capacity{};

  bool empty() const { return facilities.empty() && grave_types.empty(); }
  const FacilityKind* facility(std::string_view id) const;
  /// By id, alias or wording; nothing for a word that is none of them.
  const PlotType* plot_called(std::string_view text) const;
  /// The limit of the narrowest jurisdiction that holds for `code` on `day`.
  const PlotLimit* plot_limit(std::string_view type, std::string_view code, Date day) const;
  const StoneLimit* stone_limit(std::string_view code, Date day) const;
  /// Of facilities of `kind`.
  const FacilityLimit* facility_limit(const FacilityKind& kind, std::string_view code, Date day) const;
};

}  // namespace merestone
