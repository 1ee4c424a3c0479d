// SPDX-License-Identifier: Apache-2.0
/// The names of a place in an amendment. For data/office/place_acts.cpp.
#pragma once

#include "data/office/place_acts.hpp"
#include "data/store/fact_writer.hpp"

namespace merestone {

/// Adds and completes names of `place`: those that are new, or have other days or another language, get `fact` 0; of those of
/// which something else is known, `detail` is 0. @throws what amend_place() does.
void amend_names(const PlaceAmendment& amendment, PlaceRecord& place);

/// Brings the names on record from `was` to `becomes`.
void record_names(FactWriter& writer, const PlaceRecord& was, const PlaceRecord& becomes);

/// What `after` has and `before` lacks goes out of `now`, where it must stand yet; what `before` had comes back. False where it
/// does not stand.
bool turn_back_names(const PlaceRecord& before, const PlaceRecord& after, PlaceRecord& now);

}  // namespace merestone
