// SPDX-License-Identifier: Apache-2.0
/// An indicator by division on paper: map in classes, table with trends, chart of the years. Values first, as in
/// boundary_report.hpp.
#pragma once

#include "cli/report/line_sheet.hpp"
#include "gis/indicators/thematic.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace merestone {

struct ReportDocument;

struct IndicatorSheet {
  SheetHead head{};
  Thematic thematic{};
  std::string place{};                  ///< whose divisions: "岚泽市"
  std::string level{};                  ///< what they are called: "townships"
  std::vector<std::string> names{}, codes{};  ///< by row
  Wording numerator{}, denominator{};   ///< of a rate
  std::string ramp = "YlOrRd";
  std::vector<std::string> sources{};   ///< that the figures name, each once
  Sheet map{};                          ///< without words; without ground: the sheet has no map
};
ReportDocument compose_indicator_sheet(const IndicatorSheet& sheet, const Phrases& phrases);

/// "pdf", "csv", else HTML. The same values give the same bytes.
std::string written(const IndicatorSheet& sheet, const Phrases& phrases, std::string_view format);

/// "Cremation rate, on all deaths: Lanze, 2024": the title of a map that stands alone.
std::string theme_title(const IndicatorSheet& sheet, const Phrases& phrases);

}  // namespace merestone
