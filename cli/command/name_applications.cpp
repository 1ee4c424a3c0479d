// SPDX-License-Identifier: Apache-2.0
#include "cli/command/name.hpp"

#include "cli/command/search_index.hpp"
#include "cli/command/told.hpp"
#include "cli/words/json.hpp"
#include "data/office/name_search.hpp"
#include "gis/divisions/lookup.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

struct Applying : NameOptions {
  NameApplication draft;
  std::string act = "name";
  std::string division, place, former;
  std::vector<double> at;
  std::vector<std::string> attached;
  SizeOptions measured;
  bool outside = false;
};

struct Stepping : NameOptions {
  std::string number;
  Revision seen = latest_revision;
  StepTaken taken;
  std::string effective;
  std::vector<std::string> attached, reasons;
  SizeOptions measured;
};

/// What is said of the size, with the names that JSON gives it.
Json json_of(const PlaceSize& size) {
  Json json = Json::object();
  if (size.area_m2) json["area_m2"] = *size.area_m2;
  if (size.length_m) json["length_m"] = *size.length_m;
  if (size.floor_area_m2) json["floor_area_m2"] = *size.floor_area_m2;
  if (size.storeys) json["storeys"] = *size.storeys;
  return json;
}

Json json_of(const NameApplication& a) {
  auto steps = Json::array();
  for (const auto& s : a.steps) {
    steps.push_back({{"state", s.state}, {"day", to_string(s.day)}, {"body", s.body.name}, {"body_kind", s.body.kind}, {"body_level", s.body.level},
                     {"note", s.note}});
  }
  auto documents = Json::array();
  for (const auto& d : a.documents) documents.push_back({{"role", d.role}, {"document", d.document.value}});
  auto findings = Json::array();
  for (const auto& f : a.findings) findings.push_back({{"stage", f.stage}, {"finding", to_json(f.finding)}, {"reason", f.reason}});
  return {{"number", a.number}, {"act", std::string{to_text(a.act)}}, {"kind", a.kind}, {"state", a.state()}, {"name", a.text},
          {"language", a.language}, {"spelling", a.spelling}, {"reading", a.reading}, {"class", a.class_code}, {"location", a.location},
          {"built_up_area", a.built_up_area}, {"size", json_of(a.size)}, {"applicant", a.applicant}, {"applied", to_string(a.applied)}, {"place", a.place.value},
          {"steps", steps}, {"documents", documents}, {"checks", findings}, {"revision", a.revision}};
}

void tell(const NameActed& acted, const Shared& shared, const NameRules& rules) {
  const NameApplication& a = acted.application;
  if (shared.json) {
    Json json = json_of(a);
    json["revision"] = acted.revision;
    json["findings"] = to_json(acted.findings);
    return print_json(json);
  }
  fmt::print("{} {}: {} ({})\n", a.number, a.text, step_words(rules, a.state(), shared.language), revision_words(acted.revision, shared.language));
  std::fflush(stdout);
  print_findings(acted.findings, shared.language);
}

void apply(Applying& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  NameApplication draft = options.draft;
  draft.applied = options.day();
  draft.act = name_act(options.act).value_or(NameAct::name);
  if (draft.applicant.empty()) draft.applicant = shared.author;
  if (options.at.size() == 2) draft.position = from_degrees(options.at[0], options.at[1]);
  if (!options.division.empty()) {
    const auto facts = project.division_facts();
    draft.division = division_with_code({facts, draft.applied}, facts, options.division, draft.applied).id;
  }
  if (!options.place.empty()) draft.place = find_place(project, options.place).id;
  std::vector<Attachment> attached;
  for (const auto& paper : options.attached) attached.push_back(attachment_of(paper));
  const auto names = NameSearch::open(project, index_file(shared.project), today());
  draft.size = options.measured.size();
  const ApplicationKey key{options.draft.number, latest_revision, today(), options.carry(), &names, options.outside};
  tell(apply_for_name(project, options.info(shared, "application"), draft, attached, key), shared, names_pack(project).names);
}

void step(const Stepping& options, const Shared& shared, const std::string& state) {
  auto project = Project::open(shared.project, Access::write);
  StepTaken taken = options.taken;
  taken.state = state;
  taken.day = options.day();
  if (!options.effective.empty()) taken.effective = parse_date(options.effective);
  for (const auto& paper : options.attached) taken.attached.push_back(attachment_of(paper));
  for (const auto& reason : options.reasons) {
    const auto equals = reason.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == reason.size()) {
      const std::string what = "--because takes a rule and the reason, as in naming.homophone=\"the village was called so before\"; not " + reason;
      throw Error{Fault::invalid, what, {{.rule = "cli.usage", .facts = {{"what", what}, {"command", "name approve "}}}}};
    }
    taken.reasons[reason.substr(0, equals)] = reason.substr(equals + 1);
  }
  taken.size = options.measured.size();
  std::optional<NameSearch> names;
  if (state == name_state::approved || state == name_state::evaluated || !taken.size.empty()) names = NameSearch::open(project, index_file(shared.project), today());
  const ApplicationKey key{options.number, options.seen, today(), options.carry(), names ? &*names : nullptr};
  tell(take_step(project, options.info(shared, state), key, taken), shared, names_pack(project).names);
}

void list_applications(const std::string& state, bool pending, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const auto rules = names_pack(project).names;
  if (!state.empty() && rules.step(state) == nullptr) {
    std::string known;
    for (const ProcedureStep& each : rules.steps) known += (known.empty() ? "" : ", ") + each.id;
    throw Error{Fault::invalid, "no such state", {{.rule = "name.unknown_state", .facts = {{"state", state}, {"known", known}}}}};
  }
  auto all = applications(project);
  std::erase_if(all, [&](const NameApplication& a) { return (!state.empty() && a.state() != state) || (pending && !is_pending(rules, a)); });
  if (shared.json) {
    auto list = Json::array();
    for (const auto& a : all) list.push_back(json_of(a));
    return print_json({{"applications", list}});
  }
  for (const auto& a : all) {
    fmt::print("{:<12} {} {:<16} {:<8} {}\n", a.number, to_string(a.steps.back().day), step_words(rules, a.state(), shared.language), term_word("name_act", to_text(a.act), shared.language), a.text);
  }
  if (all.empty()) fmt::print("{}\n", told("told.no_applications", shared.language));
}

void due(const std::string& on, bool everything, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const Date day = day_of(on);
  auto tasks = name_tasks(project, day);
  if (!everything) std::erase_if(tasks, [](const NameTask& t) { return t.done.has_value(); });
  if (shared.json) {
    auto list = Json::array();
    for (const auto& t : tasks) {
      Json json{{"due", to_string(t.due)}, {"overdue", t.overdue}, {"clock", t.clock}, {"number", t.number}, {"name", t.name}, {"state", t.state}};
      if (t.done) json["done"] = to_string(*t.done);
      list.push_back(std::move(json));
    }
    return print_json({{"on", to_string(day)}, {"due", list}});
  }
  for (const auto& t : tasks) {
    const Language language = shared.language;
    const std::string state = t.done ? told(t.overdue ? "told.done_late" : "told.done", language, {{"day", to_string(*t.done)}}) : t.overdue ? told("told.overdue", language) : "";
    fmt::print("{}  {:<8} {:<48} {} {}\n", to_string(t.due), state, shared.language == Language::chinese ? t.words.zh : t.words.en, t.number, t.name);
  }
  if (tasks.empty()) fmt::print("{}\n", told("told.nothing_due", shared.language));
}

void show_application(const std::string& number, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const auto pack = names_pack(project);
  const auto a = find_application(project, number);
  if (shared.json) return print_json(json_of(a));
  const Language language = shared.language;
  const NameKindRule* kind = pack.names.kind(a.kind);
  fmt::print("{} {}: {}\n", a.number, step_words(pack.names, a.state(), language),
             told("told.application", language, {{"act", std::string{to_text(a.act)}}, {"kind", kind == nullptr ? a.kind : in_language(kind->words, shared)}, {"name", a.text}}));
  const auto line = [&](const char* what, const std::string& value) {
    if (!value.empty()) fmt::print("  {:<12} {}\n", term_word("shown", what, language), value);
  };
  line("spelling", a.spelling);
  line("reading", a.reading);
  line("class", a.class_code);
  line("location", a.location);
  line("built_up_area", a.built_up_area);
  const Json size = json_of(a.size);
  for (const auto& [what, value] : size.items()) fmt::print("  {:<12} {:g}\n", term_word("size", what, shared.language), value.get<double>());
  line("applicant", a.applicant);
  line("reasons", a.reasons);
  for (const auto& s : a.steps) {
    fmt::print("  {} {:<16} {}{}\n", to_string(s.day), step_words(pack.names, s.state, shared.language), s.body.name, s.note.empty() ? "" : ": " + s.note);
  }
  for (const auto& d : due_names(a, pack.clocks, pack.calendar, today())) {
    const auto clock = std::ranges::find(pack.clocks, d.clock, &Clock::id);
    const auto words = clock == pack.clocks.end() ? d.clock : shared.language == Language::chinese ? clock->words.zh : clock->words.en;
    const std::string state = d.done ? told("told.done", language, {{"day", to_string(*d.done)}}) : d.overdue ? told("told.overdue", language) : "";
    fmt::print("  {}{}{}\n", told("told.due", language, {{"day", to_string(d.due)}, {"what", words}}), state.empty() ? "" : language == Language::chinese ? "，" : ", ", state);
  }
}

void add_apply(Command& name, const Shared& shared) {
  auto* command = name.add_command("apply", "Apply for a name, a renaming or an abolition");
  auto options = std::make_shared<Applying>();
  auto& draft = options->draft;
  command->add_option("NUMBER", draft.number, "Of the application")->required();
  command->add_option("NAME", draft.text, "Applied for; not needed to abolish one");
  command->add_option("--act", options->act, "What is asked for")->one_of({"name", "rename", "abolish"})->shows_default();
  command->add_option("--kind", draft.kind, "Of the name in law, as the pack calls it: street, building, natural_feature …");
  command->add_option("--class", draft.class_code, "Code in the scheme of the pack");
  command->add_option("--place", options->place, "That it is the name of: #number, name or code; a new place when not given");
  command->add_option("--in", options->division, "Code of the finest division that holds the place");
  command->add_option("--at", options->at, "LON,LAT")->delimiter(',')->expected(2);
  command->add_flag("--outside", options->outside, "The position is meant, though no division on record holds it");
  command->add_option("--location", draft.location, "Where it lies, in words");
  command->add_option("--built-up-area", draft.built_up_area, "In which streets and buildings are unique");
  command->add_option("--name-language", draft.language, "BCP 47, as in zh")->shows_default();
  command->add_option("--script", draft.script, "ISO 15924, as in Hans");
  command->add_option("--specific", draft.specific, "Specific term 专名");
  command->add_option("--generic", draft.generic, "Generic term 通名");
  command->add_option("--spelling", draft.spelling, "In Roman letters");
  command->add_option("--reading", draft.reading, "With tones");
  command->add_option("--origin", draft.origin, "Where the name comes from");
  command->add_option("--meaning", draft.meaning, "What it means");
  command->add_option("--reasons", draft.reasons, "For the application");
  command->add_option("--applicant", draft.applicant, "Who applies");
  command->add_option("--attach", options->attached, "Paper by role: plan=\"Plan and reasons@plan.pdf\"");
  add_size_options(*command, options->measured);
  add_name_options(*command, *options);
  command->callback([&shared, options] { apply(*options, shared); });
}

void add_steps(Command& name, const Shared& shared) {
  struct Entry {
    const char* name;
    const char* state;
    const char* help;
  };
  for (const Entry& entry : {Entry{"accept", "accepted", "The application is complete and taken"}, Entry{"return", "returned", "Back to the applicant, to be completed"},
                             Entry{"resubmit", "applied", "The applicant has completed it"}, Entry{"withdraw", "withdrawn", "The applicant takes it back"},
                             Entry{"evaluate", "evaluated", "Assessed, argued by experts, opinions heard"}, Entry{"submit", "submitted", "Before who decides"},
                             Entry{"approve", "approved", "By who is competent (Art. 12)"}, Entry{"reject", "rejected", "Refused by who decides"},
                             Entry{"file", "filed", "The approving body files the name (PN-20)"}, Entry{"return-filing", "filing_returned", "The receiver sends the filing back"},
                             Entry{"announce", "announced", "Made public, and in force (PN-21)"}, Entry{"signed", "signed", "Signs with the name stand"}}) {
    auto* command = name.add_command(entry.name, entry.help);
    auto options = std::make_shared<Stepping>();
    command->add_option("NUMBER", options->number, "Of the application")->required();
    command->add_option("--seen", options->seen, "Revision that you looked at: refused when somebody touched it since");
    command->add_option("--note", options->taken.note, "In words");
    command->add_option("--attach", options->attached, "Paper by role: expert=\"Expert argument@expert.pdf\"");
    add_body_options(*command, options->taken.body);
    const std::string state = entry.state;
    if (state == "approved") command->add_option("--because", options->reasons, "Why to go on in spite of a warning: rule=reason");
    if (state == "applied" || state == "evaluated" || state == "approved") add_size_options(*command, options->measured);
    if (state == "announced") command->add_option("--effective", options->effective, "Day since which it is in force; that of the announcement when not given");
    if (state == "filed") {
      auto& receiver = options->taken.receiver;
      command->add_option("--with", receiver.name, "With whom it is filed");
      command->add_option("--with-kind", receiver.kind, "What that is in law")->one_of(std::vector<std::string>(body_kinds.begin(), body_kinds.end()));
      command->add_option("--with-level", receiver.level, "Level of its division")->in_range(0, 20);
    }
    add_name_options(*command, *options);
    command->callback([&shared, options, state] { step(*options, shared, state); });
  }
}

}  // namespace

void add_name_applications(Command& name, const Shared& shared) {
  add_apply(name, shared);
  add_steps(name, shared);
  struct Question {
    std::string state, on, number;
    bool flag = false;
  };
  auto question = std::make_shared<Question>();
  auto* command = name.add_command("list", "All applications");
  command->add_option("--state", question->state, "Only those that stand there");
  command->add_flag("--pending", question->flag, "Only those on their way");
  command->callback([&shared, question] { list_applications(question->state, question->flag, shared); });
  question = std::make_shared<Question>();
  command = name.add_command("due", "What must be filed and announced by when, and what is overdue");
  command->add_option("--on", question->on, "As seen on this day, YYYY-MM-DD; today when not given");
  command->add_flag("--all", question->flag, "Also what is done");
  command->callback([&shared, question] { due(question->on, question->flag, shared); });
  question = std::make_shared<Question>();
  command = name.add_command("application", "Everything on file about one application");
  command->add_option("NUMBER", question->number, "Of the application")->required();
  command->callback([&shared, question] { show_application(question->number, shared); });
}

}  // namespace merestone
