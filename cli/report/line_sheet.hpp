// SPDX-License-Identifier: Apache-2.0
/// A boundary line on paper: what the law says of it, its course from monument to monument, its monuments and boundary
/// points; and the registration form of one monument. Values first, as in boundary_report.hpp.
#pragma once

#include "cli/report/phrases.hpp"
#include "gis/base/as_of.hpp"
#include "gis/boundaries/course.hpp"
#include "gis/boundaries/inspection.hpp"
#include "gis/boundaries/legal_line.hpp"
#include "gis/boundaries/monument_status.hpp"
#include "tiles/sheet/sheet.hpp"

namespace merestone {

struct ReportDocument;

/// From one monument to the next, or a line without segments from end to end, or around an exclave, where no monuments stand.
struct CourseSection {
  std::string from, to;              ///< numbers; empty at an end without monument
  std::optional<Segment> segment{};
  double length_m = 0;               ///< on the ellipsoid
  std::vector<CourseLeg> legs{};     ///< directions on true north
  std::optional<Position> around{};  ///< of a ring around an exclave: where it starts and ends
};

/// One sentence or the agreement's own text: "From monument 5253001Q the line runs …" (domain.md §3.4).
std::string course_words(const CourseSection& section, const Phrases& phrases);

struct MonumentEntry {
  Monument monument;
  MonumentJudgement judgement{};
  std::string side{};                ///< name of the division it stands on
};

/// Under whose name, and as of when.
struct SheetHead {
  std::string office{}, program{}, produced_at{}, audit_head{};
  Date on{};
  Revision revision = 0;
};

struct LineSheet {
  SheetHead head{};
  std::string name{}, codes{}, left{}, right{};
  std::optional<LineRecord> record{};
  std::optional<Document> agreement{}, approval{};
  double length_m = 0;
  std::vector<CourseSection> course{};
  std::vector<MonumentEntry> monuments{};  ///< boundary points too
  Due due{};
  Sheet map{};                             ///< without words; without ground: the sheet has no map
};
ReportDocument compose_line_sheet(const LineSheet& sheet, const Phrases& phrases);

struct MonumentForm {
  SheetHead head{};
  MonumentEntry entry{};
  std::vector<std::string> lines{};    ///< names
  std::vector<std::string> parties{};  ///< of the lines, for signatures
  std::vector<Observation> observations{};
  Sheet map{};                         ///< location sketch, without words
};
ReportDocument compose_monument_form(const MonumentForm& form, const Phrases& phrases);

struct DueEntry {
  std::string name{}, codes{};
  Due due{};
  double length_m = 0;
  std::size_t monuments = 0;
};
/// Lines whose inspection is due by the end of a year; overdue ones are flagged (scenario 15).
struct DueList {
  SheetHead head{};
  int year = 0;
  std::vector<DueEntry> entries{};
  int years = 0;  ///< between two inspections, by law; 0: no rule
};
ReportDocument compose_due(const DueList& list, const Phrases& phrases);

/// The bytes of a file: "pdf", else HTML. The same values give the same bytes.
std::string written(const LineSheet& sheet, const Phrases& phrases, std::string_view format);
std::string written(const MonumentForm& form, const Phrases& phrases, std::string_view format);
std::string written(const DueList& list, const Phrases& phrases, std::string_view format);

}  // namespace merestone
