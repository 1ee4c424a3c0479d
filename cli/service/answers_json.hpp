// SPDX-License-Identifier: Apache-2.0
/// Shared by the answers: the JSON of the core's values. Periods without known ends leave them out.
#pragma once

#include "cli/service/atlas.hpp"
#include "gis/divisions/register.hpp"

#include <nlohmann/json.hpp>

namespace merestone {

using Json = nlohmann::ordered_json;

Json brief(const DivisionState& division);
Json chain_of(const DivisionRegister& divisions, DivisionId finest);
Json json_of(const Period& valid);
Json json_of(const Box& box);  ///< [west, south, east, north] in degrees
/// What is told of contested ground at a position: see Answers::at().
Json contested_json(const Atlas& atlas, const DivisionRegister& divisions, const ContestedPlot& plot, Position position);
/// The ground of a division where the view has other ground for it; else nothing.
const SeenGround* seen_ground(const Atlas& atlas, const Viewpoint& viewpoint, DivisionId division);
std::string compact(const Json& json);  ///< on one line

}  // namespace merestone
