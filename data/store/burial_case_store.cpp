// SPDX-License-Identifier: Apache-2.0
#include "data/store/burial_case_store.hpp"

#include "data/store/geometry.hpp"
#include "data/store/shape_value.hpp"
#include "gis/base/list.hpp"

#include <algorithm>

namespace merestone {
namespace {

template <class Visit>
void each_row(Connection& connection, const char* name, Revision revision, Visit visit) {
  const Value parameters[] = {revision};
  connection.query(statement(name, connection.engine()), parameters, visit);
}

}  // namespace

std::vector<Kept<BurialCase>> read_burial_cases(Connection& connection, Revision revision) {
  std::vector<Kept<BurialCase>> cases;
  std::map<BurialCaseId, std::size_t> at;
  each_row(connection, "burial_case_list", revision, [&](const Row& row) {
    BurialCase one;
    one.id = BurialCaseId{row.integer(1)};
    one.grave = GraveId{row.integer(2)};
    one.number = text_at(row, 3);
    one.source = text_at(row, 4);
    one.judged_by = text_at(row, 5);
    one.rules = text_at(row, 6);
    one.grave_class = text_at(row, 7);
    one.land_class = text_at(row, 8);
    one.owner_known = burial_term<Told>(row.text(9)).value_or(Told::unknown);
    one.zones = parted(row.text(10), ' ');
    at[one.id] = cases.size();
    cases.push_back({row.integer(0), std::move(one)});
  });
  const auto find = [&](const Row& row, Revision recorded) -> BurialCase* {
    const auto found = at.find(BurialCaseId{row.integer(0)});
    if (found == at.end()) return nullptr;
    BurialCase& one = cases[found->second].fact;
    one.revision = std::max(one.revision, recorded);
    return &one;
  };
  each_row(connection, "burial_act_list", revision, [&](const Row& row) {
    if (BurialCase* one = find(row, row.integer(10))) {
      one->acts.push_back({text_at(row, 2), parse_date(row.text(3)), text_at(row, 4), text_at(row, 5), text_at(row, 6), day_at(row, 7),
                           parted(row.text(8), ' '), DocumentId{row.integer(1)}, text_at(row, 9)});
    }
  });
  each_row(connection, "burial_photo_list", revision, [&](const Row& row) {
    if (BurialCase* one = find(row, row.integer(9))) one->photos.push_back(text_at(row, 2));
  });
  each_row(connection, "burial_party_list", revision, [&](const Row& row) { find(row, row.integer(3)); });
  return cases;
}

BurialCaseId add_burial_case(FactWriter& writer, const BurialCase& one) {
  const std::int64_t fact = writer.next("burial_case");
  const BurialCaseId id = one.id.value == 0 ? BurialCaseId{fact} : one.id;
  const std::string zones = joined(one.zones, " ");
  auto rows = writer.rows("burial_case");
  rows.add({fact, id.value, one.grave.value, writer.revision(), one.number, one.source, one.judged_by, one.rules, one.grave_class,
            one.land_class, to_text(one.owner_known), zones});
  rows.finish();
  return id;
}

void add_burial_act(FactWriter& writer, BurialCaseId id, const BurialAct& act) {
  const std::string day = to_string(act.day), corrections = joined(act.corrections, " ");
  const DayValue due{act.due};
  auto rows = writer.rows("burial_act");
  rows.add({writer.next("burial_act"), id.value, value_of(act.document), writer.revision(), act.state, day, act.body, act.receiver,
            act.outcome, due.value(), corrections, act.note});
  rows.finish();
}

std::map<BurialCaseId, std::vector<CasePhoto>> read_case_photos(Connection& connection, Revision revision) {
  std::map<BurialCaseId, std::vector<CasePhoto>> photos;
  each_row(connection, "burial_photo_list", revision, [&](const Row& row) {
    photos[BurialCaseId{row.integer(0)}].push_back(
        {text_at(row, 1), text_at(row, 2), text_at(row, 3),
         {position_at(row, 8, connection.engine()), real_at(row, 5), real_at(row, 6), text_at(row, 4)}, text_at(row, 7)});
  });
  return photos;
}

void add_case_photo(FactWriter& writer, BurialCaseId id, const CasePhoto& photo) {
  const PositionValue position{writer.engine(), photo.taken.position};
  auto rows = writer.rows("burial_photo");
  rows.add({writer.next("burial_photo"), id.value, writer.revision(), photo.label, photo.phase, photo.view, photo.taken.taken_at,
            value_of(photo.taken.accuracy_m), value_of(photo.taken.direction_deg), photo.sha256, position.value()});
  rows.finish();
}

std::vector<Kept<JointAction>> read_joint_actions(Connection& connection, Revision revision) {
  std::vector<Kept<JointAction>> actions;
  each_row(connection, "joint_action_list", revision, [&](const Row& row) {
    JointAction one;
    one.id = JointActionId{row.integer(1)};
    one.document = DocumentId{row.integer(2)};
    one.title = text_at(row, 3);
    one.day = parse_date(row.text(4));
    one.carried_out = row.integer(5) != 0;
    one.note = text_at(row, 6);
    actions.push_back({row.integer(0), std::move(one)});
  });
  const auto find = [&](const Row& row) {
    return std::find_if(actions.begin(), actions.end(), [&](const auto& kept) { return kept.fact.id.value == row.integer(0); });
  };
  each_row(connection, "joint_action_body_list", revision, [&](const Row& row) {
    if (const auto one = find(row); one != actions.end()) one->fact.bodies.push_back({text_at(row, 1), row.integer(2) != 0, row.integer(3)});
  });
  each_row(connection, "joint_action_case_list", revision, [&](const Row& row) {
    if (const auto one = find(row); one != actions.end()) one->fact.cases.push_back(BurialCaseId{row.integer(1)});
  });
  return actions;
}

JointActionId add_joint_action(FactWriter& writer, const JointAction& action) {
  const std::int64_t fact = writer.next("joint_action");
  const bool fresh = action.id.value == 0;
  const JointActionId id = fresh ? JointActionId{fact} : action.id;
  const std::string day = to_string(action.day);
  auto rows = writer.rows("joint_action");
  rows.add({fact, id.value, value_of(action.document), writer.revision(), action.title, day, std::int64_t{action.carried_out}, action.note});
  rows.finish();
  if (!fresh) return id;
  auto bodies = writer.rows("joint_action_body");
  for (const JointActionBody& body : action.bodies) {
    bodies.add({writer.next("joint_action_body"), id.value, writer.revision(), body.body, std::int64_t{body.lead}, body.people});
  }
  bodies.finish();
  auto cases = writer.rows("joint_action_case");
  for (const BurialCaseId one : action.cases) cases.add({writer.next("joint_action_case"), id.value, one.value, writer.revision()});
  cases.finish();
  return id;
}

std::vector<KeptGrave> read_kept_graves(Connection& connection, Revision revision) {
  std::vector<KeptGrave> graves;
  each_row(connection, "kept_grave_list", revision, [&](const Row& row) {
    graves.push_back({GraveId{row.integer(0)}, parse_date(row.text(2)), text_at(row, 3), DocumentId{row.integer(1)}});
  });
  return graves;
}

void add_kept_grave(FactWriter& writer, const KeptGrave& kept) {
  const std::string day = to_string(kept.day);
  auto rows = writer.rows("kept_grave");
  rows.add({writer.next("kept_grave"), kept.grave.value, value_of(kept.document), writer.revision(), day, kept.reason});
  rows.finish();
}

}  // namespace merestone
