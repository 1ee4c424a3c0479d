// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/office/name_handing_out.hpp"

#include <string>

namespace merestone {

/// INSPIRE Geographical Names 4.0 (GML 3.2.1 application schema http://inspire.ec.europa.eu/schemas/gn/4.0, Data Specification
/// D2.8.I.3): a wfs:FeatureCollection of gn:NamedPlace, elements in the order of the schema. Names that hold on `day` with
/// their status, former ones as "historical"; languages in ISO 639-3, scripts in ISO 15924. A reading with tones is a
/// spelling of its own. What is not known is nil, with a reason. Latitude before longitude, as EPSG:4326 has it.
///
/// `name_space` is that of the INSPIRE identifiers ("CN.RUIAN.GN"). A place without position is left out, since the schema
/// asks for geometry: name.without_shape says how many.
struct InspireOptions {
  std::string name_space = "MERESTONE.GN";
  Date day{};
};
std::string to_inspire_names(const NamesHandedOut& names, const InspireOptions& options, std::vector<Finding>& findings);

}  // namespace merestone
