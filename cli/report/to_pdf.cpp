// SPDX-License-Identifier: Apache-2.0
#include "cli/report/compose.hpp"
#include "cli/report/pages.hpp"
#include "cli/report/report_files.hpp"
#include "gis/base/error.hpp"

#include <cairo-pdf.h>
#include <cairo.h>

#include <memory>
#include <new>

namespace merestone {
namespace {

struct Close {
  void operator()(cairo_surface_t* surface) const noexcept { cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const noexcept { cairo_destroy(context); }
};

/// No exception may cross Cairo's frames.
cairo_status_t append(void* bytes, const unsigned char* data, unsigned length) noexcept {
  try {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
  } catch (...) {
    return CAIRO_STATUS_NO_MEMORY;
  }
}

void check(cairo_status_t status) {
  if (status == CAIRO_STATUS_NO_MEMORY) throw std::bad_alloc{};
  if (status != CAIRO_STATUS_SUCCESS) {
    throw Error{Fault::unavailable, std::string{"the report cannot be drawn: "} + cairo_status_to_string(status)};
  }
}

void colour(cairo_t* cr, const Colour& c) { cairo_set_source_rgba(cr, c.red, c.green, c.blue, c.alpha); }

void draw(cairo_t* cr, const TextMark& mark) {
  const std::string target = "dest='" + mark.link + "'";
  if (!mark.link.empty()) cairo_tag_begin(cr, CAIRO_TAG_LINK, target.c_str());
  mark.text.draw(cr, mark.x, mark.y);
  if (!mark.link.empty()) cairo_tag_end(cr, CAIRO_TAG_LINK);
}

void draw(cairo_t* cr, const RuleMark& mark) {
  colour(cr, mark.colour);
  cairo_set_line_width(cr, mark.width);
  cairo_move_to(cr, mark.x1, mark.y1);
  cairo_line_to(cr, mark.x2, mark.y2);
  cairo_stroke(cr);
}

void draw(cairo_t* cr, const BoxMark& mark) {
  colour(cr, mark.colour);
  cairo_rectangle(cr, mark.box.x, mark.box.y, mark.box.width, mark.box.height);
  if (mark.filled) {
    cairo_fill(cr);
    return;
  }
  cairo_set_line_width(cr, 0.6);
  cairo_stroke(cr);
}

void draw(cairo_t* cr, const PlateMark& mark) {
  cairo_save(cr);
  cairo_translate(cr, mark.x, mark.y);
  draw(cr, mark.sheet);
  cairo_restore(cr);
}

void draw(cairo_t* cr, const ChartMark& mark) {
  cairo_save(cr);
  cairo_translate(cr, mark.x, mark.y);
  draw(cr, mark.chart);
  cairo_restore(cr);
}

void draw(cairo_t* cr, const AnchorMark& mark) {
  const std::string name = "name='" + mark.name + "' x=" + std::to_string(static_cast<int>(paper::left)) +
                           " y=" + std::to_string(static_cast<int>(mark.y - 10));
  cairo_tag_begin(cr, CAIRO_TAG_DEST, name.c_str());
  cairo_tag_end(cr, CAIRO_TAG_DEST);
}

void describe(cairo_surface_t* surface, const ReportDocument& document, Date on) {
  const auto set = [&](cairo_pdf_metadata_t what, const std::string& text) {
    if (!text.empty()) cairo_pdf_surface_set_metadata(surface, what, text.c_str());
  };
  set(CAIRO_PDF_METADATA_TITLE, document.title);
  set(CAIRO_PDF_METADATA_AUTHOR, document.office);
  set(CAIRO_PDF_METADATA_SUBJECT, document.footer);
  set(CAIRO_PDF_METADATA_CREATOR, document.program);
  // Cairo would write the present moment, and no two files of one report would be equal.
  set(CAIRO_PDF_METADATA_CREATE_DATE, document.produced_at.empty() ? to_string(on) + "T00:00:00Z" : document.produced_at);
}

}  // namespace

std::string to_pdf(const BoundaryReport& report, std::string_view language) {
  return to_pdf(compose(report, Phrases{language}), report.on);
}

std::string to_pdf(const ReportDocument& document, Date on) {
  const Phrases phrases{document.language};
  const Pages pages = lay_out(document, phrases);
  std::string bytes;
  const std::unique_ptr<cairo_surface_t, Close> surface{
      cairo_pdf_surface_create_for_stream(append, &bytes, paper::width, paper::height)};
  describe(surface.get(), document, on);
  const std::unique_ptr<cairo_t, Close> context{cairo_create(surface.get())};
  for (const std::vector<Mark>& page : pages.pages) {
    for (const Mark& mark : page) {
      std::visit([&](const auto& each) { draw(context.get(), each); }, mark);
    }
    cairo_show_page(context.get());
  }
  for (const OutlineEntry& entry : pages.outline) {
    const std::string target = "dest='" + entry.anchor + "'";
    cairo_pdf_surface_add_outline(surface.get(), CAIRO_PDF_OUTLINE_ROOT, entry.text.c_str(), target.c_str(),
                                  CAIRO_PDF_OUTLINE_FLAG_OPEN);
  }
  check(cairo_status(context.get()));
  cairo_surface_finish(surface.get());
  check(cairo_surface_status(surface.get()));
  return bytes;
}

}  // namespace merestone
