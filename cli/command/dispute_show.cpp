// SPDX-License-Identifier: Apache-2.0
#include "cli/command/dispute.hpp"

#include "cli/command/attempts.hpp"
#include "cli/command/number_of.hpp"

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
    fmt::print("{:<12} {:<24} {} {:>10}  {}\n", one.number, one.state(), to_string(one.steps.back().day),
               number_of(one.parties.size(), "party", "parties"), one.title);
  }
  if (cases.empty()) fmt::print("No disputes on record\n");
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

void print_case(const DisputeFile& file, const Shared& shared) {
  const auto& one = file.the_case;
  fmt::print("{} {}\n  {} since {}, by {}\n", one.number, one.title, one.state(), to_string(one.steps.back().day), one.procedure);
  std::string next;
  for (const auto& state : file.next) next += (next.empty() ? "" : ", ") + state;
  fmt::print("  may follow: {}\n  at revision {}\n", next.empty() ? "nothing" : next, one.revision);
  for (const auto& party : file.parties) fmt::print("  party {}  {:<10} {}\n", party.label, party.code, party.name);
  for (const auto& step : one.steps) fmt::print("  {}  {}\n", to_string(step.day), step.state);
  for (const auto& due : file.due) {
    fmt::print("  {} was to end by {}{}\n", due.state, to_string(due.due), due.overdue ? ": overdue" : "");
  }
  for (const auto& piece : file.evidence) {
    fmt::print("  evidence {} of {}: {} {}, tier {}{}\n", piece.evidence.id.value, label_of(file, piece.evidence.party), piece.evidence.item,
               piece.document.title, piece.evidence.confirmed.empty() ? piece.best : piece.evidence.confirmed,
               piece.evidence.confirmed.empty() ? " at best" : ", confirmed");
  }
  for (const auto& opinion : file.opinions) {
    fmt::print("  line {} {} of {}: {}\n", opinion.id.value, word_of(opinion.kind), label_of(file, opinion.holder), opinion.title);
  }
  for (const auto& face : file.contested) fmt::print("  contested {:<9} {:>12} km²\n", claimed_in_words(face.label), km2(face.area_um2));
  if (!file.contested.empty()) fmt::print("  contested in all {:>11} km²\n", km2(area_um2(file.contested)));
  if (file.outcome) {
    const auto& outcome = file.outcome->outcome;
    fmt::print("  outcome: {} of {}, in force from {}{}\n", word_of(outcome.mode), to_string(outcome.decided), to_string(outcome.effective),
               file.stayed ? "; stayed since " + to_string(*file.stayed) + " by an appeal" : "");
  }
  std::fflush(stdout);
  print_findings(file.alerts, shared.language);
}

void show(const CaseQuestion& question, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const auto file = dispute_file(project, question.number, question.as_of(), today());
  if (shared.json) return print_json(json_of(file));
  print_case(file, shared);
}

void breach(const CaseQuestion& question, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const auto file = dispute_file(project, question.number, question.as_of(), today());
  std::vector<Finding> missing;
  if (!file.the_case.status_quo(file.procedure)) missing.push_back({.rule = "dispute.no_status_quo"});
  if (file.contested.empty()) missing.push_back({.rule = "dispute.no_contested_ground", .facts = {{"day", to_string(question.as_of().day)}}});
  if (!missing.empty()) throw Error{Fault::missing, "nothing to hold against", missing};
  if (shared.json) return print_json({{"case", question.number}, {"alerts", to_json(file.alerts)}});
  fmt::print("{}: {} of the status quo since {}, on {} km² of contested ground\n", question.number,
             file.alerts.empty() ? "no breach" : number_of(file.alerts.size(), "alert", "alerts"), to_string(*file.the_case.status_quo(file.procedure)),
             km2(area_um2(file.contested)));
  std::fflush(stdout);
  print_findings(file.alerts, shared.language);
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
      all.push_back({{"view", view.view}, {"valid", view.valid}, {"total_m2", square_metres(view.total_um2)}, {"held", held}});
    }
    return print_json({{"case", question.number}, {"views", all}});
  }
  for (const auto& view : sums) {
    fmt::print("{:<20} {} {:>16} km²\n", view.view, view.valid ? "a whole coverage, " : "CONTRADICTS ITSELF,", km2(view.total_um2));
    for (const auto& [holders, area] : view.by_holders) {
      if (concerned(holders)) fmt::print("  {:<28} {:>16} km²\n", names(holders), km2(area));
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
