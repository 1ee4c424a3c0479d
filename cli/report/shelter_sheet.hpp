// SPDX-License-Identifier: Apache-2.0
/// Shelters and depots against the people: gaps by division on a map and in bars, shelters with their load, stock against
/// need. Values first, as in boundary_report.hpp.
#pragma once

#include "cli/report/line_sheet.hpp"
#include "gis/indicators/thematic.hpp"
#include "gis/relief/coverage.hpp"
#include "gis/relief/depot.hpp"
#include "gis/territory/territory.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace merestone {

struct ReportDocument;

struct ShelterSheet {
  SheetHead head{};
  std::string place{};                 ///< whose: "岚泽市"
  Wording hazard{};                    ///< empty: whatever the hazard
  ReliefRules rules{};
  std::vector<Shelter> shelters{};
  ShelterCoverage coverage{};
  std::vector<std::string> names{}, codes{};  ///< by gap
  struct DepotPart {
    Depot depot;
    std::vector<StockLine> lines;
  };
  std::vector<DepotPart> depots{};
  /// Of a division: the depot nearest to where its people live in the mean.
  struct Supply {
    std::string name{};
    std::string depot{};
    double distance_m = 0;
  };
  std::vector<Supply> supplies{};
  Sheet map{};                         ///< without words
};

/// People without a shelter as shares of the people of each division, in classes: what the map shows.
Thematic gap_theme(const ShelterCoverage& coverage, Date day);
/// The map of gap_theme() with the shelters on it; those left out for the hazard are flagged.
Sheet shelter_map(const ShelterSheet& sheet, const Territory& territory, const DivisionRegister& divisions);

ReportDocument compose_shelter_sheet(const ShelterSheet& sheet, const Phrases& phrases);
/// "pdf", "csv", else HTML. The same values give the same bytes.
std::string written(const ShelterSheet& sheet, const Phrases& phrases, std::string_view format);

}  // namespace merestone
