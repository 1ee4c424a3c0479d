// SPDX-License-Identifier: Apache-2.0
/// Sheets on lines and monuments, made of what is on the desk.
#pragma once

#include "cli/report/inspection_report.hpp"
#include "cli/report/line_map.hpp"
#include "cli/report/line_sheet.hpp"
#include "cli/report/report_files.hpp"
#include "data/office/line_desk.hpp"

#include <string>
#include <vector>

namespace merestone {

/// Who prints, as of which day and the last revision, or that of a desk.
SheetHead sheet_head(const Project& project, Date on);
SheetHead sheet_head(const Project& project, const LineDesk& desk);
/// The course of a line: by its segments, else from end to end, piece by piece.
std::vector<CourseSection> course_sections(const Project& project, const LineDesk& desk, const BoundaryLine& line);
LineSheet line_sheet(const Project& project, const LineDesk& desk, const BoundaryLine& line, int years);
MonumentForm monument_form(const Project& project, const LineDesk& desk, const Monument& monument);
/// Of the inspection with the office's own number `called`. @throws Error missing inspection.unknown.
InspectionReport inspection_report(const Project& project, const LineDesk& desk, const std::string& called);
/// Due up to the end of `year`, the earliest first; lines without legal record are left out.
std::vector<DueEntry> due_entries(const Project& project, const LineDesk& desk, int year, int years);
/// Years between inspections, from the packs of the project; five where they do not say.
int inspection_years(const Project& project);

/// Writes a sheet as each of `formats` (html, pdf) at `stem`; returns the paths.
template <class Sheet>
std::vector<std::string> write_files(const Sheet& sheet, const Phrases& phrases, const std::string& stem,
                                     const std::vector<std::string>& formats) {
  std::vector<std::string> paths;
  for (const std::string& format : formats) write_whole(paths.emplace_back(stem + "." + format), written(sheet, phrases, format));
  return paths;
}

}  // namespace merestone
