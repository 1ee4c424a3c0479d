// SPDX-License-Identifier: Apache-2.0
#include "cli/command/burial_case.hpp"
#include "cli/words/json.hpp"
#include "data/office/grave_opinion.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace merestone {
namespace {

struct LeadOptions : BurialCaseOptions {
  std::string grave, source;
};

void lead(const LeadOptions& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  const LeadReceipt done = report_lead(project, options.info(shared, "lead"),
                                       {options.number, options.grave, options.source, options.day(), options.body, options.note}, today());
  if (shared.json) {
    return print_json({{"case", done.kept ? "" : options.number}, {"grave", options.grave}, {"kept", done.kept}, {"revision", done.revision},
                       {"findings", to_json(done.findings)}});
  }
  print_findings(done.findings, shared.language);
  if (done.kept) fmt::print("{}: kept as protected, no case (revision {})\n", options.grave, done.revision);
  else fmt::print("{}: lead (revision {})\n", options.number, done.revision);
}

struct VisitOptions : BurialCaseOptions {
  SiteVisit visit;
  std::string owner;
};

void verify(const VisitOptions& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  SiteVisit visit = options.visit;
  visit.day = options.day();
  visit.body = options.body;
  visit.note = options.note;
  visit.owner_known = burial_term<Told>(options.owner).value_or(Told::unknown);
  visit.photos = photos_of(options, "before", shared);
  if (visit.grave_class.empty()) {
    const BurialCase one = find_burial_case(project, options.number);
    for (const Grave& grave : burial_desk(project, {visit.day}).graves) {
      if (grave.id != one.grave) continue;
      GraveOpinion opinion = opinion_on(project, {visit.day}, grave.local_id);
      if (!shared.json) print_findings(opinion.findings, shared.language);
      visit.grave_class = std::move(opinion.grave_class);
      if (visit.zones.empty()) visit.zones = std::move(opinion.zones);
      break;
    }
  }
  tell_done(shared, options, "verified", verify_case(project, options.info(shared, "visit"), options.key(), visit));
}

struct StepOptions : BurialCaseOptions {
  std::string state, due;
  BurialAct act;
};

void step(const StepOptions& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  BurialAct act = options.act;
  act.state = options.state;
  act.day = options.day();
  act.body = options.body;
  act.note = options.note;
  if (!options.due.empty()) act.due = parse_date(options.due);
  const auto photos = photos_of(options, act.state == "recheck" ? "after" : options.phase, shared);
  tell_done(shared, options, act.state, take_step(project, options.info(shared, act.state), options.key(), act, photos));
}

void photo(const BurialCaseOptions& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  tell_done(shared, options, "photos", add_photos(project, options.info(shared, "photos"), options.key(), photos_of(options, options.phase, shared)));
}

struct JointOptions : BurialCaseOptions {
  std::vector<std::string> cases, bodies;
  std::string look_again;
};

/// "forestry" or "forestry:4", with how many people.
JointActionBody body_of(const std::string& text, bool lead) {
  const auto colon = text.find(':');
  const std::string count = colon == std::string::npos ? "0" : text.substr(colon + 1);
  return {text.substr(0, colon), lead, std::strtoll(count.c_str(), nullptr, 10)};
}

void plan(const JointOptions& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  JointAction action;
  action.title = options.number;
  action.day = options.day();
  action.note = options.note;
  for (const std::string& body : options.bodies) action.bodies.push_back(body_of(body, action.bodies.empty()));
  tell_done(shared, options, "planned", {plan_joint_action(project, options.info(shared, "joint action"), action, options.cases, today()), {}});
}

void done(const JointOptions& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  std::optional<Date> again;
  if (!options.look_again.empty()) again = parse_date(options.look_again);
  tell_done(shared, options, "carried out", carry_out(project, options.info(shared, "joint action"), options.number, options.day(), again, today()));
}

void add_joint(Command& group, const Shared& shared) {
  auto* joint = group.add_command("joint", "Days on which several bodies act on several cases");
  joint->require_command();
  {
    auto* command = joint->add_command("plan", "Plan one; NUMBER is its title, the first body leads");
    auto options = std::make_shared<JointOptions>();
    add_burial_case_options(*command, *options);
    command->add_option("--case", options->cases, "Number of a case; several times for several")->required();
    command->add_option("--body", options->bodies, "Body, with its people after a colon: forestry:4")->required();
    command->add_option("--note", options->note, "What is planned");
    command->callback([&shared, options] { plan(*options, shared); });
  }
  auto* command = joint->add_command("done", "It was carried out: its cases go to joint enforcement");
  auto options = std::make_shared<JointOptions>();
  add_burial_case_options(*command, *options);
  command->add_option("--look-again", options->look_again, "Day of the re-check, YYYY-MM-DD");
  command->callback([&shared, options] { done(*options, shared); });
}

}  // namespace

void add_burial_case_acts(Command& group, const Shared& shared) {
  {
    auto* command = group.add_command("lead", "Take down a lead; a protected grave gets no case but a record that it stays");
    auto options = std::make_shared<LeadOptions>();
    add_burial_case_options(*command, *options);
    add_body_and_note(*command, *options);
    command->add_option("--grave", options->grave, "Its number on record")->required();
    command->add_option("--source", options->source, "Where the lead comes from")->required()->one_of({"patrol", "complaint", "imagery", "other_department"});
    command->callback([&shared, options] { lead(*options, shared); });
  }
  {
    auto* command = group.add_command("verify", "Take down a visit to the grave: what it is, on what land, whether the owner is known");
    auto options = std::make_shared<VisitOptions>();
    add_burial_case_options(*command, *options);
    add_body_and_note(*command, *options);
    add_photo_options(*command, *options);
    command->add_option("--class", options->visit.grave_class, "Type of grave, as the pack calls it: hardened_oversize, …; when not given, type and zones are those that the rules find");
    command->add_option("--land", options->visit.land_class, "Class of land; as the grave has it when not given");
    command->add_option("--owner-known", options->owner, "yes or no")->required()->one_of({"yes", "no"});
    command->add_option("--zone", options->visit.zones, "Siting rule that the grave breaks; several times for several");
    command->callback([&shared, options] { verify(*options, shared); });
  }
  {
    auto* command = group.add_command("step", "Take any other step of the procedure");
    auto options = std::make_shared<StepOptions>();
    add_burial_case_options(*command, *options);
    command->add_option("STATE", options->state, "filed, notice, self_corrected, demand, court_applied, recheck, closed, …")->required();
    add_body_and_note(*command, *options);
    add_photo_options(*command, *options);
    options->phase = "before";
    command->add_option("--phase", options->phase, "Of the photos")->one_of({"before", "after"});
    command->add_option("--due", options->due, "Correct by, come forward by, look again by: YYYY-MM-DD");
    command->add_option("--correction", options->act.corrections, "What a notice orders: demolish_hardening, move, …; several times for several");
    command->add_option("--receiver", options->act.receiver, "Body that the case is transferred to");
    command->add_option("--outcome", options->act.outcome, "Of a closed case: removed, moved, deep_buried, greened, legalised, kept_protected");
    command->callback([&shared, options] { step(*options, shared); });
  }
  {
    auto* command = group.add_command("photo", "Add photos as evidence: where and when they were taken, and their digest");
    auto options = std::make_shared<BurialCaseOptions>();
    add_burial_case_options(*command, *options);
    add_photo_options(*command, *options);
    options->phase = "before";
    command->add_option("--phase", options->phase, "Before the correction, or after")->one_of({"before", "after"});
    command->callback([&shared, options] { photo(*options, shared); });
  }
  add_joint(group, shared);
}

}  // namespace merestone
