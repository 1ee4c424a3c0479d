// SPDX-License-Identifier: Apache-2.0
/// People counted at places, as rows.
#pragma once

#include "data/store/division_store.hpp"
#include "gis/names/place.hpp"

namespace merestone {

/// People of one place on the day of a count.
struct PlaceCount {
  PlaceId place;
  PeopleCount count;
};

/// By place, then day.
std::vector<Kept<PlaceCount>> read_populations(Connection& connection, Revision revision);
void add_populations(FactWriter& writer, std::span<const PlaceCount> counts, DocumentId document);

/// Gives every place the last count up to `day`; where there is none, the first after it. `places` are in the order
/// of their ids.
void give_population(Connection& connection, std::vector<NamedPlace>& places, Revision revision, Date day);

}  // namespace merestone
