// SPDX-License-Identifier: Apache-2.0
#include "tiles/sheet/pdf_text.hpp"

#include <cairo.h>
#include <hb.h>
#include <pango/pangocairo.h>

#include <string_view>
#include <vector>

namespace merestone {
namespace {

const cairo_user_data_key_t drawn_face{};   // of a face: the one that draws its glyphs
const cairo_user_data_key_t source_face{};  // of that one: the face that the outlines are from

cairo_status_t draw_glyph(cairo_scaled_font_t* font, unsigned long glyph, cairo_t* cr, cairo_text_extents_t* extents) {
  auto* face = static_cast<cairo_font_face_t*>(cairo_font_face_get_user_data(cairo_scaled_font_get_font_face(font), &source_face));
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_set_font_options(cr, options);
  cairo_font_options_destroy(options);
  cairo_set_font_face(cr, face);
  cairo_set_font_size(cr, 1);
  const cairo_glyph_t at{glyph, 0, 0};
  cairo_text_extents_t measured;
  cairo_glyph_extents(cr, &at, 1, &measured);
  extents->x_advance = measured.x_advance;
  cairo_glyph_path(cr, &at, 1);
  cairo_fill(cr);
  return CAIRO_STATUS_SUCCESS;
}

/// The face that draws the glyphs of `face`; lives as long as that.
cairo_font_face_t* drawn(cairo_font_face_t* face) {
  if (void* known = cairo_font_face_get_user_data(face, &drawn_face)) return static_cast<cairo_font_face_t*>(known);
  cairo_font_face_t* made = cairo_user_font_face_create();
  cairo_user_font_face_set_render_glyph_func(made, draw_glyph);
  cairo_font_face_set_user_data(made, &source_face, face, nullptr);
  cairo_font_face_set_user_data(face, &drawn_face, made, [](void* old) { cairo_font_face_destroy(static_cast<cairo_font_face_t*>(old)); });
  return made;
}

bool has_postscript_outlines(PangoFont* font) {
  hb_blob_t* table = hb_face_reference_table(hb_font_get_face(pango_font_get_hb_font(font)), HB_TAG('C', 'F', 'F', ' '));
  const bool has = hb_blob_get_length(table) > 0;
  hb_blob_destroy(table);
  return has;
}

/// Glyphs of a run, from its own start; none where one is missing in the font.
std::vector<cairo_glyph_t> glyphs_of(const PangoGlyphString& set) {
  std::vector<cairo_glyph_t> glyphs;
  double x = 0;
  for (int i = 0; i < set.num_glyphs; ++i) {
    const PangoGlyphInfo& one = set.glyphs[i];
    if (one.glyph == PANGO_GLYPH_EMPTY || (one.glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0) return {};
    const PangoGlyphGeometry& place = one.geometry;
    glyphs.push_back({one.glyph, x + pango_units_to_double(place.x_offset), pango_units_to_double(place.y_offset)});
    x += pango_units_to_double(place.width);
  }
  return glyphs;
}

/// Which bytes each group of glyphs stands for, so that text can be searched and copied.
std::vector<cairo_text_cluster_t> clusters_of(PangoGlyphItem* run, const char* text) {
  std::vector<cairo_text_cluster_t> clusters;
  PangoGlyphItemIter at;
  for (gboolean more = pango_glyph_item_iter_init_start(&at, run, text); more; more = pango_glyph_item_iter_next_cluster(&at)) {
    clusters.push_back({at.end_index - at.start_index, at.end_glyph - at.start_glyph});
  }
  return clusters;
}

/// False where the run is to be shown as it is.
bool show_drawn(cairo_t* cr, PangoGlyphItem* run, const char* text, double x, double y) {
  PangoFont* font = run->item->analysis.font;
  if (run->item->analysis.level % 2 != 0 || !has_postscript_outlines(font)) return false;
  std::vector<cairo_glyph_t> glyphs = glyphs_of(*run->glyphs);
  if (glyphs.empty()) return false;
  for (cairo_glyph_t& glyph : glyphs) glyph.x += x, glyph.y += y;
  const std::vector<cairo_text_cluster_t> clusters = clusters_of(run, text);
  cairo_scaled_font_t* scaled = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font));
  cairo_matrix_t matrix;
  cairo_scaled_font_get_font_matrix(scaled, &matrix);
  cairo_set_font_face(cr, drawn(cairo_scaled_font_get_font_face(scaled)));
  cairo_set_font_matrix(cr, &matrix);
  cairo_show_text_glyphs(cr, text + run->item->offset, run->item->length, glyphs.data(), static_cast<int>(glyphs.size()), clusters.data(),
                         static_cast<int>(clusters.size()), static_cast<cairo_text_cluster_flags_t>(0));
  return true;
}

}  // namespace

void show_line(cairo_t* cr, PangoLayoutLine* line) {
  if (cairo_surface_get_type(cairo_get_target(cr)) != CAIRO_SURFACE_TYPE_PDF) return pango_cairo_show_layout_line(cr, line);
  double x = 0, y = 0;
  cairo_get_current_point(cr, &x, &y);
  const char* text = pango_layout_get_text(line->layout);
  for (GSList* at = line->runs; at != nullptr; at = at->next) {
    auto* run = static_cast<PangoGlyphItem*>(at->data);
    if (!show_drawn(cr, run, text, x, y)) {
      cairo_move_to(cr, x, y);
      pango_cairo_show_glyph_item(cr, text, run);
    }
    x += pango_units_to_double(pango_glyph_string_get_width(run->glyphs));
  }
}

}  // namespace merestone
