// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/burials/grave.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace merestone {

/// Graves of one village, told apart by a baseline ("zero new graves", 新增零增长). Each stands in exactly one of them.
struct GraveCount {
  PlaceId village;            ///< no id: whose village is not known
  std::size_t stock = 0;      ///< built on the baseline or earlier
  std::size_t added = 0;      ///< built after it
  std::size_t unclear = 0;    ///< the range of their building holds the baseline
  std::size_t not_known = 0;  ///< nothing is known of their building
  std::size_t removed = 0;    ///< of the stock, those gone since the baseline
  std::size_t all() const { return stock + added + unclear + not_known; }
  friend bool operator==(const GraveCount&, const GraveCount&) = default;
};

/// Of graves that stand on `day`, by village; `removed` are those of the stock whose period ended after the baseline and by
/// `day`. `graves` are versions of all days, as recorded; protected graves count like others.
std::vector<GraveCount> count_graves(std::span<const Grave> graves, Date baseline, Date day);

}  // namespace merestone
