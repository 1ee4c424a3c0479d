// SPDX-License-Identifier: Apache-2.0
#include "cli/command/burial_case.hpp"
#include "cli/command/commands.hpp"
#include "data/exchange/rows.hpp"
#include "data/office/burial_ledger.hpp"
#include "gis/base/text.hpp"
#include "gis/burials/survey_match.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

struct SurveyOptions {
  std::string on, baseline, earlier, later, earlier_day, later_day;
  double accuracy = 0;
  int level = 4;
  SurveyMatchOptions match;
};

/// A table of id, lon, lat, accuracy_m, area_m2, hardened.
std::vector<SurveyedGrave> read_survey(const std::string& path, double accuracy_m) {
  std::vector<SurveyedGrave> survey;
  std::vector<Finding> findings;
  std::size_t number = 0;
  for (const TableRow& row : read_rows(path, {"id", "lon", "lat", "accuracy_m", "area_m2", "hardened"})) {
    ++number;
    const auto cell = [&](const char* field) -> const std::string& { return row.find(field)->second; };
    const auto lon = parse_number(cell("lon")), lat = parse_number(cell("lat"));
    if (!lon || !lat || std::abs(*lon) > 180 || std::abs(*lat) > 90) {
      findings.push_back({.rule = "survey.no_position", .subject = {path, std::to_string(number), "lon"}, .facts = {{"id", cell("id")}}});
      continue;
    }
    survey.push_back({cell("id"), from_degrees(*lon, *lat), parse_number(cell("accuracy_m")).value_or(accuracy_m), parse_number(cell("area_m2")), cell("hardened")});
  }
  if (!findings.empty()) throw Error{Fault::invalid, path + " has graves without a place", findings};
  return survey;
}

void compare(const SurveyOptions& options, const Shared& shared) {
  const auto earlier = read_survey(options.earlier, options.accuracy), later = read_survey(options.later, options.accuracy);
  const std::vector<Finding> findings = check_surveys(earlier, parse_date(options.earlier_day), later, parse_date(options.later_day));
  if (!findings.empty()) throw Error{Fault::invalid, "the surveys cannot be laid beside each other", findings};
  const auto candidates = match_surveys(earlier, later, options.match);
  if (shared.json) {
    auto list = Json::array();
    for (const SurveyCandidate& c : candidates) {
      if (c.change == SurveyChange::same) continue;
      const SurveyedGrave& at = c.after ? later[*c.after] : earlier[*c.before];
      Json json{{"change", std::string{to_text(c.change)}}, {"before", c.before ? earlier[*c.before].id : ""}, {"after", c.after ? later[*c.after].id : ""},
                {"lon", degrees(at.position.lon)}, {"lat", degrees(at.position.lat)}, {"apart_m", c.apart_m}, {"tolerance_m", c.tolerance_m}, {"fields", c.fields}};
      list.push_back(std::move(json));
    }
    return print_json({{"earlier", options.earlier_day}, {"later", options.later_day}, {"method", "nearest pairs within deviations × √(a² + b²)"}, {"deviations", options.match.deviations},
                       {"moved_m", options.match.moved_m}, {"candidates", list}});
  }
  std::map<SurveyChange, std::size_t> counts;
  for (const SurveyCandidate& c : candidates) {
    ++counts[c.change];
    if (c.change == SurveyChange::same) continue;
    std::string fields;
    for (const std::string& field : c.fields) fields += " " + field;
    fmt::print("{:<8} {:<10} {:<10} {:>6.1f} m of {:>5.1f} m{}\n", to_text(c.change), c.before ? earlier[*c.before].id : "–", c.after ? later[*c.after].id : "–", c.apart_m, c.tolerance_m, fields);
  }
  fmt::print("{} the same, {} changed, {} moved, {} new, {} gone\n", counts[SurveyChange::same], counts[SurveyChange::changed], counts[SurveyChange::moved],
             counts[SurveyChange::appeared], counts[SurveyChange::gone]);
}

void count(const SurveyOptions& options, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const Date baseline = parse_date(options.baseline);
  const AsOf as_of{day_of(options.on)};
  const std::vector<NewGraves> counts = new_graves(project, baseline, as_of, options.level);
  GraveCount sum;
  auto list = Json::array();
  for (const NewGraves& each : counts) {
    const GraveCount& of = each.count;
    sum.stock += of.stock;
    sum.added += of.added;
    sum.unclear += of.unclear + of.not_known;
    sum.removed += of.removed;
    list.push_back({{"township", each.township}, {"village", each.village}, {"stock", of.stock}, {"new", of.added}, {"unclear", of.unclear}, {"not_known", of.not_known},
                    {"removed", of.removed}});
  }
  if (shared.json) {
    return print_json({{"baseline", to_string(baseline)}, {"on", to_string(as_of.day)}, {"stock", sum.stock}, {"new", sum.added}, {"unclear", sum.unclear}, {"removed", sum.removed},
                       {"villages", list}});
  }
  for (const NewGraves& each : counts) {
    const std::size_t unclear = each.count.unclear + each.count.not_known;
    if (each.count.added + unclear > 0) fmt::print("{:<10} {:<12} {:>5} new {:>5} unclear {:>5} stock\n", each.township, each.village, each.count.added, unclear, each.count.stock);
  }
  fmt::print("{} new since {}, {} unclear, {} in stock, {} of the stock gone, as of {}\n", sum.added, to_string(baseline), sum.unclear, sum.stock, sum.removed, to_string(as_of.day));
}

}  // namespace

void add_new_graves(Command& program, const Shared& shared) {
  auto* group = program.add_command("new-graves", "Count graves that came after a baseline, and find candidates from two surveys");
  group->require_command();
  {
    auto* command = group->add_command("count", "By village: new, in stock, and those of which it is not clear");
    auto options = std::make_shared<SurveyOptions>();
    command->add_option("--baseline", options->baseline, "Day of the census, YYYY-MM-DD")->required();
    command->add_option("--on", options->on, "As of this day, YYYY-MM-DD; today when not given");
    command->add_option("--level", options->level, "Of the divisions beside the villages; 4 is the township")->shows_default();
    command->callback([&shared, options] { count(*options, shared); });
  }
  auto* command = group->add_command("compare", "Lay two dated surveys beside each other: new, gone, moved, changed");
  auto options = std::make_shared<SurveyOptions>();
  command->add_option("EARLIER", options->earlier, "CSV of id, lon, lat, accuracy_m, area_m2, hardened")->required();
  command->add_option("LATER", options->later, "The same, later")->required();
  command->add_option("--earlier-day", options->earlier_day, "Of the first, YYYY-MM-DD")->required();
  command->add_option("--later-day", options->later_day, "Of the second")->required();
  command->add_option("--accuracy", options->accuracy, "Metres, of positions that do not say theirs");
  command->add_option("--deviations", options->match.deviations, "How many standard deviations two positions of one grave may be apart")->positive()->shows_default();
  command->add_option("--moved", options->match.moved_m, "Metres within which one may have been moved")->not_negative()->shows_default();
  command->callback([&shared, options] { compare(*options, shared); });
  group->footer("Example:  merestone new-graves count --baseline 2024-12-31 --on 2025-12-31");
}

}  // namespace merestone
