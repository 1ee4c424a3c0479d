// SPDX-License-Identifier: Apache-2.0
/// Depots of relief supplies: what lies there, against what would be needed, and what expires.
#pragma once

#include "gis/base/finding.hpp"
#include "gis/base/id.hpp"
#include "gis/geometry/position.hpp"
#include "gis/law/relief_rules.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace merestone {

using DepotId = Id<struct DepotTag>;

struct Depot {
  DepotId id{};
  std::string local_id{};
  std::string name{};
  std::string level{};
  std::int64_t covers_people = 0;
  Position position{};
  std::string source{};
  Period valid{};
  DocumentId document{};  ///< that says so; of a delivered one, none: the act's own
};

/// A lot of one item; lots of one item that expire on different days stand beside each other.
struct StockLot {
  DepotId depot{};
  std::string item{};
  std::string unit{};
  double quantity = 0;
  std::optional<Date> expires{};
  Date counted{};
  std::string source{};
  Date until = open_end;  ///< when it was counted again
  DocumentId document{};  ///< as in Depot
};

/// Errors: depot.unknown_level, depot.negative_people.
std::vector<Finding> depot_findings(const Depot& depot, const DepotRules& rules, const std::string& file, std::size_t record);
/// Errors: stock.negative, stock.no_item, stock.counted_after_expiry is a warning: it was no good when it was counted.
std::vector<Finding> lot_findings(const StockLot& lot, const std::string& file, std::size_t record);

/// An item of one depot on a day.
struct StockLine {
  std::string item{};
  std::string unit{};
  double usable = 0;    ///< not expired
  double expired = 0;
  double expiring = 0;  ///< of the usable: within the time of the rules
  std::optional<Date> next_expiry{};
  std::optional<double> needed{};  ///< for the people covered; nothing where the rules do not know the item
  bool short_of_need() const { return needed && usable < *needed; }
};
/// By item as first met; items that the rules need and the depot lacks come last with nothing usable.
std::vector<StockLine> stock_lines(const Depot& depot, std::span<const StockLot> lots, const DepotRules& rules, Date day);

/// A lot that must be turned over by a day, or should have been.
struct ExpiryTask {
  std::size_t lot = 0;  ///< index
  Date due{};
  bool overdue = false;
};
/// Lots that have expired or will within the time of the rules; the earliest first. Lots of nothing are passed over.
std::vector<ExpiryTask> expiries(std::span<const StockLot> lots, const DepotRules& rules, Date day);

/// Which of several positions is nearest to each, by geodesic distance.
struct NearestDepot {
  std::size_t depot = 0;
  double distance_m = 0;
};
std::vector<std::optional<NearestDepot>> nearest_depots(std::span<const Position> from, std::span<const Depot> depots);

}  // namespace merestone
