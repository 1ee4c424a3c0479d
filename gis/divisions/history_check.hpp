// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/divisions/history.hpp"

#include <vector>

namespace merestone {

/// The findings of `read_history`, and history.heir_unknown, a warning, for each division whose heir stands neither in
/// the register nor in what the project knows: its ground leaves the record that day.
std::vector<Finding> check_history(const std::vector<DeliveredState>& states, const DivisionFacts& known);

}  // namespace merestone
