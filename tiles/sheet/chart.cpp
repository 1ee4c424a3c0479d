// SPDX-License-Identifier: Apache-2.0
#include "tiles/sheet/chart.hpp"

#include "tiles/sheet/frame.hpp"
#include "tiles/sheet/ink.hpp"

#include "gis/base/text.hpp"

#include <cairo.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace merestone {
namespace {

constexpr double left = 44, right = 10, top = 16, bottom = 18, legend_row = 13;

void colour(cairo_t* cr, const Colour& c) { cairo_set_source_rgba(cr, c.red, c.green, c.blue, c.alpha); }

TextStyle small(const Colour& c = ink::quiet) {
  TextStyle style;
  style.size = 6.6;
  style.colour = c;
  style.line_height = 1.2;
  return style;
}

struct Range {
  double low = std::numeric_limits<double>::infinity();
  double high = -std::numeric_limits<double>::infinity();
  void add(double value) { low = std::min(low, value), high = std::max(high, value); }
  bool empty() const { return low > high; }
};

/// Where values come to lie.
class Plot {
 public:
  Plot(const Chart& chart, std::size_t legend_rows) {
    Range x, y;
    for (const ChartSeries& series : chart.series) {
      for (const auto& [year, value] : series.points) x.add(year), y.add(value);
    }
    if (x.empty()) x = {0, 1}, y = {0, 1};
    if (y.low > 0 && y.low < 0.4 * y.high) y.low = 0;
    box = {left, top, chart.width - left - right, chart.height - top - bottom - static_cast<double>(legend_rows) * legend_row};
    steps = round_steps(y.low, y.high);
    years = {x.low, std::max(x.high, x.low + 1)};
  }
  double x(double year) const { return box.x + box.width * (year - years.low) / (years.high - years.low); }
  double y(double value) const { return box.y + box.height * (1 - (value - steps.front()) / (steps.back() - steps.front())); }
  bool shows(double value) const { return steps.front() <= value && value <= steps.back(); }

  PaperBox box;
  Range years;
  std::vector<double> steps;
};

void draw_grid(cairo_t* cr, const Chart& chart, const Plot& plot, const TypeCase& type) {
  cairo_set_dash(cr, nullptr, 0, 0);
  for (const double step : plot.steps) {
    const double y = plot.y(step);
    colour(cr, ink::rule);
    cairo_set_line_width(cr, step == plot.steps.front() ? 0.7 : 0.3);
    cairo_move_to(cr, plot.box.x, y);
    cairo_line_to(cr, plot.box.x + plot.box.width, y);
    cairo_stroke(cr);
    const SetText text = type.set(shortest(step), small());
    text.draw(cr, plot.box.x - 5 - text.width(), y - text.height() / 2);
  }
  const double span = plot.years.high - plot.years.low;
  const double every = std::max(1.0, std::ceil(span * 26 / plot.box.width));
  for (double year = plot.years.low; year <= plot.years.high + 1e-9; year += every) {
    const SetText text = type.set(shortest(year), small());
    text.draw(cr, plot.x(year) - text.width() / 2, plot.box.y + plot.box.height + 4);
  }
  type.set(chart.unit, small()).draw(cr, 0, 1);
  if (chart.limit == 0 || !plot.shows(chart.limit)) return;
  colour(cr, ink::flag);
  cairo_set_line_width(cr, 0.5);
  const double dashes[] = {1.5, 1.5};
  cairo_set_dash(cr, dashes, 2, 0);
  cairo_move_to(cr, plot.box.x, plot.y(chart.limit));
  cairo_line_to(cr, plot.box.x + plot.box.width, plot.y(chart.limit));
  cairo_stroke(cr);
}

void set_line(cairo_t* cr, const ChartSeries& series) {
  const double dashes[] = {3, 2};
  cairo_set_dash(cr, dashes, series.broken ? 2 : 0, 0);
  cairo_set_line_width(cr, series.broken ? 0.7 : 1.2);
  cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
  colour(cr, series.colour);
}

void draw_series(cairo_t* cr, const Plot& plot, const ChartSeries& series) {
  set_line(cr, series);
  const std::pair<double, double>* before = nullptr;
  for (const auto& point : series.points) {
    const bool joined = before && (series.broken || point.first - before->first <= 1);
    joined ? cairo_line_to(cr, plot.x(point.first), plot.y(point.second)) : cairo_move_to(cr, plot.x(point.first), plot.y(point.second));
    before = &point;
  }
  cairo_stroke(cr);
  if (series.broken) return;
  for (const auto& [year, value] : series.points) {
    cairo_arc(cr, plot.x(year), plot.y(value), 1.7, 0, 6.283185307179586);
    cairo_fill(cr);
  }
}

}  // namespace

std::vector<double> round_steps(double low, double high) {
  if (!(low < high)) {
    const double room = low == 0 ? 1 : std::abs(low) * 0.1;
    low -= room, high += room;
  }
  const double rough = (high - low) / 5;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  double step = power;
  for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
    step = power * factor;
    if (step >= rough) break;
  }
  std::vector<double> steps;
  const double first = std::floor(low / step), last = std::ceil(high / step);
  for (double at = first; at <= last; ++at) steps.push_back(std::round(at * step * 1e9) / 1e9);
  return steps;
}

void draw(_cairo* cr, const Chart& chart) {
  const TypeCase type{chart.language};
  std::vector<SetText> names;
  std::vector<std::pair<double, std::size_t>> places;  // in the legend
  double at = left;
  std::size_t row = 0;
  for (const ChartSeries& series : chart.series) {
    names.push_back(type.set(series.name, small(ink::text)));
    const double width = names.back().width() + 34;
    if (at + width > chart.width && at > left) at = left, ++row;
    places.emplace_back(at, row);
    at += width;
  }
  const std::size_t rows = chart.series.empty() ? 0 : row + 1;
  const Plot plot{chart, rows};
  cairo_save(cr);
  draw_grid(cr, chart, plot, type);
  for (const ChartSeries& series : chart.series) draw_series(cr, plot, series);
  for (std::size_t i = 0; i < chart.series.size(); ++i) {
    const double y = chart.height - static_cast<double>(rows - places[i].second) * legend_row + 3;
    set_line(cr, chart.series[i]);
    cairo_move_to(cr, places[i].first, y + 4);
    cairo_line_to(cr, places[i].first + 18, y + 4);
    cairo_stroke(cr);
    names[i].draw(cr, places[i].first + 22, y + 4 - names[i].height() / 2);
  }
  cairo_restore(cr);
}

}  // namespace merestone
