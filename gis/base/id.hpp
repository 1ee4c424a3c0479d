// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace merestone {

/// A number that cannot be mistaken for the number of something else. 0 is no id.
/// Ids are surrogates: they carry no meaning and never change; official codes are facts with periods.
template <class Tag>
struct Id {
  std::int64_t value = 0;
  friend constexpr auto operator<=>(const Id&, const Id&) = default;
};

using DocumentId = Id<struct DocumentTag>;
using DivisionId = Id<struct DivisionTag>;
using StretchId = Id<struct StretchTag>;
using BoundaryLineId = Id<struct BoundaryLineTag>;
using DelimitationId = Id<struct DelimitationTag>;
using DisputeId = Id<struct DisputeTag>;
using ClaimId = Id<struct ClaimTag>;
using PlaceId = Id<struct PlaceTag>;
using HazardZoneId = Id<struct HazardZoneTag>;
using FacilityId = Id<struct FacilityTag>;

}  // namespace merestone

template <class Tag>
struct std::hash<merestone::Id<Tag>> {
  std::size_t operator()(merestone::Id<Tag> id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
