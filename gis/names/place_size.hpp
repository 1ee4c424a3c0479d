// SPDX-License-Identifier: Apache-2.0
/// How large a place is, which its generic term must fit (地名管理条例 Art. 9; PN-02).
#pragma once

#include "gis/base/finding.hpp"
#include "gis/names/class_scheme.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace merestone {

struct PlaceSize {
  std::optional<double> area_m2{};        ///< of its ground
  std::optional<double> length_m{};
  std::optional<double> floor_area_m2{};  ///< of a building or an estate, all storeys together
  std::optional<int> storeys{};           ///< above ground

  bool empty() const { return *this == PlaceSize{}; }
  /// What `later` says takes the place of what stands here.
  void take(const PlaceSize& later);
  friend bool operator==(const PlaceSize&, const PlaceSize&) = default;
};

/// name.size for each figure that no place on Earth has; `record` is the subject.
std::vector<Finding> check_size(const PlaceSize& size, const std::string& record);

/// What attributes of a place say of its size: length_m, length_km, area_m2, area_km2, floor_area_m2, storeys.
PlaceSize size_in(std::span<const NamedValue> attributes);
/// The same as attributes, those alone that a class has.
std::vector<NamedValue> size_attributes(const PlaceSize& size, std::span<const ClassAttribute* const> known);

}  // namespace merestone
