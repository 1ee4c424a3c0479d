// SPDX-License-Identifier: Apache-2.0
#include "gis/base/error.hpp"
#include "tiles/sheet/chart.hpp"
#include "tiles/sheet/sheet.hpp"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <cairo.h>

#include <cmath>
#include <map>
#include <memory>
#include <new>
#include <string_view>

namespace merestone {
namespace {

struct Close {
  void operator()(cairo_surface_t* surface) const noexcept { cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const noexcept { cairo_destroy(context); }
};
using Surface = std::unique_ptr<cairo_surface_t, Close>;

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
    throw Error{Fault::unavailable, std::string{"the map cannot be drawn: "} + cairo_status_to_string(status)};
  }
}

void draw_on(cairo_surface_t* surface, const Sheet& sheet, double scale, bool paper) {
  const std::unique_ptr<cairo_t, Close> context{cairo_create(surface)};
  cairo_scale(context.get(), scale, scale);
  if (paper) {
    cairo_set_source_rgb(context.get(), 1, 1, 1);
    cairo_paint(context.get());
  }
  draw(context.get(), sheet);
  check(cairo_status(context.get()));
}

/// Cairo writes six decimals and more; a hundredth of a point is finer than any screen or press.
std::string with_short_numbers(const std::string& svg) {
  std::string text;
  text.reserve(svg.size());
  for (std::size_t i = 0; i < svg.size();) {
    text.push_back(svg[i]);
    if (svg[i++] != '.') continue;
    std::size_t end = i;
    while (end < svg.size() && svg[end] >= '0' && svg[end] <= '9') ++end;
    const bool number = end - i > 2 && i >= 2 && svg[i - 2] >= '0' && svg[i - 2] <= '9';
    text.append(svg, i, number ? 2 : end - i);
    i = end;
  }
  return text;
}

/// Cairo numbers its surfaces through the whole life of a program; a file counts its own.
std::string with_own_numbers(const std::string& svg) {
  constexpr std::string_view word = "surface";
  std::string text;
  std::map<std::string, std::size_t> numbers;
  for (std::size_t i = 0; i < svg.size();) {
    const std::size_t at = svg.find(word, i);
    if (at == std::string::npos) {
      text.append(svg, i, std::string::npos);
      break;
    }
    std::size_t end = at + word.size();
    while (end < svg.size() && svg[end] >= '0' && svg[end] <= '9') ++end;
    const std::string number = svg.substr(at + word.size(), end - at - word.size());
    text.append(svg, i, at + word.size() - i);
    if (!number.empty()) text += std::to_string(numbers.try_emplace(number, numbers.size()).first->second);
    i = end;
  }
  return text;
}

}  // namespace

std::string to_svg(const Sheet& sheet) {
  std::string bytes;
  const Surface surface{cairo_svg_surface_create_for_stream(append, &bytes, sheet.width, sheet.height)};
  draw_on(surface.get(), sheet, 1, false);
  cairo_surface_finish(surface.get());
  check(cairo_surface_status(surface.get()));
  return with_own_numbers(with_short_numbers(bytes));
}

std::string to_svg(const Chart& chart) {
  std::string bytes;
  const Surface surface{cairo_svg_surface_create_for_stream(append, &bytes, chart.width, chart.height)};
  const std::unique_ptr<cairo_t, Close> context{cairo_create(surface.get())};
  draw(context.get(), chart);
  check(cairo_status(context.get()));
  cairo_surface_finish(surface.get());
  check(cairo_surface_status(surface.get()));
  return with_own_numbers(with_short_numbers(bytes));
}

std::string to_pdf(const Sheet& sheet) {
  std::string bytes;
  const Surface surface{cairo_pdf_surface_create_for_stream(append, &bytes, sheet.width, sheet.height)};
  // Cairo would write the present moment, and no two files of one sheet would be equal.
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
  draw_on(surface.get(), sheet, 1, false);
  cairo_surface_finish(surface.get());
  check(cairo_surface_status(surface.get()));
  return bytes;
}

std::string to_png(const Sheet& sheet, double pixels_per_point) {
  if (!(pixels_per_point > 0) || sheet.width * pixels_per_point > 20000 || sheet.height * pixels_per_point > 20000) {
    throw Error{Fault::invalid, "a picture may have at most 20000 pixels a side"};
  }
  const int width = static_cast<int>(std::ceil(sheet.width * pixels_per_point));
  const int height = static_cast<int>(std::ceil(sheet.height * pixels_per_point));
  const Surface surface{cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height)};
  draw_on(surface.get(), sheet, pixels_per_point, true);
  std::string bytes;
  check(cairo_surface_write_to_png_stream(surface.get(), append, &bytes));
  return bytes;
}

}  // namespace merestone
