// SPDX-License-Identifier: Apache-2.0
#include "tiles/sheet/frame.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace merestone {
namespace {

constexpr double points_per_metre_of_paper = 72 / 0.0254;
constexpr double margin_share = 0.05;

/// The smallest number of two or three figures, easy to measure with, that is not below `value`.
double round_up(double value) {
  const double power = std::pow(10, std::floor(std::log10(value)));
  for (const double step : {1.0, 1.1, 1.25, 1.4, 1.5, 1.6, 1.75, 2.0, 2.25, 2.5, 2.75, 3.0, 3.5, 4.0, 4.5, 5.0, 5.5, 6.0, 6.5,
                            7.0, 7.5, 8.0, 9.0}) {
    if (step * power >= value * (1 - 1e-9)) return step * power;
  }
  return 10 * power;
}

const double graticule_steps[] = {30.0,     20.0,     10.0,      5.0,       2.0,       1.0,       0.5,
                                  20.0 / 60, 10.0 / 60, 5.0 / 60,  2.0 / 60,  1.0 / 60,  30.0 / 3600, 20.0 / 3600,
                                  10.0 / 3600, 5.0 / 3600, 2.0 / 3600, 1.0 / 3600};

double box_side(double value) { return std::max(value, 50.0); }

}  // namespace

SheetFrame::SheetFrame(const std::vector<Position>& ground, PaperBox paper)
    : paper_{paper}, projection_{middle_of(ground)} {
  constexpr double huge = std::numeric_limits<double>::max();
  double west = huge, south = huge, east = -huge, north = -huge;
  for (const Position& p : ground) {
    const PlanePoint plane = projection_.to_plane(p);
    west = std::min(west, plane.x);
    east = std::max(east, plane.x);
    south = std::min(south, plane.y);
    north = std::max(north, plane.y);
  }
  if (ground.empty()) west = south = east = north = 0;
  middle_ = {(west + east) / 2, (south + north) / 2};
  const double room_x = paper.width * (1 - 2 * margin_share);
  const double room_y = paper.height * (1 - 2 * margin_share);
  const double m_per_point = std::max(box_side(east - west) / room_x, box_side(north - south) / room_y);
  scale_ = round_up(m_per_point * points_per_metre_of_paper);
  points_per_m_ = points_per_metre_of_paper / scale_;
}

PlanePoint SheetFrame::to_paper(PlanePoint plane) const {
  return {paper_.x + paper_.width / 2 + (plane.x - middle_.x) * points_per_m_,
          paper_.y + paper_.height / 2 - (plane.y - middle_.y) * points_per_m_};
}

PlanePoint SheetFrame::to_plane(PlanePoint paper) const {
  return {middle_.x + (paper.x - paper_.x - paper_.width / 2) / points_per_m_,
          middle_.y - (paper.y - paper_.y - paper_.height / 2) / points_per_m_};
}

PlanePath SheetFrame::to_paper(const Polyline& path) const {
  PlanePath points = projection_.to_plane(path);
  for (PlanePoint& point : points) point = to_paper(point);
  return points;
}

PlanePoint SheetFrame::to_paper(Position position) const { return to_paper(projection_.to_plane(position)); }

bool SheetFrame::shows(PlanePoint p) const {
  return p.x >= paper_.x && p.x <= paper_.x + paper_.width && p.y >= paper_.y && p.y <= paper_.y + paper_.height;
}

SheetFrame::Graticule SheetFrame::graticule() const {
  constexpr double huge = std::numeric_limits<double>::max();
  double west = huge, south = huge, east = -huge, north = -huge;
  constexpr int samples = 16;
  for (int i = 0; i <= samples; ++i) {
    for (int k = 0; k <= samples; ++k) {
      const Degrees d = projection_.to_degrees(to_plane(PlanePoint{paper_.x + paper_.width * i / samples,
                                                                   paper_.y + paper_.height * k / samples}));
      west = std::min(west, d.lon);
      east = std::max(east, d.lon);
      south = std::min(south, d.lat);
      north = std::max(north, d.lat);
    }
  }
  Graticule graticule;
  graticule.step = graticule_steps[0];
  for (const double step : graticule_steps) {
    graticule.step = step;
    if (std::min(east - west, north - south) >= 3 * step) break;
  }
  const double step = graticule.step;
  for (double lon = std::ceil(west / step); lon <= east / step; ++lon) graticule.lons.push_back(lon * step);
  for (double lat = std::ceil(south / step); lat <= north / step; ++lat) graticule.lats.push_back(lat * step);
  return graticule;
}

std::vector<Tick> SheetFrame::ticks() const {
  const Graticule graticule = this->graticule();
  std::vector<Tick> ticks;
  // Along an edge a coordinate changes steadily near the centre of the projection, so halving finds each value.
  const auto along = [&](Tick::Edge edge) {
    const bool level = edge == Tick::Edge::top || edge == Tick::Edge::bottom;
    const double first = level ? paper_.x : paper_.y;
    const double last = first + (level ? paper_.width : paper_.height);
    const auto value_at = [&](double at) {
      const double across = edge == Tick::Edge::top    ? paper_.y
                            : edge == Tick::Edge::left ? paper_.x
                            : edge == Tick::Edge::bottom ? paper_.y + paper_.height
                                                         : paper_.x + paper_.width;
      const Degrees d = projection_.to_degrees(to_plane(level ? PlanePoint{at, across} : PlanePoint{across, at}));
      return level ? d.lon : d.lat;
    };
    for (const double wanted : level ? graticule.lons : graticule.lats) {
      double low = first, high = last;
      const bool rising = value_at(last) > value_at(first);
      if ((value_at(first) < wanted) == (value_at(last) < wanted)) continue;
      for (int i = 0; i < 50; ++i) {
        const double half = (low + high) / 2;
        ((value_at(half) < wanted) == rising ? low : high) = half;
      }
      ticks.push_back({edge, low, wanted, graticule.step});
    }
  };
  for (const Tick::Edge edge : {Tick::Edge::top, Tick::Edge::bottom, Tick::Edge::left, Tick::Edge::right}) along(edge);
  return ticks;
}

std::vector<PlanePoint> SheetFrame::crosses() const {
  const Graticule graticule = this->graticule();
  std::vector<PlanePoint> crosses;
  for (const double lon : graticule.lons) {
    for (const double lat : graticule.lats) {
      if (std::abs(lat) > 90) continue;
      const PlanePoint point = to_paper(projection_.to_plane(Degrees{lon, lat}));
      if (shows(point)) crosses.push_back(point);
    }
  }
  return crosses;
}

double SheetFrame::bar_m(double share) const {
  const double wanted = paper_.width * share / points_per_m_;
  const double power = std::pow(10, std::floor(std::log10(wanted)));
  double best = power;
  for (const double step : {2.0, 4.0, 5.0, 10.0}) {
    if (step * power <= wanted) best = step * power;
  }
  return best;
}

std::string angle_text(double degrees, double step, const std::string& plus, const std::string& minus) {
  degrees -= 360 * std::round(degrees / 360);
  const auto seconds = std::llround(std::abs(degrees) * 3600);
  const auto step_seconds = std::llround(step * 3600);
  std::string text = std::to_string(seconds / 3600) + "°";
  const auto two = [](long long value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  if (step_seconds % 3600 != 0) text += two(seconds / 60 % 60) + "′";
  if (step_seconds % 60 != 0) text += two(seconds % 60) + "″";
  if (seconds == 0 || seconds == 180 * 3600LL) return text;
  return text + (degrees < 0 ? minus : plus);
}

}  // namespace merestone
