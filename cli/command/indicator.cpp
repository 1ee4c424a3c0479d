// SPDX-License-Identifier: Apache-2.0
#include "cli/command/commands.hpp"
#include "cli/command/intake.hpp"
#include "cli/command/line_sheets.hpp"
#include "cli/command/number_of.hpp"
#include "cli/command/theme.hpp"
#include "cli/report/thematic_map.hpp"
#include "cli/words/json.hpp"
#include "data/exchange/reading_relief.hpp"
#include "data/office/project.hpp"
#include "gis/base/text.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

const char* word_of_rule(SumRule rule) { return rule == SumRule::rate ? "rate" : rule == SumRule::none ? "none" : "sum"; }

void list(const Shared& shared) {
  const auto project = Project::open(shared.project);
  const IndicatorRecord record = indicator_record(project);
  auto all = Json::array();
  for (const IndicatorRule& rule : record.rules) {
    const auto years = years_of(record, rule.id);
    const std::string span = years.empty() ? "–" : years.size() == 1 ? std::to_string(years[0]) : fmt::format("{}–{}", years.front(), years.back());
    if (!shared.json) {
      const std::string made = rule.sum == SumRule::rate ? fmt::format("{} / {}", rule.numerator, rule.denominator) : "";
      fmt::print("{:<22} {:<10} {:<10} {}{}\n", rule.id, in_language(rule.unit, shared), span, in_language(rule.words, shared), made.empty() ? "" : " = " + made);
      continue;
    }
    all.push_back({{"id", rule.id}, {"words", {{"en", rule.words.en}, {"zh", rule.words.zh}}}, {"unit", {{"en", rule.unit.en}, {"zh", rule.unit.zh}}},
                   {"sum", word_of_rule(rule.sum)}, {"parent", rule.parent}, {"numerator", rule.numerator}, {"denominator", rule.denominator},
                   {"scale", rule.scale}, {"years", years}});
  }
  if (shared.json) print_json({{"indicators", all}});
}

struct Definition {
  IndicatorRule rule;
  std::string sum = "sum", reason;
};

void define(Definition& options, const Shared& shared) {
  options.rule.sum = options.sum == "rate" ? SumRule::rate : options.sum == "none" ? SumRule::none : SumRule::sum;
  auto project = Project::open(shared.project, Access::write);
  const Revision revision = define_indicator(project, {shared.author, options.reason, {}, {}}, options.rule);
  if (shared.json) return print_json({{"indicator", options.rule.id}, {"revision", revision}});
  fmt::print("Defined {} as revision {}.\n", options.rule.id, revision);
}

struct Import {
  TableOptions table;
  std::string indicator;
  std::vector<std::string> columns;
};

void take_in_values(Import& options, const Shared& shared) {
  map_columns(options.table.reading, options.columns, "indicator import ");
  auto project = Project::open(shared.project, options.table.dry_run ? Access::read : Access::write);
  ValueDelivery delivery = read_value_table(options.table.file, options.table.reading, options.indicator);
  refuse_wrong(delivery, options.table);
  const ValuesOutcome outcome = options.table.dry_run ? check_values(project, delivery.values, delivery.source.title)
                                                      : record_values(project, act_of(options.table, shared, delivery.source), delivery.values);
  std::vector<Finding> findings = delivery.findings;
  findings.insert(findings.end(), outcome.findings.begin(), outcome.findings.end());
  if (shared.json) {
    return print_json({{"file", options.table.file}, {"records", delivery.values.size()}, {"recorded", outcome.recorded}, {"replaced", outcome.replaced},
                       {"same", outcome.same}, {"revision", outcome.revision}, {"findings", to_json(findings)}});
  }
  std::erase_if(findings, [](const Finding& f) { return f.rule == "import.columns"; });
  print_findings(findings, shared.language);
  const std::string figures = number_of(outcome.recorded, "figure", "figures");
  const std::string more = (outcome.replaced > 0 ? fmt::format(", {} of them in place of others", outcome.replaced) : "") +
                           (outcome.same > 0 ? "; " + number_of(outcome.same, "was", "were") + " on record already" : "");
  if (options.table.dry_run) fmt::print("Fit to be recorded: {}{}; nothing was written (--dry-run).\n", figures, more);
  else if (outcome.revision == 0) fmt::print("Nothing new: {} on record already.\n", number_of(outcome.same, "figure was", "figures were"));
  else fmt::print("Recorded {}{} as revision {}.\n", figures, more, outcome.revision);
}

Json json_of(const ThematicRow& row) {
  Json json;
  const Figure& f = row.figure;
  json["value"] = f.value ? Json(*f.value) : Json();
  if (f.denominator != 0 || f.numerator != 0) json.update({{"numerator", f.numerator}, {"denominator", f.denominator}});
  json.update({{"parts", f.parts}, {"missing", f.missing}, {"shared", f.shared}});
  auto series = Json::array();
  for (const YearValue& v : row.series) series.push_back({v.year, v.value});
  json["years"] = std::move(series);
  if (row.trend) json["trend_per_year"] = row.trend->per_year;
  return json;
}

void show(const ThemeOptions& options, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const Theme theme = make_theme(project, options, language_of_sheet(shared));
  const IndicatorSheet& sheet = theme.sheet;
  const Thematic& thematic = sheet.thematic;
  const IndicatorRule& rule = thematic.table.rule;
  if (shared.json) {
    auto rows = Json::array();
    for (std::size_t i = 0; i < thematic.rows.size(); ++i) {
      Json row{{"code", sheet.codes[i]}, {"name", sheet.names[i]}};
      row.update(json_of(thematic.rows[i]));
      rows.push_back(std::move(row));
    }
    Json document{{"indicator", rule.id}, {"year", thematic.table.question.year}, {"level", thematic.table.question.level},
                  {"divisions_of", to_string(thematic.day)}, {"trend_method", std::string{word_of(thematic.trend)}}, {"whole", json_of(thematic.whole)},
                  {"rows", std::move(rows)}, {"unplaced", thematic.table.unplaced}, {"findings", to_json(thematic.table.findings)}};
    if (rule.sum == SumRule::rate) document.update({{"numerator_name", rule.numerator}, {"denominator_name", rule.denominator}});
    return print_json(document);
  }
  const Phrases phrases{language_of_sheet(shared)};
  fmt::print("{}, {}, {}\n", in_language(rule.words, shared), in_language(rule.unit, shared), thematic.table.question.year);
  const auto line = [&](const std::string& code, const std::string& name, const ThematicRow& row) {
    const Figure& f = row.figure;
    const std::string value = f.value ? figure_words(rule, *f.value, phrases) : phrases.text("theme-no-data");
    const std::string counts = rule.sum == SumRule::rate && f.missing < f.parts ? fmt::format("  {} / {}", shortest(f.numerator), shortest(f.denominator)) : "";
    const std::string trend = row.trend ? fmt::format("  {:+.2f} a year", row.trend->per_year) : "";
    const std::string missing = f.missing > 0 ? fmt::format("  {} of {} missing", f.missing, f.parts) : "";
    fmt::print("{:<13} {:>10}{}{}{}{}  {}\n", code, value, counts, trend, missing, f.shared > 0 ? "  partly estimated" : "", name);
  };
  for (std::size_t i = 0; i < thematic.rows.size(); ++i) line(sheet.codes[i], sheet.names[i], thematic.rows[i]);
  if (thematic.whole.figure.value) line("", phrases.text("theme-whole"), thematic.whole);
  std::fflush(stdout);
  print_findings(thematic.table.findings, shared.language);
}

struct Report {
  ThemeOptions theme;
  SheetOptions sheet;
};

void report(Report& options, const Shared& shared) {
  const auto project = Project::open(shared.project);
  Theme theme = make_theme(project, options.theme, options.sheet.language);
  add_theme_map(project, theme);
  const std::string stem = sheet_stem(options.sheet, fmt::format("{}-{}-{}", options.theme.indicator, theme.sheet.thematic.table.question.year, options.sheet.language));
  tell_files(write_files(theme.sheet, Phrases{options.sheet.language}, stem, options.sheet.formats), shared);
}

}  // namespace

void add_indicator(Command& program, const Shared& shared) {
  auto* command = program.add_command("indicator", "Figures by division and year: rates, trends, reports");
  command->require_command();
  command->footer("Example:  merestone indicator show cremation_rate --year 2024 --level 3");
  command->add_command("list", "What is counted, and for which years")->callback([&shared] { list(shared); });

  auto definition = std::make_shared<Definition>();
  auto* defining = command->add_command("define", "Count something of the office's own");
  defining->add_option("INDICATOR", definition->rule.id, "Short name: library_cards")->required();
  defining->add_option("--name", definition->rule.words.en, "In English")->required();
  defining->add_option("--name-zh", definition->rule.words.zh, "In Chinese")->required();
  defining->add_option("--unit", definition->rule.unit.en, "In English")->required();
  defining->add_option("--unit-zh", definition->rule.unit.zh, "In Chinese")->required();
  defining->add_option("--sums", definition->sum, "How the figure of a whole comes from its parts")->one_of({"sum", "rate", "none"})->shows_default();
  defining->add_option("--parent", definition->rule.parent, "It is a part of this one");
  defining->add_option("--numerator", definition->rule.numerator, "Of a rate");
  defining->add_option("--denominator", definition->rule.denominator, "Of a rate");
  defining->add_option("--scale", definition->rule.scale, "Of a rate: 100 for per cent")->positive()->shows_default();
  defining->add_option("--over", definition->rule.over.en, "Of a rate that should not pass its scale: what to look into where it does");
  defining->add_option("--over-zh", definition->rule.over.zh, "The same in Chinese");
  defining->add_flag("--whole", definition->rule.whole, "No fractions");
  defining->add_option("--reason", definition->reason, "Why: written into the audit");
  defining->callback([&shared, definition] { define(*definition, shared); });

  auto import = std::make_shared<Import>();
  auto* importing = command->add_command("import", "Figures from a table with code of the division, year, indicator and value");
  add_table_options(*importing, import->table, false);
  importing->add_option("--indicator", import->indicator, "Where the table has no such column");
  importing->add_option("--map", import->columns, "Our field = their column, as in unit_code=adcode,figure=value")->delimiter(',');
  importing->footer("Example:  merestone indicator import --from indicators.csv");
  importing->callback([&shared, import] { take_in_values(*import, shared); });

  auto theme = std::make_shared<ThemeOptions>();
  auto* showing = command->add_command("show", "Figures of a year by division, with the trend of the years before");
  add_figure_options(*showing, *theme);
  showing->footer("Example:  merestone indicator show cremation_rate --year 2024 --level 3");
  showing->callback([&shared, theme] { show(*theme, shared); });

  auto printing = std::make_shared<Report>();
  auto* reporting = command->add_command("report", "The same on paper: map, table, chart");
  add_figure_options(*reporting, printing->theme);
  add_class_options(*reporting, printing->theme);
  reporting->add_option("--out", printing->sheet.out, "Folder")->shows_default();
  reporting->add_option("--format", printing->sheet.formats, "html, pdf, csv")->delimiter(',')->one_of({"html", "pdf", "csv"});
  reporting->add_option("--sheet-language", printing->sheet.language, "Of the sheet")->one_of({"en", "zh"})->shows_default();
  reporting->callback([&shared, printing] { report(*printing, shared); });
}

}  // namespace merestone
