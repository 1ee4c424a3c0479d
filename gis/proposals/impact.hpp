// SPDX-License-Identifier: Apache-2.0
/// What ground, people and things come to whom: per contested face and per proposal (domain.md §4.4).
#pragma once

#include "gis/geometry/area.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace merestone {

/// Something at one position: a village, a cemetery, a house.
struct PointItem {
  std::string name;
  Position position;
  double weight = 0;             ///< people, plots; what the layer's `weight` says
  bool natural_village = false;  ///< a change of its side needs a division change first (Regulations 1989 Art. 14)
};

/// Anything that may come to lie on one side or the other. One of the three kinds of shape is filled.
struct ImpactLayer {
  std::string key;     ///< "places", "flood/3", "cemetery": stable, for machines
  std::string weight;  ///< what weights count: "people"; empty when they count nothing
  std::vector<PointItem> points;
  std::vector<Polyline> lines;         ///< counted by length
  std::vector<MultiPolygon> polygons;  ///< counted by ground; where they lie over each other once
};

/// A count with what it may be when the line lies a standard deviation to either side (scenario list B.3, robustness).
struct Banded {
  double value = 0;
  double low = 0;
  double high = 0;
};

struct LayerImpact {
  std::string key;
  Banded count;      ///< of points
  Banded weight;     ///< of points
  Banded length_m;   ///< of lines
  Banded area_m2;    ///< of polygons
  std::vector<std::string> names;             ///< of points, as given, those with a name
  std::vector<std::string> natural_villages;  ///< by name
  std::vector<std::string> uncertain;         ///< names within the band of the line
};

/// Of one piece of ground.
struct GroundImpact {
  Banded area_m2;  ///< geodesic
  std::vector<LayerImpact> layers;  ///< in the order of the layers asked for
};

/// Layers made ready for many questions about ground inside `within`: what lies outside is left out, polygons are
/// joined and cut. Made once for a dispute, so that a dragged line is answered in milliseconds.
class ImpactGround {
 public:
  ImpactGround(MultiPolygon within, std::span<const ImpactLayer> layers);

  /// @param edge the line whose position is uncertain by `sigma_m`; everything within that distance of it may lie on
  /// either side.
  GroundImpact on(const MultiPolygon& ground, std::span<const Position> edge, double sigma_m) const;

  /// Both sides of a line that runs through all of it: what is in `one`, and the rest. On the line counts as in `one`.
  /// What on() says of both, in half the time: layers are cut along the line alone.
  std::pair<GroundImpact, GroundImpact> divided(const MultiPolygon& one, std::span<const Position> line, double sigma_m) const;

  const MultiPolygon& within() const { return within_; }
  double within_m2() const { return within_m2_; }
  std::span<const ImpactLayer> layers() const { return layers_; }

 private:
  MultiPolygon within_;
  double within_m2_ = 0;
  std::vector<ImpactLayer> layers_;
  struct Extent {
    double length_m = 0;  ///< of the lines of a layer
    double area_m2 = 0;   ///< of its polygons
  };
  std::vector<Extent> extents_;
};

/// Who would hold a natural village under a line, and who holds it now.
struct VillageChange {
  std::string name;
  Position position;
  char from = ' ';  ///< 'A', 'B'
  char to = ' ';
  double people = 0;
};
/// Ground between the line in force and a proposal. A's side is the left of both lines.
struct ChangedGround {
  MultiPolygon ground;
  bool to_a = false;
};
std::vector<ChangedGround> changed_ground(const Polyline& in_force, const Polyline& proposal);
/// Points on ground that changes hands, `from` the side they are on now. Natural villages alone when asked for; they
/// make the flag of Art. 14.
std::vector<VillageChange> changed_sides(std::span<const ChangedGround> changes, std::span<const PointItem> points,
                                         bool natural_villages_only);

}  // namespace merestone
