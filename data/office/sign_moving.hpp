// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/store/fact_writer.hpp"
#include "gis/names/place_record.hpp"

namespace merestone {

struct SignsMoved {
  std::size_t moved = 0;
  std::size_t ordered = 0;  ///< new work orders
};

/// Signs of `gone` that stand on the day become those of `stays`, with their inspections and orders, in further versions.
/// What they show is measured by the standard name of `stays`: one that shows something else gets a work order.
SignsMoved move_signs(FactWriter& writer, const PlaceRecord& gone, const PlaceRecord& stays, Date day);

}  // namespace merestone
