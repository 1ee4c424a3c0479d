// SPDX-License-Identifier: Apache-2.0
/// Shared by the answers: the JSON of the core's values. Periods without known ends leave them out.
#pragma once

#include "cli/service/atlas.hpp"
#include "gis/divisions/register.hpp"

#include <nlohmann/json.hpp>

namespace merestone {

using Json = nlohmann::ordered_json;

Json brief(const DivisionState& division);
Json json_of(const Period& valid);
Json json_of(const Box& box);  ///< [west, south, east, north] in degrees
std::string compact(const Json& json);  ///< on one line

}  // namespace merestone
