// SPDX-License-Identifier: Apache-2.0
#include "data/office/line_desk.hpp"

#include "data/db/refusal.hpp"
#include "data/store/audit_store.hpp"
#include "data/store/document_store.hpp"
#include "data/store/inspection_store.hpp"
#include "data/store/legal_line_store.hpp"
#include "data/store/line_store.hpp"
#include "data/store/monument_store.hpp"
#include "gis/geodesy/measure.hpp"

#include <algorithm>

namespace merestone {
namespace {

template <class Fact>
std::vector<Fact> facts_of(std::vector<Kept<Fact>> kept) {
  std::vector<Fact> facts;
  for (Kept<Fact>& k : kept) facts.push_back(std::move(k.fact));
  return facts;
}

[[noreturn]] void refuse_line(BoundaryLineId id) {
  refuse(Fault::missing, "boundary.unknown", "no such line", {{"text", std::to_string(id.value)}, {"lines", ""}});
}

}  // namespace

bool stands_on(const Monument& monument, BoundaryLineId line) {
  return std::find(monument.lines.begin(), monument.lines.end(), line) != monument.lines.end();
}

AsOf day_with(const Project& project, BoundaryLineId line, const AsOf& wished) {
  Connection& connection = project.connection();
  const Revision revision = project.known(wished.revision);
  std::optional<Date> best;
  for (const Kept<BoundaryLine>& version : read_line_versions(connection, Window{revision})) {
    if (version.fact.id != line) continue;
    const Period& valid = version.fact.valid;
    if (valid.contains(wished.day)) return {wished.day, revision};
    const Date near = valid.from > wished.day ? valid.from : valid.until - std::chrono::days{1};
    const bool later = near > wished.day;
    if (!best || (later && (*best < wished.day || near < *best)) || (!later && *best < wished.day && near > *best)) best = near;
  }
  if (!best) refuse_line(line);
  return {*best, revision};
}

LineDesk line_desk(const Project& project, const AsOf& as_of) {
  Connection& connection = project.connection();
  const Revision revision = project.known(as_of.revision);
  const Window day{revision, as_of.day};
  LineDesk desk{{as_of.day, revision}, project.divisions({as_of.day, revision}), {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
  desk.lines = read_lines(connection, day);
  desk.records = facts_of(read_line_records(connection, day));
  desk.segments = facts_of(read_segments(connection, day));
  desk.monuments_ever = facts_of(read_monuments(connection, Window{revision}));
  for (const Monument& m : desk.monuments_ever) {
    if (m.valid.contains(as_of.day)) desk.monuments.push_back(m);
  }
  desk.observations = read_observations(connection, revision);
  desk.repairs = facts_of(read_repair_orders(connection, revision));
  desk.inspections = read_inspections(connection, revision);
  desk.segment_checks = read_segment_checks(connection, revision);
  desk.patrols = read_patrols(connection, revision);
  desk.risks = facts_of(read_hidden_risks(connection, revision));
  desk.peace = read_peace_entries(connection, revision);
  desk.projects = read_line_projects(connection, revision);
  desk.shifts = read_feature_shifts(connection, revision);
  desk.documents = read_documents(connection, revision);
  return desk;
}

std::vector<StandingMonument> standing_monuments(const Project& project, const AsOf& as_of) {
  Connection& connection = project.connection();
  const Revision revision = project.known(as_of.revision);
  std::vector<StandingMonument> standing;
  for (Monument& monument : facts_of(read_monuments(connection, Window{revision, as_of.day}))) standing.push_back({std::move(monument), {}});
  if (standing.empty()) return standing;
  const auto observations = read_observations(connection, revision);
  const auto repairs = facts_of(read_repair_orders(connection, revision));
  for (StandingMonument& one : standing) one.judgement = judge(one.monument, observations, repairs, as_of.day);
  return standing;
}

const Polyline* LineGround::course() const {
  if (pieces.size() == 1) return &pieces.front();
  const Polyline* found = nullptr;
  for (const Polyline& piece : pieces) {
    if (piece.front() == piece.back()) continue;
    if (found) return nullptr;
    found = &piece;
  }
  return found;
}

LineGround line_ground(const Project& project, BoundaryLineId line, const AsOf& as_of) {
  Connection& connection = project.connection();
  const LinePath path = read_line_path(connection, Window{project.known(as_of.revision), as_of.day}, line);
  LineGround ground{joined_pieces(path.pieces), path.edges, 0};
  for (const Polyline& piece : ground.pieces) ground.length_m += length_m(piece, path.edges);
  return ground;
}

const Document* LineDesk::document(DocumentId id) const {
  const auto at = std::find_if(documents.begin(), documents.end(), [&](const Document& d) { return d.id == id; });
  return at == documents.end() ? nullptr : &*at;
}

const BoundaryLine& LineDesk::line(BoundaryLineId id) const {
  const auto at = std::find_if(lines.begin(), lines.end(), [&](const BoundaryLine& l) { return l.id == id; });
  if (at == lines.end()) refuse_line(id);
  return *at;
}

const Monument& LineDesk::monument(std::string_view number, std::string_view called) const {
  std::vector<const Monument*> found;
  for (const Monument& m : monuments) {
    if (m.number == number && (called.empty() || stands_on(m, line(called).id))) found.push_back(&m);
  }
  const std::string text{number};
  if (found.empty()) refuse(Fault::missing, "monument.unknown", "no monument " + text, {{"number", text}, {"day", to_string(as_of.day)}});
  if (found.size() > 1) refuse(Fault::invalid, "monument.ambiguous", "several monuments " + text, {{"number", text}});
  return *found.front();
}

std::vector<Monument> LineDesk::monuments_on(BoundaryLineId line) const {
  std::vector<Monument> found;
  std::copy_if(monuments.begin(), monuments.end(), std::back_inserter(found), [&](const Monument& m) { return stands_on(m, line); });
  std::sort(found.begin(), found.end(), [](const Monument& a, const Monument& b) { return a.number < b.number; });
  return found;
}

std::vector<Segment> LineDesk::segments_of(BoundaryLineId line) const {
  std::vector<Segment> found;
  std::copy_if(segments.begin(), segments.end(), std::back_inserter(found), [&](const Segment& s) { return s.line == line; });
  return found;
}

MonumentJudgement LineDesk::judge(const Monument& monument) const {
  return merestone::judge(monument, observations, repairs, as_of.day);
}

InspectionRecord LineDesk::inspection_record(const Inspection& inspection) const {
  InspectionRecord record;
  for (const Monument& m : monuments_on(inspection.line)) {
    const bool seen = std::any_of(observations.begin(), observations.end(), [&](const Observation& o) {
      return o.monument == m.id && o.inspection == inspection.id;
    });
    if (!seen && m.kind != MonumentKind::point) record.unseen_monuments.push_back(m.number);
    record.open_issues += static_cast<std::size_t>(std::count_if(repairs.begin(), repairs.end(), [&](const RepairOrder& r) {
      return r.monument == m.id && !r.done_on;
    }));
  }
  for (const Segment& s : segments_of(inspection.line)) {
    const bool seen = std::any_of(segment_checks.begin(), segment_checks.end(), [&](const SegmentCheck& c) {
      return c.segment == s.id && c.inspection == inspection.id;
    });
    if (!seen) record.unseen_segments.push_back(s.ordinal);
  }
  return record;
}

Due LineDesk::due(BoundaryLineId line, int years) const {
  std::optional<Date> since;
  if (const LineRecord* r = record(line)) {
    const Document* approval = document(r->approval);
    const Document* agreement = document(r->agreement);
    if (agreement && agreement->issued) since = agreement->issued;
    if (approval && approval->issued) since = approval->issued;
    if (r->published_on) since = r->published_on;
  }
  return due_of(line, inspections, since, years);
}

}  // namespace merestone
