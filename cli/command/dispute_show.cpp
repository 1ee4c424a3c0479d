// SPDX-License-Identifier: Apache-2.0
#include "cli/command/dispute.hpp"

#include "cli/command/attempts.hpp"

#include "cli/words/json.hpp"
#include "gis/base/text.hpp"
#include "gis/geodesy/measure.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

struct CaseQuestion {
  std::string number;
  std::string on;
  Revision revision = latest_revision;
  AsOf as_of() const { return {day_of(on), revision}; }
};

std::string km2(Wide um2) { return fixed(square_metres(um2) / 1e6, 4); }

std::string label_of(const DisputeFile& file, DivisionId division) {
  const auto at = std::ranges::find(file.parties, division, &CaseParty::division);
  return at == file.parties.end() ? "–" : at->label;
}

void list_cases(const CaseQuestion& question, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const auto cases = dispute_cases(project, question.revision);
  if (shared.json) {
    auto all = Json::array();
    for (const auto& one : cases) {
      all.push_back({{"number", one.number}, {"title", one.title}, {"procedure", one.procedure}, {"state", one.state()},
                     {"since", to_string(one.steps.back().day)}, {"parties", one.parties.size()}});
    }
    return print_json({{"cases", all}});
  }
  for (const auto& one : cases) {
    fmt::print("{:<12} {:<24} {} {:>10}  {}\n", one.number, state_in_words(find_procedure(project, one.procedure), one.state(), shared.language),
               to_string(one.steps.back().day), told_count(one.parties.size(), {"told.party", "told.parties"}, shared.language), one.title);
  }
  if (cases.empty()) tell("told.no_disputes", shared.language);
}

Json json_of(const DisputeFile& file) {
  const auto& one = file.the_case;
  Json out{{"number", one.number}, {"title", one.title}, {"procedure", one.procedure}, {"state", one.state()},
           {"next", file.next}, {"revision", one.revision}, {"reported", to_string(one.reported)}};
  out["arose"] = one.arose ? Json(to_string(*one.arose)) : Json();
  out["status_quo"] = one.status_quo(file.procedure) ? Json(to_string(*one.status_quo(file.procedure))) : Json();
  out["triage"] = one.triage;
  for (const auto& party : file.parties) out["parties"].push_back({{"label", party.label}, {"code", party.code}, {"name", party.name}});
  for (const auto& step : one.steps) out["steps"].push_back({{"state", step.state}, {"day", to_string(step.day)}, {"note", step.note}});
  out["due"] = Json::array();
  for (const auto& due : file.due) {
    out["due"].push_back({{"state", due.state}, {"due", to_string(due.due)}, {"overdue", due.overdue}, {"by", due.by_office ? "office" : "law"}});
  }
  out["evidence"] = Json::array();
  for (const auto& piece : file.evidence) {
    out["evidence"].push_back({{"id", piece.evidence.id.value}, {"party", label_of(file, piece.evidence.party)}, {"title", piece.document.title},
                               {"item", piece.evidence.item}, {"best", piece.best}, {"confirmed", piece.evidence.confirmed},
                               {"sha256", piece.document.sha256}, {"findings", to_json(piece.findings)}});
  }
  out["opinions"] = Json::array();
  for (const auto& opinion : file.opinions) {
    out["opinions"].push_back({{"id", opinion.id.value}, {"kind", std::string{word_of(opinion.kind)}}, {"holder", label_of(file, opinion.holder)},
                               {"title", opinion.title}, {"accuracy_m", opinion.accuracy_m}, {"length_m", opinion.path.empty() ? 0 : length_m(opinion.path)}});
  }
  out["contested"] = faces_json(file.contested);
  out["alerts"] = to_json(file.alerts);
  if (file.outcome) {
    const auto& outcome = file.outcome->outcome;
    out["outcome"] = {{"mode", std::string{word_of(outcome.mode)}}, {"decided", to_string(outcome.decided)},
                      {"effective", to_string(outcome.effective)}, {"villages", outcome.moved.size()},
                      {"turning_points", outcome.points.size()}, {"surveyed", outcome.survey.value != 0}, {"tiles", file.outcome->tiles}};
    if (file.stayed) out["outcome"]["stayed"] = to_string(*file.stayed);
  }
  return out;
}

/// Everything on a case, line by line.
class CaseTold {
 public:
  CaseTold(const DisputeFile& file, Language language) : file_{file}, language_{language} {}

  void print() const {
    const auto& one = file_.the_case;
    fmt::print("{} {}\n", one.number, one.title);
    const std::string law = language_ == Language::chinese ? file_.procedure.words.zh : one.procedure;
    line("told.case_state", {{"state", state(one.state())}, {"day", to_string(one.steps.back().day)}, {"procedure", law}});
    std::vector<std::string> next;
    for (const auto& each : file_.next) next.push_back(told("told.state_to_type", language_, state_facts(file_.procedure, each)));
    line("told.may_follow", {{"next", next.empty() ? told("told.nothing", language_) : told_list(next, language_)}});
    line("told.at_revision", {{"revision", std::to_string(one.revision)}});
    for (const auto& party : file_.parties) line("told.party_is", {{"label", party.label}, {"code", fmt::format("{:<10}", party.code)}, {"name", party.name}});
    for (const auto& step : one.steps) fmt::print("  {}  {}\n", to_string(step.day), state(step.state));
    for (const auto& due : file_.due) line(due.overdue ? "told.state_overdue" : "told.state_due", {{"state", state(due.state)}, {"due", to_string(due.due)}});
    papers();
    for (const auto& face : file_.contested) ground("told.contested_face", claimed_in_words(face.label, language_), 12, face.area_um2);
    if (!file_.contested.empty()) ground("told.contested_in_all", {}, 11, area_um2(file_.contested));
    outcome();
    std::fflush(stdout);
    print_findings(file_.alerts, language_);
  }

 private:
  void line(const char* rule, ToldFacts facts) const { fmt::print("  {}\n", told(rule, language_, std::move(facts))); }
  std::string state(const std::string& id) const { return state_in_words(file_.procedure, id, language_); }

  void papers() const {
    for (const auto& piece : file_.evidence) {
      const std::string& confirmed = piece.evidence.confirmed;
      line(confirmed.empty() ? "told.evidence_at_best" : "told.evidence_confirmed",
           {{"evidence", std::to_string(piece.evidence.id.value)}, {"party", label_of(file_, piece.evidence.party)}, {"item", piece.evidence.item},
            {"title", piece.document.title}, {"tier", confirmed.empty() ? piece.best : confirmed}});
    }
    for (const auto& opinion : file_.opinions) {
      line(opinion.holder.value == 0 ? "told.opinion_of_none" : "told.opinion_of", {{"line", std::to_string(opinion.id.value)}, {"kind", sheet_word("dispute-line", word_of(opinion.kind), language_)},
                               {"party", label_of(file_, opinion.holder)}, {"title", sheet_word("method", opinion.title, language_)}});
    }
  }

  void ground(const char* rule, const std::string& label, int width, Wide um2) const {
    line(rule, {{"label", fmt::format("{:<9}", label)}, {"km2", fmt::format("{:>{}}", km2(um2), width)}});
  }

  void outcome() const {
    if (!file_.outcome) return;
    const auto& one = file_.outcome->outcome;
    line(file_.stayed ? "told.outcome_stayed" : "told.outcome",
         {{"mode", sheet_word("dispute-mode", word_of(one.mode), language_)}, {"decided", to_string(one.decided)}, {"effective", to_string(one.effective)},
          {"stayed", file_.stayed ? to_string(*file_.stayed) : ""}});
  }

  const DisputeFile& file_;
  Language language_;
};

void show(const CaseQuestion& question, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const auto file = dispute_file(project, question.number, question.as_of(), today());
  if (shared.json) return print_json(json_of(file));
  CaseTold{file, shared.language}.print();
}

void breach(const CaseQuestion& question, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const auto file = dispute_file(project, question.number, question.as_of(), today());
  std::vector<Finding> missing;
  if (!file.the_case.status_quo(file.procedure)) missing.push_back({.rule = "dispute.no_status_quo"});
  if (file.contested.empty()) missing.push_back({.rule = "dispute.no_contested_ground", .facts = {{"day", to_string(question.as_of().day)}}});
  if (!missing.empty()) throw Error{Fault::missing, "nothing to hold against", missing};
  if (shared.json) return print_json({{"case", question.number}, {"alerts", to_json(file.alerts)}});
  tell("told.breaches", shared.language,
       {{"number", question.number}, {"alerts", file.alerts.empty() ? told("told.no_breach", shared.language) : told_count(file.alerts.size(), {"told.alert", "told.alerts"}, shared.language)},
        {"day", to_string(*file.the_case.status_quo(file.procedure))}, {"km2", km2(area_um2(file.contested))}});
  std::fflush(stdout);
  print_findings(file.alerts, shared.language);
}

std::string view_in_words(const ViewSum& sum, Language language) {
  using View = ViewSum::View;
  switch (sum.view) {
    case View::status_quo: return told("told.view_status_quo", language);
    case View::neutral: return told("told.view_neutral", language);
    case View::as_claimed: return told("told.view_as_claimed", language, {{"by", sum.by}});
    case View::as_seen: break;
  }
  return told("told.view_as_seen", language, {{"by", sum.by}});
}

void views(const CaseQuestion& question, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const auto file = dispute_file(project, question.number, question.as_of(), today());
  const auto divisions = project.divisions(question.as_of());
  const auto names = [&](const Holders& holders) {
    std::string text;
    for (const auto id : holders) {
      const auto* state = divisions.find(id);
      text += (text.empty() ? "" : "+") + (state ? state->code : std::to_string(id.value));
    }
    return text;
  };
  const auto sums = view_sums(project, file, question.as_of());
  const auto concerned = [&](const Holders& holders) {
    return holders.size() > 1 || std::ranges::any_of(file.contested, [&](const ContestedFace& face) {
      return std::ranges::find(face.holders, holders.front()) != face.holders.end();
    });
  };
  if (shared.json) {
    auto all = Json::array();
    for (const auto& view : sums) {
      auto held = Json::array();
      for (const auto& [holders, area] : view.by_holders) {
        if (concerned(holders)) held.push_back({{"holders", names(holders)}, {"area_m2", square_metres(area)}});
      }
      all.push_back({{"view", view_in_words(view, Language::english)}, {"valid", view.valid}, {"total_m2", square_metres(view.total_um2)}, {"held", held}});
    }
    return print_json({{"case", question.number}, {"views", all}});
  }
  for (const auto& view : sums) {
    tell(view.valid ? "told.view_whole" : "told.view_contradicts", shared.language,
         {{"view", fmt::format("{:<20}", view_in_words(view, shared.language))}, {"km2", fmt::format("{:>16}", km2(view.total_um2))}});
    for (const auto& [holders, area] : view.by_holders) {
      if (concerned(holders)) fmt::print("  {:<28} {}\n", names(holders), told("told.km2", shared.language, {{"km2", fmt::format("{:>16}", km2(area))}}));
    }
  }
}

}  // namespace

void add_dispute_questions(Command& dispute, const Shared& shared) {
  using Ask = void (*)(const CaseQuestion&, const Shared&);
  struct Entry {
    const char* name;
    const char* help;
    Ask ask;
  };
  for (const Entry& entry : {Entry{"show", "Everything on record about a case", show},
                             Entry{"breach", "What stands on contested ground since the status quo stands", breach},
                             Entry{"views", "Who holds how much in each view; all have the same total", views}}) {
    auto* command = dispute.add_command(entry.name, entry.help);
    auto question = std::make_shared<CaseQuestion>();
    command->add_option("NUMBER", question->number, "Of the case")->required();
    command->add_option("--on", question->on, "Day of the map, YYYY-MM-DD; today when not given");
    command->add_option("--revision", question->revision, "As recorded up to this revision");
    command->callback([&shared, question, ask = entry.ask] { ask(*question, shared); });
  }
  auto* all = dispute.add_command("list", "All cases");
  auto question = std::make_shared<CaseQuestion>();
  all->add_option("--revision", question->revision, "As recorded up to this revision");
  all->callback([&shared, question] { list_cases(*question, shared); });
  auto* log = dispute.add_command("attempts", "Acts that were refused, and why");
  log->callback([&shared] { tell_attempts(shared); });
}

}  // namespace merestone
