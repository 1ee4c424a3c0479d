// SPDX-License-Identifier: Apache-2.0
/// What stands around and upon a map without being ground: frame, ticks, scale bar, north arrow, legend.
#pragma once

#include "tiles/sheet/frame.hpp"
#include "tiles/sheet/sheet.hpp"
#include "tiles/sheet/text.hpp"

namespace merestone {

/// How a sheet is divided. The map lies inside a band that holds the ticks; the legend lies below.
struct SheetLayout {
  PaperBox outer;   ///< the neat line
  PaperBox map;     ///< where the ground shows
  PaperBox legend;
  std::vector<double> legend_columns;  ///< left edges; entries run down them
};

SheetLayout layout_of(const Sheet& sheet, const TypeCase& type);

/// In the lower corner that hides less of `ground`.
PaperBox scale_bar_box(const SheetFrame& frame, const std::vector<PlanePoint>& ground);
PaperBox north_arrow_box(const SheetFrame& frame);

void draw_frame(_cairo* context, const SheetLayout& layout, const SheetFrame& frame, const Sheet& sheet,
                const TypeCase& type);
void draw_scale_bar(_cairo* context, const SheetFrame& frame, const TypeCase& type, const PaperBox& box);
void draw_north_arrow(_cairo* context, const SheetFrame& frame, const TypeCase& type, const std::string& letter);
void draw_legend(_cairo* context, const SheetLayout& layout, const Sheet& sheet, const TypeCase& type);

/// `scale` makes it smaller where there are many.
void draw_site(_cairo* context, PlanePoint at, bool flagged, double scale = 1);
PaperBox marker_box(PlanePoint at);
void draw_marker(_cairo* context, PlanePoint at, const TypeCase& type, const std::string& label);
/// From what a number stands for to the number; nothing where it stands in its place.
void draw_lead(_cairo* context, PlanePoint place, PlanePoint at);
void draw_place(_cairo* context, PlanePoint at);
/// Strokes the current path. Only an outline has its ribbon.
void stroke_ribbon(_cairo* context);
void stroke_line(_cairo* context, int rank, bool outline, bool disputed, bool neutral = false);
void stroke_claim(_cairo* context, int party);
void stroke_proposal(_cairo* context, int proposal);
/// Fills the current path with slanting lines.
void fill_hatched(_cairo* context, const Colour& colour);

}  // namespace merestone
