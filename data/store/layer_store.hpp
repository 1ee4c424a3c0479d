// SPDX-License-Identifier: Apache-2.0
/// What lies on the ground, as rows: places with their names, hazard zones, facilities.
#pragma once

#include "data/store/fact_writer.hpp"
#include "data/store/statement.hpp"
#include "gis/burials/facility.hpp"
#include "gis/hazards/hazard.hpp"
#include "gis/names/place.hpp"

namespace merestone {

std::vector<NamedPlace> read_places(Connection& connection, const Window& window);
std::vector<HazardZone> read_hazard_zones(Connection& connection, const Window& window);
std::vector<Facility> read_facilities(Connection& connection, const Window& window);

/// Ids in what is added are not looked at.
void add_places(FactWriter& writer, const std::vector<NamedPlace>& places, DocumentId document);
void add_hazard_zones(FactWriter& writer, const std::vector<HazardZone>& zones, DocumentId document);
void add_facilities(FactWriter& writer, const std::vector<Facility>& facilities, DocumentId document);

}  // namespace merestone
