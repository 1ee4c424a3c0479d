// SPDX-License-Identifier: Apache-2.0
/// Tables of figures, shelters, depots, stock and event reports in (data/sample/FORMATS.md). What reading.hpp promises
/// holds here too.
#pragma once

#include "data/exchange/reading.hpp"
#include "gis/indicators/indicator.hpp"

namespace merestone {

/// Fields: code, year, indicator, value, source. A table of one indicator has no such column: `indicator` says which.
struct ValueDelivery : Delivery {
  std::vector<DeliveredValue> values;
};
ValueDelivery read_value_table(const std::string& path, const ReadOptions& options, const std::string& indicator = {});

}  // namespace merestone
