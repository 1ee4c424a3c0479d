// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/report/make_report.hpp"
#include "cli/report/report_ground.hpp"

namespace merestone {

/// Fills lines, neighbours, inner lines, perimeter and the documents they cite. Every micrometre of the border
/// belongs to exactly one line and one neighbour.
void add_lines(BoundaryReport& report, const ReportGround& ground, const std::vector<EdgeKind>& edges,
               const ReportFacts& facts);

}  // namespace merestone
