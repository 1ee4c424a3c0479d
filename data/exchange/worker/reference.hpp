// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/exchange/worker/gdal.hpp"

namespace merestone::worker {

/// WKT 2 of a system; empty where it cannot be put into words.
std::string reference_text(OGRSpatialReferenceH reference);
/// "EPSG:2154"; empty where it has none.
std::string reference_code(OGRSpatialReferenceH reference);
/// GeoPackage has two entries for "nobody said"; they are no systems. Neither is none.
bool is_said(OGRSpatialReferenceH reference);

}  // namespace merestone::worker
