// SPDX-License-Identifier: Apache-2.0
#include "cli/command/change_words.hpp"
#include "cli/command/command.hpp"
#include "cli/command/commands.hpp"
#include "cli/command/shared.hpp"
#include "cli/command/told.hpp"
#include "cli/report/csv.hpp"
#include "cli/words/words.hpp"
#include "data/office/project.hpp"
#include "gis/divisions/change_list.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

struct DivisionListOptions {
  std::string from, until;
  std::string year;
  Revision revision = latest_revision;
};

/// From the first day to the day after the last.
Period period_of(const DivisionListOptions& options) {
  const auto refuse = [](const std::string& what) {
    throw Error{Fault::invalid, what, {{.rule = "cli.usage", .facts = {{"what", what}, {"command", "division list "}}}}};
  };
  if (!options.year.empty()) {
    if (!options.from.empty() || !options.until.empty()) refuse("division list takes --year, or --from and --until, not both");
    const Date first = parse_date(options.year + "-01-01");
    const std::chrono::year_month_day day{first};
    return {first, std::chrono::sys_days{(day.year() + std::chrono::years{1}) / std::chrono::January / 1}};
  }
  if (options.from.empty() || options.until.empty()) refuse("division list needs --year, or --from and --until");
  const Period period{parse_date(options.from), parse_date(options.until) + std::chrono::days{1}};
  if (period.until <= period.from) refuse("division list: --until is before --from");
  return period;
}

/// Rows as they are published: kinds in the words of the country's law.
class List {
 public:
  List(const DivisionListOptions& options, const Shared& shared)
      : shared_{shared}, period_{period_of(options)}, project_{Project::open(shared.project)}, facts_{project_.division_facts(options.revision)},
        packs_{project_.packs()}, documents_{project_.documents(options.revision)} {
    const ChangeRecord record = project_.changes(options.revision);
    facts_.successions = record.successions;  // in the order that the shares speak of
    rows_ = changes_between(period_.from, period_.until, facts_, record.shares, project_.seats_of_all_days(options.revision));
  }

  void print() const { shared_.json ? print_for_machines() : print_table(); }

 private:
  static Date before(Date day) { return day - std::chrono::days{1}; }
  bool ended(const ListedChange& row) const { return row.kind == ChangeKind::abolish; }
  /// Whom a row names beside its division: as they were before for whoever began, from the day on for all others.
  Date day_of_others(const ListedChange& row) const { return row.kind == ChangeKind::establish ? before(row.day) : row.day; }

  std::string word(ChangeKind kind) const {
    for (const CountryPack& pack : packs_) {
      for (const ChangeRule& rule : pack.changes) {
        if (rule.kind == kind) return shared_.language == Language::chinese ? rule.words.zh : rule.words.en;
      }
    }
    return std::string{word_of(kind)};
  }

  std::string document(const ListedChange& row) const {
    for (const Document& each : documents_) {
      if (each.id == row.document && row.document.value != 0) return each.number.empty() ? each.title : each.number;
    }
    return row.reason;
  }

  void print_table() const {
    std::vector<std::vector<std::string>> table{
        {"mutation", "day", "change", "code_before", "name_before", "code_after", "name_after", "with_codes", "document"}};
    for (const ListedChange& row : rows_) {
      const bool began = row.kind == ChangeKind::establish;
      const auto was = [&](auto ask) { return began ? std::string{} : (cards_.*ask)(row.division, before(row.day)); };
      const auto is = [&](auto ask) { return ended(row) ? std::string{} : (cards_.*ask)(row.division, row.day); };
      std::string with;
      for (const DivisionId id : row.with) with += (with.empty() ? "" : " ") + cards_.code(id, day_of_others(row));
      table.push_back({std::to_string(row.mutation), to_string(row.day), word(row.kind), was(&Cards::code), was(&Cards::name), is(&Cards::code),
                       is(&Cards::name), with, document(row)});
    }
    fmt::print("{}", to_csv(table));
    std::fflush(stdout);
    const Language language = shared_.language;
    const std::string mutations = told_count(rows_.empty() ? 0 : rows_.back().mutation, {"told.mutation", "told.mutations"}, language);
    fmt::print(stderr, "{}\n", told("told.changes_in_period", language, {{"changes", told_count(rows_.size(), {"told.change", "told.several_changes"}, language)}, {"mutations", mutations},
                                                                      {"from", to_string(period_.from)}, {"to", to_string(before(period_.until))}}));
  }

  Json card(DivisionId id, Date day) const { return {{"code", cards_.code(id, day)}, {"name", cards_.name(id, day)}}; }

  void print_for_machines() const {
    auto list = Json::array();
    for (const ListedChange& row : rows_) {
      Json one{{"mutation", row.mutation}, {"day", to_string(row.day)}, {"kind", word_of(row.kind)}, {"change", word(row.kind)}};
      if (row.kind != ChangeKind::establish) one["before"] = card(row.division, before(row.day));
      if (!ended(row)) one["after"] = card(row.division, row.day);
      one["with"] = Json::array();
      for (const DivisionId id : row.with) one["with"].push_back(card(id, day_of_others(row)));
      one["document"] = document(row);
      list.push_back(std::move(one));
    }
    print_json({{"from", to_string(period_.from)}, {"until", to_string(before(period_.until))}, {"changes", list}});
  }

  const Shared& shared_;
  const Period period_;
  const Project project_;
  DivisionFacts facts_;
  const std::vector<CountryPack> packs_;
  const std::vector<Document> documents_;
  std::vector<ListedChange> rows_;
  Cards cards_{facts_};
};

}  // namespace

void add_division_list(Command& division, const Shared& shared) {
  auto* command = division.add_command("list", "List what happened to divisions in a year, as authorities publish it (CSV, or JSON)");
  auto options = std::make_shared<DivisionListOptions>();
  command->add_option("--year", options->year, "Of the days on which changes took effect");
  command->add_option("--from", options->from, "First day, where it is no calendar year");
  command->add_option("--until", options->until, "Last day");
  command->add_option("--revision", options->revision, "As recorded up to this revision; the latest when not given");
  command->footer("Example:  merestone division list --year 2019 >mutations-2019.csv");
  command->callback([&shared, options] { List{*options, shared}.print(); });
}

}  // namespace merestone
