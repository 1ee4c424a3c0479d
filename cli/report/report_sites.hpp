// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/report/make_report.hpp"
#include "cli/report/report_ground.hpp"

namespace merestone {

/// Fills places, sites with the zones they lie in, and what the sources say of themselves.
void add_sites(BoundaryReport& report, const ReportGround& ground, const ReportFacts& facts);

/// Fills the exposure of the subject's undisputed ground to hazards.
void add_exposure(BoundaryReport& report, const ReportGround& ground, const ReportFacts& facts);

}  // namespace merestone
