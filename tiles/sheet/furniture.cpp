// SPDX-License-Identifier: Apache-2.0
#include "tiles/sheet/furniture.hpp"

#include "tiles/sheet/ink.hpp"

#include "gis/base/text.hpp"

#include <cairo.h>

#include <algorithm>
#include <cmath>

namespace merestone {
namespace {

constexpr double band = 9.5;        // between neat line and map, holds the ticks
constexpr double legend_row = 12.5;
constexpr double swatch_width = 22;
constexpr double bar_height = 3.2;

void colour(cairo_t* cr, const Colour& c) { cairo_set_source_rgba(cr, c.red, c.green, c.blue, c.alpha); }

TextStyle small(double size, const Colour& c = ink::text) {
  TextStyle style;
  style.size = size;
  style.colour = c;
  style.line_height = 1.2;
  return style;
}

TextStyle title_style() {
  TextStyle style = small(10.5);
  style.bold = true;
  return style;
}

std::string length_text(double m) {
  return m >= 1000 ? shortest(m / 1000) + " km" : shortest(m) + " m";
}

}  // namespace

SheetLayout layout_of(const Sheet& sheet, const TypeCase& type) {
  SheetLayout layout;
  std::vector<double> widths;
  for (const LegendEntry& entry : sheet.legend) widths.push_back(swatch_width + 8 + type.set(entry.text, small(7)).width());
  std::size_t rows = 0;
  // As many columns as fit, each as wide as its own entries need.
  for (std::size_t columns = std::min<std::size_t>(5, widths.size()); columns > 0; --columns) {
    rows = (widths.size() + columns - 1) / columns;
    std::vector<double> lefts;
    double at = 0;
    for (std::size_t first = 0; first < widths.size(); first += rows) {
      lefts.push_back(at);
      const auto begin = widths.begin() + static_cast<std::ptrdiff_t>(first);
      at += *std::max_element(begin, begin + static_cast<std::ptrdiff_t>(std::min(rows, widths.size() - first))) + 12;
    }
    if (at - 12 > sheet.width && columns > 1) continue;
    // What is left over goes between the columns.
    const double spare = lefts.size() > 1 ? std::max(0.0, sheet.width - at + 12) / static_cast<double>(lefts.size()) : 0;
    for (std::size_t i = 0; i < lefts.size(); ++i) lefts[i] += spare * static_cast<double>(i);
    layout.legend_columns = std::move(lefts);
    break;
  }
  const double below = rows > 0 ? static_cast<double>(rows) * legend_row + 8 : 0;
  const double above = sheet.title.empty() ? 0 : type.set(sheet.title, title_style(), sheet.width).height() + 6;
  layout.outer = {0.5, 0.5 + above, sheet.width - 1, std::max(60.0, sheet.height - 1 - below - above)};
  layout.map = {layout.outer.x + band, layout.outer.y + band, layout.outer.width - 2 * band,
                layout.outer.height - 2 * band};
  layout.legend = {0, layout.outer.y + layout.outer.height + 8, sheet.width, static_cast<double>(rows) * legend_row};
  return layout;
}

PaperBox scale_bar_box(const SheetFrame& frame, const std::vector<PlanePoint>& ground) {
  const PaperBox& map = frame.paper();
  const double width = frame.bar_m(0.26) * frame.points_per_m() + 36;
  const PaperBox left{map.x + 6, map.y + map.height - 25, width, 19};
  const PaperBox right{map.x + map.width - 6 - width, left.y, width, left.height};
  const auto hidden = [&](const PaperBox& box) {
    return std::count_if(ground.begin(), ground.end(), [&](PlanePoint p) { return meet(box, {p.x - 4, p.y - 4, 8, 8}); });
  };
  return hidden(left) <= hidden(right) ? left : right;
}

PaperBox north_arrow_box(const SheetFrame& frame) {
  const PaperBox& map = frame.paper();
  return {map.x + map.width - 28, map.y + 6, 22, 35};
}

void draw_frame(_cairo* cr, const SheetLayout& layout, const SheetFrame& frame, const Sheet& sheet,
                const TypeCase& type) {
  const PaperBox& map = layout.map;
  const PaperBox& outer = layout.outer;
  if (!sheet.title.empty()) type.set(sheet.title, title_style(), sheet.width).draw(cr, 0, 0);
  colour(cr, ink::text);
  cairo_set_dash(cr, nullptr, 0, 0);
  cairo_set_line_width(cr, 1.0);
  cairo_rectangle(cr, outer.x, outer.y, outer.width, outer.height);
  cairo_stroke(cr);
  cairo_set_line_width(cr, 0.35);
  cairo_rectangle(cr, map.x, map.y, map.width, map.height);
  cairo_stroke(cr);
  for (const Tick& tick : frame.ticks()) {
    const bool level = tick.edge == Tick::Edge::top || tick.edge == Tick::Edge::bottom;
    const bool first = tick.edge == Tick::Edge::top || tick.edge == Tick::Edge::left;
    const double edge = level ? (first ? map.y : map.y + map.height) : (first ? map.x : map.x + map.width);
    const double reach = first ? edge - 3.2 : edge + 3.2;
    colour(cr, ink::text);
    cairo_set_line_width(cr, 0.35);
    cairo_move_to(cr, level ? tick.at : edge, level ? edge : tick.at);
    cairo_line_to(cr, level ? tick.at : reach, level ? reach : tick.at);
    cairo_stroke(cr);
    const std::string* letters = sheet.letters + (level ? 2 : 0);
    const SetText text = type.set(angle_text(tick.degrees, tick.step, letters[0], letters[1]), small(5.6, ink::quiet));
    const double room = text.width() / 2 + 2;
    const double low = level ? map.x : map.y;
    const double high = level ? map.x + map.width : map.y + map.height;
    if (tick.at < low + room || tick.at > high - 2 * room) continue;
    cairo_save(cr);
    cairo_translate(cr, level ? tick.at : (first ? edge - band / 2 : edge + band / 2),
                    level ? (first ? edge - band / 2 : edge + band / 2) : tick.at);
    if (!level) cairo_rotate(cr, -1.5707963267948966);
    // Beside the tick, not upon it.
    text.draw(cr, 2.2, -text.height() / 2);
    cairo_restore(cr);
  }
}

void draw_scale_bar(_cairo* cr, const SheetFrame& frame, const TypeCase& type, const PaperBox& box) {
  const double length_m = frame.bar_m(0.26);
  const double length = length_m * frame.points_per_m();
  colour(cr, {1, 1, 1, 0.9});
  cairo_rectangle(cr, box.x, box.y, box.width, box.height);
  cairo_fill(cr);
  const double x = box.x + 7, y = box.y + 11.5;
  cairo_set_line_width(cr, 0.4);
  for (int part = 0; part < 4; ++part) {
    cairo_rectangle(cr, x + length * part / 4, y, length / 4, bar_height);
    colour(cr, part % 2 == 0 ? ink::text : Colour{1, 1, 1});
    cairo_fill_preserve(cr);
    colour(cr, ink::text);
    cairo_stroke(cr);
  }
  for (const double share : {0.0, 0.5, 1.0}) {
    const std::string words = share == 1 ? length_text(length_m)
                              : share == 0 ? "0"
                                           : shortest(length_m * share / (length_m >= 1000 ? 1000 : 1));
    const SetText text = type.set(words, small(6));
    // The figure of the end stands over the end; its unit follows.
    const double figure = share == 1 ? type.set(words.substr(0, words.find(' ')), small(6)).width() : text.width();
    text.draw(cr, x + length * share - figure / 2, y - text.height() - 0.6);
  }
}

void draw_north_arrow(_cairo* cr, const SheetFrame& frame, const TypeCase& type, const std::string& letter) {
  const PaperBox box = north_arrow_box(frame);
  colour(cr, {1, 1, 1, 0.9});
  cairo_rectangle(cr, box.x, box.y, box.width, box.height);
  cairo_fill(cr);
  const double x = box.x + box.width / 2, top = box.y + 11.5, bottom = box.y + box.height - 2.5;
  cairo_set_line_width(cr, 0.5);
  cairo_set_line_join(cr, CAIRO_LINE_JOIN_MITER);
  colour(cr, ink::text);
  for (const double side : {-5.0, 5.0}) {
    cairo_move_to(cr, x, top);
    cairo_line_to(cr, x + side, bottom);
    cairo_line_to(cr, x, bottom - 5);
    cairo_close_path(cr);
    if (side < 0) cairo_fill_preserve(cr);
    cairo_stroke(cr);
  }
  TextStyle style = small(8);
  style.bold = true;
  const SetText text = type.set(letter, style);
  text.draw(cr, x - text.width() / 2, box.y + 0.6);
}

void draw_site(_cairo* cr, PlanePoint place, bool flagged, double scale) {
  constexpr double half = 2.3;
  constexpr PlanePoint at{};
  cairo_save(cr);
  cairo_translate(cr, place.x, place.y);
  cairo_scale(cr, scale, scale);
  cairo_set_dash(cr, nullptr, 0, 0);
  if (flagged) {
    cairo_arc(cr, at.x, at.y, 4.4, 0, 6.283185307179586);
    colour(cr, {1, 1, 1, 0.75});
    cairo_fill_preserve(cr);
    colour(cr, ink::flag);
    cairo_set_line_width(cr, 1.0);
    cairo_stroke(cr);
  }
  cairo_rectangle(cr, at.x - half, at.y - half, 2 * half, 2 * half);
  colour(cr, {1, 1, 1});
  cairo_fill_preserve(cr);
  colour(cr, ink::text);
  cairo_set_line_width(cr, 0.55);
  cairo_stroke(cr);
  cairo_move_to(cr, at.x, at.y - 1.6);
  cairo_line_to(cr, at.x, at.y + 1.7);
  cairo_move_to(cr, at.x - 1.1, at.y - 0.6);
  cairo_line_to(cr, at.x + 1.1, at.y - 0.6);
  cairo_set_line_width(cr, 0.7);
  cairo_stroke(cr);
  cairo_restore(cr);
}

PaperBox marker_box(PlanePoint at) { return {at.x - 5.2, at.y - 5.2, 10.4, 10.4}; }

void draw_marker(_cairo* cr, PlanePoint at, const TypeCase& type, const std::string& label) {
  cairo_set_dash(cr, nullptr, 0, 0);
  cairo_arc(cr, at.x, at.y, 4.8, 0, 6.283185307179586);
  colour(cr, {1, 1, 1, 0.95});
  cairo_fill_preserve(cr);
  colour(cr, ink::text);
  cairo_set_line_width(cr, 0.5);
  cairo_stroke(cr);
  TextStyle style = small(label.size() > 2 ? 4.2 : 5.6);
  style.bold = true;
  const SetText text = type.set(label, style);
  text.draw(cr, at.x - text.width() / 2, at.y - text.height() / 2);
}

void draw_lead(_cairo* cr, PlanePoint place, PlanePoint at) {
  if (place.x == at.x && place.y == at.y) return;
  cairo_set_dash(cr, nullptr, 0, 0);
  cairo_move_to(cr, place.x, place.y);
  cairo_line_to(cr, at.x, at.y);
  colour(cr, ink::text);
  cairo_set_line_width(cr, 0.5);
  cairo_stroke(cr);
  cairo_arc(cr, place.x, place.y, 1, 0, 6.283185307179586);
  cairo_fill(cr);
}

void draw_place(_cairo* cr, PlanePoint at) {
  cairo_arc(cr, at.x, at.y, 1.2, 0, 6.283185307179586);
  colour(cr, {1, 1, 1});
  cairo_fill_preserve(cr);
  colour(cr, ink::text);
  cairo_set_dash(cr, nullptr, 0, 0);
  cairo_set_line_width(cr, 0.55);
  cairo_stroke(cr);
}

void stroke_ribbon(_cairo* cr) {
  colour(cr, ink::ribbon);
  cairo_set_dash(cr, nullptr, 0, 0);
  cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width(cr, 4.6);
  cairo_stroke(cr);
}

static void stroke(_cairo* cr, const LineInk& line) {
  colour(cr, line.colour);
  cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap(cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width(cr, line.width);
  cairo_set_dash(cr, line.dashes.data(), static_cast<int>(line.dashes.size()), 0);
  cairo_stroke(cr);
  cairo_set_dash(cr, nullptr, 0, 0);
}

void stroke_line(_cairo* cr, int rank, bool outline, bool disputed, bool neutral) {
  LineInk line = line_ink(rank, outline, disputed);
  if (disputed && neutral) line.colour = ink::disputed_neutral;
  stroke(cr, line);
}

void stroke_claim(_cairo* cr, int party) { stroke(cr, claim_ink(party)); }

void stroke_proposal(_cairo* cr, int proposal) { stroke(cr, proposal_ink(proposal)); }

void fill_hatched(_cairo* cr, const Colour& c) {
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
  cairo_save(cr);
  cairo_fill_extents(cr, &x1, &y1, &x2, &y2);
  cairo_clip(cr);
  colour(cr, c);
  cairo_set_line_width(cr, 0.5);
  constexpr double step = 3.2;
  // Counted from the corner of the sheet, so that the lines of adjacent pieces are one.
  for (double at = std::floor((x1 + y1) / step) * step; at <= x2 + y2; at += step) {
    cairo_move_to(cr, at - y2, y2);
    cairo_line_to(cr, at - y1, y1);
  }
  cairo_stroke(cr);
  cairo_restore(cr);
}

void draw_legend(_cairo* cr, const SheetLayout& layout, const Sheet& sheet, const TypeCase& type) {
  using Symbol = LegendEntry::Symbol;
  if (sheet.legend.empty()) return;
  const auto rows = static_cast<std::size_t>(std::lround(layout.legend.height / legend_row));
  for (std::size_t i = 0; i < sheet.legend.size(); ++i) {
    const LegendEntry& entry = sheet.legend[i];
    const double x = layout.legend.x + layout.legend_columns[i / rows];
    const double y = layout.legend.y + legend_row * static_cast<double>(i % rows);
    const double middle = y + legend_row / 2;
    const auto box = [&](const Colour& fill) {
      cairo_rectangle(cr, x + 0.5, y + 2.2, swatch_width - 1, legend_row - 4.4);
      colour(cr, ink::outside);
      cairo_fill_preserve(cr);
      colour(cr, fill);
      cairo_fill_preserve(cr);
    };
    const auto rim = [&] {
      colour(cr, ink::rule);
      cairo_set_line_width(cr, 0.4);
      cairo_stroke(cr);
    };
    switch (entry.symbol) {
      case Symbol::subject:
        box(ink::subject), rim();
        break;
      case Symbol::neighbour:
        box(ink::neighbour), rim();
        break;
      case Symbol::zone: {
        const double step = (swatch_width - 1) / static_cast<double>(std::max<std::size_t>(1, entry.severities.size()));
        double left = x + 0.5;
        for (const int severity : entry.severities) {
          cairo_rectangle(cr, left, y + 2.2, step, legend_row - 4.4);
          colour(cr, zone_ink_on_ground(entry.kind, severity));
          cairo_fill(cr);
          left += step;
        }
        cairo_rectangle(cr, x + 0.5, y + 2.2, swatch_width - 1, legend_row - 4.4);
        rim();
        break;
      }
      case Symbol::disputed:
      case Symbol::unclaimed: {
        box(ink::subject);
        fill_hatched(cr, entry.symbol == Symbol::unclaimed ? ink::unclaimed : sheet.neutral ? ink::disputed_neutral : ink::disputed);
        cairo_rectangle(cr, x + 0.5, y + 2.2, swatch_width - 1, legend_row - 4.4);
        rim();
        break;
      }
      case Symbol::tint:
        box(entry.tint), rim();
        break;
      case Symbol::without_data:
        box(ink::outside);
        fill_hatched(cr, ink::without_data);
        cairo_rectangle(cr, x + 0.5, y + 2.2, swatch_width - 1, legend_row - 4.4);
        rim();
        break;
      case Symbol::line:
        if (entry.outline) {
          cairo_move_to(cr, x, middle);
          cairo_line_to(cr, x + swatch_width, middle);
          stroke_ribbon(cr);
        }
        cairo_move_to(cr, x, middle);
        cairo_line_to(cr, x + swatch_width, middle);
        if (entry.party > 0) stroke_claim(cr, entry.party);
        else if (entry.proposal > 0) stroke_proposal(cr, entry.proposal);
        else stroke_line(cr, entry.rank, entry.outline, entry.disputed, sheet.neutral);
        break;
      case Symbol::site:
      case Symbol::flagged_site:
        draw_site(cr, {x + swatch_width / 2, middle}, entry.symbol == Symbol::flagged_site);
        break;
      case Symbol::marker:
        draw_marker(cr, {x + swatch_width / 2, middle}, type, "1");
        break;
      case Symbol::place:
        draw_place(cr, {x + swatch_width / 2, middle});
        break;
    }
    const SetText text = type.set(entry.text, small(7));
    text.draw(cr, x + swatch_width + 6, middle - text.height() / 2);
  }
}

}  // namespace merestone
