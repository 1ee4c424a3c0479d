// SPDX-License-Identifier: Apache-2.0
#include "gis/divisions/change_work.hpp"

#include "gis/law/pattern.hpp"

#include <algorithm>
#include <set>

namespace merestone {

ChangeWork::ChangeWork(const ChangePlan& plan, const std::string& number, const ChangeGround& ground)
    : plan_{plan}, number_{number}, ground_{ground}, system_{ground.pack.code_system(ground.code_system)} {}

ChangeEffect ChangeWork::run() {
  if (!check_document()) return std::move(effect_);
  index();
  check_law();
  identify();
  if (effect_.refused()) return std::move(effect_);
  change_superiors();
  if (effect_.refused()) return std::move(effect_);
  change_codes();
  divide_territory();
  state_facts();
  return std::move(effect_);
}

void ChangeWork::report(const char* rule, const std::string& code, Facts facts, Severity severity) {
  facts.insert(facts.begin(), {{"code", code}, {"day", to_string(day_)}});
  const auto same = [&](const Finding& told) { return told.rule == rule && told.subject.record == code && told.facts == facts; };
  if (std::any_of(effect_.findings.begin(), effect_.findings.end(), same)) return;
  effect_.findings.push_back({.rule = rule, .severity = severity, .subject = {{}, code, {}}, .facts = std::move(facts)});
}

bool ChangeWork::check_document() {
  effect_.findings = check_dates(plan_.dates);
  const auto day = plan_.dates.effective ? plan_.dates.effective : plan_.dates.approved;
  if (!day) {
    report("division.no_day", {}, {});
    return false;
  }
  day_ = effect_.day = *day;
  if (!plan_.dates.effective) report("division.effective_from_approval", {}, {}, Severity::note);
  if (plan_.acts.empty()) report("division.no_act", {}, {});
  if (plan_.title.empty() && number_.empty()) report("division.no_document", {}, {});
  if (!number_.empty() && !ground_.pack.document_pattern.empty() && !fits(ground_.pack.document_pattern, number_)) {
    report("division.document_number", {}, {{"number", number_}}, Severity::warning);
  }
  return !effect_.refused();
}

void ChangeWork::index() {
  const DivisionFacts& facts = ground_.facts;
  for (std::size_t i = 0; i < facts.versions.size(); ++i) positions_[facts.versions[i].division].versions.push_back(i);
  for (std::size_t i = 0; i < facts.names.size(); ++i) positions_[facts.names[i].division].names.push_back(i);
  for (std::size_t i = 0; i < facts.codes.size(); ++i) {
    positions_[facts.codes[i].division].codes.push_back(i);
    if (facts.codes[i].system == ground_.code_system) by_code_[facts.codes[i].code].push_back(i);
  }
  for (std::size_t i = 0; i < facts.memberships.size(); ++i) {
    const Membership& membership = facts.memberships[i];
    positions_[membership.member].memberships.push_back(i);
    if (membership.valid.contains(day_)) members_[membership.superior].push_back(membership.member);
  }
  for (std::size_t i = 0; i < ground_.seats.size(); ++i) positions_[ground_.seats[i].division].seats.push_back(i);
}

void ChangeWork::check_law() {
  std::set<std::pair<ChangeKind, std::string>> seen;
  for (const ChangeAct& act : plan_.acts) {
    const std::string word{word_of(act.kind)};
    if (ground_.pack.change(act.kind) == nullptr) report("division.not_in_law", act.code, {{"kind", word}, {"pack", ground_.pack.id}});
    if (act.kind != ChangeKind::change_boundary && !seen.insert({act.kind, act.code}).second) {
      report(act.kind == ChangeKind::establish ? "division.code_twice" : "division.act_twice", act.code, {{"kind", word}});
    }
    if (act.kind != ChangeKind::establish) continue;
    if (act.name.empty()) report("division.no_name", act.code, {});
    const DivisionKind* known = ground_.pack.kind(act.division_kind);
    if (known == nullptr && !ground_.pack.kinds.empty()) {
      std::string kinds;
      for (const DivisionKind& each : ground_.pack.kinds) kinds += (kinds.empty() ? "" : ", ") + each.id;
      report("division.unknown_kind", act.code, {{"kind", act.division_kind}, {"pack", ground_.pack.id}, {"known", kinds}});
    }
    if (known != nullptr && act.level != 0 && act.level != known->level) {
      report("division.kind_level", act.code, {{"kind", act.division_kind}, {"level", std::to_string(act.level)}, {"right", std::to_string(known->level)}});
    }
    if (known == nullptr && ground_.pack.kinds.empty() && act.level < 1) report("division.no_level", act.code, {});
  }
}

void ChangeWork::identify() {
  for (const ChangeAct& act : plan_.acts) {
    DivisionId id;
    if (act.kind == ChangeKind::establish) {
      id = {ground_.next.value + static_cast<std::int64_t>(effect_.new_divisions++)};
      begun_[act.code].push_back(id);
      establishing_.emplace(id, &act);
    } else {
      check_one_level(act);
      id = before(act.code, act.level);
      if (id.value == 0) report_unknown(act.code);
      else if (ends_already(id)) report("division.ended_already", act.code, {{"name", name(id)}});
      if (act.kind == ChangeKind::abolish) ended_.insert(id);
    }
    ids_.push_back(id);
  }
}

/// By another change of the same day.
bool ChangeWork::ends_already(DivisionId division) const {
  const auto& versions = of(division).versions;
  const auto goes_on = [&](std::size_t i) { return ground_.facts.versions[i].valid.until > day_; };
  return !versions.empty() && std::none_of(versions.begin(), versions.end(), goes_on);
}

/// Numbers of communes and cantons may be the same: whom an act means is not to be guessed.
void ChangeWork::check_one_level(const ChangeAct& act) {
  const auto found = by_code_.find(act.code);
  if (act.level != 0 || found == by_code_.end()) return;
  std::map<Level, std::string> held;
  const Date eve = day_ - std::chrono::days{1};
  for (const std::size_t i : found->second) {
    const DivisionCode& fact = ground_.facts.codes[i];
    if (fact.valid.contains(eve) && version(fact.division) != nullptr) held[level(fact.division)] = name(fact.division);
  }
  if (held.size() < 2) return;
  std::string list;
  for (const auto& [at, who] : held) list += (list.empty() ? "" : ", ") + std::to_string(at) + " " + who;
  report("division.ambiguous_code", act.code, {{"held", list}});
}

/// Who has the code the day before; of several the one at `level`, else the one at the highest.
DivisionId ChangeWork::before(const std::string& code, Level wanted) const {
  const auto found = by_code_.find(code);
  if (found == by_code_.end()) return {};
  const Date eve = day_ - std::chrono::days{1};
  DivisionId best;
  for (const std::size_t i : found->second) {
    const DivisionCode& fact = ground_.facts.codes[i];
    if (!fact.valid.contains(eve) || version(fact.division) == nullptr) continue;
    if (wanted != 0 && level(fact.division) == wanted) return fact.division;
    if (best.value == 0 || level(fact.division) < level(best)) best = fact.division;
  }
  return best;
}

/// Who has the code after the change: who begins with it, or gets it, or keeps it. With `below`, the nearest above it; else
/// who is of the level `beside`, or the highest.
DivisionId ChangeWork::after(const std::string& code, Level below, Level beside) const {
  std::vector<DivisionId> holders;
  if (const auto begun = begun_.find(code); begun != begun_.end()) holders = begun->second;
  for (std::size_t i = 0; i < plan_.acts.size(); ++i) {
    if (plan_.acts[i].new_code == code && !ended_.contains(ids_[i])) holders.push_back(ids_[i]);
  }
  if (const auto found = by_code_.find(code); holders.empty() && found != by_code_.end()) {
    for (const std::size_t i : found->second) {
      const DivisionCode& fact = ground_.facts.codes[i];
      if (fact.valid.contains(day_) || fact.valid.until == day_) holders.push_back(fact.division);
    }
    std::erase_if(holders, [&](DivisionId id) { return version(id) == nullptr; });
  }
  if (holders.empty()) return {};
  const auto peer = std::find_if(holders.begin(), holders.end(), [&](DivisionId id) { return level(id) == beside; });
  if (beside != 0 && peer != holders.end()) return *peer;
  const DivisionId highest = *std::min_element(holders.begin(), holders.end(), [&](DivisionId a, DivisionId b) { return level(a) < level(b); });
  if (below == 0) return highest;
  std::erase_if(holders, [&](DivisionId id) { return level(id) >= below; });
  if (holders.empty()) return highest;  // for others to say that its level is wrong
  return *std::max_element(holders.begin(), holders.end(), [&](DivisionId a, DivisionId b) { return level(a) < level(b); });
}

void ChangeWork::report_unknown(const std::string& code) {
  const auto found = by_code_.find(code);
  if (found == by_code_.end()) return report("division.unknown_code", code, {});
  const DivisionCode& last = ground_.facts.codes[found->second.back()];
  if (last.valid.from >= day_) {
    return report("division.not_yet", code, {{"name", name(last.division)}, {"from", to_string(last.valid.from)}});
  }
  report("division.other_day", code, {{"name", name(last.division)}, {"from", to_string(last.valid.from)}, {"until", to_string(last.valid.until)}});
}

const ChangeWork::Positions& ChangeWork::of(DivisionId division) const {
  static const Positions nothing;
  const auto found = positions_.find(division);
  return found == positions_.end() ? nothing : found->second;
}

/// The version in force when the change comes.
const DivisionVersion* ChangeWork::version(DivisionId division) const {
  for (const std::size_t i : of(division).versions) {
    if (ground_.facts.versions[i].valid.contains(day_ - std::chrono::days{1})) return &ground_.facts.versions[i];
  }
  for (const std::size_t i : of(division).versions) {
    if (ground_.facts.versions[i].valid.contains(day_)) return &ground_.facts.versions[i];
  }
  return nullptr;
}

const DivisionName* ChangeWork::name_fact(DivisionId division) const {
  const DivisionName* any = nullptr;
  for (const std::size_t i : of(division).names) {
    const DivisionName& fact = ground_.facts.names[i];
    if (fact.status == "official" && fact.valid.contains(day_ - std::chrono::days{1})) return &fact;
    if (any == nullptr || fact.valid.from > any->valid.from) any = &fact;
  }
  return any;
}

std::string ChangeWork::name(DivisionId division) const {
  if (const auto begun = establishing_.find(division); begun != establishing_.end()) return begun->second->name;
  const DivisionName* fact = name_fact(division);
  return fact == nullptr ? "" : fact->text;
}

std::string ChangeWork::kind(DivisionId division) const {
  if (const auto begun = establishing_.find(division); begun != establishing_.end()) return begun->second->division_kind;
  const DivisionVersion* held = version(division);
  return held == nullptr ? "" : held->kind;
}

Level ChangeWork::level(DivisionId division) const {
  if (const auto begun = establishing_.find(division); begun != establishing_.end()) {
    const DivisionKind* known = ground_.pack.kind(begun->second->division_kind);
    return begun->second->level != 0 || known == nullptr ? begun->second->level : known->level;
  }
  const DivisionVersion* held = version(division);
  return held == nullptr ? 0 : held->level;
}

std::string ChangeWork::code_before(DivisionId division) const {
  for (const std::size_t i : of(division).codes) {
    const DivisionCode& fact = ground_.facts.codes[i];
    if (fact.system == ground_.code_system && fact.valid.contains(day_ - std::chrono::days{1})) return fact.code;
  }
  return {};
}

void ChangeWork::add_part(ChangeKind kind, DivisionId division, DivisionId other, std::string was, std::string is) {
  const int ordinal = static_cast<int>(effect_.parts.size()) + 1;
  effect_.parts.push_back({{}, ordinal, kind, division, other, std::move(was), std::move(is)});
}

bool ChangeEffect::refused() const {
  return std::any_of(findings.begin(), findings.end(), [](const Finding& f) { return f.severity == Severity::error; });
}

ChangeEffect work_out(const ChangePlan& plan, const std::string& document_number, const ChangeGround& ground) {
  return ChangeWork{plan, document_number, ground}.run();
}

}  // namespace merestone
