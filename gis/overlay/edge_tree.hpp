// SPDX-License-Identifier: Apache-2.0
/// All edges of a layer in space, for the nearest one to a position. For this folder only.
///
/// Positions are points on the ellipsoid in metres from its centre, so that a bound on a box is a bound on the ground,
/// wherever on earth. Chords order the ground as geodesics do, to 1e-6 up to 250 km and nearly so beyond.
#pragma once

#include "gis/geometry/position.hpp"

#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

namespace merestone::overlay {

struct Point3 {
  double x = 0, y = 0, z = 0;
  Point3 operator+(const Point3& o) const { return {x + o.x, y + o.y, z + o.z}; }
  Point3 operator-(const Point3& o) const { return {x - o.x, y - o.y, z - o.z}; }
  Point3 operator*(double f) const { return {x * f, y * f, z * f}; }
  double dot(const Point3& o) const { return x * o.x + y * o.y + z * o.z; }
};

/// On the ellipsoid, from degrees × 1e9.
Point3 in_space(double lon, double lat);
inline Point3 in_space(Position p) { return in_space(static_cast<double>(p.lon), static_cast<double>(p.lat)); }

/// A piece of an edge at most `EdgeTree::longest` long, straight in longitude and latitude: from + t·way + 4t(1−t)·bow,
/// which is right at both ends and in the middle and to a fraction of a millimetre between.
struct Piece {
  Point3 from;
  Point3 way;
  Point3 bow;
  double sag = 0;  ///< no place of it is further from the chord
  std::uint32_t feature = 0;
};

/// Of a piece, in nanodegrees.
struct PieceEnds {
  double lon = 0, lat = 0, lon_to = 0, lat_to = 0;
};

class EdgeTree {
 public:
  static constexpr double longest = 2e7;  ///< nanodegrees

  /// Where a position is nearest to a piece.
  struct Found {
    static constexpr std::uint32_t none = 0xFFFFFFFFU;
    double squared = 0;  ///< of the chord, metres; as given to nearest() when none
    std::uint32_t feature = none;
    std::uint32_t piece = none;
    double along = 0;    ///< 0 to 1 of the piece
    bool better(const Found& other) const {
      return squared != other.squared ? squared < other.squared
                                      : feature != other.feature ? feature < other.feature : piece < other.piece;
    }
  };

  void add(Position from, Position to, std::uint32_t feature);
  void build(std::size_t features);

  /// Makes `best` the nearest of all pieces and itself; only of one feature's, when one is named.
  void nearest(const Point3& p, Found& best) const { descend_all(p, Found::none, best); }
  void nearest_of(std::uint32_t feature, const Point3& p, Found& best) const;
  void look_at(std::uint32_t piece, const Point3& p, Found& best) const;

  /// The nearest place of every feature within the chord `reach`, sorted by feature.
  void within(const Point3& p, double reach, std::vector<Found>& found) const;

  Position place(const Found& found) const;
  bool empty() const { return pieces_.empty(); }

 private:
  static constexpr std::size_t fan = 8;
  /// The boxes of up to eight nodes side by side, in metres from `centre_`.
  struct Boxes {
    float low[3][fan];
    float high[3][fan];
  };

  void descend_all(const Point3& p, std::uint32_t only, Found& best) const;
  void descend(std::size_t level, std::size_t group, const float (&at)[3], const Point3& p, std::uint32_t only, Found& best) const;
  void descend_within(std::size_t level, std::size_t group, const float (&at)[3], const Point3& p, double reach,
                      std::vector<Found>& found) const;
  void bounds(const Boxes& boxes, const float (&at)[3], float (&squared)[fan]) const;

  std::vector<Piece> pieces_;
  std::vector<PieceEnds> ends_;
  std::vector<std::size_t> first_of_;      ///< by feature, into of_feature_
  std::vector<std::uint32_t> of_feature_;  ///< pieces by feature
  Point3 centre_;
  std::vector<std::vector<Boxes>> levels_;
  std::vector<std::size_t> counts_;        ///< of boxes by level
};

}  // namespace merestone::overlay
