// SPDX-License-Identifier: Apache-2.0
/// Signs that show names, as rows.
#pragma once

#include "data/store/name_store.hpp"

#include <unordered_map>

namespace merestone {

/// Of the places in `range`, by place, with inspections and orders in the order of their days.
std::unordered_map<PlaceId, std::vector<Sign>> read_signs(Connection& connection, Revision revision, const PlaceRange& range);

/// A sign whose id is 0 is new; another gets a further version. Inspections and orders are added apart.
void add_sign(FactWriter& writer, Sign& sign);
void add_sign_inspection(FactWriter& writer, PlaceId place, SignInspection& inspection);
/// An order whose id is 0 is new.
void add_sign_order(FactWriter& writer, PlaceId place, SignOrder& order);

}  // namespace merestone
