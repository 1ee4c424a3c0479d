// SPDX-License-Identifier: Apache-2.0
#include "data/office/acts.hpp"

#include "data/office/act_record.hpp"
#include "data/office/hazard_findings.hpp"
#include "data/office/refuse_errors.hpp"
#include "data/store/layer_store.hpp"

namespace merestone {
namespace {

/// One act that adds things which lie on the ground; `add` writes them.
template <class Things>
Revision adopt(Project& project, const ActInfo& info, const char* act_name, const Things& things,
               void (*add)(FactWriter&, const Things&, DocumentId)) {
  Transaction transaction{project.connection()};
  ActRecord act{project.connection(), act_name, info.author, info.reason};
  const DocumentId document = act.add(info.document);
  if (info.progress) info.progress("recording", 0, things.size());
  add(act.writer(), things, document);
  const Revision revision = act.close();
  transaction.commit();
  return revision;
}

}  // namespace

Revision adopt_places(Project& project, const ActInfo& info, const std::vector<NamedPlace>& places) {
  return adopt(project, info, "places.adopt", places, add_places);
}

Revision adopt_hazard_zones(Project& project, const ActInfo& info, const std::vector<HazardZone>& zones) {
  refuse_errors(hazard_findings(project, zones, info.document.title), "the hazard zones are refused");
  return adopt(project, info, "hazard_zones.adopt", zones, add_hazard_zones);
}

Revision adopt_facilities(Project& project, const ActInfo& info, const std::vector<Facility>& facilities) {
  return adopt(project, info, "facilities.adopt", facilities, add_facilities);
}

}  // namespace merestone
