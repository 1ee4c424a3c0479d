// SPDX-License-Identifier: Apache-2.0
#include "data/office/name_workflow.hpp"

#include "data/db/refusal.hpp"
#include "data/office/attempt.hpp"
#include "data/office/name_checks.hpp"
#include "data/office/name_desk.hpp"
#include "data/office/place_holders.hpp"
#include "data/office/refuse_errors.hpp"
#include "data/packs/class_schemes.hpp"
#include "data/packs/packs.hpp"
#include "data/store/application_store.hpp"
#include "gis/base/list.hpp"
#include "gis/base/text.hpp"
#include "gis/names/check_record.hpp"
#include "gis/names/language.hpp"
#include "gis/script/name_parts.hpp"
#include "gis/script/unfit.hpp"

#include <algorithm>
#include <set>

namespace merestone {
namespace {

constexpr std::string_view protection_plan = "protection_plan";

PlaceName name_of(const NameApplication& a) {
  PlaceName name;
  name.place = a.place;
  name.text = a.text;
  name.language = a.language;
  name.script = a.script;
  name.specific = a.specific;
  name.generic = a.generic;
  name.reading = a.reading;
  name.reading_certainty = a.reading.empty() ? Certainty::unsure : Certainty::confirmed;
  name.origin = a.origin;
  name.meaning = a.meaning;
  name.source = a.number;
  if (!a.spelling.empty()) name.spellings = {{0, a.spelling, "Latn", "", a.language, Certainty::confirmed, a.number}};
  return name;
}

/// PN-11: a name on the protection list is not given up without a plan.
void check_protection(const NameApplication& a, const PlaceRecord& place, std::vector<Finding>& findings) {
  const bool plan = std::any_of(a.documents.begin(), a.documents.end(), [](const ApplicationDocument& d) { return d.role == protection_plan; });
  for (const NameProtection& p : place.protections) {
    const bool concerned = p.name.value == 0 || p.name == a.name;
    if (a.act == NameAct::name || !concerned || p.plan.value != 0 || plan) continue;
    findings.push_back({.rule = "name.protected", .subject = {{}, a.number, "document"},
                        .facts = {{"name", place.name(a.name) ? place.name(a.name)->text : ""}, {"category", p.category}, {"published", to_string(p.published)}}});
  }
}

/// The papers that the pack names, the protection plan, and what belongs to no step: an office may file more than it must.
void check_roles(const NameRules& rules, const NameApplication& a, const std::vector<Attachment>& attached, std::vector<Finding>& findings) {
  if (rules.documents.empty()) return;
  std::set<std::string> known{std::string{protection_plan}, "other"};
  for (const NameDocumentRule& rule : rules.documents) known.insert(rule.role);
  for (const Attachment& paper : attached) {
    if (known.contains(paper.role)) continue;
    findings.push_back({.rule = "name.unknown_document", .subject = {{}, a.number, "document"},
                        .facts = {{"role", paper.role}, {"known", joined({known.begin(), known.end()}, ", ")}}});
  }
}

/// Art. 3: what a name is of in law and its class must go together, and without a class little can be checked.
void check_kind_and_class(const NameRules& rules, const NameApplication& a, std::vector<Finding>& findings) {
  const NameKindRule* kind = rules.kind(a.kind);
  if (kind == nullptr || kind->classes.empty() || a.act == NameAct::abolish || a.place.value != 0) return;
  const auto warn = [&](const char* rule, const std::string& of) {
    findings.push_back({.rule = rule, .severity = Severity::warning, .subject = {{}, a.number, "class"},
                        .facts = {{"class", of}, {"kind", kind->words.en}, {"kind_zh", kind->words.zh}, {"classes", joined(kind->classes, ", ")}}});
  };
  if (a.class_code.empty()) warn("name.no_class", class_to_judge(rules, a));
  else if (!in_classes(a.class_code, kind->classes)) warn("name.kind_class", a.class_code);
}

/// As names go on record: composed, half width, without what cannot be seen; what was mended is told.
void mend(NameApplication& a, std::vector<Finding>& findings) {
  for (Finding& f : unfit(a.text, {{}, a.number, "name"})) {
    if (f.severity != Severity::error) findings.push_back(std::move(f));
  }
  for (std::string* text : {&a.text, &a.specific, &a.generic, &a.spelling, &a.reading}) *text = mended_name(*text);
}

/// What is said anew of the size stands beside what was said before, which stays on record.
void take_size(FactWriter& writer, NameApplication& a, const PlaceSize& said, std::vector<Finding>& findings) {
  PlaceSize size = a.size;
  size.take(said);
  if (size == a.size) return;
  append(findings, check_size(said, a.number));
  if (a.size_fact != 0) writer.supersede("application_size", {a.size_fact});
  a.size_fact = 0;
  a.size = size;
}

void attach(NameDesk& desk, NameApplication& a, const std::vector<Attachment>& attached) {
  for (const Attachment& paper : attached) a.documents.push_back({0, paper.role, desk.keep(paper)});
}

/// The plan that came with the application stands on the protection list from now on.
void record_plan(NameDesk& desk, const NameApplication& a, PlaceRecord& place) {
  const auto plan = std::find_if(a.documents.begin(), a.documents.end(), [](const ApplicationDocument& d) { return d.role == protection_plan; });
  if (plan == a.documents.end()) return;
  std::vector<std::int64_t> gone;
  std::vector<NameProtection> with_plan;
  for (const NameProtection& p : place.protections) {
    if (p.plan.value != 0 || (p.name.value != 0 && p.name != a.name)) continue;
    gone.push_back(p.fact);
    with_plan.push_back(p);
    with_plan.back().plan = plan->document;
  }
  desk.writer().supersede("name_protection", std::move(gone));
  add_protections(desk.writer(), place.id, with_plan);
}

/// What the naming checks said goes on file; a warning needs the officer's reason where `decides`.
void take_findings(NameApplication& a, std::string_view stage, const std::vector<NamingFinding>& found, const Reasons& reasons, bool decides,
                   std::vector<Finding>& all) {
  for (const auto& [outcome, law, f, places] : found) {
    const auto reason = reasons.find(f.rule);
    const std::string given = reason == reasons.end() ? "" : reason->second;
    a.findings.push_back({0, std::string{stage}, f, given});
    all.push_back(f);
    if (decides && outcome == NamingOutcome::warn && given.empty()) {
      all.push_back({.rule = "name.reason_needed", .subject = {{}, a.number, "reason"}, .facts = {{"rule", f.rule}, {"number", a.number}}});
    }
  }
}

/// What the application says of the size, as attributes that a class of its scheme has.
std::vector<PlaceAttribute> told_size(const NameApplication& a, const std::string& class_code) {
  std::vector<PlaceAttribute> told;
  const ClassScheme* scheme = class_scheme(a.scheme);
  if (scheme == nullptr) return told;
  for (NamedValue& value : size_attributes(a.size, scheme->attributes(class_code))) told.push_back({0, std::move(value.name), std::move(value.value)});
  return told;
}

/// A place on record gets what nobody has said of its size before.
void complete_size(FactWriter& writer, const NameApplication& a, const PlaceRecord& place) {
  const PlaceClass* own = place.class_in(a.scheme);
  PlaceRecord fuller;
  fuller.id = place.id;
  fuller.attributes = told_size(a, own != nullptr ? own->code : a.class_code);
  std::erase_if(fuller.attributes, [&](const PlaceAttribute& told) {
    return std::any_of(place.attributes.begin(), place.attributes.end(), [&](const PlaceAttribute& known) { return known.name == told.name; });
  });
  if (!fuller.attributes.empty()) add_place_details(writer, fuller, false);
}

/// The name goes on record, or off it.
void put_in_force(NameDesk& desk, const Project& project, NameApplication& a, Date day) {
  FactWriter& writer = desk.writer();
  const ApplicationStep* approval = a.step(name_state::approved);
  PlaceName name = name_of(a);
  name.status = NameStatus::in_force;
  name.decision = approval ? approval->document : DocumentId{};
  name.valid = Edtf::of({day, open_end});
  if (a.act == NameAct::name && a.place.value == 0) {
    PlaceRecord place;
    place.local_id = a.number;
    place.type = a.class_code.empty() ? a.kind : a.class_code;
    place.position = a.position;
    place.valid = {day, open_end};
    place.head.location = a.location;
    place.head.source = a.number;
    place.names = {std::move(name)};
    if (!a.class_code.empty()) place.classes = {{0, a.scheme, a.class_code}};
    if (!a.built_up_area.empty()) place.attributes = {{0, "built_up_area", a.built_up_area}};
    for (PlaceAttribute& told : told_size(a, a.class_code)) place.attributes.push_back(std::move(told));
    if (a.division.value != 0) {
      place.divisions = {{0, a.division, PlaceRelation::in, place.valid}};
      const DivisionRegister divisions = project.divisions({day, desk.before()});
      const DivisionState* state = divisions.find(a.division);
      const std::vector<std::string> codes{state ? state->code : ""};
      const std::string code = next_place_code(desk.connection(), codes, a.class_code);
      if (!code.empty()) place.codes = {{0, "cn-place", code, place.valid}};
    }
    add_place_records(writer, {&place, 1}, desk.document());
    a.place = place.id;
    a.name = place.names.front().id;
    return;
  }
  PlaceRecord place = desk.place(a.place);
  name.place = place.id;
  complete_size(writer, a, place);
  if (a.act == NameAct::name) {
    PlaceName* added[] = {&name};
    add_names(writer, added);
    a.name = name.id;
    return;
  }
  const PlaceName& former = official_name(place, a.name, day);
  record_plan(desk, a, place);
  end_name(writer, former, day, a.act == NameAct::rename ? NameFate::renamed : NameFate::abolished, name.decision);
  if (a.act == NameAct::abolish) return;
  PlaceName* added[] = {&name};
  add_names(writer, added);
  link_names(writer, name, former, day, "rename", name.decision);
  a.name = name.id;
}

int level_of(const Project& project, DivisionId division, const AsOf& as_of) {
  if (division.value == 0) return 99;
  const DivisionRegister divisions = project.chain_register({division}, as_of);
  const DivisionState* state = divisions.find(division);
  return state ? state->level : 99;
}

}  // namespace

CountryPack names_pack(const Project& project) {
  for (CountryPack& pack : project.packs()) {
    if (!pack.names.empty()) return std::move(pack);
  }
  return load_pack(std::string{neutral_pack});
}

std::vector<NameApplication> applications(const Project& project, Revision revision) {
  return read_applications(project.connection(), project.known(revision));
}

NameApplication find_application(const Project& project, const std::string& number, Revision revision) {
  auto found = read_application(project.connection(), project.known(revision), number);
  if (!found) refuse(Fault::missing, "name.no_application", "no such application", {{"number", number}});
  return std::move(*found);
}

NameActed apply_for_name(Project& project, const ActInfo& info, const NameApplication& draft, const std::vector<Attachment>& attached,
                         const ApplicationKey& key) {
  return attempted(project, "names.apply", info, [&] {
    const CountryPack pack = names_pack(project);
    NameDesk desk{project, info, "names.apply"};
    NameApplication a = draft;
    a.number = trimmed(key.number);
    a.pack = pack.id;
    a.document = desk.document();
    if (a.number.empty()) refuse(Fault::invalid, "name.no_number", "no number", {});
    std::vector<Finding> findings;
    mend(a, findings);
    if (a.language.empty()) a.language = "und";
    if (const auto held = read_application(desk.connection(), desk.before(), a.number)) {
      refuse(Fault::conflict, "name.number_held", "a number in use", {{"number", a.number}, {"name", held->text}});
    }
    if (!pack.names.kinds.empty() && pack.names.kind(a.kind) == nullptr) append(findings, check_approver(pack.names, a, {}, 1));
    check_roles(pack.names, a, attached, findings);
    check_kind_and_class(pack.names, a, findings);
    attach(desk, a, attached);
    if (a.act != NameAct::name) {
      const PlaceRecord place = desk.place(a.place);
      const PlaceName& former = official_name(place, a.name, a.applied);
      a.name = former.id;
      if (a.act == NameAct::abolish) a.text = former.text;
      if (a.language == "und") a.language = former.language;
      check_protection(a, place, findings);
      if (a.division.value == 0 && !place.divisions.empty()) a.division = place.divisions.front().division;
      if (a.location.empty()) a.location = place.head.location;
      if (!a.position) a.position = place.position;
    }
    if (a.language == "und") a.language = usual_language(pack.names, a.text);
    const AsOf then{a.applied, desk.before()};
    if (draft.position) append(findings, check_position(project, then, *draft.position, key.outside_meant));
    if (a.division.value == 0 && a.position) a.division = holders_at(project, then, {&*a.position, 1}).front();
    const DivisionId there[] = {a.division};
    desk.entitle(std::span{there}.first(a.division.value != 0 ? 1 : 0));
    if (a.scheme.empty()) a.scheme = pack.names.class_scheme;
    if (a.act != NameAct::abolish && a.specific.empty() && a.generic.empty()) {
      const auto which = spelling_class(pack.naming.spelling_of(a.class_code)).value_or(SpellingClass::other);
      NameTerms terms = name_terms(a.text, which);
      if (!terms.generic.empty()) {
        a.specific = std::move(terms.specific);
        a.generic = std::move(terms.generic);
      }
    }
    append(findings, check_size(a.size, a.number));
    if (!a.class_code.empty()) {
      const ClassScheme* scheme = class_scheme(a.scheme);
      if (scheme) append(findings, check_class(*scheme, a.class_code, {}));
    }
    const ApplicationStep first{0, std::string{name_state::applied}, a.applied, {a.applicant, "", 0}, a.document, info.reason};
    append(findings, check_step(pack.names, a, first, key.today));
    append(findings, check_documents(pack.names, a, name_state::applied));
    if (a.act != NameAct::abolish) append(findings, check_name(name_of(a)));
    take_findings(a, name_state::applied, check_naming_of(project, pack, a, then, key.names), {}, false, findings);
    refuse_errors(findings, "the application cannot be taken");
    a.steps = {first};
    keep_application(desk.writer(), a);
    desk.act().tell("application", a.number);
    return NameActed{desk.finish(key.carry), std::move(a), std::move(findings)};
  });
}

NameActed take_step(Project& project, const ActInfo& info, const ApplicationKey& key, const StepTaken& taken) {
  const std::string act_name = "names." + taken.state;
  return attempted(project, act_name, info, [&] {
    const CountryPack pack = names_pack(project);
    const NameRules& rules = pack.names;
    NameDesk desk{project, info, act_name.c_str()};
    auto found = read_application(desk.connection(), desk.before(), key.number);
    if (!found) refuse(Fault::missing, "name.no_application", "no such application", {{"number", key.number}});
    NameApplication a = std::move(*found);
    if (a.revision > key.seen) {
      refuse(Fault::conflict, "name.stale", "somebody else touched the application meanwhile",
             {{"number", a.number}, {"revision", std::to_string(a.revision)}, {"seen", std::to_string(key.seen)}});
    }
    const DivisionId there[] = {a.division};
    desk.entitle(std::span{there}.first(a.division.value != 0 ? 1 : 0), taken.body.level);
    std::vector<Finding> findings;
    check_roles(rules, a, taken.attached, findings);
    attach(desk, a, taken.attached);
    ApplicationStep step{0, taken.state, taken.day, taken.body, desk.document(), taken.note};
    if (step.document.value == 0) {
      const auto of_step = std::find_if(a.documents.begin(), a.documents.end(), [&](const ApplicationDocument& d) {
        return d.fact == 0 && (taken.state != name_state::approved || d.role == "approval");
      });
      if (of_step != a.documents.end()) step.document = of_step->document;
    }
    append(findings, check_step(rules, a, step, key.today));
    append(findings, check_documents(rules, a, taken.state));
    take_size(desk.writer(), a, taken.size, findings);
    if (taken.state == name_state::approved) {
      append(findings, check_approver(rules, a, taken.body, level_of(project, a.division, {taken.day, desk.before()})));
      if (a.act != NameAct::name) check_protection(a, desk.place(a.place), findings);
    }
    const bool decides = taken.state == name_state::approved;
    if (decides || taken.state == name_state::evaluated || !taken.size.empty()) {
      const bool famous = decides && taken.body.kind == "state_council";
      take_findings(a, taken.state, check_naming_of(project, pack, a, {taken.day, desk.before()}, key.names, famous), taken.reasons, decides, findings);
    }
    if (taken.state == name_state::filed) append(findings, check_filing(rules, a, taken.body, taken.receiver));
    if (taken.state == name_state::announced) append(findings, check_announcement(a));
    refuse_errors(findings, "the application cannot take this step");
    a.steps.push_back(step);
    if (taken.state == name_state::announced) {
      const Date effective = std::max(taken.effective.value_or(taken.day), taken.day);
      a.steps.push_back({0, std::string{name_state::in_force}, effective, taken.body, step.document, ""});
      put_in_force(desk, project, a, effective);
    }
    keep_application(desk.writer(), a);
    desk.act().tell("application", a.number);
    desk.act().tell("state", a.state());
    return NameActed{desk.finish(key.carry), std::move(a), std::move(findings)};
  });
}

std::vector<NameTask> name_tasks(const Project& project, Date today) {
  const CountryPack pack = names_pack(project);
  std::vector<NameTask> tasks;
  for (NameApplication& a : applications(project)) {
    std::erase_if(a.steps, [&](const ApplicationStep& step) { return step.day > today; });
    for (const NameDue& due : due_names(a, pack.clocks, pack.calendar, today)) {
      const auto clock = std::find_if(pack.clocks.begin(), pack.clocks.end(), [&](const Clock& c) { return c.id == due.clock; });
      tasks.push_back({a.number, a.text, a.state(), due.clock, clock->words, due.due, due.done, due.overdue});
    }
  }
  std::stable_sort(tasks.begin(), tasks.end(), [](const NameTask& a, const NameTask& b) { return a.due < b.due; });
  return tasks;
}

}  // namespace merestone
