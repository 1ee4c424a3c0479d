// SPDX-License-Identifier: Apache-2.0
#include "gis/divisions/change_work.hpp"

#include <algorithm>

namespace merestone {
namespace {

/// The generic term that a name of this kind ends with: the longest that fits (自治县 before 县).
std::string generic_term(const DivisionKind* kind, std::string_view name) {
  std::string longest;
  if (kind == nullptr) return longest;
  for (const std::string& term : kind->generic_terms) {
    if (name.ends_with(term) && name.size() > term.size() && term.size() > longest.size()) longest = term;
  }
  return longest;
}

}  // namespace

/// Ends those of a division's facts that hold on the day. What another change, on record for later, would end or
/// begin stands in the way; with `all_later` also facts that begin later.
template <class List>
void ChangeWork::end(const List& list, const std::vector<std::size_t>& positions, DivisionId division,
                     std::vector<std::size_t>& ended, bool all_later) {
  for (const std::size_t i : positions) {
    const Period& valid = list[i].valid;
    const bool later = valid.contains(day_) ? valid.from == day_ || valid.until != open_end : all_later && valid.from > day_;
    if (later) {
      const Date when = valid.from >= day_ ? valid.from : valid.until;
      return report("division.later_change", code_before(division), {{"name", name(division)}, {"later", to_string(when)}});
    }
    if (valid.contains(day_)) ended.push_back(i);
  }
}

void ChangeWork::state_facts() {
  for (std::size_t i = 0; i < plan_.acts.size(); ++i) {
    const ChangeAct& act = plan_.acts[i];
    switch (act.kind) {
      case ChangeKind::establish: establish(act, ids_[i]); break;
      case ChangeKind::abolish: abolish(act, ids_[i]); break;
      case ChangeKind::rename: rename(act, ids_[i]); break;
      case ChangeKind::move_seat: move_seat(act, ids_[i]); break;
      case ChangeKind::change_superior: {
        const bool legal = superiors_.contains(ids_[i]) && superiors_[ids_[i]].of[0].has_value();
        const DivisionId superior = superior_after(ids_[i], legal ? MembershipKind::legal : MembershipKind::entrusted);
        add_part(act.kind, ids_[i], superior, code_before(ids_[i]), code_after(ids_[i]));
        break;
      }
      case ChangeKind::change_boundary: {
        for (const Recipient& r : act.territory) add_part(act.kind, ids_[i], after(r.code, 0, level(ids_[i])), {}, act.note);
        break;
      }
      case ChangeKind::renumber: add_part(act.kind, ids_[i], {}, act.code, act.new_code); break;
    }
  }
  for (const Given& given : given_) {
    if (given.follows) add_part(ChangeKind::renumber, given.division, {}, given.before, given.code);
  }
  state_memberships();
  state_codes();
}

void ChangeWork::establish(const ChangeAct& act, DivisionId division) {
  const Period valid{day_, open_end};
  effect_.added.versions.push_back({division, level(division), act.division_kind, valid, {}});
  effect_.added.names.push_back({division, act.name, act.language, "official", valid});
  if (!act.seat.name.empty()) effect_.added_seats.push_back({division, act.seat, valid});
  add_part(act.kind, division, superior_after(division, MembershipKind::legal), {}, act.name);
}

void ChangeWork::abolish(const ChangeAct& act, DivisionId division) {
  const Positions& held = of(division);
  const DivisionFacts& facts = ground_.facts;
  end(facts.versions, held.versions, division, effect_.ended_versions, true);
  end(facts.codes, held.codes, division, effect_.ended_codes);
  end(facts.names, held.names, division, effect_.ended_names);
  end(facts.memberships, held.memberships, division, effect_.ended_memberships);
  end(ground_.seats, held.seats, division, effect_.ended_seats);
  const auto members = members_.find(division);
  std::string left;
  for (const DivisionId member : members == members_.end() ? std::vector<DivisionId>{} : members->second) {
    if (ended_.contains(member)) continue;
    const bool stays = superior_after(member, MembershipKind::legal) == division ||
                       superior_after(member, MembershipKind::entrusted) == division;
    if (stays) left += (left.empty() ? "" : ", ") + code_before(member) + " " + name(member);
  }
  if (!left.empty()) report("division.members_left", act.code, {{"name", name(division)}, {"members", left}});
  const auto heir = std::find_if(effect_.added.successions.begin(), effect_.added.successions.end(),
                                 [&](const Succession& s) { return s.from == division; });
  add_part(act.kind, division, heir == effect_.added.successions.end() ? DivisionId{} : heir->to, name(division), {});
}

/// AD-04: the code stays, the old name becomes a former name of the same division.
void ChangeWork::rename(const ChangeAct& act, DivisionId division) {
  if (act.name.empty()) return report("division.no_name", act.code, {});
  const std::string old = name(division);
  if (old == act.name) return report("division.same_name", act.code, {{"name", old}});
  const ChangeRule* rule = ground_.pack.change(act.kind);
  const DivisionKind* known = ground_.pack.kind(kind(division));
  if (rule->specific_term_only && generic_term(known, old) != generic_term(known, act.name)) {
    return report("division.generic_changed", act.code, {{"name", act.name}, {"old", old}, {"generic", generic_term(known, old)}});
  }
  std::string language = act.language;
  std::vector<std::size_t> official;
  for (const std::size_t i : of(division).names) {
    const DivisionName& fact = ground_.facts.names[i];
    if (fact.status == "official" && fact.valid.until > day_) official.push_back(i);
    if (fact.status == "official" && fact.valid.contains(day_)) {
      if (language == "und") language = fact.language;
      effect_.added.names.push_back({division, fact.text, fact.language, "former", {day_, open_end}});
    }
  }
  end(ground_.facts.names, official, division, effect_.ended_names, true);
  effect_.added.names.push_back({division, act.name, language, "official", {day_, open_end}});
  add_part(act.kind, division, {}, old, act.name);
}

void ChangeWork::move_seat(const ChangeAct& act, DivisionId division) {
  if (act.seat.name.empty()) return report("division.no_name", act.code, {});
  std::string old;
  for (const std::size_t i : of(division).seats) {
    if (ground_.seats[i].valid.contains(day_)) old = ground_.seats[i].seat.name;
  }
  if (old == act.seat.name) return report("division.same_name", act.code, {{"name", old}});
  end(ground_.seats, of(division).seats, division, effect_.ended_seats, true);
  effect_.added_seats.push_back({division, act.seat, {day_, open_end}});
  add_part(act.kind, division, {}, old, act.seat.name);
}

void ChangeWork::state_memberships() {
  for (const auto& [division, superiors] : superiors_) {
    for (const MembershipKind kind : {MembershipKind::legal, MembershipKind::entrusted}) {
      const auto& superior = superiors.of[static_cast<int>(kind)];
      if (!superior) continue;
      std::vector<std::size_t> held;
      for (const std::size_t i : of(division).memberships) {
        if (ground_.facts.memberships[i].kind == kind) held.push_back(i);
      }
      end(ground_.facts.memberships, held, division, effect_.ended_memberships, true);
      if (superior->value != 0) effect_.added.memberships.push_back({division, *superior, kind, {day_, open_end}});
    }
  }
  const auto key = [](const Membership& m) { return std::tuple{m.member, m.kind}; };
  std::sort(effect_.added.memberships.begin(), effect_.added.memberships.end(),
            [&](const Membership& a, const Membership& b) { return key(a) < key(b); });
}

void ChangeWork::state_codes() {
  for (const Given& given : given_) {
    std::vector<std::size_t> held;
    for (const std::size_t i : of(given.division).codes) {
      if (ground_.facts.codes[i].system == ground_.code_system) held.push_back(i);
    }
    end(ground_.facts.codes, held, given.division, effect_.ended_codes, true);
    effect_.added.codes.push_back({given.division, ground_.code_system, given.code, {day_, open_end}});
  }
}

}  // namespace merestone
