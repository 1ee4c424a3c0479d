// SPDX-License-Identifier: Apache-2.0
/// What the files of the command 'exposure' share.
#pragma once

#include "cli/command/shared.hpp"
#include "cli/report/exposure_sheet.hpp"
#include "data/exchange/options.hpp"
#include "data/office/exposure_runs.hpp"

#include <string>
#include <vector>

namespace merestone {

struct ExposureOptions {
  std::string on{}, division{}, to{}, save{}, what_if{}, hazard = "flood", people{};
  int level = 0, severity = 0;
  double radius_m = 0;
  std::vector<std::string> kinds{};
  bool named = false;
  ReadOptions reading{};
};

/// The question that the options ask, with the zone of a what-if file. @throws invalid exposure.no_shape, exposure.no_radius.
ExposureQuery query_of(const ExposureOptions& options, const ExposureDesk& desk);
ExposureDesk desk_of(const ExposureOptions& options, const Project& project);
/// "3 medium": what the scale calls a severity.
std::string severity_word(const std::vector<RiskScale>& scales, const std::string& kind, int severity, bool chinese);

/// The sheet of a report, with its map; `carried` may be null.
ExposureSheet exposure_sheet(const Project& project, const ExposureDesk& desk, const ExposureReport& report,
                             const CarriedExposure* carried, const Phrases& phrases);

}  // namespace merestone
