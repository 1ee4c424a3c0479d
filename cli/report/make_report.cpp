// SPDX-License-Identifier: Apache-2.0
#include "cli/report/make_report.hpp"

#include "cli/report/report_ground.hpp"
#include "cli/report/report_history.hpp"
#include "cli/report/report_lines.hpp"
#include "cli/report/report_map.hpp"
#include "cli/report/report_sites.hpp"
#include "gis/base/error.hpp"

#include <algorithm>
#include <set>

namespace merestone {
namespace {

Error refused(const char* what, Finding finding) { return Error{Fault::missing, what, {std::move(finding)}}; }

void add_subject(BoundaryReport& report, const ReportRequest& request, const ReportFacts& facts) {
  const DivisionState* state = facts.divisions.find(request.division);
  if (!state) {
    Finding finding{.rule = "report.no_division"};
    finding.facts = {{"date", to_string(request.as_of.day)}};
    throw refused("no such division on that day", std::move(finding));
  }
  report.office = request.office;
  report.program = request.program;
  report.produced_at = request.produced_at;
  report.audit_head = request.audit_head;
  report.on = request.as_of.day;
  report.revision = request.as_of.revision;
  report.subject = card_of(facts.divisions, state->id);
  report.valid = state->valid;
  for (const DivisionState* superior : facts.divisions.chain(state->id)) {
    if (superior->id != state->id) report.superiors.push_back(card_of(facts.divisions, superior->id));
  }
}

void add_measures(BoundaryReport& report, const ReportGround& ground, const ReportFacts& facts) {
  report.area_m2 = square_metres(ground.area_um2);
  report.disputed_m2 = square_metres(ground.disputed_um2);
  report.unassigned_m2 = square_metres(ground.unassigned_um2);
  report.pieces = ground.shape.size();
  report.extent = box_of(ground.shape);
  report.extent.add(box_of(ground.disputed));
  for (std::size_t i = 0; i < ground.members.size(); ++i) {
    report.members.push_back({card_of(facts.divisions, ground.members[i]), square_metres(ground.member_um2[i])});
  }
}

/// Lines have cited theirs; here follow the subject's own, those of its changes, and what else there is.
void add_documents(BoundaryReport& report, const ReportFacts& facts) {
  constexpr std::size_t most_others = 40;
  std::set<DocumentId> cited;
  for (const DivisionVersion& version : facts.history.versions) {
    if (version.division == report.subject.id && version.valid.contains(report.on)) cited.insert(version.document);
  }
  for (const Succession& change : facts.history.successions) {
    const bool told = std::any_of(report.changes.begin(), report.changes.end(), [&](const ReportChange& row) {
      return row.from.id == change.from && row.to.id == change.to && row.day == change.day;
    });
    if (told) cited.insert(change.document);
  }
  std::set<DocumentId> listed;
  for (const Document& document : report.documents) listed.insert(document.id);
  for (const Document& document : facts.documents) {
    if (listed.count(document.id) > 0) continue;
    if (cited.count(document.id) > 0) {
      report.documents.push_back(document);
    } else if (report.other_documents.size() < most_others) {
      report.other_documents.push_back(document);
    } else {
      ++report.further_documents;
    }
  }
}

}  // namespace

BoundaryReport make_boundary_report(const ReportRequest& request, const ReportFacts& facts) {
  BoundaryReport report;
  add_subject(report, request, facts);
  const std::vector<EdgeKind> edges = edges_of(facts.territory, facts.snapshot);
  const ReportGround ground = ground_of(facts.territory, edges, facts.divisions, request.division);
  if (ground.shape.empty() && ground.disputed.empty()) {
    Finding finding{.rule = "report.no_ground"};
    finding.subject.record = report.subject.code;
    finding.facts = {{"name", report.subject.name}, {"date", to_string(report.on)}};
    throw refused("the division holds no ground on that day", std::move(finding));
  }
  add_measures(report, ground, facts);
  add_lines(report, ground, edges, facts);
  add_sites(report, ground, facts);
  add_history(report, facts);
  add_documents(report, facts);
  add_map(report, ground, facts);
  for (const CountryPack& pack : facts.packs) {
    for (const DivisionKind& kind : pack.kinds) report.kinds.emplace_back(kind.id, kind.words);
  }
  return report;
}

}  // namespace merestone
