// SPDX-License-Identifier: Apache-2.0
#include "cli/command/change_words.hpp"
#include "cli/command/command.hpp"
#include "cli/command/commands.hpp"
#include "cli/command/shared.hpp"
#include "data/office/project.hpp"
#include "gis/base/text.hpp"
#include "gis/divisions/change_effect.hpp"
#include "gis/territory/whereabouts.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

struct Options {
  double lon = 0;
  double lat = 0;
  double accuracy = 0;
  std::string on;
  std::string basis = "effective";
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

/// How the holders hold the place; what else is true of it is said after them.
StatusWords words_of(const Whereabouts& found) {
  switch (found.statuses.front()) {
    case PlaceStatus::no_data_for_date: return {"no_data_for_date", "cannot be told: no ground is on record for this day"};
    case PlaceStatus::outside: return {"outside", "lies outside all divisions on record"};
    case PlaceStatus::on_line: return {"on_line", "lies exactly on the boundary between"};
    case PlaceStatus::disputed: return {"disputed", found.holders.size() > 1 ? "lies on ground in dispute between" : "lies, on ground in dispute, in"};
    default: return {"inside", "lies in"};
  }
}

/// Whether the position would lie within `extent` if its two numbers changed places.
bool exchanged(Position position, const Box& extent) {
  return !extent.empty() && !extent.contains(position) && extent.contains({position.lat, position.lon});
}

/// Changes that a division came out of, or went through, up to the day; and the next one after it.
std::vector<const ChangeEvent*> changes_of(const DivisionState& division, const ChangeRecord& record) {
  std::vector<const ChangeEvent*> found;
  for (const ChangeEvent& event : record.events) {
    const bool concerned = std::any_of(record.parts.begin(), record.parts.end(), [&](const ChangePart& part) {
      return part.event == event.id && part.division == division.id;
    });
    if (concerned) found.push_back(&event);
  }
  return found;
}

class Answer {
 public:
  Answer(const Options& options, const Shared& shared)
      : options_{options}, shared_{shared}, project_{Project::open(shared.project)}, record_{project_.changes(options.revision)},
        asked_{day_of(options.on)},
        as_of_{day_on_basis(record_.events, asked_, options.basis), options.revision} {}

  void run() {
    const auto position = from_degrees(options_.lon, options_.lat);
    uses_ = project_.ground_uses(as_of_);
    const auto near = [&](const Box& box) { return project_.snapshot_in(box, as_of_); };
    found_ = whereabouts({position, options_.accuracy, viewpoint(options_.view)}, project_.extent(as_of_), near, uses_);
    std::vector<DivisionId> wanted = found_.holders;
    wanted.insert(wanted.end(), found_.administered_by.begin(), found_.administered_by.end());
    for (const auto& [claimant, holder] : found_.claims) wanted.insert(wanted.end(), {claimant, holder});
    if (found_.line) wanted.insert(wanted.end(), {found_.line->left, found_.line->right});
    for (const std::size_t i : found_.uses) wanted.push_back(uses_[i].user);
    wanted.push_back(found_.within);
    const auto divisions = project_.chain_register(wanted, as_of_);
    if (shared_.json) return print_for_machines(position, divisions);
    print(divisions);
    if (found_.holders.empty() && exchanged(position, project_.extent(as_of_))) {
      std::fflush(stdout);
      print_findings({{.rule = "cli.exchanged", .severity = Severity::note,
                       .facts = {{"lon", shortest(options_.lat)}, {"lat", shortest(options_.lon)}}}}, shared_.language);
    }
  }

 private:
  std::vector<DivisionId> claimants(const DivisionRegister& divisions) const {
    return claimants_of(found_.administered_by.empty() ? DivisionId{} : found_.administered_by.front(), found_.claims, divisions);
  }

  static Json json_of(const DivisionState* division) {
    if (division == nullptr) return nullptr;
    return {{"code", division->code}, {"name", division->name}, {"level", division->level}, {"kind", division->kind}};
  }

  Json changes_json(const DivisionState& division) const {
    auto changes = Json::array();
    const auto documents = project_.documents(options_.revision);
    for (const ChangeEvent* event : changes_of(division, record_)) {
      changes.push_back({{"change", event->id.value}, {"document", cited(*event, documents)}, {"effective", to_string(*event->dates.of("effective"))}});
    }
    return changes;
  }

  void print_for_machines(Position position, const DivisionRegister& divisions) const {
    auto holders = Json::array();
    for (const auto holder : found_.holders) {
      auto chain = Json::array();
      for (const auto* division : divisions.chain(holder)) {
        auto json = json_of(division);
        if (division->entrusted_to.value != 0) json["entrusted_to"] = json_of(divisions.find(division->entrusted_to));
        if (auto changes = changes_json(*division); !changes.empty()) json["changes"] = std::move(changes);
        chain.push_back(std::move(json));
      }
      holders.push_back({{"chain", chain}});
    }
    auto statuses = Json::array();
    for (const PlaceStatus status : found_.statuses) statuses.push_back(word_of(status));
    Json document{{"lon", degrees(position.lon)}, {"lat", degrees(position.lat)}, {"on", to_string(asked_)}, {"date_basis", options_.basis},
                  {"status", words_of(found_).machine}, {"statuses", statuses}, {"holders", holders}};
    if (as_of_.day != asked_) document["as_in_force_on"] = to_string(as_of_.day);
    if (found_.line) {
      document["nearest_line"] = {{"distance_m", found_.line->distance_m}, {"accuracy_m", found_.line->accuracy_m}, {"stretch", found_.line->stretch.value},
                                  {"left", json_of(divisions.find(found_.line->left))}, {"right", json_of(divisions.find(found_.line->right))}};
    }
    const auto list = [&](const char* name, const std::vector<DivisionId>& ids) {
      if (ids.empty()) return;
      document[name] = Json::array();
      for (const DivisionId id : ids) document[name].push_back(json_of(divisions.find(id)));
    };
    if (!found_.claims.empty()) {
      document["claimants"] = Json::array();
      list("claimants", claimants(divisions));
      list("administered_by", found_.administered_by);
    }
    if (found_.within.value != 0) document["enclave_in"] = json_of(divisions.find(found_.within));
    for (const std::size_t i : found_.uses) {
      document["used_by"].push_back({{"user", json_of(divisions.find(uses_[i].user))}, {"title", uses_[i].title}});
    }
    print_json(document);
  }

  void print(const DivisionRegister& divisions) const {
    fmt::print("{} {} on {} {}\n", options_.lon, options_.lat, to_string(asked_), words_of(found_).person);
    if (as_of_.day != asked_) fmt::print("  (by the day on which changes were {}; as in force on {})\n", options_.basis, to_string(as_of_.day));
    for (const auto holder : found_.holders) {
      if (holder != found_.holders.front()) fmt::print("and\n");
      for (const auto* division : divisions.chain(holder)) print(*division, divisions);
    }
    if (!found_.claims.empty()) {
      const auto claim_it = claimants(divisions);
      for (const DivisionId id : claim_it) {
        if (const auto* division = divisions.find(id)) fmt::print("  claimed by {} {}\n", division->code, division->name);
      }
      if (claim_it.empty()) fmt::print("  claimed by no party: each leaves it to another\n");
    }
    for (const std::size_t i : found_.uses) {
      const auto* user = divisions.find(uses_[i].user);
      fmt::print("  used by {} {}: {}\n", user == nullptr ? "" : user->code, user == nullptr ? "" : user->name, uses_[i].title);
    }
    if (const auto* all_around = divisions.find(found_.within)) fmt::print("  an enclave in {} {}\n", all_around->code, all_around->name);
    const bool near = std::find(found_.statuses.begin(), found_.statuses.end(), PlaceStatus::near_line) != found_.statuses.end();
    if (near && found_.statuses.front() != PlaceStatus::on_line) {
      const auto* left = divisions.find(found_.line->left);
      const auto* right = divisions.find(found_.line->right);
      fmt::print("  near the line between {} and {}: {} m away, which is within what is known of the two positions\n",
                 left == nullptr ? "nobody" : left->name, right == nullptr ? "nobody" : right->name, fixed(found_.line->distance_m, 1));
    }
  }

  void print(const DivisionState& division, const DivisionRegister& divisions) const {
    fmt::print("  {:<16} {:<8} {}\n", division.kind, division.code, division.name);
    if (const auto* keeper = divisions.find(division.entrusted_to)) fmt::print("    entrusted to {} {}\n", keeper->code, keeper->name);
    const auto documents = project_.documents(options_.revision);
    for (const ChangeEvent* event : changes_of(division, record_)) {
      fmt::print("    {} {}: {}\n", *event->dates.of("effective") <= as_of_.day ? "as changed on" : "until changed on",
                 to_string(*event->dates.of("effective")), cited(*event, documents));
    }
  }

  const Options& options_;
  const Shared& shared_;
  const Project project_;
  const ChangeRecord record_;
  const Date asked_;
  const AsOf as_of_;
  std::vector<GroundUse> uses_;
  Whereabouts found_;
};

}  // namespace

void add_at(Command& program, const Shared& shared) {
  auto* command = program.add_command("at", "Say which divisions hold a position on a day");
  auto options = std::make_shared<Options>();
  command->add_option("LON", options->lon, "Longitude in degrees, WGS 84")->required();
  command->add_option("LAT", options->lat, "Latitude in degrees")->required();
  command->add_option("--on", options->on, "Day, YYYY-MM-DD; today when not given");
  command->add_option("--basis", options->basis, "Which day of a change counts")->one_of({"effective", "approved", "announced"})->shows_default();
  command->add_option("--accuracy", options->accuracy, "Of the position, metres (standard deviation)")->not_negative();
  command->add_option("--as-seen-by", options->view, "status-quo, neutral, or a viewer of the project")->shows_default();
  command->add_option("--revision", options->revision, "As recorded up to this revision; the latest when not given");
  command->footer("Example:  merestone at -0.552 47.4716 --on 2018-06-30");
  command->callback([&shared, options] { Answer{*options, shared}.run(); });
}

}  // namespace merestone
