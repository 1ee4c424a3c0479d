// SPDX-License-Identifier: Apache-2.0
/// A cemetery plan: need against room by FU-10 and FU-23 (domain.md §5.4, 5.6), facility by facility.
#pragma once

#include "cli/report/line_sheet.hpp"
#include "gis/burials/capacity.hpp"

namespace merestone {

struct PlannedFacility {
  std::string name;
  std::string kind;
  Wording words{};        ///< of the kind in the law; empty where it has none
  FacilityUse use;
  Position position{};
  std::optional<double> term_years{}, cover_percent{}, green_percent{};  ///< as in FacilityRecord
  double most_term_years = 0, least_cover_percent = 0, least_green_percent = 0;  ///< as in FacilityLimit; 0: not limited
  std::optional<bool> term_kept{}, green_kept{};                         ///< as in FacilityStanding
  std::string limit_source{};
};

struct CemeteryPlan {
  SheetHead head{};
  std::string name, code;
  std::size_t counted_places = 0;      ///< at which the people were counted; 0: the number was given
  std::optional<Date> last_count{};
  std::string source;       ///< of the formula's figures
  CapacityPlan plan;
  FacilityUse all;          ///< of the facilities together
  std::vector<PlannedFacility> facilities{};
  std::vector<Finding> findings{};
  Sheet map{};
};

ReportDocument compose_cemetery_plan(const CemeteryPlan& plan, const Phrases& phrases);
/// "pdf", "csv", else HTML.
std::string written(const CemeteryPlan& plan, const Phrases& phrases, std::string_view format);

}  // namespace merestone
