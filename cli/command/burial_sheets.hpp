// SPDX-License-Identifier: Apache-2.0
/// Sheets on siting and capacity, made of what is on the desk.
#pragma once

#include "cli/command/line_command.hpp"
#include "cli/report/cemetery_plan.hpp"
#include "cli/report/siting_opinion.hpp"
#include "cli/report/suitability_sheet.hpp"
#include "data/office/capacity_desk.hpp"
#include "data/office/grave_judging.hpp"

namespace merestone {

/// The ground that is asked about: its area; for a position the square metre around it.
MultiPolygon ground_of(const LandFeature& site);

/// On a planned ground with the limits of what may be built there, or on the place of `grave`, whose stone is told. Returns the paths.
std::vector<std::string> write_siting_opinion(const Project& project, const SitingDesk& desk, const SiteJudgement& judged, const std::string& name,
                                              const SheetOptions& options, const Grave* grave = nullptr);
/// The place of a grave by the rules on graves, of the day of its act where `judging` names none; good to the grave's accuracy.
SiteJudgement judge_place(const SitingDesk& desk, const Grave& grave, JudgingOptions judging);

/// Suitable ground of the division with this code; `region` and `holder` of the request are set here.
SuitabilitySheet suitability_sheet(const Project& project, SuitabilityRequest request, const std::string& division, const AsOf& as_of,
                                   const JudgingOptions& judging);
std::vector<std::string> write_suitability(const SuitabilitySheet& sheet, const SheetOptions& options);

CemeteryPlan cemetery_plan(const Project& project, const PlanRequest& request);
std::vector<std::string> write_cemetery_plan(const CemeteryPlan& plan, const SheetOptions& options);

}  // namespace merestone
