// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/report/make_report.hpp"
#include "cli/report/report_ground.hpp"

namespace merestone {

/// Fills places, burial facilities with the zones they lie in, the exposure of undisputed ground to hazards, and
/// what the sources say of themselves.
void add_sites(BoundaryReport& report, const ReportGround& ground, const ReportFacts& facts);

}  // namespace merestone
