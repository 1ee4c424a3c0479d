// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/boundaries/boundary.hpp"

#include <optional>
#include <span>

namespace merestone {

/// One step of a chain of superiors, finest first.
struct Rank {
  DivisionId division;
  Level level = 0;
};

/// The pair of divisions that a border between two finest divisions divides, at the highest level that it divides.
struct DividedPair {
  DivisionId left;
  DivisionId right;
  Level level = 0;
};

/// `left` and `right` are the chains of the two sides. The highest level at which both have a division and the two
/// differ; where their chains share no level, the finest divisions themselves, at the finer of their levels.
/// Nothing where a chain is empty or both sides are one division.
std::optional<DividedPair> divided_pair(std::span<const Rank> left, std::span<const Rank> right);

}  // namespace merestone
