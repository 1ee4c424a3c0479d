// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/finding.hpp"
#include "gis/burials/facility_record.hpp"
#include "gis/law/burial_rules.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace merestone {

/// What is not as it should be with a facility on `day` (domain.md §5.4), by the rules of its approval's day:
/// facility.unknown_kind; facility.no_approval, facility.not_competent (the body is not of a level that may approve it),
/// facility.approver_unknown, facility.opened_early (before its approval); facility.built_over (more ground than approved),
/// facility.capacity_below_use by type of plot, facility.stock_differs (types do not sum to the capacity on record);
/// facility.plot_too_large, facility.unknown_plot; facility.term_too_long, facility.too_little_green (by the limits of `day`);
/// facility.not_inspected (no annual inspection of the year before `day`), facility.inspection_failed; facility.outside_ground (its position). `code` is of the division it lies in.
std::vector<Finding> facility_findings(const FacilityFile& file, std::span<const BurialRules* const> packs, const std::string& code, Date day);

/// Whether a facility keeps to the limits of a day (domain.md §5.3).
struct FacilityStanding {
  const FacilityLimit* limit = nullptr;  ///< null where nobody limits it
  std::optional<bool> term_kept{};       ///< nothing where no limit is set or the term is not on record
  std::optional<bool> green_kept{};      ///< nothing where neither is asked, or no greenery was measured
};
FacilityStanding standing_of(const FacilityFile& file, std::span<const BurialRules* const> packs, const std::string& code, Date day);

/// facility.type_below_use alone, for counts that come without the record of the facility, which is called `facility`.
std::vector<Finding> count_findings(const std::string& facility, std::span<const FacilityStock> stock);

}  // namespace merestone
