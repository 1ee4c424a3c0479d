// SPDX-License-Identifier: Apache-2.0
/// A change of divisions as a JSON document: what an office writes down before it acts.
///
///   {"title": "…", "number": "国函〔2011〕84号", "authority": "国务院",
///    "approved": "2011-07-14", "effective": "2011-08-22", "code_system": "gb2260",
///    "acts": [{"act": "abolish",   "code": "341402", "territory": [{"to": "340181"}]},
///             {"act": "establish", "code": "340181", "name": "巢湖市", "kind": "county_city", "superior": "340000",
///              "entrusted": "340100", "seat": {"name": "…", "lon": 117.86, "lat": 31.6}},
///             {"act": "superior",  "code": "341421", "new_code": "340124", "superior": "340100"},
///             {"act": "boundary",  "code": "341424", "territory": [{"to": "340207", "area_share": 0.11}]},
///             {"act": "boundary",  "code": "371202", "territory": [{"to": "371203"}],
///              "lines": [{"left": "371203", "right": "371202", "geometry": {"type": "LineString", "coordinates": […]}}]},
///             {"act": "abolish",   "code": "371204", "territory": [{"to": "371205"}, {"to": "371206"}],
///              "areas": [{"to": "371206", "file": "east.geojson"}]},
///             {"act": "rename",    "code": "420600", "name": "襄阳市"},
///             {"act": "seat",      "code": "420600", "seat": {"name": "襄城区"}},
///             {"act": "renumber",  "code": "261", "new_code": "262"}]}
///
/// `lines` say who has the ground on their left and on their right from the day on, `areas` to whom all inside goes; both
/// are GeoJSON, written here or in a file beside the document.
#pragma once

#include "gis/boundaries/boundary.hpp"
#include "gis/divisions/change.hpp"

#include <string>

namespace merestone {

struct ChangeDocument {
  ChangePlan plan;
  Document document;
  std::string code_system{};  ///< empty: the usual one of the project
};

/// @throws Error invalid with all of json.malformed, json.missing_field, json.bad_field, json.unknown_field.
ChangeDocument read_change(const std::string& file, const std::string& text);

}  // namespace merestone
