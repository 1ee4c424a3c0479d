// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/office/exposure_desk.hpp"
#include "gis/overlay/feature_index.hpp"

namespace merestone {

/// A hazard that is not on record: what a dam break floods, the forecast track of a storm.
struct AssumedHazard {
  LayerFeature drawn{};       ///< areas and lines
  std::string kind = "flood";
  int severity = 0;           ///< 0: the worst of its scale
  double radius_m = 0;        ///< that it reaches beyond what is drawn; lines need one
  std::string name{};         ///< of the file or drawing, for findings
};

/// As a zone to ask an ExposureDesk about. @throws Error invalid exposure.no_shape where nothing is drawn, exposure.no_radius
/// for lines without one, and what hazard_findings() says; overlay.not_a_distance.
HazardZone assumed_zone(const ExposureDesk& desk, const AssumedHazard& hazard);

}  // namespace merestone
