// SPDX-License-Identifier: Apache-2.0
/// Everything on record about lines on a day: what the acts check against, and what commands and reports tell.
#pragma once

#include "data/office/project.hpp"
#include "data/store/upkeep_store.hpp"
#include "gis/boundaries/inspection.hpp"
#include "gis/boundaries/line_lookup.hpp"
#include "gis/boundaries/monument_status.hpp"
#include "gis/boundaries/upkeep.hpp"

namespace merestone {

struct LineDesk {
  AsOf as_of;
  DivisionRegister divisions;
  std::vector<BoundaryLine> lines;
  std::vector<LineRecord> records;       ///< that hold on the day
  std::vector<Segment> segments;
  std::vector<Monument> monuments;
  std::vector<Monument> monuments_ever;  ///< of all days: their numbers are not used again
  std::vector<Observation> observations;
  std::vector<RepairOrder> repairs;
  std::vector<Inspection> inspections;
  std::vector<SegmentCheck> segment_checks;
  std::vector<Patrol> patrols;
  std::vector<HiddenRisk> risks;
  std::vector<PeaceEntry> peace;         ///< by line and day
  std::vector<LineProject> projects;     ///< that were recorded near lines, with the consents to them
  std::vector<KeptShift> shifts;
  std::vector<Document> documents;

  LineIndex index() const { return {lines, records, divisions}; }
  const BoundaryLine& line(std::string_view called) const { return line_called(index(), called); }
  const BoundaryLine& line(BoundaryLineId id) const;  ///< @throws Error missing boundary.unknown
  const LineRecord* record(BoundaryLineId line) const { return record_of(records, line); }
  const Document* document(DocumentId id) const;
  /// By number; where several lines use it, by the one called `line` too. @throws Error missing monument.unknown, invalid
  /// monument.ambiguous.
  const Monument& monument(std::string_view number, std::string_view line = {}) const;
  std::vector<Monument> monuments_on(BoundaryLineId line) const;  ///< by number
  std::vector<Segment> segments_of(BoundaryLineId line) const;    ///< along it
  MonumentJudgement judge(const Monument& monument) const;
  /// What an inspection has not seen yet.
  InspectionRecord inspection_record(const Inspection& inspection) const;
  Due due(BoundaryLineId line, int years = 5) const;
};

LineDesk line_desk(const Project& project, const AsOf& as_of);

/// A monument and how it stood on a day.
struct StandingMonument {
  Monument monument;
  MonumentJudgement judgement;
};
std::vector<StandingMonument> standing_monuments(const Project& project, const AsOf& as_of);

bool stands_on(const Monument& monument, BoundaryLineId line);

/// The day asked for, else the first one after it, else the last one before it on which the line exists: documents are
/// older than the coverage that a line was drawn from. @throws Error missing boundary.unknown.
AsOf day_with(const Project& project, BoundaryLineId line, const AsOf& wished);

/// A line on the ground, its pieces joined where they meet; none for one that runs in words alone.
struct LineGround {
  std::vector<Polyline> pieces;
  EdgeKind edges = EdgeKind::lonlat;
  double length_m = 0;
  /// The piece that monuments and segments stand along: the only one, or the only one with ends beside rings around
  /// exclaves. Null where it cannot be told.
  const Polyline* course() const;
};
LineGround line_ground(const Project& project, BoundaryLineId line, const AsOf& as_of);

}  // namespace merestone
