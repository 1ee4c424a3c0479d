// SPDX-License-Identifier: Apache-2.0
/// What an office does about graves outside the law (domain.md §5.5). Each is an act like those of acts.hpp: one
/// transaction, one revision, one audit entry; a refused one changes nothing and stands in the log of attempts. None of them
/// takes a word about a person: personal_acts.hpp does. `info.document` is the paper of the act; its digest is kept, the
/// paper itself is not: it names the party.
#pragma once

#include "data/office/acts.hpp"
#include "gis/burials/case_steps.hpp"
#include "gis/burials/joint_action.hpp"
#include "gis/burials/person.hpp"
#include "gis/burials/photo.hpp"

#include <map>

namespace merestone {

/// The first pack of the project that has rules of enforcement. @throws missing enforcement.no_rules.
CountryPack enforcement_pack(const Project& project);

/// Which case, and what its editor knew of it. @throws missing enforcement.not_found, conflict enforcement.stale where
/// somebody wrote about the case after revision `seen`.
struct BurialCaseKey {
  std::string number;
  Revision seen = latest_revision;
  Date today{};                     ///< when the act is done: nothing may be dated later
};

struct Lead {
  std::string number;      ///< of the case to be opened
  std::string grave;       ///< its number on record
  std::string source;      ///< one of lead_sources
  Date day{};
  std::string body = "civil_affairs";
  std::string note{};      ///< what was seen; the words of a complaint are personal data
};
struct LeadReceipt {
  Revision revision = 0;
  bool kept = false;       ///< the grave is protected: no case, but a record that it stays (scenario 22)
  std::vector<Finding> findings{};
};
/// Opens a case with its lead. @throws enforcement.unknown_grave (missing), enforcement.number_held, enforcement.grave_has_case
/// (conflict), enforcement.source, and what check_act() finds.
LeadReceipt report_lead(Project& project, const ActInfo& info, const Lead& lead, Date today);

/// What a visit to the grave found. It may be repeated while the case has not gone on.
struct SiteVisit {
  Date day{};
  std::string body = "civil_affairs";
  std::string grave_class{};
  std::string land_class{};           ///< empty: as the grave has it
  Told owner_known = Told::unknown;
  std::vector<std::string> zones{};   ///< ids of the siting rules that the grave breaks
  std::vector<CasePhoto> photos{};
  std::string note{};
};
struct BurialReceipt {
  Revision revision = 0;
  std::vector<Finding> findings{};    ///< warnings
};
BurialReceipt verify_case(Project& project, const ActInfo& info, const BurialCaseKey& key, const SiteVisit& visit);

/// Any other step; with photos where it brings some.
BurialReceipt take_step(Project& project, const ActInfo& info, const BurialCaseKey& key, BurialAct act, const std::vector<CasePhoto>& photos = {});

BurialReceipt add_photos(Project& project, const ActInfo& info, const BurialCaseKey& key, const std::vector<CasePhoto>& photos);

/// A day on which bodies act together on the cases with these numbers. joint.title_held (conflict) and what
/// check_joint_action() finds.
Revision plan_joint_action(Project& project, const ActInfo& info, JointAction action, const std::vector<std::string>& cases, Date today);
/// It was carried out: its cases go to joint enforcement, all in this one act. `look_again` is when they are to be re-checked.
/// @throws missing joint.unknown, conflict joint.done.
BurialReceipt carry_out(Project& project, const ActInfo& info, const std::string& title, Date day, std::optional<Date> look_again, Date today);

std::vector<BurialCase> burial_cases(const Project& project, Revision revision = latest_revision);
/// @throws missing enforcement.not_found.
BurialCase find_burial_case(const Project& project, const std::string& number, Revision revision = latest_revision);
std::map<BurialCaseId, std::vector<CasePhoto>> case_photos(const Project& project, Revision revision = latest_revision);
std::vector<JointAction> joint_actions(const Project& project, Revision revision = latest_revision);
std::vector<KeptGrave> kept_graves(const Project& project, Revision revision = latest_revision);

/// Who takes part in a case, by role alone.
std::vector<CasePerson> parties_of(const Project& project, BurialCaseId id, Revision revision = latest_revision);

/// A deadline of a case.
struct BurialTask {
  std::string number;
  std::string state;
  std::string clock;
  Wording words{};                  ///< of the clock; none for a joint action
  Date due{};
  std::optional<Date> done{};
  bool overdue = false;
};
/// Deadlines of all cases and planned joint actions, the earliest first.
std::vector<BurialTask> burial_tasks(const Project& project, Date today);

}  // namespace merestone
