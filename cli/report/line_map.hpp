// SPDX-License-Identifier: Apache-2.0
/// Maps of line sheets and location sketches of monuments (界桩位置略图, domain.md §3.3). Both sides are drawn alike.
#pragma once

#include "cli/report/line_sheet.hpp"
#include "gis/territory/territory.hpp"

namespace merestone {

/// Draws from the ground of one day, so that many sheets cost one derivation.
class LineMaps {
 public:
  /// `territory` and `divisions` are borrowed.
  LineMaps(const Territory& territory, const DivisionRegister& divisions, std::vector<BoundaryLine> lines);

  /// The whole line emphasised, the divisions of its level around it, its monuments with their numbers.
  Sheet of_line(const BoundaryLine& line, const std::vector<MonumentEntry>& monuments) const;
  /// The surroundings of one monument: lines, and its witness objects where azimuth and distance put them. Their azimuths
  /// are drawn as if on true north: a sketch cannot show the difference.
  Sheet of_monument(const Monument& monument) const;

 private:
  void add_ground(Sheet& sheet, const Box& box, Level level) const;
  std::vector<Polyline> pieces_of(const BoundaryLine& line) const;

  const Territory& territory_;
  const DivisionRegister& divisions_;
  std::vector<BoundaryLine> lines_;
};

}  // namespace merestone
