// SPDX-License-Identifier: Apache-2.0
#include "cli/command/line_sheets.hpp"

#include "gis/base/error.hpp"
#include "gis/geodesy/measure.hpp"

#include <fmt/chrono.h>

#include <algorithm>
#include <ctime>

namespace merestone {
namespace {

std::string number_on(const LineDesk& desk, MonumentId id) {
  for (const Monument& m : desk.monuments_ever) {
    if (m.id == id) return m.number;
  }
  return {};
}

std::string name_of(const LineDesk& desk, DivisionId id) {
  const DivisionState* division = desk.divisions.find(id);
  return division ? division->name : std::string{};
}

}  // namespace

SheetHead sheet_head(const Project& project, Date on) {
  const auto summary = project.summary();
  return {summary.title, "Merestone " MERESTONE_VERSION, fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr))),
          summary.audit_head, on, summary.revision};
}

SheetHead sheet_head(const Project& project, const LineDesk& desk) {
  SheetHead head = sheet_head(project, desk.as_of.day);
  head.revision = desk.as_of.revision;
  return head;
}

std::vector<CourseSection> course_sections(const Project& project, const LineDesk& desk, const BoundaryLine& line) {
  const LineGround ground = line_ground(project, line.id, desk.as_of);
  const Polyline* along = ground.course();
  const auto monuments = desk.monuments_on(line.id);
  const auto segments = desk.segments_of(line.id);
  const Polyline way = along ? in_order_of_segments(*along, ground.edges, segments, monuments) : Polyline{};
  std::vector<CourseSection> sections;
  for (const Segment& segment : segments) {
    CourseSection section{number_on(desk, segment.from), number_on(desk, segment.to), segment};
    if (along) {
      const PathRuler ruler{way, ground.edges};
      if (const auto path = path_of(segment, ruler, monuments)) {
        section.length_m = length_m(*path, ground.edges);
        section.legs = course_of(*path, ground.edges);
      }
    }
    sections.push_back(std::move(section));
  }
  for (const Polyline& piece : ground.pieces) {
    const bool ring = piece.front() == piece.back();
    if (!segments.empty() && (!ring || &piece == along)) continue;
    sections.push_back({{}, {}, {}, length_m(piece, ground.edges), course_of(piece, ground.edges)});
    if (ring) sections.back().around = piece.front();
  }
  return sections;
}

LineSheet line_sheet(const Project& project, const LineDesk& desk, const BoundaryLine& line, int years) {
  LineSheet sheet;
  sheet.head = sheet_head(project, desk);
  sheet.name = merestone::name_of(desk.index(), line);
  sheet.codes = codes_of(desk.index(), line);
  sheet.left = name_of(desk, line.left);
  sheet.right = name_of(desk, line.right);
  if (const LineRecord* record = desk.record(line.id)) {
    sheet.record = *record;
    if (const Document* d = desk.document(record->agreement)) sheet.agreement = *d;
    if (const Document* d = desk.document(record->approval)) sheet.approval = *d;
  }
  sheet.length_m = line_ground(project, line.id, desk.as_of).length_m;
  sheet.course = course_sections(project, desk, line);
  for (const Monument& m : desk.monuments_on(line.id)) sheet.monuments.push_back({m, desk.judge(m), name_of(desk, m.side)});
  sheet.due = desk.due(line.id, years);
  return sheet;
}

MonumentForm monument_form(const Project& project, const LineDesk& desk, const Monument& monument) {
  MonumentForm form;
  form.head = sheet_head(project, desk);
  form.entry = {monument, desk.judge(monument), name_of(desk, monument.side)};
  for (const BoundaryLineId id : monument.lines) {
    const BoundaryLine& line = desk.line(id);
    form.lines.push_back(merestone::name_of(desk.index(), line));
    for (const DivisionId side : {line.left, line.right}) {
      const std::string name = name_of(desk, side);
      if (std::find(form.parties.begin(), form.parties.end(), name) == form.parties.end()) form.parties.push_back(name);
    }
  }
  std::copy_if(desk.observations.begin(), desk.observations.end(), std::back_inserter(form.observations),
               [&](const Observation& o) { return o.monument == monument.id && o.on <= desk.as_of.day; });
  return form;
}

InspectionReport inspection_report(const Project& project, const LineDesk& desk, const std::string& called) {
  const auto at = std::find_if(desk.inspections.begin(), desk.inspections.end(), [&](const Inspection& i) { return i.local_id == called; });
  if (at == desk.inspections.end()) {
    Finding finding{.rule = "inspection.unknown"};
    finding.facts = {{"inspection", called}};
    throw Error{Fault::missing, "there is no such inspection", {finding}};
  }
  const BoundaryLine& line = desk.line(at->line);
  InspectionReport report{.head = sheet_head(project, desk), .inspection = *at, .name = merestone::name_of(desk.index(), line),
                          .codes = codes_of(desk.index(), line), .left = name_of(desk, line.left), .right = name_of(desk, line.right)};
  for (const InspectionStep& step : at->steps) {
    if (step.lead.value != 0) report.lead = name_of(desk, step.lead);
  }
  report.length_m = line_ground(project, line.id, desk.as_of).length_m;
  for (const Monument& m : desk.monuments_on(line.id)) {
    if (m.kind == MonumentKind::point) continue;
    InspectionReport::Stone stone{{m, desk.judge(m), name_of(desk, m.side)}, {}, {}};
    for (const Observation& o : desk.observations) {
      if (o.monument == m.id && o.inspection == at->id) stone.seen = o;
    }
    std::copy_if(desk.repairs.begin(), desk.repairs.end(), std::back_inserter(stone.repairs),
                 [&](const RepairOrder& r) { return r.monument == m.id && stone.seen && r.ordered_on >= stone.seen->on; });
    report.stones.push_back(std::move(stone));
  }
  for (const Segment& segment : desk.segments_of(line.id)) {
    InspectionReport::Piece piece{segment, number_on(desk, segment.from), number_on(desk, segment.to), {}};
    for (const SegmentCheck& check : desk.segment_checks) {
      if (check.segment == segment.id && check.inspection == at->id) piece.seen = check;
    }
    report.pieces.push_back(std::move(piece));
  }
  return report;
}

std::vector<DueEntry> due_entries(const Project& project, const LineDesk& desk, int year, int years) {
  const Date end = std::chrono::year{year + 1} / 1 / 1;
  std::vector<DueEntry> entries;
  for (const BoundaryLine& line : desk.lines) {
    const Due due = desk.due(line.id, years);
    if (!due.due || *due.due >= end) continue;
    std::size_t stones = 0;
    for (const Monument& m : desk.monuments_on(line.id)) stones += m.kind != MonumentKind::point;
    entries.push_back({merestone::name_of(desk.index(), line), codes_of(desk.index(), line), due,
                       line_ground(project, line.id, desk.as_of).length_m, stones});
  }
  std::stable_sort(entries.begin(), entries.end(), [](const DueEntry& a, const DueEntry& b) { return *a.due.due < *b.due.due; });
  return entries;
}

int inspection_years(const Project& project) {
  for (const CountryPack& pack : project.packs()) {
    if (pack.lines.inspection_years > 0) return pack.lines.inspection_years;
  }
  return 0;
}

}  // namespace merestone
