// SPDX-License-Identifier: Apache-2.0
#include "cli/command/burial_command.hpp"
#include "cli/command/commands.hpp"
#include "cli/command/number_of.hpp"
#include "cli/words/json.hpp"
#include "data/exchange/reading_burials.hpp"
#include "gis/base/text.hpp"
#include "gis/burials/capacity.hpp"
#include "gis/burials/facility_check.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

struct FacilityOptions {
  std::string on, name, kind, division, by;
};

struct Open {
  explicit Open(const FacilityOptions& options, const Shared& shared)
      : project{Project::open(shared.project)}, day{day_of(options.on)}, desk{burial_desk(project, {day})}, ground{project, {day}} {}
  Project project;
  Date day;
  BurialDesk desk;
  GroundHolders ground;

  std::vector<Finding> findings(const FacilityFile& file) const {
    const auto codes = ground.codes(ground.at(file.facility.position));
    return facility_findings(file, desk.burials(), codes.empty() ? std::string{} : codes.front(), day);
  }
};

Json json_of(const FacilityFile& file, const FacilityUse& use) {
  Json json{{"id", file.facility.local_id}, {"kind", file.facility.kind}, {"name", file.facility.name}, {"state", to_text(file.record.state)},
            {"lon", degrees(file.facility.position.lon)}, {"lat", degrees(file.facility.position.lat)}, {"planned", use.planned}, {"used", use.used},
            {"available", use.available}};
  if (use.used_share) json["used_share"] = *use.used_share;
  if (use.years_left) json["years_left"] = *use.years_left;
  return json;
}

std::string years(const FacilityUse& use) { return use.years_left ? fixed(*use.years_left, 1) + " years left" : "years left not known"; }

void list_facilities(const FacilityOptions& options, const Shared& shared) {
  const Open open{options, shared};
  std::optional<Within> within;
  if (!options.division.empty()) within.emplace(open.ground, options.division);
  auto list = Json::array();
  std::vector<FacilityUse> uses;
  std::map<std::string, std::vector<FacilityUse>> by_division;
  for (const FacilityFile& file : open.desk.facilities) {
    const DivisionId leaf = open.ground.at(file.facility.position);
    if ((within && !(*within)(leaf)) || (!options.kind.empty() && file.facility.kind != options.kind)) continue;
    const FacilityUse use = use_of(file, open.day);
    uses.push_back(use);
    if (!options.by.empty()) {
      const DivisionId at = leaf.value == 0 ? leaf : open.ground.divisions().at_level(leaf, std::stoi(options.by));
      by_division[at.value == 0 ? "" : division_name(open.ground.divisions(), at)].push_back(use);
      continue;
    }
    list.push_back(json_of(file, use));
    if (shared.json) continue;
    fmt::print("{:<8} {:<16} {}  {} of {} used, {}\n", file.facility.local_id, file.facility.kind, file.facility.name, use.used, use.planned,
               use.planned == 0 ? "holds no remains" : years(use));
  }
  for (const auto& [name, some] : by_division) {
    const FacilityUse all = together(some);
    list.push_back({{"division", name}, {"facilities", some.size()}, {"planned", all.planned}, {"used", all.used}, {"available", all.available}});
    if (all.years_left) list.back()["years_left"] = *all.years_left;
    if (!shared.json) fmt::print("{}: {}, {} of {} used, {}\n", name.empty() ? "On ground in dispute or of no division" : name, number_of(some.size(), "facility", "facilities"), all.used, all.planned, years(all));
  }
  if (shared.json) return print_json({{"facilities", list}});
  const FacilityUse all = together(uses);
  fmt::print("{}, {} of {} used{}\n", number_of(uses.size(), "facility", "facilities"), all.used, all.planned,
             all.used_share ? fmt::format(" ({} %)", fixed(*all.used_share * 100, 1)) : "");
}

void show_facility(const FacilityOptions& options, const Shared& shared) {
  const Open open{options, shared};
  const FacilityFile& file = open.desk.facility(options.name);
  const FacilityRecord& record = file.record;
  const FacilityUse use = use_of(file, open.day);
  const auto findings = open.findings(file);
  if (shared.json) {
    Json json = json_of(file, use);
    json["approval"] = {{"number", record.approval_number}, {"body", record.approval_body}};
    if (record.term_years) json["term_years"] = *record.term_years;
    if (record.cover_percent) json["cover_percent"] = *record.cover_percent;
    if (record.green_percent) json["green_percent"] = *record.green_percent;
    auto stock = Json::array(), served = Json::array(), prices = Json::array();
    for (const FacilityStock& s : file.stock) {
      stock.push_back({{"type", s.type}, {"counted", to_string(s.counted)}, {"planned", s.planned}, {"used", s.used}, {"reserved", s.reserved}});
    }
    for (const FacilityService& s : file.services) served.push_back(division_name(open.ground.divisions(), s.division));
    for (const FacilityPrice& p : file.prices) prices.push_back({{"item", p.item}, {"basis", p.basis}, {"price", p.price}, {"currency", p.currency}, {"unit", p.unit}});
    json["stock"] = stock, json["serves"] = served, json["prices"] = prices, json["findings"] = to_json(findings);
    return print_json(json);
  }
  fmt::print("{}  {} ({}, {}{})\n", file.facility.local_id, file.facility.name, file.facility.kind, to_text(record.state),
             record.ownership.empty() ? "" : ", " + record.ownership);
  fmt::print("  in {}, {}\n", division_name(open.ground.divisions(), open.ground.at(file.facility.position)), lon_lat(file.facility.position));
  if (!record.approval_number.empty()) {
    fmt::print("  approved {} by {}{}\n", record.approval_number, record.approval_body.empty() ? "a body not named" : record.approval_body,
               record.approved_on ? " on " + to_string(*record.approved_on) : "");
  }
  const auto area = [](const std::optional<double>& value) { return value ? shortest(*value) + " m²" : std::string{"not known"}; };
  if (record.area_approved_m2 || record.area_built_m2) fmt::print("  ground approved {}, built {}\n", area(record.area_approved_m2), area(record.area_built_m2));
  fmt::print("  {} of {} used, {} free, {}\n", use.used, use.planned, use.available, years(use));
  if (use.rate.basis != FillRate::Basis::none) {
    fmt::print("  {} a year, by {} of {} to {}\n", fixed(use.rate.per_year, 1), use.rate.basis == FillRate::Basis::counts ? "counts" : "placements",
               use.rate.first_year, use.rate.last_year);
  }
  if (record.term_years) fmt::print("  plots are given for {} years\n", shortest(*record.term_years));
  const auto percent = [](const std::optional<double>& value) { return value ? shortest(*value) + " %" : std::string{"not known"}; };
  if (record.cover_percent || record.green_percent) {
    fmt::print("  covered by greenery {}, planted {}\n", percent(record.cover_percent), percent(record.green_percent));
  }
  for (const FacilityStock& s : file.stock) {
    fmt::print("  {:<12} {} of {} used, {} reserved, counted {}\n", s.type, s.used, s.planned, s.reserved, to_string(s.counted));
  }
  for (const FacilityService& s : file.services) fmt::print("  serves {}\n", division_name(open.ground.divisions(), s.division));
  for (const FacilityPrice& p : file.prices) fmt::print("  {}: {} {} a {} ({})\n", p.item, shortest(p.price), p.currency, p.unit, p.basis);
  std::fflush(stdout);
  print_findings(findings, shared.language);
}

void check_facilities(const FacilityOptions& options, const Shared& shared) {
  const Open open{options, shared};
  std::vector<Finding> findings;
  for (const FacilityFile& file : open.desk.facilities) {
    for (Finding& found : open.findings(file)) findings.push_back(std::move(found));
  }
  if (shared.json) return print_json({{"facilities", open.desk.facilities.size()}, {"findings", to_json(findings)}});
  print_findings(findings, shared.language);
  fmt::print("{} checked, {}\n", number_of(open.desk.facilities.size(), "facility", "facilities"), number_of(findings.size(), "finding", "findings"));
}

void tell_kinds(const Shared& shared) {
  const auto project = Project::open(shared.project);
  auto list = Json::array();
  for (const CountryPack& pack : project.packs()) {
    for (const FacilityKind& kind : pack.burials.facilities) {
      std::string by;
      for (const FacilityApproval& approval : kind.approvals) by += (by.empty() ? "" : "; ") + in_language(approval.by, shared);
      list.push_back({{"kind", kind.id}, {"en", kind.words.en}, {"zh", kind.words.zh}, {"holds_remains", kind.holds_remains}});
      if (!shared.json) fmt::print("{:<16} {}{}\n", kind.id, in_language(kind.words, shared), by.empty() ? "" : ", approved by " + by);
    }
  }
  if (shared.json) print_json({{"kinds", list}});
}

void take_figures(const TableOptions& table, FacilityFileDelivery delivery, ToldNoun what, const Shared& shared) {
  auto project = Project::open(shared.project, table.dry_run ? Access::read : Access::write);
  refuse_wrong(delivery, table);
  for (Finding& found : delivery_findings(project, delivery.facilities, OnRecord::amend, table.file)) delivery.findings.push_back(std::move(found));
  refuse_wrong(delivery, table);
  std::size_t rows = 0;
  for (const DeliveredFacility& f : delivery.facilities) rows += f.stock.size() + f.years.size() + f.prices.size();
  ActOutcome outcome;
  if (!table.dry_run) outcome.revision = adopt_facility_files(project, act_of(table, shared, delivery.source), delivery.facilities, OnRecord::amend);
  tell_outcome(delivery, outcome, table, what, rows, shared);
}

}  // namespace

void add_facility(Command& program, const Shared& shared) {
  auto* command = program.add_command("facility", "Burial facilities: approval, capacity, years left, inspections, prices");
  command->require_command();
  command->fallthrough();
  auto options = std::make_shared<FacilityOptions>();
  auto* list = command->add_command("list", "Facilities of a day with use and years left");
  list->add_option("--on", options->on, "Day, YYYY-MM-DD; today when not given");
  list->add_option("--kind", options->kind, "Only of this kind");
  list->add_option("--division", options->division, "Only in the division with this code");
  list->add_option("--by-level", options->by, "Sums by divisions of this level instead: 3 for counties")->one_of({"1", "2", "3", "4", "5"});
  list->callback([=, &shared] { list_facilities(*options, shared); });
  auto* show = command->add_command("show", "One facility");
  show->add_option("NAME", options->name, "Its id or name")->required();
  show->add_option("--on", options->on, "Day, YYYY-MM-DD; today when not given");
  show->callback([=, &shared] { show_facility(*options, shared); });
  auto* check = command->add_command("check", "Approvals, capacity, plots, ground, inspections of all of them");
  check->add_option("--on", options->on, "Day, YYYY-MM-DD; today when not given");
  check->callback([=, &shared] { check_facilities(*options, shared); });
  auto* kinds = command->add_command("kinds", "Kinds of facilities in the law of the project, and who approves them");
  kinds->callback([&shared] { tell_kinds(shared); });
  auto table = std::make_shared<TableOptions>();
  auto* stock = command->add_command("stock", "Take in counts of plots and niches by type");
  add_table_options(*stock, *table, false);
  stock->callback([=, &shared] { take_figures(*table, read_facility_stock(table->file, table->reading), {"told.stock", "told.stocks"}, shared); });
  auto* year = command->add_command("year", "Take in placements and annual inspections");
  add_table_options(*year, *table, false);
  year->callback([=, &shared] { take_figures(*table, read_facility_years(table->file, table->reading), {"told.year", "told.years"}, shared); });
  auto* price = command->add_command("price", "Take in price lists");
  add_table_options(*price, *table, false);
  price->callback([=, &shared] { take_figures(*table, read_facility_prices(table->file, table->reading), {"told.price", "told.prices"}, shared); });
  command->footer("Facilities themselves come by 'import --as cemeteries'. Example:  merestone facility list --by-level 3");
}

}  // namespace merestone
