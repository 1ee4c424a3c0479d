// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/office/project.hpp"

namespace merestone {

/// What is wrong with hazard zones before they are adopted; the record is the index counted from 1:
/// hazard.off_scale for a severity that the project's scale of risk classes does not have (DR-01; where no scale is on
/// record any is taken), hazard.bad_shape with what is wrong and where, hazard.bad_return_period; hazard.elsewhere when
/// not one zone meets the ground on record, hazard.off_map, a warning, for single ones that do not. Zones whose shape could
/// not be read are no matter of this. hazard.unknown_kind, a warning, for a kind that the project's law does not name, where it names some.
std::vector<Finding> hazard_findings(const Project& project, const std::vector<HazardZone>& zones, const std::string& file);
/// The same by these scales and on this ground, whatever the kinds.
std::vector<Finding> hazard_findings(const std::vector<RiskScale>& scales, const Box& ground, const std::vector<HazardZone>& zones, const std::string& file);

/// Of all packs of the project, the first pack's first.
std::vector<RiskScale> risk_scales(const Project& project);

}  // namespace merestone
