// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/report/boundary_report.hpp"
#include "gis/burials/facility.hpp"
#include "gis/hazards/hazard.hpp"
#include "gis/law/country_pack.hpp"
#include "gis/names/place.hpp"
#include "gis/territory/territory.hpp"

#include <string>
#include <vector>

namespace merestone {

/// What a report is asked to say, and under whose name.
struct ReportRequest {
  DivisionId division;
  AsOf as_of;
  std::string office{};
  std::string program{};
  std::string produced_at{};
  std::string audit_head{};
};

/// All that a report is made of; nothing here needs a database.
struct ReportFacts {
  const Territory& territory;
  const Snapshot& snapshot;
  const DivisionRegister& divisions;  ///< of the day
  const DivisionFacts& history;       ///< of all days
  const std::vector<BoundaryLine>& lines;
  const std::vector<NamedPlace>& places;
  const std::vector<HazardZone>& zones;
  const std::vector<Facility>& facilities;
  const std::vector<Document>& documents;
  const std::vector<CountryPack>& packs;  ///< whose words for kinds of divisions the report uses, the first that has one
};

/// Shared lengths sum to the perimeter, and members with the unassigned ground to the area, to the last digit.
/// @throws Error{missing} with finding report.no_division when the division does not exist on the day,
/// report.no_ground when it holds none.
BoundaryReport make_boundary_report(const ReportRequest& request, const ReportFacts& facts);

}  // namespace merestone
