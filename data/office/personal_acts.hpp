// SPDX-License-Identifier: Apache-2.0
/// Acts on personal data (domain.md §5.5): owners, families, complainants. Each asks for the role `enforcement`; on PostGIS the
/// server asks too (a project file has no logins: who may read the file may read all of it, so keep it where only they are who
/// may). Who reads is written to the log of attempts; who erases, to the audit, which keeps nothing of what was
/// known.
#pragma once

#include "data/office/burial_cases.hpp"
#include "gis/burials/person.hpp"

namespace merestone {

/// In what role somebody acts. @throws invalid personal.no_role in every act below for another than `enforcement`, and
/// personal.no_database_role where the server knows better.
struct ActingRole {
  std::string role;
};

/// Records that somebody takes part in the case. personal.party_role for none of party_roles, personal.nothing for empty data.
PersonId add_person(Project& project, const ActInfo& info, const BurialCaseKey& key, const std::string& party_role, const PersonalData& data,
                    const ActingRole& acting);

struct PersonOnFile {
  CasePerson party;
  PersonalData data{};  ///< empty where it was erased
};
/// Reading is told of: the project is opened for writing. @throws missing enforcement.not_found.
std::vector<PersonOnFile> read_persons(Project& project, const ActInfo& info, const std::string& number, const ActingRole& acting);

/// Erases for good what is known of a person. @throws missing personal.unknown, conflict personal.erased.
Revision erase_person(Project& project, const ActInfo& info, PersonId person, const ActingRole& acting);

}  // namespace merestone
