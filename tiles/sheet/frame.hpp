// SPDX-License-Identifier: Apache-2.0
/// Where the ground comes to lie on the paper: scale, place and graticule of a map frame.
#pragma once

#include "tiles/sheet/local_projection.hpp"

#include <string>
#include <vector>

namespace merestone {

struct PaperBox {
  double x = 0, y = 0, width = 0, height = 0;
};

constexpr bool meet(const PaperBox& a, const PaperBox& b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/// A tick where a meridian or parallel meets an edge of the frame.
struct Tick {
  enum class Edge { top, bottom, left, right };
  Edge edge = Edge::top;
  double at = 0;       ///< along the edge, on paper
  double degrees = 0;
  double step = 1;     ///< between ticks, degrees
};

class SheetFrame {
 public:
  /// The roundest scale at which `ground` lies inside `paper` with a margin around it.
  SheetFrame(const std::vector<Position>& ground, PaperBox paper);

  const PaperBox& paper() const { return paper_; }
  double scale() const { return scale_; }            ///< 250000 for 1 : 250 000
  double points_per_m() const { return points_per_m_; }
  PlanePoint to_paper(PlanePoint plane) const;       ///< y grows downwards on paper
  PlanePoint to_plane(PlanePoint paper) const;
  PlanePath to_paper(const Polyline& path) const;
  PlanePoint to_paper(Position position) const;
  bool shows(PlanePoint on_paper) const;

  /// Three to seven ticks an edge, at round degrees, minutes or seconds.
  std::vector<Tick> ticks() const;
  /// Where round meridians and parallels cross inside the frame.
  std::vector<PlanePoint> crosses() const;
  /// Length of the scale bar in metres: a round one, about `share` of the frame's width.
  double bar_m(double share) const;

 private:
  struct Graticule {
    std::vector<double> lons, lats;
    double step = 1;
  };
  Graticule graticule() const;

  PaperBox paper_;
  LocalProjection projection_;
  PlanePoint middle_;
  double scale_ = 1;
  double points_per_m_ = 1;
};

/// "47°28′N", "1°20′30″W": seconds where `step` asks for them, minutes where it does. The letters are those of
/// positive and negative angles; the equator and the meridians 0° and 180° have none.
std::string angle_text(double degrees, double step, const std::string& plus, const std::string& minus);

}  // namespace merestone
