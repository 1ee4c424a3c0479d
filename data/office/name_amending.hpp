// SPDX-License-Identifier: Apache-2.0
/// What is on record of a place, as one becomes another. For data/office/place_acts.cpp and name_import.cpp.
#pragma once

#include "data/office/place_acts.hpp"
#include "data/store/fact_writer.hpp"

namespace merestone {

/// Adds and completes names of `place`: those that are new, or have other days or another language, get `fact` 0; of those of
/// which something else is known, `detail` is 0. @throws what amend_place() does.
void amend_names(const PlaceAmendment& amendment, PlaceRecord& place);

/// Brings the names on record from `was` to `becomes`.
void record_names(FactWriter& writer, const PlaceRecord& was, const PlaceRecord& becomes);

/// Brings everything on record of a place from `was` to `becomes`: facts of `was` that are not in `becomes` go off the record,
/// those with `fact` 0 are added.
void record_difference(FactWriter& writer, const PlaceRecord& was, PlaceRecord becomes, DocumentId document);

/// What `after` has and `before` lacks goes out of `now`, where it must stand yet; what `before` had comes back. False where it
/// does not stand.
bool turn_back_names(const PlaceRecord& before, const PlaceRecord& after, PlaceRecord& now);

}  // namespace merestone
