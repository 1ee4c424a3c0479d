// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/overlay/feature_index.hpp"

namespace merestone {

/// The ground within `distance_m` of a feature: what a dam floods aside, a strip beside a road, a storm around its track.
/// A negative distance takes as much off areas.
///
/// Computed by GEOS on an azimuthal plane around the middle of the feature, edges followed every kilometre. Distances are
/// right to 0.05 % up to 300 km from the middle; round corners, drawn with 16 edges to a right angle, fall short by up to
/// 0.12 %. For deciding single cases use FeatureIndex.
/// @throws Error{Fault::invalid} overlay.not_a_distance when it is no number or beyond 1,000 km; overlay.too_long for
/// outlines and lines of more than some 50,000 km in long edges; overlay.over_the_edge; geometry.not_computable.
MultiPolygon grown(const LayerFeature& feature, double distance_m);

}  // namespace merestone
