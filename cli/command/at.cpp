// SPDX-License-Identifier: Apache-2.0
#include "cli/command/change_words.hpp"
#include "cli/command/command.hpp"
#include "cli/command/commands.hpp"
#include "cli/command/shared.hpp"
#include "cli/command/told.hpp"
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
  std::vector<double> position;  ///< longitude, latitude
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

/// How the holders hold the place; what else is true of it is said after them.
struct Holding {
  const char* status;  ///< for machines
  const char* told;
};

Holding holding_of(const Whereabouts& found) {
  switch (found.statuses.front()) {
    case PlaceStatus::no_data_for_date: return {"no_data_for_date", "told.at_no_data"};
    case PlaceStatus::outside: return {"outside", "told.at_outside"};
    case PlaceStatus::on_line: return {"on_line", "told.at_on_line"};
    case PlaceStatus::disputed: return {"disputed", found.holders.size() > 1 ? "told.at_disputed_between" : "told.at_disputed_in"};
    default: return {"inside", "told.at_inside"};
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
      : options_{options}, shared_{shared}, project_{Project::open(shared.project)}, packs_{project_.packs()}, record_{project_.changes(options.revision)},
        asked_{day_of(options.on)},
        as_of_{day_on_basis(record_.events, asked_, options.basis), options.revision} {}

  void run() {
    const auto position = from_degrees(options_.position[0], options_.position[1]);
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
                       .facts = {{"lon", shortest(options_.position[1])}, {"lat", shortest(options_.position[0])}}}}, shared_.language);
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
                  {"status", holding_of(found_).status}, {"statuses", statuses}, {"holders", holders}};
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

  void say(const char* rule, std::vector<std::pair<std::string, std::string>> facts = {}, const char* before = "  ") const {
    fmt::print("{}{}\n", before, told(rule, shared_.language, std::move(facts)));
  }

  static std::string called(const DivisionState* division) { return division == nullptr ? "" : division->code + " " + division->name; }

  void print(const DivisionRegister& divisions) const {
    say(holding_of(found_).told, {{"lon", shortest(options_.position[0])}, {"lat", shortest(options_.position[1])}, {"day", to_string(asked_)}}, "");
    if (as_of_.day != asked_) say("told.at_basis", {{"basis", options_.basis}, {"day", to_string(as_of_.day)}});
    for (const auto holder : found_.holders) {
      if (holder != found_.holders.front()) say("told.and", {}, "");
      for (const auto* division : divisions.chain(holder)) print(*division, divisions);
    }
    if (!found_.claims.empty()) {
      const auto claim_it = claimants(divisions);
      for (const DivisionId id : claim_it) {
        if (const auto* division = divisions.find(id)) say("told.at_claimed", {{"division", called(division)}});
      }
      if (claim_it.empty()) say("told.at_unclaimed");
    }
    for (const std::size_t i : found_.uses) say("told.at_used", {{"division", called(divisions.find(uses_[i].user))}, {"what", uses_[i].title}});
    if (const auto* all_around = divisions.find(found_.within)) say("told.at_enclave", {{"division", called(all_around)}});
    const bool near = std::find(found_.statuses.begin(), found_.statuses.end(), PlaceStatus::near_line) != found_.statuses.end();
    if (near && found_.statuses.front() != PlaceStatus::on_line) {
      const auto name = [&](DivisionId id) {
        const auto* division = divisions.find(id);
        return division == nullptr ? told("told.nobody", shared_.language) : division->name;
      };
      say("told.at_near_line", {{"left", name(found_.line->left)}, {"right", name(found_.line->right)}, {"distance", fixed(found_.line->distance_m, 1)}});
    }
  }

  void print(const DivisionState& division, const DivisionRegister& divisions) const {
    const Wording* words = shared_.language == Language::chinese ? kind_wording(packs_, division.kind) : nullptr;
    fmt::print("  {:<16} {:<8} {}\n", words == nullptr ? division.kind : words->zh, division.code, division.name);
    if (const auto* keeper = divisions.find(division.entrusted_to)) say("told.at_entrusted", {{"division", called(keeper)}}, "    ");
    const auto documents = project_.documents(options_.revision);
    for (const ChangeEvent* event : changes_of(division, record_)) {
      const Date day = *event->dates.of("effective");
      say(day <= as_of_.day ? "told.at_changed" : "told.at_until_changed", {{"day", to_string(day)}, {"document", cited(*event, documents)}}, "    ");
    }
  }

  const Options& options_;
  const Shared& shared_;
  const Project project_;
  const std::vector<CountryPack> packs_;
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
  command->add_option("POSITION", options->position, "LON,LAT: longitude and latitude in degrees, WGS 84")->delimiter(',')->expected(2)->required();
  command->add_option("--on", options->on, "Day, YYYY-MM-DD; today when not given");
  command->add_option("--basis", options->basis, "Which day of a change counts")->one_of({"effective", "approved", "announced"})->shows_default();
  command->add_option("--accuracy", options->accuracy, "Of the position, metres (standard deviation)")->not_negative();
  command->add_option("--as-seen-by", options->view, "status-quo, neutral, or a viewer of the project")->shows_default();
  command->add_option("--revision", options->revision, "As recorded up to this revision; the latest when not given");
  command->footer("Example:  merestone at -0.552,47.4716 --on 2018-06-30");
  command->callback([&shared, options] { Answer{*options, shared}.run(); });
}

}  // namespace merestone
