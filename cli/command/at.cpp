// SPDX-License-Identifier: Apache-2.0
#include "cli/command/commands.hpp"
#include "cli/command/shared.hpp"
#include "data/office/project.hpp"
#include "gis/base/text.hpp"
#include "gis/territory/locate.hpp"

#include <CLI/CLI.hpp>
#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace merestone {
namespace {

struct Options {
  double lon = 0;
  double lat = 0;
  std::string on;
  std::string view = "status-quo";
  Revision revision = latest_revision;
};

/// "status-quo", "neutral" or the word of a viewer whose acceptances the project holds.
Viewpoint viewpoint(const std::string& word) {
  if (word == "status-quo") return StatusQuo{};
  if (word == "neutral") return Neutral{};
  return AsSeenBy{word};
}

struct StatusWords {
  const char* machine;
  const char* person;
};

StatusWords words_of(LocateStatus status) {
  switch (status) {
    case LocateStatus::inside: return {"inside", "lies in"};
    case LocateStatus::on_line: return {"on_line", "lies exactly on the boundary between"};
    case LocateStatus::disputed: return {"disputed", "lies on ground in dispute between"};
    case LocateStatus::outside: break;
  }
  return {"outside", "lies outside all divisions on record"};
}

nlohmann::ordered_json json_of(const std::vector<const DivisionState*>& chain) {
  auto out = nlohmann::ordered_json::array();
  for (const auto* division : chain) {
    out.push_back({{"code", division->code}, {"name", division->name}, {"level", division->level}, {"kind", division->kind}});
  }
  return out;
}

/// Whether the position would lie within `extent` if its two numbers changed places.
bool exchanged(Position position, const Box& extent) {
  return !extent.empty() && !extent.contains(position) && extent.contains({position.lat, position.lon});
}

void answer(const Options& options, const Shared& shared) {
  const AsOf as_of{day_of(options.on), options.revision};
  const auto position = from_degrees(options.lon, options.lat);
  const auto project = Project::open(shared.project);
  const auto near = [&](const Box& box) { return project.snapshot_in(box, as_of); };
  const auto found = locate(position, project.extent(as_of), near, viewpoint(options.view));
  const auto divisions = project.chain_register(found.holders, as_of);
  const auto words = words_of(found.status);

  if (shared.json) {
    auto holders = nlohmann::ordered_json::array();
    for (const auto holder : found.holders) holders.push_back({{"chain", json_of(divisions.chain(holder))}});
    return print_json({{"lon", degrees(position.lon)}, {"lat", degrees(position.lat)}, {"on", to_string(as_of.day)},
                       {"status", words.machine}, {"holders", holders}});
  }
  fmt::print("{} {} on {} {}\n", options.lon, options.lat, to_string(as_of.day), words.person);
  for (const auto holder : found.holders) {
    if (holder != found.holders.front()) fmt::print("and\n");
    for (const auto* division : divisions.chain(holder)) {
      fmt::print("  {:<16} {:<8} {}\n", division->kind, division->code, division->name);
    }
  }
  if (found.holders.empty() && exchanged(position, project.extent(as_of))) {
    std::fflush(stdout);
    print_findings({{.rule = "cli.exchanged", .severity = Severity::note,
                     .facts = {{"lon", shortest(options.lat)}, {"lat", shortest(options.lon)}}}}, shared.language);
  }
}

}  // namespace

void add_at(CLI::App& program, const Shared& shared) {
  auto* command = program.add_subcommand("at", "Say which divisions hold a position on a day");
  auto options = std::make_shared<Options>();
  command->add_option("LON", options->lon, "Longitude in degrees, WGS 84")->required();
  command->add_option("LAT", options->lat, "Latitude in degrees")->required();
  command->add_option("--on", options->on, "Day, YYYY-MM-DD; today when not given");
  command->add_option("--as-seen-by", options->view, "status-quo, neutral, or a viewer of the project")->capture_default_str();
  command->add_option("--revision", options->revision, "As recorded up to this revision; the latest when not given");
  command->footer("Example:  merestone at -0.552 47.4716 --on 2018-06-30");
  command->callback([&shared, options] { answer(*options, shared); });
}

}  // namespace merestone
