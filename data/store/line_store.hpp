// SPDX-License-Identifier: Apache-2.0
/// Boundary lines and their parts, as rows.
#pragma once

#include "data/store/division_store.hpp"
#include "gis/boundaries/boundary.hpp"

#include <set>

namespace merestone {

struct LinePart {
  BoundaryLineId line;
  std::int64_t ordinal = 0;
  BoundaryLine::Part part;
  Period valid{};
};

/// Lines with the parts that held in the window, in walking order.
std::vector<BoundaryLine> read_lines(Connection& connection, const Window& window);
/// Versions of lines, without parts.
std::vector<Kept<BoundaryLine>> read_line_versions(Connection& connection, const Window& window);
std::vector<Kept<LinePart>> read_line_parts(Connection& connection, const Window& window);

/// Those of one line, by index.
std::vector<Kept<BoundaryLine>> read_line_versions(Connection& connection, BoundaryLineId line, Revision revision);
std::vector<Kept<LinePart>> read_line_parts(Connection& connection, BoundaryLineId line, Revision revision);
/// Adds the lines that run along a stretch, or that were ever between two divisions at a level.
void add_lines_along(Connection& connection, StretchId stretch, Revision revision, std::set<BoundaryLineId>& lines);
void add_lines_of_pair(Connection& connection, DivisionId one, DivisionId other, Level level, std::set<BoundaryLineId>& lines);

/// A line's paths in walking order, each turned the way the line is walked, with the kind of their edges.
struct LinePath {
  std::vector<Polyline> pieces;
  EdgeKind edges = EdgeKind::lonlat;
};
LinePath read_line_path(Connection& connection, const Window& window, BoundaryLineId line);

/// Gives new ids to `lines` and records their first versions; parts are added apart.
void add_lines(FactWriter& writer, std::vector<BoundaryLine>& lines);
/// A further version of lines on record.
void add_line_versions(FactWriter& writer, const std::vector<BoundaryLine>& lines);
void add_line_parts(FactWriter& writer, const std::vector<LinePart>& parts);

}  // namespace merestone
