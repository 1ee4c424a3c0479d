// SPDX-License-Identifier: Apache-2.0
#include "gis/proposals/drawn_lines.hpp"

#include "gis/base/error.hpp"
#include "gis/geodesy/geodesic.hpp"
#include "gis/geodesy/measure.hpp"
#include "gis/proposals/noding.hpp"
#include "gis/proposals/plane_path.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace merestone {
namespace {

constexpr double step_m = 500;

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.10g", value);
  return text;
}

const char* name_of(CourseKind kind) {
  switch (kind) {
    case CourseKind::parallel: return "parallel";
    case CourseKind::meridian: return "meridian";
    case CourseKind::geodesic: return "geodesic";
    case CourseKind::rhumb: return "rhumb";
  }
  return "";
}

/// Isometric latitude on the ellipsoid: a rhumb is straight in it and longitude.
double isometric(double lat_deg) {
  const double phi = lat_deg * 3.14159265358979323846 / 180;
  constexpr double e = 0.0818191908426215;
  return std::asinh(std::tan(phi)) - e * std::atanh(e * std::sin(phi));
}

Polyline course(CourseKind kind, Position from, Position to, const Box& box) {
  Polyline line;
  if (kind == CourseKind::parallel) return {{box.west, from.lat}, {box.east, from.lat}};
  if (kind == CourseKind::meridian) return {{from.lon, box.south}, {from.lon, box.north}};
  const Geodesic way = geodesic(from, to);
  const auto steps = static_cast<std::size_t>(std::max(1.0, std::ceil(way.distance_m / step_m)));
  line.push_back(from);
  const double q0 = isometric(degrees(from.lat)), q1 = isometric(degrees(to.lat));
  for (std::size_t i = 1; i < steps; ++i) {
    const double at = static_cast<double>(i) / static_cast<double>(steps);
    if (kind == CourseKind::geodesic) {
      line.push_back(destination(from, way.azimuth_deg, at * way.distance_m));
      continue;
    }
    const double lat = degrees(from.lat) + at * degrees(to.lat - from.lat);
    const double along = q1 == q0 ? at : (isometric(lat) - q0) / (q1 - q0);
    line.push_back(from_degrees(degrees(from.lon) + along * degrees(to.lon - from.lon), lat));
  }
  line.push_back(to);
  return line;
}

}  // namespace

Proposal course_line(const ContestedBand& band, CourseKind kind, Position from, Position to) {
  if (band.closed) throw Error{Fault::invalid, "a closed band has no terminals", {{.rule = "proposal.closed_band"}}};
  Polyline a = claim_a(band);
  Polyline b = claim_b(band);
  Box box = box_of(a);
  box.add(box_of(b));
  Polyline line = course(kind, from, to, box);
  proposals::node(line, a);
  proposals::node(line, b);
  proposals::node(a, b);
  const MultiPolygon ground = ground_of(band);
  // Walk so that the course runs as the band does.
  const auto place_in = [](const Polyline& path, Position p) { return std::find(path.begin(), path.end(), p) - path.begin(); };
  const auto runs_inside = [&](std::size_t i) {
    const Position middle{(line[i].lon + line[i + 1].lon) / 2, (line[i].lat + line[i + 1].lat) / 2};
    return locate(ground, middle) != Containment::outside;
  };
  std::vector<Polyline> pieces;
  bool open = false;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    if (!runs_inside(i)) {
      open = false;
      continue;
    }
    if (!open) pieces.push_back({line[i]});
    pieces.back().push_back(line[i + 1]);
    open = true;
  }
  if (pieces.empty()) throw Error{Fault::invalid, "the course does not enter", {{.rule = "proposal.outside_band"}}};
  const auto on = [&](const Polyline& path, Position p) { return place_in(path, p) < std::ptrdiff_t(path.size()); };
  const auto station = [&](Position p) {
    return on(a, p) ? double(place_in(a, p)) / double(a.size()) : double(place_in(b, p)) / double(b.size());
  };
  if (station(pieces.front().front()) > station(pieces.back().back())) {
    std::reverse(pieces.begin(), pieces.end());
    for (Polyline& piece : pieces) std::reverse(piece.begin(), piece.end());
  }
  Polyline result{band.start()};
  double on_course = 0;
  const auto along_claim = [&](Position next) {
    const Position here = result.back();
    if (here == next) return;
    for (const Polyline* claim : {&a, &b}) {
      if (!on(*claim, here) || !on(*claim, next) || place_in(*claim, here) > place_in(*claim, next)) continue;
      result.insert(result.end(), claim->begin() + place_in(*claim, here) + 1, claim->begin() + place_in(*claim, next) + 1);
      return;
    }
    throw Error{Fault::invalid, "the course comes back across the other claim",
                {{.rule = "proposal.leaves_ground", .place = Place{degrees(next.lon), degrees(next.lat)}}}};
  };
  for (const Polyline& piece : pieces) {
    along_claim(piece.front());
    result.insert(result.end(), piece.begin() + 1, piece.end());
    on_course += length_m(piece);
  }
  along_claim(band.end());
  proposals::drop_repeats(result);
  if (auto fault = proposal_fault(band, result)) throw Error{Fault::invalid, "not a line for the band", {std::move(*fault)}};
  Proposal proposal{.method = name_of(kind), .parameters = {{"from_lon", number(degrees(from.lon))}, {"from_lat", number(degrees(from.lat))}},
                    .results = {{"share_on_course", number(on_course / length_m(result))}}, .data = {},
                    .line = std::move(result), .notes = {}};
  if (kind == CourseKind::geodesic || kind == CourseKind::rhumb) {
    proposal.parameters.emplace_back("to_lon", number(degrees(to.lon)));
    proposal.parameters.emplace_back("to_lat", number(degrees(to.lat)));
  }
  return proposal;
}

namespace {

/// The one corner that stands for `b` and `c` between `a` and `d` without changing the area, and what it moves.
struct Collapse {
  PlanePoint corner;
  double moved_m2 = std::numeric_limits<double>::infinity();
};

Collapse collapse(PlanePoint a, PlanePoint b, PlanePoint c, PlanePoint d) {
  using proposals::operator-;
  using proposals::operator+;
  using proposals::operator*;
  const PlanePoint base = d - a;
  const double length = proposals::length(base);
  if (length < 0.1) return {};
  // Twice the area on one side of a–d; corners at this height over a–d keep it.
  const double twice = proposals::cross(b - a, c - a) + proposals::cross(c - a, d - a);
  const double height = -twice / length;
  const PlanePoint up{-base.y / length, base.x / length};
  const auto beside = [&](PlanePoint p) { return proposals::dot(p - a, up); };
  // On the line of equal area, where it meets the edge whose end lies farther out.
  const bool first = std::abs(beside(b)) > std::abs(beside(c));
  const PlanePoint from = first ? a : d;
  const PlanePoint to = first ? b : c;
  const double slope = beside(to) - beside(from);
  if (std::abs(slope) < 1e-9) return {};
  const double at = (height - beside(from)) / slope;
  const PlanePoint corner = from + at * (to - from);
  const auto triangle = [](PlanePoint p, PlanePoint q, PlanePoint r) { return std::abs(proposals::cross(q - p, r - p)) / 2; };
  return {corner, first ? triangle(b, c, corner) + triangle(c, d, corner) : triangle(c, b, corner) + triangle(b, a, corner)};
}

}  // namespace

Proposal simplified_line(const ContestedBand& band, const Polyline& line, const Simpler& wanted) {
  const Box box = box_of(line);
  const LocalPlane plane{{(box.west + box.east) / 2, (box.south + box.north) / 2}};
  Polyline result;
  const std::vector<Polyline> parts = parts_of(band, line);
  std::size_t corners = line.size() - 2;
  for (std::size_t s = 0; s < parts.size(); ++s) {
    const ContestedBand alone{{band.sections[s]}, band.closed};
    Polyline part = parts[s];
    std::vector<PlanePoint> points;
    for (const Position p : part) points.push_back(plane.to_plane(p));
    std::vector<bool> refused(part.size(), false);
    while (part.size() > 3 && corners > wanted.most_corners) {
      std::size_t best = 0;
      Collapse least;
      for (std::size_t i = 0; i + 3 < part.size(); ++i) {
        if (refused[i]) continue;
        const Collapse made = collapse(points[i], points[i + 1], points[i + 2], points[i + 3]);
        if (made.moved_m2 < least.moved_m2) {
          least = made;
          best = i;
        }
      }
      if (!std::isfinite(least.moved_m2) || (wanted.most_moved_m2 > 0 && least.moved_m2 > wanted.most_moved_m2)) break;
      Polyline next = part;
      next.erase(next.begin() + std::ptrdiff_t(best) + 2);
      next[best + 1] = plane.to_position(least.corner);
      if (proposal_fault(alone, next)) {
        refused[best] = true;
        continue;
      }
      part = std::move(next);
      points.erase(points.begin() + std::ptrdiff_t(best) + 2);
      points[best + 1] = plane.to_plane(part[best + 1]);
      refused.assign(part.size(), false);
      --corners;
    }
    result.insert(result.end(), part.begin() + (result.empty() ? 0 : 1), part.end());
  }
  proposals::even_out(band, result, proposals::conceded_m2(band, line), 5);  // straight is not the same in both planes
  PathMeasure walk = measure(line);
  walk += measure(result).reversed();
  return {.method = "simplified",
          .parameters = {{"most_corners", std::to_string(wanted.most_corners)}, {"most_moved_m2", number(wanted.most_moved_m2)}},
          .results = {{"corners", std::to_string(result.size() - 2)}, {"net_m2", number(square_metres(walk.area_um2))}},
          .data = {}, .line = std::move(result), .notes = {}};
}

}  // namespace merestone
