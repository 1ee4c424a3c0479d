// SPDX-License-Identifier: Apache-2.0
#include "data/office/officers.hpp"

#include "data/db/refusal.hpp"
#include "data/office/act_record.hpp"
#include "data/office/attempt.hpp"
#include "data/office/name_workflow.hpp"
#include "data/office/place_holders.hpp"
#include "data/office/refuse_errors.hpp"
#include "data/store/application_store.hpp"
#include "data/store/officer_store.hpp"

#include <algorithm>
#include <tuple>

namespace merestone {
namespace {

/// The division and its superiors.
OfficerAct act_in(const Project& project, Revision known, const std::string& author, const std::string& act, DivisionId division, int body_level) {
  OfficerAct wanted{author, act, {}, {}, body_level};
  if (division.value == 0) return wanted;
  wanted.within = {division};
  const DivisionRegister chain = project.chain_register({division}, {today(), known});
  for (const DivisionState* state : chain.chain(division)) {
    if (wanted.code.empty()) wanted.code = state->code;
    if (state->id != division) wanted.within.push_back(state->id);
  }
  return wanted;
}

std::vector<DivisionId> recorded_divisions(const PlaceRecord& place) {
  std::vector<DivisionId> now, ever;
  for (const PlaceDivision& each : place.divisions) {
    ever.push_back(each.division);
    if (each.valid.contains(today())) now.push_back(each.division);
  }
  return now.empty() ? ever : now;
}

Recorded finish(ActRecord& act, Transaction& transaction, Carry carry) {
  const Revision revision = act.close();
  if (carry == Carry::try_only) return {};
  transaction.commit();
  return {revision, {}};
}

}  // namespace

std::vector<OfficerRole> officer_roles(const Project& project, Revision revision) {
  return read_officer_roles(project.connection(), project.known(revision));
}

Recorded appoint_officer(Project& project, const ActInfo& info, OfficerRole role, Carry carry) {
  return attempted(project, "officers.appoint", info, [&] {
    Connection& connection = project.connection();
    Transaction transaction{connection};
    ActRecord act{connection, "officers.appoint", info.author, info.reason};
    const auto roles = read_officer_roles(connection, act.before());
    require_entitled(project, act.before(), info.author, "officers.appoint", {&role.division, role.division.value != 0 ? 1U : 0U});
    refuse_errors(check_appointment(roles, role), "the role cannot be given");
    role.document = act.add(info.document);
    add_officer_role(act.writer(), role);
    act.tell("officer", role.officer);
    act.tell("role", role.role);
    return finish(act, transaction, carry);
  });
}

Recorded dismiss_officer(Project& project, const ActInfo& info, const std::string& officer, const std::string& role, DivisionId division, Date day, Carry carry) {
  return attempted(project, "officers.dismiss", info, [&] {
    Connection& connection = project.connection();
    Transaction transaction{connection};
    ActRecord act{connection, "officers.dismiss", info.author, info.reason};
    const auto roles = read_officer_roles(connection, act.before());
    const auto held = std::find_if(roles.begin(), roles.end(), [&](const OfficerRole& r) {
      return r.officer == officer && r.role == role && r.division == division && r.valid.until > day;
    });
    if (held == roles.end()) refuse(Fault::missing, "officer.no_role", "no such role", {{"officer", officer}, {"role", role}});
    require_entitled(project, act.before(), info.author, "officers.dismiss", {&division, division.value != 0 ? 1U : 0U});
    refuse_errors(check_dismissal(roles, *held, day), "the role cannot be taken");
    act.add(info.document);
    act.writer().supersede("officer_role", {held->fact});
    OfficerRole until_then = *held;
    until_then.valid.until = day;
    if (until_then.valid.from < day) add_officer_role(act.writer(), until_then);
    act.tell("officer", officer);
    act.tell("role", role);
    return finish(act, transaction, carry);
  });
}

void require_entitled(const Project& project, Revision known, const std::string& author, const std::string& act, std::span<const DivisionId> divisions, int body_level) {
  const auto roles = read_officer_roles(project.connection(), known);
  if (roles.empty()) return;
  const std::vector<DivisionId> whole{DivisionId{}};
  for (const DivisionId division : divisions.empty() ? std::span<const DivisionId>{whole} : divisions) {
    refuse_errors(check_officer(roles, act_in(project, known, author, act, division, body_level), today()), author + " may not do this");
  }
}

std::vector<DivisionId> divisions_of(const Project& project, const AsOf& as_of, std::span<const PlaceRecord> places) {
  std::vector<DivisionId> all;
  std::vector<Position> positions;
  for (const PlaceRecord& place : places) {
    const auto its = recorded_divisions(place);
    if (its.empty() && !place.position) return {};
    if (its.empty()) positions.push_back(*place.position);
    all.insert(all.end(), its.begin(), its.end());
  }
  for (const DivisionId holder : holders_at(project, as_of, positions)) {
    if (holder.value == 0) return {};
    all.push_back(holder);
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

void require_entitled_to(const Project& project, Revision known, const std::string& author, const std::string& act, std::span<const PlaceRecord> places) {
  if (read_officer_roles(project.connection(), known).empty()) return;
  require_entitled(project, known, author, act, divisions_of(project, {today(), known}, places));
}

std::vector<QueuedName> name_queue(const Project& project, const std::string& officer, Date day) {
  const CountryPack pack = names_pack(project);
  const Revision known = last_revision(project.connection());
  const auto roles = read_officer_roles(project.connection(), known);
  std::vector<QueuedName> queue;
  for (NameApplication& a : read_applications(project.connection(), known)) {
    std::erase_if(a.steps, [&](const ApplicationStep& step) { return step.day > day; });
    const ProcedureStep* now = pack.names.step(a.state());
    if (now == nullptr || now->next.empty()) continue;
    QueuedName waiting{a.number, a.text, a.state(), {}, {}, false, a.steps.back().day};
    for (const std::string& next : now->next) {
      const bool mine = officer.empty() || roles.empty() || check_officer(roles, act_in(project, known, officer, "names." + next, a.division, 0), day).empty();
      if (mine) waiting.next.push_back(next);
    }
    if (waiting.next.empty()) continue;
    for (const NameDue& due : due_names(a, pack.clocks, pack.calendar, day)) {
      const auto clock = std::find_if(pack.clocks.begin(), pack.clocks.end(), [&](const Clock& c) { return c.id == due.clock; });
      const bool mine = std::find(waiting.next.begin(), waiting.next.end(), clock->stops) != waiting.next.end();
      if (due.done || !mine || (waiting.due && *waiting.due <= due.due)) continue;
      waiting.due = due.due;
      waiting.overdue = due.overdue;
    }
    queue.push_back(std::move(waiting));
  }
  std::stable_sort(queue.begin(), queue.end(), [](const QueuedName& a, const QueuedName& b) {
    return std::tuple{!a.due, a.due.value_or(Date{}), a.since} < std::tuple{!b.due, b.due.value_or(Date{}), b.since};
  });
  return queue;
}

}  // namespace merestone
