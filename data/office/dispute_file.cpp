// SPDX-License-Identifier: Apache-2.0
#include "data/office/dispute_file.hpp"

#include "data/office/case_act.hpp"
#include "data/store/document_store.hpp"
#include "gis/geodesy/measure.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <unordered_map>

namespace merestone {
namespace {

/// Places and facilities that came on record after the status quo was set are sightings too.
void add_record(std::vector<Sighting>& sightings, const Project& project, const AsOf& as_of, Date status_quo) {
  const auto add = [&](SightingKind kind, const std::string& name, std::optional<Position> at, Date from) {
    if (at && from != unknown_start && from > status_quo) sightings.push_back({kind, name, *at, from, {}, "record", {}, {}});
  };
  for (const NamedPlace& place : project.places(as_of)) {
    add(SightingKind::settlement, place.names.empty() ? place.local_id : place.names.front().text, place.position, place.valid.from);
  }
  for (const Facility& facility : project.facilities(as_of)) {
    add(SightingKind::project, facility.name, facility.position, facility.valid.from);
  }
}

/// Documents by id, those that are cited by anything in the file.
void cite(DisputeFile& file, const std::vector<Document>& documents) {
  std::set<DocumentId> cited;
  for (const CaseStep& step : file.the_case.steps) cited.insert(step.document);
  for (const LineOpinion& opinion : file.opinions) cited.insert(opinion.document);
  for (const Filing& filing : file.filings) cited.insert(filing.document);
  for (const Sighting& sighting : file.sightings) cited.insert(sighting.document);
  if (file.outcome) {
    const Outcome& outcome = file.outcome->outcome;
    cited.insert({outcome.document, outcome.approval, outcome.survey});
  }
  for (const Document& document : documents) {
    if (cited.contains(document.id)) file.documents.push_back(document);
  }
}

ViewSum sum_of(const Snapshot& snapshot, ViewSum::View view, const std::string& by, const Viewpoint& viewpoint) {
  ViewSum sum;
  sum.view = view;
  sum.by = by;
  const Territory territory = derive(snapshot, viewpoint);
  sum.valid = territory.contradictions.empty();
  std::unordered_map<StretchId, EdgeKind> edges;
  for (const Stretch& stretch : snapshot.stretches) edges.emplace(stretch.id, stretch.edges);
  std::map<Holders, PathMeasure> walks;
  for (std::size_t i = 0; i < territory.mesh.arcs.size(); ++i) {
    const Arc& arc = territory.mesh.arcs[i];
    if (arc.left == arc.right) continue;
    const PathMeasure along = measure(territory.mesh.path(i), edges.at(territory.stretches[i]));
    if (arc.left != nobody) walks[territory.holders[arc.left]] += along;
    if (arc.right != nobody) walks[territory.holders[arc.right]] += along.reversed();
  }
  for (const auto& [holders, walk] : walks) {
    const Wide area = ground_um2(walk);
    sum.by_holders.emplace_back(holders, area);
    sum.total_um2 += area;
  }
  return sum;
}

}  // namespace

std::vector<DisputeTask> dispute_tasks(const Project& project, Date day) {
  const auto clocks = read_office_clocks(project.connection(), project.known(latest_revision));
  std::vector<DisputeTask> tasks;
  for (const DisputeCase& one : dispute_cases(project)) {
    const DisputeTemplate procedure = find_procedure(project, one.procedure);
    std::vector<CaseStep> until;  // what had been done by the day
    std::ranges::copy_if(one.steps, std::back_inserter(until), [&](const CaseStep& step) { return step.day <= day; });
    for (const DueStep& due : due_steps(procedure, calendar_of_procedure(project, one.procedure), clocks, until, day)) {
      const ProcedureStep* step = procedure.step(due.state);
      tasks.push_back({one.number, one.title, step ? step->words : Wording{due.state, due.state}, due});
    }
  }
  return tasks;
}

std::vector<DisputeCase> dispute_cases(const Project& project, Revision revision) {
  std::vector<DisputeCase> cases;
  const Revision known = project.known(revision);
  for (auto& [number, one] : read_cases(project.connection(), known)) cases.push_back(std::move(one));
  return cases;
}

DisputeFile dispute_file(const Project& project, const std::string& number, const AsOf& as_of, Date today) {
  Connection& connection = project.connection();
  const AsOf known{as_of.day, project.known(as_of.revision)};
  const Revision revision = known.revision;
  DisputeFile file;
  file.the_case = find_case(connection, number, revision).fact;
  const DisputeId dispute = file.the_case.dispute;
  file.procedure = find_procedure(project, file.the_case.procedure);
  file.parties = parties_of(project, file.the_case, revision);
  file.next = next_states(file.procedure, file.the_case.steps);
  file.due = due_steps(file.procedure, calendar_of_procedure(project, file.the_case.procedure), read_office_clocks(connection, revision), file.the_case.steps, today);
  file.contested = contested_ground(project, file.the_case, known);
  const auto documents = project.documents(revision);
  const Box extent = project.extent(known);
  for (auto& [fact, evidence] : read_evidence(connection, dispute, revision)) {
    EvidenceOnFile on_file{evidence, {}, {}, {}};
    const auto at = std::find_if(documents.begin(), documents.end(), [wanted = evidence.document](const Document& d) { return d.id == wanted; });
    if (at != documents.end()) on_file.document = *at;
    EvidenceCheck checked = check_evidence(evidence, {file.procedure, on_file.document.issued, file.the_case.arose,
                                                      mean_width_m(file.contested), today, extent});
    on_file.best = tier_with(file.procedure, checked.best);
    on_file.findings = std::move(checked.findings);
    file.evidence.push_back(std::move(on_file));
  }
  for (auto& [fact, opinion] : read_opinions(connection, dispute, revision)) file.opinions.push_back(std::move(opinion));
  file.claims = read_claims_of(connection, dispute, revision);
  for (auto& [fact, said] : read_perspectives(connection, Window{revision, known.day})) {
    const bool ours = std::any_of(file.claims.begin(), file.claims.end(), [claimed = said.claim](const Claim& claim) { return claim.id == claimed; });
    if (ours) file.perspectives.push_back(std::move(said));
  }
  file.sightings = read_sightings(connection, dispute, revision);
  if (const auto status_quo = file.the_case.status_quo(file.procedure)) {
    std::vector<Sighting> all = file.sightings;
    add_record(all, project, known, *status_quo);
    file.alerts = breaches(all, shape_of(file.contested), *status_quo);
    const ProcedureStep* standstill = file.procedure.step(case_state::status_quo_set);
    for (Finding& alert : file.alerts) {
      alert.facts.emplace_back("law", standstill && !standstill->source.empty() ? standstill->source : file.procedure.source);
    }
  }
  for (auto& [fact, recorded] : read_outcomes(connection, dispute, revision)) file.outcome = std::move(recorded);
  if (file.outcome) file.stayed = stayed_since(file.the_case.steps);
  file.filings = read_filings(connection, dispute, revision);
  cite(file, documents);
  return file;
}

std::vector<ViewSum> view_sums(const Project& project, const DisputeFile& file, const AsOf& as_of) {
  const Snapshot snapshot = project.snapshot(as_of);
  std::vector<ViewSum> sums{sum_of(snapshot, ViewSum::View::status_quo, {}, StatusQuo{}), sum_of(snapshot, ViewSum::View::neutral, {}, Neutral{})};
  for (const CaseParty& party : file.parties) {
    sums.push_back(sum_of(snapshot, ViewSum::View::as_claimed, party.label, AsClaimedBy{party.division}));
  }
  std::set<std::string> viewers;
  for (const Acceptance& acceptance : snapshot.acceptances) viewers.insert(acceptance.viewer);
  for (const std::string& viewer : viewers) sums.push_back(sum_of(snapshot, ViewSum::View::as_seen, viewer, AsSeenBy{viewer}));
  return sums;
}

}  // namespace merestone
