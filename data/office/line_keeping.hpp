// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/office/hierarchy.hpp"
#include "data/store/fact_writer.hpp"
#include "gis/boundaries/boundary.hpp"
#include "gis/boundaries/dividing.hpp"

#include <functional>
#include <span>
#include <unordered_set>
#include <vector>

namespace merestone {

/// A stretch that divides a pair for a time. `pair.left` lies on its left.
struct Dividing {
  StretchId stretch;
  std::span<const Position> path;
  DividedPair pair;
  Period valid{};
};

/// Adds what a delimitation divides, in pieces between the days on which superiors change; pieces of one pair that
/// touch are one.
void add_dividing(std::vector<Dividing>& dividing, const Delimitation& said, std::span<const Position> path,
                  const Hierarchy& hierarchy);

/// Brings the boundary lines into step with what is said of stretches: whatever the lines hold of the stretches
/// in `renewed` is replaced by `dividing`. A line is the pair and its level; it keeps its id and name, and gets new
/// parts where its walking order changed. Parts and versions that do not change are not touched.
/// `path_of` is asked for the paths of other stretches on the lines concerned.
void keep_lines(FactWriter& writer, Revision before, std::vector<Dividing> dividing,
                const std::unordered_set<StretchId>& renewed,
                const std::function<std::span<const Position>(StretchId)>& path_of);

}  // namespace merestone
