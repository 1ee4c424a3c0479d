// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/store/fact_writer.hpp"
#include "gis/names/officer.hpp"

#include <span>
#include <vector>

namespace merestone {

std::vector<OfficerRole> read_officer_roles(Connection& connection, Revision revision);
/// Gives the fact its number.
void add_officer_role(FactWriter& writer, OfficerRole& role);

}  // namespace merestone
