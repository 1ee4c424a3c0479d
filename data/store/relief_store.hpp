// SPDX-License-Identifier: Apache-2.0
/// Shelters, depots and their stock, as rows.
#pragma once

#include "data/store/division_store.hpp"
#include "gis/relief/depot.hpp"
#include "gis/relief/shelter.hpp"

#include <span>

namespace merestone {

std::vector<Kept<Shelter>> read_shelters(Connection& connection, const Window& window);
std::vector<Kept<Depot>> read_depots(Connection& connection, const Window& window);
std::vector<Kept<StockLot>> read_stock(Connection& connection, const Window& window);

/// A shelter or depot without id is a new thing and gets one; with id it is a further version.
void add_shelters(FactWriter& writer, std::span<const Shelter> shelters, DocumentId document);
void add_depots(FactWriter& writer, std::span<const Depot> depots, DocumentId document);
void add_stock(FactWriter& writer, std::span<const StockLot> lots, DocumentId document);

}  // namespace merestone
