// SPDX-License-Identifier: Apache-2.0
#include "gis/divisions/change_list.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace merestone {
namespace {

using What = LifeEvent::What;

std::optional<ChangeKind> kind_of(What what) {
  switch (what) {
    case What::began: return ChangeKind::establish;
    case What::ended: return ChangeKind::abolish;
    case What::name: return ChangeKind::rename;
    case What::code: return ChangeKind::renumber;
    case What::superior:
    case What::entrusted: return ChangeKind::change_superior;
    case What::gave:
    case What::took: return ChangeKind::change_boundary;
    case What::seat: return ChangeKind::move_seat;
    case What::kind: break;
  }
  return {};
}

/// Divisions that something happened to in the period.
std::set<DivisionId> touched(Date first, Date until, const DivisionFacts& facts, std::span<const DivisionSeat> seats) {
  std::set<DivisionId> ids;
  const auto within = [&](Date day) { return day >= first && day < until; };
  const auto look = [&](DivisionId id, const Period& valid) {
    if (within(valid.from) || within(valid.until)) ids.insert(id);
  };
  for (const auto& fact : facts.versions) look(fact.division, fact.valid);
  for (const auto& fact : facts.codes) look(fact.division, fact.valid);
  for (const auto& fact : facts.names) look(fact.division, fact.valid);
  for (const auto& fact : facts.memberships) look(fact.member, fact.valid);
  for (const auto& seat : seats) look(seat.division, seat.valid);
  for (const auto& one : facts.successions) {
    if (within(one.day)) ids.insert({one.from, one.to});
  }
  ids.erase(DivisionId{});
  return ids;
}

/// The events of one division on one day.
struct DayOfOne {
  DivisionId division;
  std::vector<LifeEvent> events;
  bool has(What what) const { return std::ranges::any_of(events, [&](const LifeEvent& e) { return e.what == what; }); }
};

using Days = std::map<Date, std::map<DivisionId, DayOfOne>>;

/// Numbers what hangs together: each division its own number, joined where ground passed.
std::map<DivisionId, std::size_t> groups_of(const std::map<DivisionId, DayOfOne>& day, std::size_t& last) {
  std::map<DivisionId, DivisionId> root;
  const auto find = [&](DivisionId id) {
    while (root.at(id) != id) id = root.at(id);
    return id;
  };
  for (const auto& [id, one] : day) root[id] = id;
  for (const auto& [id, one] : day) {
    for (const LifeEvent& event : one.events) {
      if ((event.what == What::gave || event.what == What::took) && root.contains(event.other)) root[find(event.other)] = find(id);
    }
  }
  std::map<DivisionId, std::size_t> number, of_root;
  for (const auto& [id, one] : day) {
    auto& group = of_root[find(id)];
    if (group == 0) group = ++last;
    number[id] = group;
  }
  return number;
}

void list_one(const DayOfOne& one, const std::map<DivisionId, DayOfOne>& day, std::size_t mutation, std::vector<ListedChange>& list) {
  const bool began = one.has(What::began), ended = one.has(What::ended);
  std::vector<DivisionId> givers, takers;
  for (const LifeEvent& event : one.events) {
    if (event.what == What::took) givers.push_back(event.other);
    if (event.what == What::gave && event.other.value != 0) takers.push_back(event.other);
  }
  for (const LifeEvent& event : one.events) {
    const auto kind = kind_of(event.what);
    if (!kind) continue;
    const bool ground = event.what == What::gave || event.what == What::took;
    const auto other = day.find(event.other);
    const bool other_lives_on = other == day.end() || (!other->second.has(What::began) && !other->second.has(What::ended));
    if ((began || ended) && event.what != What::began && event.what != What::ended) continue;  // comes and goes with the division
    if (ground && !other_lives_on) continue;                                                   // told by who came or went
    ListedChange row{.mutation = mutation, .day = event.day, .kind = *kind, .division = one.division, .document = event.document, .reason = event.reason};
    if (*kind == ChangeKind::rename || *kind == ChangeKind::renumber || *kind == ChangeKind::move_seat) row.before = event.before, row.after = event.after;
    if (event.what == What::began) row.with = givers;
    else if (event.what == What::ended) row.with = takers;
    else if (event.other.value != 0) row.with = {event.other};
    if (row.document.value == 0 && row.reason.empty()) {  // versions that end cite nothing: what passed their ground on does
      for (const LifeEvent& cited : one.events) {
        if (row.document.value == 0) row.document = cited.document;
        if (row.reason.empty()) row.reason = cited.reason;
      }
    }
    list.push_back(std::move(row));
  }
}

}  // namespace

std::vector<ListedChange> changes_between(Date first, Date until, const DivisionFacts& facts, std::span<const SuccessionShare> shares,
                                          std::span<const DivisionSeat> seats) {
  Days days;
  for (const DivisionId id : touched(first, until, facts, seats)) {
    for (LifeEvent& event : life_of(id, facts, shares, seats)) {
      if (event.day < first || event.day >= until) continue;
      DayOfOne& one = days[event.day].try_emplace(id, DayOfOne{id, {}}).first->second;
      one.events.push_back(std::move(event));
    }
  }
  std::vector<ListedChange> list;
  std::size_t last = 0;
  for (const auto& [date, day] : days) {
    const auto group = groups_of(day, last);
    const std::size_t begin = list.size();
    for (const auto& [id, one] : day) list_one(one, day, group.at(id), list);
    std::stable_sort(list.begin() + static_cast<std::ptrdiff_t>(begin), list.end(), [](const ListedChange& a, const ListedChange& b) {
      return std::tie(a.mutation, a.division) < std::tie(b.mutation, b.division);
    });
  }
  // A group may have had nothing to list: numbers run without holes.
  std::map<std::size_t, std::size_t> again;
  for (ListedChange& row : list) row.mutation = again.try_emplace(row.mutation, again.size() + 1).first->second;
  return list;
}

}  // namespace merestone
