// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/office/project.hpp"
#include "data/store/fact_writer.hpp"
#include "gis/divisions/change_effect.hpp"

#include <functional>
#include <vector>

namespace merestone {

/// A change of divisions as names see it.
struct CarriedChange {
  const ChangeEffect& effect;
  DocumentId document{};
  std::function<std::string(DivisionId)> code;  ///< that a division has from the day on
};

/// What a change of divisions does to the record of names, in the same act:
///   the place that stands for a renamed division is renamed, its old name becomes a former one, linked both ways;
///   a new division gets a place that stands for it, with its name in force, where its kin have one on record;
///   names of the place that stands for an abolished division end, and so does the place;
///   places in a division that ends, or that gives ground away, belong from that day on to who holds them: to the only
///   heir, else to who holds the ground they lie on; place codes (PN-30) follow the division, the old ones end.
/// Returns name.place_unassigned for places of which that cannot be told (no position, or ground on which several meet),
/// and the note name.carried with how many names and places moved. After the ground was changed.
std::vector<Finding> carry_names(const Project& project, FactWriter& writer, const CarriedChange& change);

}  // namespace merestone
