// SPDX-License-Identifier: Apache-2.0
#include "cli/command/commands.hpp"
#include "cli/command/relief.hpp"
#include "data/exchange/reading_relief.hpp"
#include "gis/base/text.hpp"

#include <cmath>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

struct DepotImport {
  TableOptions table;
  std::string valid_from, counted;
};

void take_in_depots(DepotImport& options, const Shared& shared) {
  auto project = Project::open(shared.project, options.table.dry_run ? Access::read : Access::write);
  options.table.reading.extent = project.extent({today()});
  DepotDelivery delivery = read_depot_table(options.table.file, options.table.reading);
  refuse_wrong(delivery, options.table);
  for (auto& [depot, record] : delivery.depots) {
    if (!options.valid_from.empty() && depot.valid.from == unknown_start) depot.valid.from = parse_date(options.valid_from);
  }
  const auto findings = adoption_findings(project, delivery.depots, delivery.source.title);
  const Revision revision = options.table.dry_run ? 0 : adopt_depots(project, act_of(options.table, shared, delivery.source), delivery.depots);
  tell_taken(options.table, delivery, findings, {"depot", "depots"}, delivery.depots.size(), revision, shared);
}

void take_in_stock(DepotImport& options, const Shared& shared) {
  auto project = Project::open(shared.project, options.table.dry_run ? Access::read : Access::write);
  StockDelivery delivery = read_stock_table(options.table.file, options.table.reading, day_of(options.counted));
  refuse_wrong(delivery, options.table);
  const auto findings = stock_findings(project, delivery.lots, delivery.source.title);
  const Revision revision = options.table.dry_run ? 0 : record_stock(project, act_of(options.table, shared, delivery.source), delivery.lots);
  tell_taken(options.table, delivery, findings, {"lot", "lots"}, delivery.lots.size(), revision, shared);
}

std::string amount(double value) { return shortest(std::round(value * 10) / 10); }

void show(const std::string& on, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const Date day = day_of(on);
  const DepotRules rules = relief_rules(project).depots;
  const auto lots = stock_on(project, {day});
  auto all = Json::array();
  for (const Depot& depot : depots_on(project, {day})) {
    auto items = Json::array();
    if (!shared.json) fmt::print("{} {} ({}), for {} people\n", depot.local_id, depot.name, depot.level, depot.covers_people);
    for (const StockLine& line : stock_lines(depot, lots, rules, day)) {
      const SupplyNeed* need = rules.need(line.item);
      if (shared.json) {
        Json item{{"item", line.item}, {"unit", line.unit}, {"usable", line.usable}, {"expired", line.expired}, {"expiring", line.expiring}};
        if (line.needed) item["needed"] = *line.needed;
        if (line.next_expiry) item["next_expiry"] = to_string(*line.next_expiry);
        items.push_back(std::move(item));
        continue;
      }
      std::string text = fmt::format("  {:>8} {}", amount(line.usable), need ? in_language(need->words, shared) : line.item);
      if (line.needed) text += fmt::format(", {} needed{}", amount(*line.needed), line.short_of_need() ? fmt::format(": {} short", amount(*line.needed - line.usable)) : "");
      if (line.expired > 0) text += fmt::format(", {} expired", amount(line.expired));
      if (line.next_expiry) text += fmt::format(", next expires {}", to_string(*line.next_expiry));
      fmt::print("{}\n", text);
    }
    if (shared.json) {
      all.push_back({{"id", depot.local_id}, {"name", depot.name}, {"level", depot.level}, {"covers_people", depot.covers_people}, {"stock", items}});
    }
  }
  if (shared.json) print_json({{"on", to_string(day)}, {"depots", all}});
}

}  // namespace

void add_depot(Command& program, const Shared& shared) {
  auto* command = program.add_command("depot", "Depots of relief supplies: stock against need, what expires");
  command->require_command();
  command->footer("Example:  merestone depot show");

  auto depots = std::make_shared<DepotImport>();
  auto* importing = command->add_command("import", "Depots from a table; one with an id on record is a further version");
  add_table_options(*importing, depots->table, false);
  importing->add_option("--valid-from", depots->valid_from, "Since when those hold that do not say, YYYY-MM-DD");
  importing->callback([&shared, depots] { take_in_depots(*depots, shared); });

  auto stock = std::make_shared<DepotImport>();
  auto* counting = command->add_command("stock", "A count of everything in the depots that the table names");
  add_table_options(*counting, stock->table, false);
  counting->add_option("--counted-on", stock->counted, "Where the table does not say, YYYY-MM-DD; today when not given");
  counting->callback([&shared, stock] { take_in_stock(*stock, shared); });

  auto on = std::make_shared<std::string>();
  auto* showing = command->add_command("show", "What lies there, against what the people covered would need");
  showing->add_option("--on", *on, "Day, YYYY-MM-DD; today when not given");
  showing->callback([&shared, on] { show(*on, shared); });
}

}  // namespace merestone
