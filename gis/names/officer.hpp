// SPDX-License-Identifier: Apache-2.0
/// Who of an office may do what to names, where, and for bodies of which level. That a body is competent is law (check_approver());
/// that an officer may act is the office's own order, and data of the project.
#pragma once

#include "gis/base/as_of.hpp"
#include "gis/base/date.hpp"
#include "gis/base/finding.hpp"
#include "gis/base/id.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// A role of one officer.
struct OfficerRole {
  std::int64_t fact = 0;
  std::string officer;       ///< as acts name their author
  std::string role;          ///< id of an OfficeRole
  DivisionId division{};     ///< there and in all that lies in it; no id: everywhere
  int body_level = 0;        ///< of the bodies whose decisions may be recorded: 3 for a county; 0: of all
  DocumentId document{};     ///< by which it was given
  Period valid{};
};

/// What a role may do: acts by their name in the audit, "names.approved"; one that ends in * means all that begin so.
struct OfficeRole {
  std::string_view id;
  std::vector<std::string_view> acts;
};
/// clerk, evaluator, approver, filer, announcer, registrar, sign_keeper, manager: in the order in which a name meets them.
std::span<const OfficeRole> office_roles();
bool may(std::string_view role, std::string_view act);

/// What somebody wants to do.
struct OfficerAct {
  std::string officer;
  std::string act;
  std::vector<DivisionId> within{};  ///< the division concerned and its superiors; none: the whole project
  std::string code{};                ///< of the division, for the words
  int body_level = 0;                ///< of the body that decides; 0: none does
};

/// officer.not_entitled where none of the officer's roles allows the act there on the day; says who may. Nothing where the
/// project names no officers at all: then everybody may do everything, as a single officer's project needs it.
std::vector<Finding> check_officer(std::span<const OfficerRole> roles, const OfficerAct& act, Date day);

/// Whether a role may be given or taken: officer.unknown_role, officer.no_name, officer.held (the same role already holds),
/// officer.first_manager (the first officer named must be a manager for the whole project: else nobody could name others).
std::vector<Finding> check_appointment(std::span<const OfficerRole> roles, const OfficerRole& wanted);
/// officer.last_manager where nobody would be left who may name officers.
std::vector<Finding> check_dismissal(std::span<const OfficerRole> roles, const OfficerRole& leaving, Date day);

}  // namespace merestone
