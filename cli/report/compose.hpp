// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/report/boundary_report.hpp"
#include "cli/report/document.hpp"
#include "cli/report/phrases.hpp"

namespace merestone {

/// Puts a report into words. The same report gives the same document.
ReportDocument compose(const BoundaryReport& report, const Phrases& phrases);

/// For compose*.cpp: one section each. They add nothing where the report has nothing to say and silence is right.
void compose_summary(ReportDocument& document, const BoundaryReport& report, const Phrases& phrases);
void compose_ground(ReportDocument& document, const BoundaryReport& report, const Phrases& phrases);
void compose_lines(ReportDocument& document, const BoundaryReport& report, const Phrases& phrases);
void compose_hazards(ReportDocument& document, const BoundaryReport& report, const Phrases& phrases);
void compose_sites(ReportDocument& document, const BoundaryReport& report, const Phrases& phrases);
void compose_record(ReportDocument& document, const BoundaryReport& report, const Phrases& phrases);

/// "Angers (49007)"; only what is known.
std::string name_and_code(const DivisionCard& division, const Phrases& phrases);
std::string party_words(const Party& party, const Phrases& phrases);

}  // namespace merestone
