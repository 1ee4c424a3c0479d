// SPDX-License-Identifier: Apache-2.0
#include "data/office/assumed_zone.hpp"

#include "data/office/hazard_findings.hpp"
#include "data/office/refuse_errors.hpp"
#include "gis/base/error.hpp"
#include "gis/overlay/grown.hpp"

namespace merestone {

HazardZone assumed_zone(const ExposureDesk& desk, const AssumedHazard& hazard) {
  const auto refuse = [&](const char* rule) {
    throw Error{Fault::invalid, hazard.name + " makes no zone", {{.rule = rule, .subject = {hazard.name, {}, {}}, .facts = {{"file", hazard.name}}}}};
  };
  if (hazard.drawn.areas.empty() && hazard.drawn.lines.empty()) refuse("exposure.no_shape");
  if (!hazard.drawn.lines.empty() && !(hazard.radius_m > 0)) refuse("exposure.no_radius");
  HazardZone zone;
  zone.kind = hazard.kind;
  zone.severity = hazard.severity;
  zone.name = hazard.name;
  if (zone.severity == 0) {
    const RiskScale* scale = scale_for(desk.scales(), ScaleUse::zoning, hazard.kind);
    zone.severity = scale && !scale->classes.empty() ? scale->classes.back().ordinal : 1;
  }
  if (!(hazard.radius_m >= 0)) refuse("overlay.not_a_distance");
  // A crossed outline is told as such, not as what growing makes of it; where it lies is asked of what has grown.
  zone.shape = hazard.drawn.areas;
  if (!zone.shape.empty()) {
    auto faults = hazard_findings(desk.scales(), desk.extent(), {zone}, hazard.name);
    std::erase_if(faults, [](const Finding& found) { return found.rule != "hazard.bad_shape"; });
    refuse_errors(faults, hazard.name + " makes no zone");
  }
  if (hazard.radius_m > 0) zone.shape = grown(hazard.drawn, hazard.radius_m);
  refuse_errors(hazard_findings(desk.scales(), desk.extent(), {zone}, hazard.name), hazard.name + " makes no zone");
  return zone;
}

}  // namespace merestone
