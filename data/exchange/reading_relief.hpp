// SPDX-License-Identifier: Apache-2.0
/// Tables of figures, shelters, depots, stock and event reports in (data/sample/FORMATS.md). What reading.hpp promises
/// holds here too.
#pragma once

#include "data/exchange/reading.hpp"
#include "data/office/relief_acts.hpp"
#include "gis/indicators/indicator.hpp"

namespace merestone {

/// Fields: code, year, indicator, value, source. A table of one indicator has no such column: `indicator` says which.
struct ValueDelivery : Delivery {
  std::vector<DeliveredValue> values;
};
ValueDelivery read_value_table(const std::string& path, const ReadOptions& options, const std::string& indicator = {});

/// Fields: id, name, relief_level, space, effective_area, area_per_head, hazards (with ; between), duration, in_use, exits,
/// equipment, lon, lat, source, from, until.
struct ShelterDelivery : Delivery {
  std::vector<Delivered<Shelter>> shelters;
};
ShelterDelivery read_shelter_table(const std::string& path, const ReadOptions& options);

/// Fields: id, name, relief_level, covers_people, lon, lat, source, from, until.
struct DepotDelivery : Delivery {
  std::vector<Delivered<Depot>> depots;
};
DepotDelivery read_depot_table(const std::string& path, const ReadOptions& options);

/// Fields: depot, item, unit, quantity, expires_on, counted, source; lots that do not say were counted on `counted`.
struct StockDelivery : Delivery {
  std::vector<DeliveredLot> lots;
};
StockDelivery read_stock_table(const std::string& path, const ReadOptions& options, Date counted);

/// Fields: event, hazard, stage, as_of, unit_code, indicator, figure, source. Tables of one event need no such column.
struct ReportDelivery : Delivery {
  std::vector<DeliveredReport> reports;
};
ReportDelivery read_report_table(const std::string& path, const ReadOptions& options, const std::string& event = {});

}  // namespace merestone
