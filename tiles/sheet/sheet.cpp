// SPDX-License-Identifier: Apache-2.0
#include "tiles/sheet/sheet.hpp"

#include "tiles/sheet/furniture.hpp"
#include "tiles/sheet/ink.hpp"
#include "tiles/sheet/labels.hpp"
#include "tiles/sheet/markers.hpp"
#include "tiles/sheet/paths.hpp"

#include <cairo.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <tuple>

namespace merestone {
namespace {

using Role = SheetGround::Role;

void add_path(cairo_t* cr, const PlanePath& path, bool closed) {
  if (path.size() < 2) return;
  cairo_move_to(cr, path.front().x, path.front().y);
  for (std::size_t i = 1; i < path.size(); ++i) cairo_line_to(cr, path[i].x, path[i].y);
  if (closed) cairo_close_path(cr);
}

void add_shape(cairo_t* cr, const PaperShape& shape) {
  cairo_set_fill_rule(cr, CAIRO_FILL_RULE_EVEN_ODD);
  for (const PlanePath& ring : shape.rings) add_path(cr, ring, true);
}

void fill(cairo_t* cr, const Colour& c) {
  cairo_set_source_rgba(cr, c.red, c.green, c.blue, c.alpha);
  cairo_fill(cr);
}

bool is_subject(const SheetGround& ground) {
  return ground.role == Role::subject || ground.role == Role::disputed || ground.role == Role::unclaimed;
}

std::vector<Position> shown_by(const Sheet& sheet) {
  if (!sheet.frame.empty()) return sheet.frame;
  std::vector<Position> positions;
  for (const SheetGround& ground : sheet.grounds) {
    if (!is_subject(ground)) continue;
    for (const Polygon& polygon : ground.shape) {
      positions.insert(positions.end(), polygon.outer.begin(), polygon.outer.end());
    }
  }
  return positions;
}

void draw_grounds(cairo_t* cr, const Sheet& sheet, const SheetFrame& frame) {
  for (const Role role : {Role::neighbour, Role::subject, Role::disputed, Role::unclaimed}) {
    for (const SheetGround& ground : sheet.grounds) {
      if (ground.role != role) continue;
      add_shape(cr, on_paper(ground.shape, frame, 8));
      fill(cr, ground.tint ? *ground.tint : role == Role::neighbour ? ink::neighbour : ink::subject);
      if (!ground.without_data) continue;
      add_shape(cr, on_paper(ground.shape, frame, 8));
      fill_hatched(cr, ink::without_data);
    }
  }
}

/// Zones count on the subject's ground; elsewhere they would only hide the neighbours.
void draw_zones(cairo_t* cr, const Sheet& sheet, const SheetFrame& frame) {
  std::map<std::string, std::vector<const SheetZone*>> by_kind;
  for (const SheetZone& zone : sheet.zones) by_kind[zone.kind].push_back(&zone);
  for (auto& [kind, zones] : by_kind) {
    std::stable_sort(zones.begin(), zones.end(),
                     [](const SheetZone* a, const SheetZone* b) { return a->severity < b->severity; });
    cairo_push_group(cr);
    for (const SheetZone* zone : zones) {
      add_shape(cr, on_paper(zone->shape, frame, 8));
      fill(cr, zone_ink(kind, zone->severity));
    }
    cairo_pattern_t* group = cairo_pop_group(cr);
    // The clip is set for the group as a whole: in a file it would be written again for every zone.
    cairo_save(cr);
    for (const SheetGround& ground : sheet.grounds) {
      if (is_subject(ground)) add_shape(cr, on_paper(ground.shape, frame, 8));
    }
    cairo_clip(cr);
    cairo_set_source(cr, group);
    cairo_paint_with_alpha(cr, zone_cover);
    cairo_restore(cr);
    cairo_pattern_destroy(group);
  }
  for (const SheetGround& ground : sheet.grounds) {
    if (ground.role != Role::disputed && ground.role != Role::unclaimed) continue;
    add_shape(cr, on_paper(ground.shape, frame, 8));
    fill_hatched(cr, ground.role == Role::unclaimed ? ink::unclaimed : sheet.neutral ? ink::disputed_neutral : ink::disputed);
  }
}

void draw_lines(cairo_t* cr, const Sheet& sheet, const SheetFrame& frame) {
  // Finest first, so that the line of a higher level lies on top where they meet.
  std::map<std::tuple<bool, int, bool>, std::vector<Polyline>> by_ink;
  for (const SheetLine& line : sheet.lines) {
    if (line.party == 0 && line.proposal == 0) by_ink[{line.outline, -line.rank, line.disputed}].push_back(line.path);
  }
  const PaperBox& paper = frame.paper();
  const PaperBox around{paper.x - 20, paper.y - 20, paper.width + 40, paper.height + 40};
  for (const bool ribbons : {true, false}) {
    for (const auto& [kind, lines] : by_ink) {
      const auto& [outline, negative_rank, disputed] = kind;
      if (ribbons && !outline) continue;
      for (const Polyline& way : joined(lines)) {
        for (const PlanePath& part : near_box(frame.to_paper(way), around)) add_path(cr, thinned(part, 0.12), false);
      }
      ribbons ? stroke_ribbon(cr) : stroke_line(cr, -negative_rank, outline, disputed, sheet.neutral);
    }
  }
}

/// Proposals, and claims over everything, in the order of the parties; no claim hides another for longer than they run together.
void draw_claims(cairo_t* cr, const Sheet& sheet, const SheetFrame& frame) {
  const PaperBox& paper = frame.paper();
  const PaperBox around{paper.x - 20, paper.y - 20, paper.width + 40, paper.height + 40};
  for (const bool claims : {false, true}) {
    for (const SheetLine& line : sheet.lines) {
      if ((claims ? line.party : line.proposal) == 0) continue;
      for (const PlanePath& part : near_box(frame.to_paper(line.path), around)) add_path(cr, thinned(part, 0.12), false);
      claims ? stroke_claim(cr, line.party) : stroke_proposal(cr, line.proposal);
    }
  }
}

void draw_crosses(cairo_t* cr, const SheetFrame& frame) {
  for (const PlanePoint p : frame.crosses()) {
    cairo_move_to(cr, p.x - 3, p.y);
    cairo_line_to(cr, p.x + 3, p.y);
    cairo_move_to(cr, p.x, p.y - 3);
    cairo_line_to(cr, p.x, p.y + 3);
  }
  cairo_set_source_rgb(cr, 0.45, 0.48, 0.52);
  cairo_set_line_width(cr, 0.3);
  cairo_stroke(cr);
}

}  // namespace

double scale_of(const Sheet& sheet) {
  const std::vector<Position> ground = shown_by(sheet);
  if (ground.empty()) return 0;
  return SheetFrame{ground, layout_of(sheet, TypeCase{sheet.language}).map}.scale();
}

void draw(_cairo* cr, const Sheet& sheet) {
  const TypeCase type{sheet.language};
  const SheetLayout layout = layout_of(sheet, type);
  const SheetFrame frame{shown_by(sheet), layout.map};
  const PaperBox& map = layout.map;

  cairo_save(cr);
  cairo_rectangle(cr, map.x, map.y, map.width, map.height);
  fill(cr, ink::outside);
  cairo_rectangle(cr, map.x, map.y, map.width, map.height);
  cairo_clip(cr);
  draw_grounds(cr, sheet, frame);
  draw_zones(cr, sheet, frame);
  draw_crosses(cr, frame);
  draw_lines(cr, sheet, frame);
  draw_claims(cr, sheet, frame);

  std::vector<PlanePoint> outline;
  std::vector<PaperBox> outline_boxes;
  for (const SheetLine& line : sheet.lines) {
    if (!line.outline) continue;
    const PlanePath path = frame.to_paper(line.path);
    outline.insert(outline.end(), path.begin(), path.end());
    for (std::size_t i = 1; i < path.size(); ++i) {  // close enough together that no word slips between
      const double length = std::hypot(path[i].x - path[i - 1].x, path[i].y - path[i - 1].y);
      const double steps = std::min(1000.0, std::ceil(length / 4) + 1);
      for (double k = 0; k < steps; ++k) {
        const PlanePoint p{path[i - 1].x + (path[i].x - path[i - 1].x) * k / steps,
                           path[i - 1].y + (path[i].y - path[i - 1].y) * k / steps};
        if (frame.shows(p)) outline_boxes.push_back({p.x - 2, p.y - 2, 4, 4});
      }
    }
  }
  const PaperBox scale_bar = scale_bar_box(frame, outline);
  std::vector<PaperBox> taken{scale_bar, north_arrow_box(frame)};
  std::vector<PaperBox> symbols;
  for (const SheetPlace& place : sheet.places) draw_place(cr, frame.to_paper(place.position));
  const double site_scale = sheet.sites.size() > 60 ? 0.75 : 1;
  for (const bool flagged : {false, true}) {  // flagged ones last, so that no other hides them
    for (const SheetSite& site : sheet.sites) {
      const PlanePoint at = frame.to_paper(site.position);
      if (!frame.shows(at) || site.flagged != flagged) continue;
      symbols.push_back({at.x - 3 * site_scale, at.y - 3 * site_scale, 6 * site_scale, 6 * site_scale});
      draw_site(cr, at, flagged, site_scale);
    }
  }
  const std::vector<PlacedMarker> markers = place_markers(sheet.markers, frame, taken);
  for (const PlacedMarker& marker : markers) draw_lead(cr, marker.place, marker.at);
  for (const PlacedMarker& marker : markers) draw_marker(cr, marker.at, type, sheet.markers[marker.marker].label);
  for (const PlacedLabel& label : place_labels(sheet, frame, type, std::move(taken), symbols, outline_boxes)) {
    label.text.draw_with_halo(cr, label.corner.x, label.corner.y, label.halo, 1.0);
  }
  draw_scale_bar(cr, frame, type, scale_bar);
  draw_north_arrow(cr, frame, type, sheet.north);
  cairo_restore(cr);

  draw_frame(cr, layout, frame, sheet, type);
  draw_legend(cr, layout, sheet, type);
}

}  // namespace merestone
