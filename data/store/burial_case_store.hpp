// SPDX-License-Identifier: Apache-2.0
/// Cases against graves with what they went through, their photos, joint actions and graves that are kept, as rows. No
/// person is named here: see personal_store.hpp.
#pragma once

#include "data/store/division_store.hpp"
#include "gis/burials/joint_action.hpp"
#include "gis/burials/photo.hpp"

#include <map>

namespace merestone {

/// Every case with its acts, as recorded up to `revision`, by id.
std::vector<Kept<BurialCase>> read_burial_cases(Connection& connection, Revision revision);
/// A new case where its id is none, else a further version of it. Without acts and photos. Returns its id.
BurialCaseId add_burial_case(FactWriter& writer, const BurialCase& one);
void add_burial_act(FactWriter& writer, BurialCaseId id, const BurialAct& act);

/// Photos by case, in the order in which they came.
std::map<BurialCaseId, std::vector<CasePhoto>> read_case_photos(Connection& connection, Revision revision);
void add_case_photo(FactWriter& writer, BurialCaseId id, const CasePhoto& photo);

std::vector<Kept<JointAction>> read_joint_actions(Connection& connection, Revision revision);
/// A new action where its id is none, else a further version of it, without bodies and cases, which stay.
JointActionId add_joint_action(FactWriter& writer, const JointAction& action);

std::vector<KeptGrave> read_kept_graves(Connection& connection, Revision revision);
void add_kept_grave(FactWriter& writer, const KeptGrave& kept);

}  // namespace merestone
