// SPDX-License-Identifier: Apache-2.0
/// What gis/script knows, as search wants it.
#pragma once

#include "gis/search/query.hpp"

namespace merestone::search {

/// Sets key and syllables of an entry from its text. `division` is the code of a division that holds it, for readings
/// that differ from place to place; may be empty.
void write_keys(Entry& entry, std::string_view division = {});

/// Takes the syllables of an entry whose keys are written from a reading on record, toned or numbered: "Shílǐpù", "shi2 li3
/// pu4". Where it does not divide into one syllable for each Han character, at least half of them known of theirs, the entry
/// stays as it is.
void read_as(Entry& entry, std::string_view reading);

/// Folding and readings of gis/script.
const Language& common_language();

}  // namespace merestone::search
