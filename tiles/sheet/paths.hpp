// SPDX-License-Identifier: Apache-2.0
/// What is done to paths on paper before ink touches them: less than ink can show is dropped, what lies outside
/// the frame is cut off, and what belongs together is walked in one go.
#pragma once

#include "tiles/sheet/frame.hpp"

#include <vector>

namespace merestone {

/// Drops positions nearer than `tolerance` to the way between those kept (Douglas and Peucker). Ends stay.
PlanePath thinned(const PlanePath& path, double tolerance);

/// Parts of a line near `box`: whole edges, so that dashes and ends inside the box are not touched.
std::vector<PlanePath> near_box(const PlanePath& line, const PaperBox& box);

/// The part of a closed ring inside `box` (Sutherland and Hodgman). Pieces may hang together along the box's edge,
/// where a fill does not show it. Empty when they do not meet.
PlanePath clipped(const PlanePath& ring, const PaperBox& box);

/// Joins lines at the ends where exactly two of them meet, so that dashes run on. Keeps every piece of way once.
std::vector<Polyline> joined(std::vector<Polyline> lines);

/// A shape on paper: rings clipped to `box` and thinned; holes among them, to be filled even-odd.
struct PaperShape {
  std::vector<PlanePath> rings;
  bool empty() const { return rings.empty(); }
};
PaperShape on_paper(const MultiPolygon& shape, const SheetFrame& frame, double beyond);

}  // namespace merestone
