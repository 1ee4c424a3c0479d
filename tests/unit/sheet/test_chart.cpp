// SPDX-License-Identifier: Apache-2.0
#include "tiles/sheet/chart.hpp"
#include "tiles/sheet/sheet.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace merestone;

namespace {

Chart rates() {
  Chart chart;
  chart.unit = "%";
  chart.limit = 100;
  chart.series = {{"all together", {0.1, 0.3, 0.6}, {{2016, 48}, {2017, 55}, {2019, 104}}, false}, {"trend", {0.7, 0.2, 0.1}, {{2016, 50}, {2019, 103}}, true}};
  return chart;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++found;
  return found;
}

}  // namespace

TEST_CASE("steps of an axis are round and cover the values") {
  CHECK(round_steps(0, 104) == std::vector<double>{0, 50, 100, 150});
  CHECK(round_steps(48, 104) == std::vector<double>{40, 60, 80, 100, 120});
  CHECK(round_steps(-3, 7) == std::vector<double>{-4, -2, 0, 2, 4, 6, 8});
  CHECK(round_steps(0.1, 0.2).front() == Approx(0.1));
  for (const double value : {0.0, 5.0, -20.0}) {
    const auto steps = round_steps(value, value);
    CHECK(steps.front() < value);
    CHECK(steps.back() > value);
  }
}

TEST_CASE("a chart draws a mark for every counted year, none for what was fitted, and always the same bytes") {
  const std::string svg = to_svg(rates());
  CHECK(svg.starts_with("<?xml"));
  CHECK(svg == to_svg(rates()));
  Chart fewer = rates();
  fewer.series[0].points.pop_back();
  CHECK(to_svg(fewer) != svg);
  Chart fitted = rates();
  fitted.series[0].broken = true;
  CHECK(count(to_svg(fitted), "<path") < count(svg, "<path"));
  Chart empty;
  CHECK(to_svg(empty).starts_with("<?xml"));
}

TEST_CASE("a tinted ground has its own colour, ground without data is hatched, and a title takes its room") {
  Sheet sheet;
  const auto square = [](double x) { return MultiPolygon{{{from_degrees(x, 0), from_degrees(x + 1, 0), from_degrees(x + 1, 1), from_degrees(x, 1)}, {}}}; };
  sheet.grounds = {{SheetGround::Role::subject, "", square(0)}, {SheetGround::Role::subject, "", square(1)}};
  const std::string plain = to_svg(sheet);
  sheet.grounds[0].tint = Colour{1, 0, 0};
  const std::string tinted = to_svg(sheet);
  CHECK(count(tinted, "rgb(100%,0%,0%)") + count(tinted, "rgb(100%, 0%, 0%)") == 1);
  sheet.grounds[1].without_data = true;
  CHECK(to_svg(sheet).size() > tinted.size());
  const double scale = scale_of(sheet);
  sheet.title = "Cremation rate, 2024";
  CHECK(scale_of(sheet) >= scale);
  CHECK(to_svg(sheet).size() > plain.size());
}
