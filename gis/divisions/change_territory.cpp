// SPDX-License-Identifier: Apache-2.0
#include "gis/base/text.hpp"
#include "gis/divisions/change_work.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace merestone {
namespace {

constexpr double tolerance = 1e-6;  // of shares, as documents round them

}  // namespace

void ChangeWork::divide_territory() {
  for (std::size_t i = 0; i < plan_.acts.size(); ++i) {
    const ChangeKind kind = plan_.acts[i].kind;
    if (kind == ChangeKind::abolish || kind == ChangeKind::change_boundary) give_territory(plan_.acts[i], ids_[i]);
    else if (!plan_.acts[i].lines.empty() || !plan_.acts[i].areas.empty()) report("division.lines_elsewhere", plan_.acts[i].code, {});
  }
  check_heirs();
  tell_groundless();
}

/// Who begins and gets no ground: from no act, and by no division that comes under it.
void ChangeWork::tell_groundless() {
  std::set<DivisionId> grounded;
  const auto add = [&](DivisionId division) {
    for (const DivisionId step : chain_after(division)) grounded.insert(step);
  };
  for (const Succession& s : effect_.added.successions) add(s.to);
  for (const auto& [member, superiors] : superiors_) {
    if (!begins_here(member) && superiors.of[static_cast<int>(MembershipKind::legal)]) add(member);
  }
  for (std::size_t i = 0; i < plan_.acts.size(); ++i) {
    if (plan_.acts[i].kind != ChangeKind::establish || grounded.contains(ids_[i])) continue;
    report("division.founded_without_ground", plan_.acts[i].code, {{"name", plan_.acts[i].name}, {"day", to_string(day_)}}, Severity::warning);
  }
}

void ChangeWork::give_territory(const ChangeAct& act, DivisionId giver) {
  const bool whole = act.kind == ChangeKind::abolish;
  std::vector<Recipient> recipients = act.territory;
  if (whole && recipients.empty()) recipients = heirs_of_members(giver);
  if (recipients.empty()) return report("division.no_territory", act.code, {{"name", name(giver)}});

  double area = 0, people_shares = 0;
  std::int64_t people = 0;
  std::size_t with_area = 0, with_people = 0, with_count = 0;
  for (const Recipient& r : recipients) {
    const bool bad = r.area_share.value_or(0) < 0 || r.people_share.value_or(0) < 0 || r.people.value_or(0) < 0;
    if (bad) return report("division.shares_sum", act.code, {{"sum", "-"}});
    area += r.area_share.value_or(0);
    people_shares += r.people_share.value_or(0);
    people += r.people.value_or(0);
    with_area += r.area_share ? 1U : 0U;
    with_people += r.people_share ? 1U : 0U;
    with_count += r.people ? 1U : 0U;
  }
  const auto check = [&](double sum, std::size_t given) {
    const bool wrong = whole ? given == recipients.size() && std::abs(sum - 1) > tolerance : sum > 1 + tolerance;
    if (given > 0 && (wrong || sum > 1 + tolerance)) report("division.shares_sum", act.code, {{"sum", shortest(sum)}});
  };
  check(area, with_area);
  check(people_shares, with_people);
  // who ends leaves what is not drawn to its first heir: rather to one that no area is drawn for
  std::stable_partition(recipients.begin(), recipients.end(), [&](const Recipient& r) {
    return std::none_of(act.areas.begin(), act.areas.end(), [&](const DrawnArea& drawn) { return drawn.to == r.code; });
  });
  std::vector<DivisionId> heirs;
  for (Recipient& r : recipients) {
    if (whole && recipients.size() == 1) r.area_share = r.people_share = 1.0;
    if (whole && with_count == recipients.size() && people > 0) {
      r.people_share = static_cast<double>(*r.people) / static_cast<double>(people);
    }
    const DivisionId heir = after(r.code, 0, level(giver));
    if (heir.value == 0) {
      report_unknown(r.code);
      continue;
    }
    add_succession(act, giver, r, heir);
    heirs.push_back(heir);
  }
  if (heirs.size() == recipients.size()) draw(act, giver, heirs);
}

/// Turns what is drawn into gains from the giver, who keeps the rest or, when it ends, leaves that to its first heir.
void ChangeWork::draw(const ChangeAct& act, DivisionId giver, const std::vector<DivisionId>& heirs) {
  const bool whole = act.kind == ChangeKind::abolish;
  const auto side = [&](const std::string& code) {
    const DivisionId named = after(code, 0, level(giver));
    if (std::find(heirs.begin(), heirs.end(), named) != heirs.end()) return whole && named == heirs.front() ? giver : named;
    if (named == giver && !whole) return giver;
    report("division.line_side", act.code, {{"name", name(giver)}, {"side", code}});
    return DivisionId{};
  };
  for (const DrawnLine& line : act.lines) {
    const DivisionId left = side(line.left), right = side(line.right);
    if (left.value == 0 || right.value == 0) continue;
    if (left == giver || right == giver) {
      effect_.lines.push_back({line.path, left, right});
    } else {  // between two that gain, each from the giver
      effect_.lines.push_back({line.path, left, giver});
      effect_.lines.push_back({line.path, giver, right});
    }
  }
  for (const DrawnArea& area : act.areas) {
    const DivisionId to = side(area.to);
    if (to.value != 0 && to != giver) effect_.areas.push_back({area.area, to});
  }
}

/// Where the members of a division go, its ground goes.
std::vector<Recipient> ChangeWork::heirs_of_members(DivisionId giver) {
  std::vector<Recipient> recipients;
  const auto members = members_.find(giver);
  if (members == members_.end()) return recipients;
  const auto add = [&](DivisionId start) {
    DivisionId heir;
    for (const DivisionId step : chain_after(start)) {
      if (level(step) <= level(giver)) {
        heir = step;
        break;
      }
    }
    if (heir.value == 0 || heir == giver || ended_.contains(heir)) return;
    const std::string code = code_after(heir);
    const bool known = std::any_of(recipients.begin(), recipients.end(), [&](const Recipient& r) { return r.code == code; });
    if (!known) recipients.push_back({code});
  };
  const auto keeper = [&](DivisionId division) {
    const DivisionId entrusted = superior_after(division, MembershipKind::entrusted);
    return entrusted.value != 0 ? entrusted : superior_after(division, MembershipKind::legal);
  };
  for (const DivisionId member : members->second) {
    if (!ended_.contains(member)) {
      add(keeper(member));
      continue;
    }
    for (std::size_t i = 0; i < plan_.acts.size(); ++i) {
      if (ids_[i] != member || plan_.acts[i].kind != ChangeKind::abolish) continue;
      for (const Recipient& r : plan_.acts[i].territory) {
        const DivisionId heir = after(r.code, 0, level(member));
        add(level(heir) > level(giver) ? keeper(heir) : heir);
      }
    }
  }
  return recipients;
}

void ChangeWork::add_succession(const ChangeAct& act, DivisionId giver, const Recipient& recipient, DivisionId heir) {
  if (heir == giver) return report("division.succession_cycle", act.code, {{"name", name(giver)}, {"heir", name(heir)}});
  effect_.shares.push_back({effect_.added.successions.size(), {}, act.kind == ChangeKind::abolish, recipient.area_share, recipient.people_share});
  effect_.added.successions.push_back({giver, heir, day_, act.note.empty() ? plan_.title : act.note, {}});
}

/// Heirs go on; nobody's ground comes back to himself, also through what is on record for the same day.
void ChangeWork::check_heirs() {
  std::unordered_map<DivisionId, std::vector<DivisionId>> heirs;
  for (const Succession& s : effect_.added.successions) {
    if (ended_.contains(s.from)) heirs[s.from].push_back(s.to);
  }
  for (const Succession& s : ground_.facts.successions) {
    if (s.day == day_ && s.to.value != 0) heirs[s.from].push_back(s.to);
  }
  for (const Succession& s : effect_.added.successions) {
    if (!ended_.contains(s.from)) continue;
    std::vector<DivisionId> reached{s.to};
    for (std::size_t at = 0; at < reached.size(); ++at) {
      const auto next = heirs.find(reached[at]);
      if (next == heirs.end()) continue;
      for (const DivisionId to : next->second) {
        if (std::find(reached.begin(), reached.end(), to) == reached.end()) reached.push_back(to);
      }
    }
    const Facts facts{{"name", name(s.from)}, {"heir", name(s.to)}};
    if (std::find(reached.begin(), reached.end(), s.from) != reached.end()) {
      report("division.succession_cycle", code_before(s.from), facts);
    } else if (ended_.contains(s.to)) {
      report("division.heir_ends", code_before(s.from), facts);
    }
  }
}

void share_by_ground(ChangeEffect& effect, std::span<const GivenGround> given) {
  for (SuccessionShare& share : effect.shares) {
    const Succession& s = effect.added.successions[share.succession];
    double whole = 0, part = 0;
    for (const GivenGround& g : given) {
      if (g.from != s.from) continue;
      whole += g.area_m2;
      if (g.to == s.to) part += g.area_m2;
    }
    if (!(whole > 0)) continue;
    const double found = part / whole;
    constexpr double worth_saying = 0.01;
    if (share.area_share && std::abs(*share.area_share - found) > worth_saying) {
      effect.findings.push_back({.rule = "division.shares_differ", .severity = Severity::warning,
                                 .facts = {{"given", shortest(*share.area_share)}, {"found", fixed(found, 4)}}});
    }
    share.area_share = found;
  }
}

}  // namespace merestone
