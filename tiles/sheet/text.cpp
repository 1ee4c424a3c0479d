// SPDX-License-Identifier: Apache-2.0
#include "tiles/sheet/text.hpp"

#include "tiles/sheet/pdf_text.hpp"

#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>

namespace merestone {
namespace {

// The Latin face first, so that figures and letters are the same in every language.
const char* const families[] = {"Noto Sans, Noto Sans CJK SC, DejaVu Sans, sans-serif",
                                "Noto Serif, Noto Serif CJK SC, DejaVu Serif, serif",
                                "Noto Sans Mono, DejaVu Sans Mono, Noto Sans Mono CJK SC, monospace"};

double points(int pango_units) { return static_cast<double>(pango_units) / PANGO_SCALE; }
int pango_units(double length) { return static_cast<int>(std::lround(length * PANGO_SCALE)); }

PangoAlignment alignment(Align align) {
  return align == Align::right    ? PANGO_ALIGN_RIGHT
         : align == Align::centre ? PANGO_ALIGN_CENTER
                                  : PANGO_ALIGN_LEFT;
}

/// Lines stand at equal distances whatever faces they hold, or a Han character would push a table's rows apart.
template <class Draw>
void each_line(PangoLayout* layout, double line_height, const Draw& draw) {
  PangoLayoutIter* at = pango_layout_get_iter(layout);
  double down = 0;
  do {
    PangoRectangle logical;
    pango_layout_iter_get_line_extents(at, nullptr, &logical);
    draw(pango_layout_iter_get_line_readonly(at), points(logical.x), down);
    down += line_height;
  } while (pango_layout_iter_next_line(at));
  pango_layout_iter_free(at);
}

}  // namespace

void SetText::Free::operator()(_PangoLayout* layout) const noexcept { g_object_unref(layout); }
void TypeCase::Free::operator()(_PangoContext* context) const noexcept { g_object_unref(context); }

void SetText::draw(_cairo* context, double x, double y) const {
  cairo_set_source_rgba(context, colour_.red, colour_.green, colour_.blue, colour_.alpha);
  each_line(layout_.get(), line_height_, [&](PangoLayoutLine* line, double right, double down) {
    cairo_move_to(context, x + right, y + baseline_ + down);
    show_line(context, line);
  });
  cairo_new_path(context);
}

void SetText::draw_with_halo(_cairo* context, double x, double y, const Colour& halo, double rim) const {
  cairo_set_source_rgba(context, halo.red, halo.green, halo.blue, halo.alpha);
  cairo_set_line_width(context, 2 * rim);
  cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND);
  each_line(layout_.get(), line_height_, [&](PangoLayoutLine* line, double right, double down) {
    cairo_move_to(context, x + right, y + baseline_ + down);
    pango_cairo_layout_line_path(context, line);
  });
  cairo_stroke(context);
  draw(context, x, y);
}

TypeCase::TypeCase(std::string_view language) {
  context_.reset(pango_font_map_create_context(pango_cairo_font_map_get_default()));
  pango_cairo_context_set_resolution(context_.get(), 72);
  pango_context_set_language(context_.get(), pango_language_from_string(std::string{language}.c_str()));
  pango_context_set_round_glyph_positions(context_.get(), FALSE);
  // Paper has no pixels: without hinting a line is as long in every output.
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(context_.get(), options);
  cairo_font_options_destroy(options);
}

SetText TypeCase::set(std::string_view text, const TextStyle& style, double wrap, Align align) const {
  SetText result;
  PangoLayout* layout = pango_layout_new(context_.get());
  result.layout_.reset(layout);
  result.colour_ = style.colour;

  PangoFontDescription* font = pango_font_description_from_string(families[static_cast<int>(style.family)]);
  pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
  pango_font_description_set_weight(font, style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style(font, style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_layout_set_font_description(layout, font);
  pango_font_description_free(font);

  PangoAttrList* attributes = pango_attr_list_new();
  pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum=1, lnum=1"));
  if (style.spacing != 0) pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(pango_units(style.spacing)));
  pango_layout_set_attributes(layout, attributes);
  pango_attr_list_unref(attributes);

  if (wrap > 0) {
    pango_layout_set_width(layout, pango_units(wrap));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout, alignment(align));
  } else {
    pango_layout_set_single_paragraph_mode(layout, TRUE);
  }
  pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));

  int width = 0, height = 0;
  pango_layout_get_size(layout, &width, &height);
  result.lines_ = pango_layout_get_line_count(layout);
  result.width_ = wrap > 0 ? std::max(wrap, points(width)) : points(width);
  result.line_height_ = style.size * style.line_height;
  result.height_ = result.line_height_ * result.lines_;
  result.baseline_ = result.line_height_ / 2 + style.size * 0.36;  // capitals stand in the middle of their line
  return result;
}

}  // namespace merestone
