// SPDX-License-Identifier: Apache-2.0
#include "cli/command/change_words.hpp"
#include "cli/command/command.hpp"
#include "cli/command/commands.hpp"
#include "cli/command/shared.hpp"
#include "cli/command/told.hpp"
#include "data/office/project.hpp"
#include "gis/base/text.hpp"
#include "gis/divisions/lineage.hpp"
#include "gis/divisions/lookup.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;
using What = LifeEvent::What;

struct HistoryOptions {
  std::string code;
  std::string on;
  Revision revision = latest_revision;
};

std::string words_of(What what, Language language) {
  switch (what) {
    case What::began: return told("told.life_began", language);
    case What::ended: return told("told.life_ended", language);
    case What::name: return told("told.life_name", language);
    case What::code: return told("told.life_code", language);
    case What::kind: return told("told.life_kind", language);
    case What::superior: return told("told.life_superior", language);
    case What::entrusted: return told("told.life_entrusted", language);
    case What::gave: return told("told.life_gave", language);
    case What::took: return told("told.life_took", language);
    case What::seat: break;
  }
  return told("told.life_seat", language);
}

/// The division of the code: on the day, else the one that had it last.
DivisionId division_of(const DivisionFacts& facts, const HistoryOptions& options) {
  const Date day = day_of(options.on);
  const DivisionRegister divisions{facts, day};
  if (options.on.empty() && divisions.find_code(options.code) == nullptr) {
    const DivisionCode* last = nullptr;
    for (const DivisionCode& code : facts.codes) {
      if (code.code == options.code && (last == nullptr || last->valid.until < code.valid.until)) last = &code;
    }
    if (last != nullptr) return last->division;
  }
  return division_with_code(divisions, facts, options.code, day).id;
}

class HistoryTold {
 public:
  HistoryTold(const HistoryOptions& options, const Shared& shared)
      : options_{options}, shared_{shared}, project_{Project::open(shared.project)}, facts_{project_.division_facts(options.revision)},
        record_{project_.changes(options.revision)}, documents_{project_.documents(options.revision)} {
    facts_.successions = record_.successions;
    seats_ = project_.seats_of_all_days(options.revision);
  }

  void run() {
    const DivisionId division = division_of(facts_, options_);
    const auto life = life_of(division, facts_, record_.shares, seats_);
    const Lineage lineage = lineage_of(division, facts_.successions);
    shared_.json ? print_for_machines(division, life, lineage) : print(division, life, lineage);
  }

 private:
  std::string document(DocumentId id) const {
    for (const Document& each : documents_) {
      if (each.id == id && id.value != 0) return each.number.empty() ? each.title : each.number + " " + each.title;
    }
    return {};
  }

  static Date before(Date day) { return day - std::chrono::days{1}; }

  std::string link(std::size_t i) const {
    const Succession& s = facts_.successions[i];
    const std::string to = s.to.value == 0 ? told("told.outside_record", shared_.language) : cards_.both(s.to, s.day);
    return fmt::format("{}  {} -> {}{}", to_string(s.day), cards_.both(s.from, before(s.day)), to, share(i));
  }

  std::string share(std::size_t succession) const {
    for (const SuccessionShare& share : record_.shares) {
      if (share.succession == succession && share.area_share && *share.area_share < 1) return fmt::format(" ({:.1f} %)", *share.area_share * 100);
    }
    return {};
  }

  void print(DivisionId division, const std::vector<LifeEvent>& life, const Lineage& lineage) const {
    const Language language = shared_.language;
    const Date last = life.empty() ? unknown_start : life.back().day;
    fmt::print("{}\n", cards_.both(division, life.empty() || life.back().what != What::ended ? open_end - std::chrono::days{1} : before(last)));
    for (const LifeEvent& event : life) {
      std::string what = words_of(event.what, language);
      if (!event.before.empty() && !event.after.empty()) what += told("told.changes", language, {{"before", event.before}, {"after", event.after}});
      else if (event.what == What::seat) what += told("told.becomes", language, {{"after", event.after}});
      if (event.other.value != 0) what += " " + cards_.both(event.other, event.what == What::took ? before(event.day) : event.day);
      if (event.area_share && *event.area_share < 1) what += fmt::format(" ({:.1f} %)", *event.area_share * 100);
      const std::string by = document(event.document);
      const std::string why = by.empty() ? event.reason : by;
      fmt::print("  {}  {}{}\n", to_string(event.day), what, why.empty() ? "" : (language == Language::chinese ? "，" : ", ") + why);
    }
    if (!lineage.from.empty()) tell("told.came_from", shared_.language);
    for (const std::size_t i : lineage.from) fmt::print("  {}\n", link(i));
    if (!lineage.to.empty()) tell("told.went_to", shared_.language);
    for (const std::size_t i : lineage.to) fmt::print("  {}\n", link(i));
  }

  Json card(DivisionId id, Date day) const {
    if (id.value == 0) return nullptr;
    return {{"id", id.value}, {"code", cards_.code(id, day)}, {"name", cards_.name(id, day)}};
  }

  Json edges(const std::vector<std::size_t>& list) const {
    auto all = Json::array();
    for (const std::size_t i : list) {
      const Succession& s = facts_.successions[i];
      Json edge{{"day", to_string(s.day)}, {"from", card(s.from, before(s.day))}, {"to", card(s.to, s.day)}, {"reason", s.reason}, {"document", document(s.document)}};
      for (const SuccessionShare& share : record_.shares) {
        if (share.succession != i) continue;
        if (share.area_share) edge["area_share"] = *share.area_share;
        if (share.people_share) edge["people_share"] = *share.people_share;
      }
      all.push_back(std::move(edge));
    }
    return all;
  }

  void print_for_machines(DivisionId division, const std::vector<LifeEvent>& life, const Lineage& lineage) const {
    auto events = Json::array();
    for (const LifeEvent& event : life) {
      Json json{{"day", to_string(event.day)}, {"what", words_of(event.what, Language::english)}};
      if (!event.before.empty()) json["before"] = event.before;
      if (!event.after.empty()) json["after"] = event.after;
      if (event.other.value != 0) json["other"] = card(event.other, event.what == What::took ? before(event.day) : event.day);
      if (event.area_share) json["area_share"] = *event.area_share;
      if (const std::string by = document(event.document); !by.empty()) json["document"] = by;
      if (!event.reason.empty()) json["reason"] = event.reason;
      events.push_back(std::move(json));
    }
    print_json({{"division", card(division, open_end - std::chrono::days{1})}, {"life", events}, {"from", edges(lineage.from)}, {"to", edges(lineage.to)}});
  }

  const HistoryOptions& options_;
  const Shared& shared_;
  const Project project_;
  DivisionFacts facts_;
  const ChangeRecord record_;
  const std::vector<Document> documents_;
  std::vector<DivisionSeat> seats_;
  Cards cards_{facts_};
};

}  // namespace

void add_history(Command& program, const Shared& shared) {
  auto* command = program.add_command("history", "Tell the life of a division, where it came from and where it went");
  auto options = std::make_shared<HistoryOptions>();
  command->add_option("CODE", options->code, "Of the division, also one that ended")->required();
  command->add_option("--on", options->on, "Who had the code on this day; the last holder when not given");
  command->add_option("--revision", options->revision, "As recorded up to this revision; the latest when not given");
  command->footer("Example:  merestone history 49377");
  command->callback([&shared, options] { HistoryTold{*options, shared}.run(); });
}

}  // namespace merestone
