// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/geometry/area.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace merestone {

/// A position that lies in an area, on its edge or inside; indices into what was asked and what was indexed.
struct AreaHit {
  std::size_t position = 0;
  std::size_t area = 0;
  friend bool operator==(const AreaHit&, const AreaHit&) = default;
};

/// Which areas of a layer hold a position, also where they lie over each other: hazard zones, protection areas.
///
/// 1. Exact: decided by integers as `locate(shape, p)` decides for a valid shape; the edge belongs to the area.
/// 2. Which way rings are turned does not matter.
///
/// Built in time near-linear in positions; a question costs a few edges for every area whose box holds the position,
/// however many edges the area has. Keeps nothing of what it was built from. Reading is thread-safe.
class AreaIndex {
 public:
  explicit AreaIndex(std::span<const MultiPolygon* const> areas);
  explicit AreaIndex(std::span<const MultiPolygon> areas);
  AreaIndex(AreaIndex&&) noexcept;
  AreaIndex& operator=(AreaIndex&&) noexcept;
  ~AreaIndex();

  /// Sorted; on several threads at once if you like.
  void containing(Position p, std::vector<std::uint32_t>& areas) const;
  bool contains(std::size_t area, Position p) const;

  /// All hits of many positions, sorted by position and then area. On all processors.
  std::vector<AreaHit> hits(std::span<const Position> positions) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace merestone
