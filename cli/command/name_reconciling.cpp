// SPDX-License-Identifier: Apache-2.0
#include "cli/command/name.hpp"

#include "cli/command/number_of.hpp"
#include "cli/command/search_index.hpp"
#include "cli/report/csv.hpp"
#include "data/exchange/reconciliation_json.hpp"
#include "data/exchange/rows.hpp"
#include "data/exchange/write_text.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace merestone {
namespace {

struct Reconciling {
  std::string file, name = "name", type, division, position, lon, lat, code, day, out, on;
  std::size_t limit = 5;
  bool strict = false, overwrite = false, batch = false;
};

std::vector<ReconciliationQuery> queries_in(const Reconciling& options) {
  std::vector<std::string> columns{options.name};
  for (const std::string& column : {options.type, options.division, options.position, options.lon, options.lat, options.code, options.day}) {
    if (!column.empty()) columns.push_back(column);
  }
  std::vector<ReconciliationQuery> queries;
  for (const TableRow& row : read_rows(options.file, columns)) {
    const auto text = [&](const std::string& column) { return column.empty() ? std::string{} : row.find(column)->second; };
    ReconciliationQuery query{.text = text(options.name), .type_strict = options.strict, .limit = options.limit};
    if (const auto type = text(options.type); !type.empty()) query.types = {type};
    query.properties = {{"division", text(options.division)}, {"position", text(options.position)}, {"code", text(options.code)}, {"on", text(options.day)}};
    if (!options.lon.empty() && !options.lat.empty()) query.properties.emplace_back("position", text(options.lon) + "," + text(options.lat));
    queries.push_back(std::move(query));
  }
  return queries;
}

/// One row per candidate; a row without candidate keeps its place.
std::string candidate_table(const std::vector<ReconciliationQuery>& queries, const std::vector<std::vector<ReconciliationCandidate>>& answers) {
  std::vector<std::vector<std::string>> table{{"record", "query", "rank", "match", "score", "id", "name", "found_as", "type", "description", "features"}};
  for (std::size_t i = 0; i < queries.size(); ++i) {
    const auto record = std::to_string(i + 1);
    if (answers[i].empty()) table.push_back({record, queries[i].text, "0", "", "", "", "", "", "", "", ""});
    std::size_t rank = 0;
    for (const auto& c : answers[i]) {
      std::string types, features;
      for (const auto& type : c.types) types += (types.empty() ? "" : " ") + type.first;
      for (const auto& f : c.features) features += fmt::format("{}{} {:g}", features.empty() ? "" : "; ", f.id, f.value);
      table.push_back({record, queries[i].text, std::to_string(++rank), c.match ? "yes" : "", fmt::format("{:g}", c.score), c.id, c.name, c.found_as, types, c.description, features});
    }
  }
  return to_csv(table);
}

void reconcile_table(const Reconciling& options, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const auto names = NameSearch::open(project, index_file(shared.project), today());
  const auto queries = queries_in(options);
  const auto answers = reconcile(project, names, queries, {day_of(options.on), false});
  if (!options.out.empty()) write_text(options.out, candidate_table(queries, answers), options.overwrite);
  if (shared.json) {
    std::vector<std::pair<std::string, ReconciliationQuery>> numbered;
    for (std::size_t i = 0; i < queries.size(); ++i) numbered.emplace_back("q" + std::to_string(i), queries[i]);
    return print_json(nlohmann::ordered_json::parse(reconciliation_answer(numbered, answers)));
  }
  const auto matched = std::ranges::count_if(answers, [](const auto& list) { return !list.empty() && list.front().match; });
  const auto nothing = std::ranges::count_if(answers, [](const auto& list) { return list.empty(); });
  if (options.out.empty()) fmt::print("{}", candidate_table(queries, answers).substr(3));  // a pipe wants no byte order mark
  else fmt::print("{}: {} matched, {} to be decided, {} without a candidate. Wrote {}.\n", number_of(queries.size(), "name", "names"), matched,
                  static_cast<std::ptrdiff_t>(queries.size()) - matched - nothing, nothing, options.out);
}

/// The batch and its answers as they go over the wire.
void answer_batch(const Reconciling& options, const Shared& shared) {
  std::ifstream in{options.file, std::ios::binary};
  if (!in) throw Error{Fault::missing, "no such file", {{.rule = "cli.no_file", .subject = {options.file, {}, {}}}}};
  const auto batch = read_reconciliation_queries({std::istreambuf_iterator<char>{in}, {}});
  const auto project = Project::open(shared.project);
  const auto names = NameSearch::open(project, index_file(shared.project), today());
  std::vector<ReconciliationQuery> queries;
  for (const auto& [id, query] : batch) queries.push_back(query);
  print_json(nlohmann::ordered_json::parse(reconciliation_answer(batch, reconcile(project, names, queries, {day_of(options.on), false}))));
}

}  // namespace

void add_name_reconciling(Command& name, const Shared& shared) {
  auto options = std::make_shared<Reconciling>();
  auto* command = name.add_command("reconcile", "Find the places that a table of names means; writes candidates, decides nothing");
  command->add_option("FILE", options->file, "CSV or any other table")->required();
  command->add_flag("--queries", options->batch, "FILE is a batch of queries as the Reconciliation Service API 0.2 has them; its answers are printed");
  command->add_option("--column", options->name, "Column with the names")->shows_default();
  command->add_option("--type-column", options->type, "Column with the class, as in geonames:P.PPL or a code alone");
  command->add_flag("--strict-type", options->strict, "Leave out candidates of other classes");
  command->add_option("--division-column", options->division, "Column with the code or name of a division that holds the place");
  command->add_option("--lon-column", options->lon, "Column with the longitude");
  command->add_option("--lat-column", options->lat, "Column with the latitude");
  command->add_option("--position-column", options->position, "Column with both, as in 120.65,27.78");
  command->add_option("--code-column", options->code, "Column with a code elsewhere, as in wikidata:Q42");
  command->add_option("--day-column", options->day, "Column with the day on which the name held");
  command->add_option("--limit", options->limit, "Candidates of a name")->in_range(1, 20)->shows_default();
  command->add_option("--on", options->on, "Names of this day; today when not given");
  command->add_option("--out", options->out, "Write the candidates here, CSV; printed when not given");
  command->add_flag("--overwrite", options->overwrite, "Replace a file that is there");
  command->callback([&shared, options] { options->batch ? answer_batch(*options, shared) : reconcile_table(*options, shared); });
}

}  // namespace merestone
