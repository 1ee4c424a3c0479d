// SPDX-License-Identifier: Apache-2.0
#include "cli/command/dispute.hpp"

#include "cli/words/json.hpp"

#include <nlohmann/json.hpp>

namespace merestone {
namespace {

struct Opening : CaseOptions {
  CaseOpening opening;
  std::vector<std::string> parties;
  std::string arose;
};

void open(Opening& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  auto& opening = options.opening;
  opening.number = options.number;
  opening.reported = options.day();
  if (!options.arose.empty()) opening.arose = parse_date(options.arose);
  for (const auto& code : options.parties) opening.parties.push_back(division_of(project, code, opening.reported));
  open_case(project, options.info(shared, "reported"), opening, today());
  tell_done(shared, options, {"told.reported"}, project.summary().revision, check_procedure(project, opening.procedure));
}

struct TriageOptions : CaseOptions {
  std::string matter = "line";
  std::string note;
  TriageFacts facts;
};

void run_triage(TriageOptions& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  options.facts.matter = options.matter == "ownership" ? Matter::ownership : Matter::line;
  const auto found = triage_case(project, options.info(shared, "triage"), options.key(), options.facts, options.day(), options.note);
  if (shared.json) {
    return print_json({{"case", options.number}, {"triage", std::string{word_of(found.result)}}, {"reasons", to_json(found.reasons)},
                       {"revision", project.summary().revision}});
  }
  tell_done(shared, options, {"told.triaged", {{"result", std::string{word_of(found.result)}}}}, project.summary().revision, found.reasons);
}

struct StepOptions : CaseOptions {
  std::string state;
  std::string note;
};

void step(const StepOptions& options, const Shared& shared, const std::string& state) {
  auto project = Project::open(shared.project, Access::write);
  const auto taken = take_step(project, options.info(shared, state), options.key(), {state, options.day(), {}, options.note});
  tell_done(shared, options, {"told.stands", state_facts(procedure_of_case(project, options.number), state)}, taken.revision, taken.findings);
}

struct PartyOptions : CaseOptions {
  std::string code;
};

void party(const PartyOptions& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  const auto added = division_of(project, options.code, options.day());
  tell_done(shared, options, {"told.party_added", {{"code", options.code}}},
            add_party(project, options.info(shared, "a further party"), options.key(), added, options.day()));
}

struct ClockOptions : CaseOptions {
  OfficeClock clock;
};

void clock(const ClockOptions& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  const Revision revision = set_clock(project, options.info(shared, "a time set by the office"), options.clock);
  ToldFacts facts = state_facts(find_procedure(project, options.clock.procedure), options.clock.state);
  facts.emplace_back("days", std::to_string(options.clock.days));
  tell_done(shared, options, {"told.clock_set", std::move(facts)}, revision);
}

}  // namespace

void add_dispute_acts(Command& dispute, const Shared& shared) {
  {
    auto* command = dispute.add_command("open", "Report a dispute: the first act of a case");
    auto options = std::make_shared<Opening>();
    add_case_options(*command, *options);
    command->add_option("--title", options->opening.title, "What it is called")->required();
    command->add_option("--procedure", options->opening.procedure, "cn-1989, ph-lgc118")->required();
    command->add_option("--party", options->parties, "Code of a party, two or more")->required()->delimiter(',');
    command->add_option("--arose", options->arose, "When the dispute arose, YYYY-MM-DD");
    command->add_option("--note", options->opening.note, "What was reported");
    command->callback([&shared, options] { open(*options, shared); });
  }
  {
    auto* command = dispute.add_command("triage", "Say whether it is a boundary dispute at all, and accept it if so");
    auto options = std::make_shared<TriageOptions>();
    add_case_options(*command, *options);
    command->add_option("--matter", options->matter, "What it is about")->one_of({"line", "ownership"})->shows_default();
    command->add_option("--approved-by", options->facts.approving_body, "Who approved the line, where one was delimited; as the record of the line says when not given");
    command->add_option("--approval", options->facts.approval, "The document that did");
    command->add_option("--undelimited", options->facts.undelimited, "Why a line settled on record is not delimited where they quarrel");
    command->add_flag("!--not-neighbours", options->facts.neighbours, "The areas of the parties do not touch");
    command->add_option("--yes", options->facts.yes, "Further questions of the procedure answered yes")->delimiter(',');
    command->add_option("--note", options->note, "What was found");
    command->callback([&shared, options] { run_triage(*options, shared); });
  }
  {
    auto* command = dispute.add_command("party", "Add a party");
    auto options = std::make_shared<PartyOptions>();
    add_case_options(*command, *options);
    command->add_option("CODE", options->code, "Of the party")->required();
    command->callback([&shared, options] { party(*options, shared); });
  }
  {
    auto* command = dispute.add_command("step", "Take a step of the procedure");
    auto options = std::make_shared<StepOptions>();
    add_case_options(*command, *options);
    command->add_option("STATE", options->state, "A state of the procedure: status_quo_set, negotiating, mediating, appealed, …")->required();
    command->add_option("--note", options->note, "What was done");
    command->callback([&shared, options] { step(*options, shared, options->state); });
  }
  for (const auto& [name, state, help] : {std::array{"withdraw", "withdrawn", "Take a case back: its claims leave the map"},
                                          std::array{"suspend", "suspended", "Let a case rest: its clocks stand still"},
                                          std::array{"reopen", "reopened", "Open an ended case anew"}}) {
    auto* command = dispute.add_command(name, help);
    auto options = std::make_shared<StepOptions>();
    add_case_options(*command, *options);
    command->add_option("--note", options->note, "Why");
    command->callback([&shared, options, state = state] { step(*options, shared, state); });
  }
  {
    auto* command = dispute.add_command("clock", "Set a time for a state where the law sets none");
    auto options = std::make_shared<ClockOptions>();
    command->add_option("PROCEDURE", options->clock.procedure, "cn-1989")->required();
    command->add_option("STATE", options->clock.state, "negotiating")->required();
    command->add_option("DAYS", options->clock.days, "How many")->required()->in_range(1, 36500);
    command->callback([&shared, options] {
      options->number = options->clock.procedure;
      clock(*options, shared);
    });
  }
}

}  // namespace merestone
