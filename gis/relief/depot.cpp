// SPDX-License-Identifier: Apache-2.0
#include "gis/relief/depot.hpp"

#include "gis/base/text.hpp"
#include "gis/geodesy/geodesic.hpp"

#include <algorithm>

namespace merestone {
namespace {

using Facts = std::vector<std::pair<std::string, std::string>>;

Finding finding(const char* rule, const std::string& file, std::size_t record, const char* field, Facts facts, Severity severity = Severity::error) {
  return {.rule = rule, .severity = severity, .subject = {file, std::to_string(record), field}, .facts = std::move(facts)};
}

/// A need is held against what is counted in its own unit.
bool counted_in(const SupplyNeed& need, const std::string& unit) { return unit.empty() || unit == need.unit.en || unit == need.unit.zh; }

}  // namespace

std::vector<Finding> depot_findings(const Depot& depot, const DepotRules& rules, const std::string& file, std::size_t record) {
  std::vector<Finding> findings;
  const bool known = rules.levels.empty() || std::any_of(rules.levels.begin(), rules.levels.end(), [&](const ReliefWord& w) { return w.id == depot.level; });
  if (!known) {
    std::string words;
    for (const ReliefWord& w : rules.levels) words += (words.empty() ? "" : ", ") + w.id;
    findings.push_back(finding("depot.unknown_level", file, record, "level", {{"id", depot.local_id}, {"value", depot.level.empty() ? "–" : depot.level}, {"words", words}}));
  }
  if (depot.covers_people < 0) {
    findings.push_back(finding("depot.negative_people", file, record, "covers_people", {{"id", depot.local_id}, {"value", std::to_string(depot.covers_people)}}));
  }
  return findings;
}

std::vector<Finding> lot_findings(const StockLot& lot, const std::string& file, std::size_t record) {
  std::vector<Finding> findings;
  if (lot.item.empty()) findings.push_back(finding("stock.no_item", file, record, "item", {}));
  if (lot.quantity < 0) findings.push_back(finding("stock.negative", file, record, "quantity", {{"item", lot.item}, {"value", shortest(lot.quantity)}}));
  if (lot.expires && *lot.expires < lot.counted) {
    findings.push_back(finding("stock.counted_after_expiry", file, record, "expires_on",
                               {{"item", lot.item}, {"expires", to_string(*lot.expires)}, {"counted", to_string(lot.counted)}}, Severity::warning));
  }
  return findings;
}

std::vector<StockLine> stock_lines(const Depot& depot, std::span<const StockLot> lots, const DepotRules& rules, Date day) {
  std::vector<StockLine> lines;
  const auto line_of = [&](const std::string& item, const std::string& unit) -> StockLine& {
    for (StockLine& line : lines) {
      if (line.item == item && line.unit == unit) return line;
    }
    lines.push_back({item, unit});
    if (const SupplyNeed* need = rules.need(item); need && need->per_head > 0 && counted_in(*need, unit)) lines.back().needed = need->per_head * static_cast<double>(depot.covers_people);
    return lines.back();
  };
  const Date soon = day + std::chrono::days{rules.expiring_days};
  std::vector<const SupplyNeed*> met;
  for (const StockLot& lot : lots) {
    if (lot.depot != depot.id) continue;
    StockLine& line = line_of(lot.item, lot.unit);
    if (const SupplyNeed* need = rules.need(lot.item); need && counted_in(*need, lot.unit)) met.push_back(need);
    if (lot.expires && *lot.expires < day) {
      line.expired += lot.quantity;
      continue;
    }
    line.usable += lot.quantity;
    if (!lot.expires || lot.quantity <= 0) continue;
    if (*lot.expires <= soon) line.expiring += lot.quantity;
    if (!line.next_expiry || *lot.expires < *line.next_expiry) line.next_expiry = lot.expires;
  }
  for (const SupplyNeed& need : rules.needs) {
    if (need.per_head > 0 && std::find(met.begin(), met.end(), &need) == met.end()) line_of(need.id, need.unit.zh);
  }
  return lines;
}

std::vector<ExpiryTask> expiries(std::span<const StockLot> lots, const DepotRules& rules, Date day) {
  std::vector<ExpiryTask> tasks;
  const Date soon = day + std::chrono::days{rules.expiring_days};
  for (std::size_t i = 0; i < lots.size(); ++i) {
    if (lots[i].quantity <= 0 || !lots[i].expires || *lots[i].expires > soon) continue;
    tasks.push_back({i, *lots[i].expires, *lots[i].expires < day});
  }
  std::stable_sort(tasks.begin(), tasks.end(), [](const ExpiryTask& a, const ExpiryTask& b) { return a.due < b.due; });
  return tasks;
}

std::vector<std::optional<NearestDepot>> nearest_depots(std::span<const Position> from, std::span<const Depot> depots) {
  std::vector<std::optional<NearestDepot>> nearest(from.size());
  for (std::size_t i = 0; i < from.size(); ++i) {
    for (std::size_t d = 0; d < depots.size(); ++d) {
      const double distance = distance_m(from[i], depots[d].position);
      if (!nearest[i] || distance < nearest[i]->distance_m) nearest[i] = NearestDepot{d, distance};
    }
  }
  return nearest;
}

}  // namespace merestone
