// SPDX-License-Identifier: Apache-2.0
/// Monuments, what was seen of them and how they are repaired, as rows.
#pragma once

#include "data/store/division_store.hpp"
#include "gis/boundaries/monument.hpp"

namespace merestone {

/// With their lines and witnesses, in the order of their ids.
std::vector<Kept<Monument>> read_monuments(Connection& connection, const Window& window);
std::vector<Observation> read_observations(Connection& connection, Revision revision);
std::vector<Kept<RepairOrder>> read_repair_orders(Connection& connection, Revision revision);

/// Those without id get a new one, with their lines and witnesses; of the others a further version is recorded, and
/// lines and witnesses stay as they are.
void add_monuments(FactWriter& writer, std::span<Monument> monuments);
void add_observations(FactWriter& writer, std::span<Observation> observations);
void add_repair_orders(FactWriter& writer, std::span<RepairOrder> orders);

}  // namespace merestone
