// SPDX-License-Identifier: Apache-2.0
/// Personal data: the one thing of a project that can be erased, and that not everybody may read. Only acts of
/// data/office/personal_acts.hpp come here.
#pragma once

#include "data/store/fact_writer.hpp"
#include "gis/burials/burial_case.hpp"
#include "gis/burials/person.hpp"

#include <map>
#include <optional>
#include <vector>

namespace merestone {

/// Who takes part in cases, in the order in which they were recorded; no word on who they are.
std::map<BurialCaseId, std::vector<CasePerson>> read_case_persons(Connection& connection, Revision revision);
/// Records that somebody takes part, and what is known of him. Of the facts, nothing says who he is.
PersonId add_case_person(FactWriter& writer, BurialCaseId id, std::string_view role, const PersonalData& data);

/// Nothing for a person that was erased.
std::optional<PersonalData> read_personal_data(Connection& connection, PersonId person);
/// Takes the data away for good; on SQLite the bytes too are overwritten. The person stays as a number, superseded.
void erase_personal_data(FactWriter& writer, PersonId person);

}  // namespace merestone
