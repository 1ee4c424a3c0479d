// SPDX-License-Identifier: Apache-2.0
#include "data/office/line_edit.hpp"

#include "data/office/act_record.hpp"
#include "data/office/attempt.hpp"
#include "data/office/dispute_ground.hpp"
#include "gis/base/text.hpp"
#include "gis/geodesy/measure.hpp"

#include <set>

namespace merestone {

GroundPlan plan_edit(const Project& project, const LineEdit& edit, Revision known) {
  RedrawRequest request;
  request.finest = edit.finest;
  request.edges = edit.edges;
  request.carrier = edit.carrier;
  request.accuracy_m = edit.accuracy_m;
  std::set<DivisionId> parties;
  for (const LineGrant& line : edit.lines) parties.insert({line.left, line.right});
  request.parties.assign(parties.begin(), parties.end());
  request.versions = {{{}, {}, edit.lines, {}}};
  return plan_ground(project, std::move(request), edit.from, known);
}

std::vector<Finding> village_findings(const Project& project, const GroundPlan& plan) {
  std::vector<Finding> findings;
  const auto code = [&](DivisionId id) {
    const DivisionState* state = plan.divisions.find(id);
    return state != nullptr ? state->code : "–";
  };
  for (const MovedVillage& village : moved_villages(project.places({plan.from, plan.known}), plan.redraw.transfers)) {
    findings.push_back({"redraw.moves_village", Severity::warning, {{}, village.name, {}},
                        Place{degrees(village.position.lon), degrees(village.position.lat)},
                        {{"name", village.name}, {"from", code(village.from)}, {"to", code(village.to)}}});
  }
  return findings;
}

Revision record_edit(Project& project, const ActInfo& info, const GroundPlan& plan) {
  return attempted(project, "line.edit", info, [&] {
    Transaction transaction{project.connection()};
    ActRecord act{project.connection(), "line.edit", info.author, info.reason};
    const DocumentId document = act.add(info.document);
    record_ground(project, act.writer(), plan, document);
    act.tell("from", to_string(plan.from));
    for (const GroundPlan::Balance& side : plan.balance()) {
      const DivisionState* state = plan.divisions.find(side.division);
      const std::string name = "ground_m2 of " + (state != nullptr && !state->code.empty() ? state->code : std::to_string(side.division.value));
      act.tell(name, fixed(square_metres(side.before_um2), 6) + " -> " + fixed(square_metres(side.after_um2), 6));
    }
    const Revision revision = act.close();
    transaction.commit();
    return revision;
  });
}

}  // namespace merestone
