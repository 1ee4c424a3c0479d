// SPDX-License-Identifier: Apache-2.0
/// Findings and shapes for machines.
#pragma once

#include "gis/base/finding.hpp"
#include "gis/geometry/area.hpp"

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace merestone {

/// {"rule", "severity", "file"?, "record"?, "field"?, "lon"?, "lat"?, "facts", "en", "zh"}. Bytes that are not
/// UTF-8 are replaced, so that the output is JSON whatever the input was.
nlohmann::ordered_json to_json(const Finding& finding);
nlohmann::ordered_json to_json(const std::vector<Finding>& findings);

/// Coordinates of a MultiPolygon in GeoJSON (RFC 7946): degrees, longitude first, rings closed.
nlohmann::ordered_json coordinates_of(const MultiPolygon& shape);

/// The text of a document, indented, with bytes that are not UTF-8 replaced.
std::string text_of(const nlohmann::ordered_json& document);

}  // namespace merestone
