// SPDX-License-Identifier: Apache-2.0
/// Lines and areas that a document draws, as GeoJSON (RFC 7946): a geometry, a feature or a collection of features,
/// longitude first, WGS 84. Inline as "geometry", or as "file" beside the document.
#pragma once

#include "data/packs/json_node.hpp"
#include "gis/geometry/area.hpp"

#include <vector>

namespace merestone {

/// All paths of LineString and MultiLineString. Anything else is json.bad_field of the field that holds it.
std::vector<Polyline> read_drawn_lines(JsonNode& node, const std::string& document);
/// All polygons of Polygon and MultiPolygon.
MultiPolygon read_drawn_area(JsonNode& node, const std::string& document);

}  // namespace merestone
