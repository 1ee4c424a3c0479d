// SPDX-License-Identifier: Apache-2.0
#include "gis/divisions/change_work.hpp"

#include <algorithm>

namespace merestone {

CodeEffect ChangeWork::effect_on_code(const ChangeAct& act) const {
  const ChangeRule* rule = ground_.pack.change(act.kind);
  return rule == nullptr ? CodeEffect::kept : rule->code;
}

/// What says so, for who wants to read it.
std::string ChangeWork::law_on_code(const ChangeAct& act) const {
  const ChangeRule* rule = ground_.pack.change(act.kind);
  return rule == nullptr || rule->source.empty() ? ground_.pack.id : rule->source;
}

void ChangeWork::change_codes() {
  for (std::size_t i = 0; i < plan_.acts.size(); ++i) give_code(plan_.acts[i], ids_[i]);
  for (std::size_t i = 0; i < given_.size(); ++i) follow(Given{given_[i]});  // grows while it runs
  for (const Given& given : given_) {
    check_given(given);
    check_use(given);
  }
}

void ChangeWork::give_code(const ChangeAct& act, DivisionId division) {
  const auto give = [&](const std::string& was, const std::string& code) {
    if (given_to_.contains(division)) return report("division.act_twice", act.code, {{"kind", std::string{word_of(act.kind)}}});
    given_to_.emplace(division, given_.size());
    given_.push_back({division, was, code});
  };
  switch (effect_on_code(act)) {
    case CodeEffect::given:
      if (act.code.empty()) return report("division.no_code", act.code, {{"name", act.name}});
      return give("", act.code);
    case CodeEffect::replaced:
      if (act.new_code.empty() || act.new_code == act.code) return report("division.code_needed", act.code, {{"name", name(division)}, {"law", law_on_code(act)}});
      return give(act.code, act.new_code);
    case CodeEffect::either:
      if (!act.new_code.empty() && act.new_code != act.code) give(act.code, act.new_code);
      return;
    case CodeEffect::kept:
      if (!act.new_code.empty() && act.new_code != act.code) report("division.code_kept", act.code, {{"new_code", act.new_code}, {"law", law_on_code(act)}});
      return;
    case CodeEffect::retired: return;
  }
}

/// Codes of members begin with that of their superior: where that is replaced, so are they.
void ChangeWork::follow(const Given& given) {
  const CodeEdition* edition = system_ == nullptr ? nullptr : system_->edition(day_);
  if (edition == nullptr || given.before.empty()) return;
  const CodeLevel* own = edition->level(level(given.division));
  const auto members = members_.find(given.division);
  if (own == nullptr || own->length == 0 || members == members_.end()) return;
  const std::string was = given.before.substr(0, own->length), is = given.code.substr(0, own->length);
  for (const DivisionId member : members->second) {
    const CodeLevel* rule = edition->level(level(member));
    const std::string code = code_before(member);
    const bool stays = superior_after(member, MembershipKind::legal) == given.division ||
                       superior_after(member, MembershipKind::entrusted) == given.division;
    if (rule == nullptr || !rule->below_superior || !stays || ended_.contains(member) || given_to_.contains(member)) continue;
    if (!code.starts_with(was)) continue;
    given_to_.emplace(member, given_.size());
    given_.push_back({member, code, is + code.substr(was.size()), true});
    effect_.renumbered.push_back({code, given_.back().code});
  }
}

std::string ChangeWork::code_after(DivisionId division) const {
  const auto given = given_to_.find(division);
  return given == given_to_.end() ? code_before(division) : given_[given->second].code;
}

/// Structure; a code may follow the legal or the entrusted superior.
void ChangeWork::check_given(const Given& given) {
  if (system_ == nullptr) return;
  std::vector<Finding> least;
  bool first = true;
  for (const MembershipKind kind : {MembershipKind::entrusted, MembershipKind::legal}) {
    const DivisionId superior = superior_after(given.division, kind);
    if (superior.value == 0 && kind == MembershipKind::entrusted) continue;
    auto found = check_code(*system_, {given.code, level(given.division), this->kind(given.division), day_,
                                       superior.value == 0 ? "" : code_after(superior), level(superior)});
    if (first || found.size() < least.size()) least = std::move(found);
    first = false;
  }
  effect_.findings.insert(effect_.findings.end(), least.begin(), least.end());
}

/// AD-05: one code, one division, once.
void ChangeWork::check_use(const Given& given) {
  const auto twice = std::count_if(given_.begin(), given_.end(), [&](const Given& other) {
    return other.code == given.code && level(other.division) == level(given.division);
  });
  if (twice > 1) return report("division.code_twice", given.code, {});
  const auto known = by_code_.find(given.code);
  if (known == by_code_.end()) return;
  const DivisionCode* last = nullptr;
  for (const std::size_t i : known->second) {
    const DivisionCode& fact = ground_.facts.codes[i];
    if (fact.division == given.division) continue;
    Level held_at = level(fact.division);
    if (held_at == 0) {
      for (const std::size_t v : of(fact.division).versions) held_at = ground_.facts.versions[v].level;
    }
    if (held_at == level(given.division) && (last == nullptr || last->valid.from < fact.valid.from)) last = &fact;
  }
  if (last == nullptr) return;
  const bool ends_now = ended_.contains(last->division) || given_to_.contains(last->division);
  const Date until = ends_now ? day_ : last->valid.until;
  const Facts facts{{"name", name(last->division)}, {"from", to_string(last->valid.from)}, {"until", to_string(until)}};
  if (until > day_) return report("division.code_held", given.code, facts);
  if (system_ != nullptr && system_->reuse == CodeReuse::never) return report("division.code_retired", given.code, facts);
  // A heir that takes the code of who gave it ground that day is the usual case, and no reuse.
  for (std::size_t i = 0; i < plan_.acts.size(); ++i) {
    if (ids_[i] != last->division || plan_.acts[i].kind != ChangeKind::abolish) continue;
    for (const Recipient& recipient : plan_.acts[i].territory) {
      if (after(recipient.code, 0, level(ids_[i])) == given.division) return;
    }
  }
  report("division.code_reused", given.code, facts, Severity::warning);
}

}  // namespace merestone
