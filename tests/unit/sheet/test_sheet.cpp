// SPDX-License-Identifier: Apache-2.0
#include "gis/base/error.hpp"
#include "tiles/sheet/sheet.hpp"

#include <catch2/catch.hpp>

using namespace merestone;

namespace {

Ring square(double x, double y, double size) {
  return {from_degrees(x, y), from_degrees(x + size, y), from_degrees(x + size, y + size), from_degrees(x, y + size)};
}

Sheet small_sheet() {
  using Role = SheetGround::Role;
  using Symbol = LegendEntry::Symbol;
  Sheet sheet;
  sheet.grounds = {{Role::neighbour, "Nord", {{square(0, 1, 1), {}}}},
                   {Role::subject, "", {{square(0, 0, 1), {}}}},
                   {Role::disputed, "", {{square(0.4, 0.4, 0.2), {}}}},
                   {Role::member, "昂热", {{square(0, 0, 0.4), {}}}}};
  Polyline outline = square(0, 0, 1);
  outline.push_back(outline.front());
  sheet.lines = {{outline, 1, true, false}, {{from_degrees(0, 1), from_degrees(0, 2)}, 0, false, true}};
  sheet.zones = {{"flood", 2, {{square(0.1, 0.1, 0.5), {}}}}, {"flood", 1, {{square(0.1, 0.1, 0.7), {}}}}};
  sheet.sites = {{from_degrees(0.2, 0.8), false}, {from_degrees(0.3, 0.3), true}};
  sheet.places = {{from_degrees(0.7, 0.7), "Le Bourg"}};
  sheet.markers = {{from_degrees(1, 0.5), "1"}};
  for (const Symbol symbol : {Symbol::subject, Symbol::disputed, Symbol::neighbour, Symbol::line, Symbol::zone,
                              Symbol::site, Symbol::flagged_site, Symbol::place, Symbol::marker}) {
    sheet.legend.emplace_back().symbol = symbol;
    sheet.legend.back().text = "Entry";
  }
  sheet.legend[4].kind = "flood";
  sheet.legend[4].severities = {1, 2};
  return sheet;
}

std::uint32_t big_endian(const std::string& bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

}  // namespace

TEST_CASE("a sheet is the same in every picture, and the same each time") {
  const Sheet sheet = small_sheet();
  CHECK((to_svg(sheet) == to_svg(sheet)));
  CHECK((to_pdf(sheet) == to_pdf(sheet)));
  const std::string png = to_png(sheet, 1.5);
  CHECK((png == to_png(sheet, 1.5)));
  CHECK(png.substr(1, 3) == "PNG");
  CHECK(big_endian(png, 16) == 723);
  CHECK(big_endian(png, 20) == 660);
  CHECK(to_pdf(sheet).substr(0, 5) == "%PDF-");
  CHECK(scale_of(sheet) > 0);
}

TEST_CASE("an SVG holds no number finer than ink and no way out of itself") {
  const std::string svg = to_svg(small_sheet());
  CHECK(svg.find("<svg") != std::string::npos);
  CHECK(svg.find("<image") == std::string::npos);  // everything stays vector
  CHECK(svg.find("href=\"http") == std::string::npos);
  std::size_t longest = 0;
  for (std::size_t i = svg.find("<path"); i < svg.size(); ++i) {
    if (svg[i] != '.') continue;
    std::size_t digits = 0;
    while (i + 1 + digits < svg.size() && svg[i + 1 + digits] >= '0' && svg[i + 1 + digits] <= '9') ++digits;
    longest = std::max(longest, digits);
  }
  CHECK(longest == 2);
}

TEST_CASE("a sheet without a subject, without anything, is an empty frame") {
  CHECK(scale_of(Sheet{}) == 0);
  CHECK_FALSE(to_svg(Sheet{}).empty());
}

TEST_CASE("a picture too large to hold is refused") {
  CHECK_THROWS_AS(to_png(small_sheet(), 100), Error);
  CHECK_THROWS_AS(to_png(small_sheet(), 0), Error);
}
