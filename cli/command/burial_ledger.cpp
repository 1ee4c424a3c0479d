// SPDX-License-Identifier: Apache-2.0
#include "cli/command/burial_ledger.hpp"

#include "cli/command/burial_case.hpp"
#include "cli/command/commands.hpp"
#include "cli/command/case_fields.hpp"
#include "cli/command/enforcement_map.hpp"
#include "cli/command/line_sheets.hpp"
#include "cli/report/report_files.hpp"
#include "gis/divisions/lookup.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

struct LedgerOptions {
  std::string on, out, language = "zh", within;
  std::vector<std::string> formats{"csv", "html", "pdf"};
  int level = 4;
  bool is_public = false;
};

Json json_of(const EnforcementTally& tally) {
  Json json{{"found", tally.found}, {"notified", tally.notified}, {"self_corrected", tally.self_corrected}, {"enforced", tally.enforced}, {"closed", tally.closed},
            {"not_ours", tally.not_ours}};
  if (const auto rate = correction_rate(tally)) json["correction_rate_of_found"] = *rate;
  if (const auto rate = own_correction_rate(tally)) json["correction_rate_of_own"] = *rate;
  return json;
}

Json json_of(const PublicCounts& counts) {
  auto rows = Json::array();
  for (const PublicCount& row : counts.rows) {
    Json json{{"within", row.within}, {"count", row.count}};
    if (row.together.empty()) json["unit"] = row.unit;
    else json["together"] = row.together;
    rows.push_back(std::move(json));
  }
  return {{"rows", rows}, {"hidden", counts.hidden}, {"shown", counts.shown}};
}

/// Words of the pack for classes, states and outcomes, and for zones.
std::map<std::string, Wording> words_of(const Project& project, const Ledger& ledger) {
  std::map<std::string, Wording> words;
  for (const CountryPack& pack : project.packs()) {
    for (const EnforcementRules& set : pack.enforcement) {
      for (const EnforcementStep& step : set.steps) words.emplace(step.step.id, step.step.words);
      for (const EnforcementOutcome& outcome : set.outcomes) words.emplace(outcome.id, outcome.words);
    }
    for (const GraveTypeRule& type : pack.burials.grave_types) words.emplace(type.id, type.words);
  }
  for (const auto& [zone, tally] : ledger.by_zone) words.emplace(zone, Wording{zone_word(project, zone, false), zone_word(project, zone, true)});
  return words;
}

std::string name_of(const Project& project, const std::string& code, const AsOf& as_of) {
  if (code.empty()) return project.summary().title;
  const auto facts = project.division_facts();
  return division_with_code({facts, as_of.day}, facts, code, as_of.day).name;
}

}  // namespace

LedgerSheet ledger_sheet(const Project& project, const Ledger& ledger, const std::string& within, const AsOf& as_of) {
  std::vector<Position> graves;
  for (const LedgerSection& section : ledger.sections) {
    for (const LedgerRow& row : section.rows) graves.push_back(row.position);
  }
  return {sheet_head(project, as_of.day), name_of(project, within, as_of), ledger, words_of(project, ledger), map_of_graves(project, as_of, graves)};
}

namespace {

/// Graves found by village and cases closed by township, none of them few.
PublicProgress public_of(const Project& project, const Ledger& ledger, const LedgerOptions& options, const AsOf& as_of) {
  PublicProgress progress;
  progress.head = sheet_head(project, as_of.day);
  progress.division = name_of(project, options.within, as_of);
  progress.least = ledger.least_public;
  std::vector<CountedUnit> found, closed;
  for (const LedgerSection& section : ledger.sections) {
    std::map<std::string, std::int64_t> by_village;
    for (const LedgerRow& row : section.rows) by_village[row.village] += row.number.empty() ? 0 : 1;
    for (const auto& [village, count] : by_village) found.push_back({village, section.name, count});
    closed.push_back({section.name, progress.division, section.tally.closed});
  }
  progress.found = public_counts(std::move(found), ledger.least_public);
  progress.closed = public_counts(std::move(closed), ledger.least_public);
  return progress;
}

void write_ledger(const LedgerOptions& options, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const AsOf as_of{day_of(options.on)};
  const Ledger ledger = burial_ledger(project, as_of, options.level, options.within);
  const Phrases phrases{options.language};
  auto files = Json::array();
  const auto write = [&](const std::string& format, const std::string& bytes) {
    const std::string path = options.out + "." + format;
    write_whole(path, bytes);
    files.push_back(path);
  };
  if (options.is_public) {
    const PublicProgress progress = public_of(project, ledger, options, as_of);
    for (const std::string& format : options.out.empty() ? std::vector<std::string>{} : options.formats) {
      write(format, written(progress, phrases, format));
    }
    if (shared.json) return print_json({{"on", to_string(as_of.day)}, {"least", progress.least}, {"found", json_of(progress.found)}, {"closed", json_of(progress.closed)}, {"files", files}});
    for (const PublicCount& row : progress.found.rows) {
      std::string names = row.unit;
      for (const std::string& each : row.together) names += (names.empty() ? "" : "; ") + each;
      if (row.count > 0) fmt::print("{:<12} {:>6}  {}\n", row.within, row.count, names);
    }
    for (const std::string& township : progress.found.hidden) fmt::print("{:<12} too few to be shown\n", township);
  } else {
    if (!options.out.empty()) {
      const LedgerSheet sheet = ledger_sheet(project, ledger, options.within, as_of);
      for (const std::string& format : options.formats) write(format, written(sheet, phrases, format));
    }
    if (shared.json) {
      auto sections = Json::array();
      for (const LedgerSection& section : ledger.sections) {
        Json json = json_of(section.tally);
        json["code"] = section.code;
        json["name"] = section.name;
        json["graves"] = section.rows.size();
        sections.push_back(std::move(json));
      }
      Json by_class = Json::object(), by_zone = Json::object();
      for (const auto& [id, tally] : ledger.by_class) by_class[id] = json_of(tally);
      for (const auto& [id, tally] : ledger.by_zone) by_zone[id] = json_of(tally);
      return print_json({{"on", to_string(as_of.day)}, {"total", json_of(ledger.total)}, {"sections", sections}, {"by_class", by_class}, {"by_zone", by_zone}, {"files", files}});
    }
    fmt::print("{:<10} {:<14} {:>6} {:>6} {:>8} {:>9} {:>8} {:>6}\n", "code", "township", "graves", "found", "notified", "corrected", "enforced", "closed");
    for (const LedgerSection& section : ledger.sections) {
      const EnforcementTally& t = section.tally;
      fmt::print("{:<10} {:<14} {:>6} {:>6} {:>8} {:>9} {:>8} {:>6}\n", section.code, section.name, section.rows.size(), t.found, t.notified, t.self_corrected, t.enforced, t.closed);
    }
    if (const auto rate = correction_rate(ledger.total)) fmt::print("correction rate {:.1f} % (closed ÷ all {} found)\n", *rate * 100, ledger.total.found);
  }
  for (const auto& file : files) fmt::print("Wrote {}\n", file.get<std::string>());
}

}  // namespace

void add_ledger(Command& program, const Shared& shared) {
  auto* command = program.add_command("ledger", "Write the ledger of graves: one row per grave, one section per township, and the progress");
  auto options = std::make_shared<LedgerOptions>();
  command->add_option("--out", options->out, "Path without ending; without it the progress is printed alone");
  command->add_option("--format", options->formats, "csv, html, pdf")->delimiter(',')->one_of({"csv", "html", "pdf"});
  command->add_option("--on", options->on, "As of this day, YYYY-MM-DD; today when not given");
  command->add_option("--division,--within", options->within, "Code of a division");
  command->add_option("--level", options->level, "Of the sections; 4 is the township")->shows_default();
  command->add_option("--report-language,--paper-language", options->language, "en or zh")->one_of({"en", "zh"})->shows_default();
  command->add_flag("--public", options->is_public, "For everybody: counts alone, none below the least of the pack");
  command->footer("Example:  merestone ledger --out ledger --format csv,pdf --on 2025-12-31");
  command->callback([&shared, options] { write_ledger(*options, shared); });
}

}  // namespace merestone
