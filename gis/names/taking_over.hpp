// SPDX-License-Identifier: Apache-2.0
/// What a delivered place says beyond the record of the place that it is, or against it, and the record with all of that.
#pragma once

#include "gis/names/place_record.hpp"

#include <string>
#include <vector>

namespace merestone {

/// One field in which a delivered place and the record differ.
struct FieldDifference {
  std::string field;   ///< "reading", "class", "code"
  std::string said;    ///< by what is delivered
  std::string known{}; ///< on record; empty where the record leaves it open
  bool contradicts = false;  ///< an officer decides, since both cannot be
  friend bool operator==(const FieldDifference&, const FieldDifference&) = default;
};
/// "class: T.PK ≠ T.MT", "reading: Dōngcūn".
std::string to_text(const FieldDifference& difference);

/// The name of the place with this text in this language, or in one that either side does not say; null where none is.
const PlaceName* same_name(const PlaceRecord& place, const PlaceName& delivered);

/// `known` as it is when all that `delivered` says is taken: names that it lacks, where one that would stand beside a standard
/// name comes as a variant, since only an act gives or changes one; of names that it has the parts, reading, script, origin,
/// meaning, days and spellings; position, classes, attributes, codes, divisions and what is said of the place in words.
/// Facts that stay keep their numbers, the others have 0, so that the record gets further versions and nothing is lost.
/// What is not delivered stays. `differences`, where not null, get every field in which the two differ, in a stable order.
/// @param moved_m positions nearer to one another than this are the same.
PlaceRecord taken_over(const PlaceRecord& known, const PlaceRecord& delivered, double moved_m, std::vector<FieldDifference>* differences = nullptr);

}  // namespace merestone
