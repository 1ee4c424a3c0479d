// SPDX-License-Identifier: Apache-2.0
/// Officers and their roles: who may record which act on names. Every act asks here, whoever sends it: a command, the
/// service, another program.
#pragma once

#include "data/office/acts.hpp"
#include "data/office/gazetteer.hpp"
#include "gis/names/officer.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace merestone {

std::vector<OfficerRole> officer_roles(const Project& project, Revision revision = latest_revision);

/// Gives a role; the first one of a project makes a manager. @throws invalid with what check_appointment() finds, and
/// officer.not_entitled when somebody else than a manager does it.
Recorded appoint_officer(Project& project, const ActInfo& info, OfficerRole role, Carry carry = Carry::out);
/// Ends a role on `day`. @throws missing officer.no_role; invalid officer.last_manager, officer.not_entitled.
Recorded dismiss_officer(Project& project, const ActInfo& info, const std::string& officer, const std::string& role, DivisionId division, Date day,
                         Carry carry = Carry::out);

/// @throws invalid officer.not_entitled unless the author may do `act` in each of `divisions`, or in the whole project where
/// there is none. Costs one query where no officers are named.
void require_entitled(const Project& project, Revision known, const std::string& author, const std::string& act, std::span<const DivisionId> divisions,
                      int body_level = 0);
/// Where an act on places takes place, each division once: those that hold them today by the record, else all that ever did,
/// else the one whose ground they lie on; none (the whole project) where one of them lies nowhere that is known.
std::vector<DivisionId> divisions_of(const Project& project, const AsOf& as_of, std::span<const PlaceRecord> places);
/// The same, asked only where officers are named.
void require_entitled_to(const Project& project, Revision known, const std::string& author, const std::string& act, std::span<const PlaceRecord> places);

/// One name on its way, and what an officer may do to it now.
struct QueuedName {
  std::string number;
  std::string name;
  std::string state;
  std::vector<std::string> next;  ///< states that may follow and that the officer may record
  std::optional<Date> due{};      ///< the earliest day by which one of them must have happened
  bool overdue = false;
  Date since{};                   ///< day of the step that it stands at
};
/// Names that wait for the officer, the most urgent first: what is due, then what has waited longest. An empty name asks
/// for everybody.
std::vector<QueuedName> name_queue(const Project& project, const std::string& officer, Date today);

}  // namespace merestone
