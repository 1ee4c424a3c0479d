// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/report/make_report.hpp"
#include "cli/report/report_ground.hpp"

namespace merestone {

/// Fills the map with ground, lines, zones, sites and line numbers; its words come later.
void add_map(BoundaryReport& report, const ReportGround& ground, const ReportFacts& facts);

}  // namespace merestone
