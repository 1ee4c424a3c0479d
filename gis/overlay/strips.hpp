// SPDX-License-Identifier: Apache-2.0
/// The ground inside one square, told apart by unit and by the patches over it. For this folder only.
#pragma once

#include "gis/overlay/cells.hpp"
#include "gis/overlay/cell_tree.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace merestone::overlay {

/// An edge of a patch; the patch lies to its left.
struct PatchEdge {
  Edge edge;
  std::uint32_t rank = 0;  ///< dense, from 0
};

/// How many patches of each rank lie over a position.
using Counts = std::vector<std::int32_t>;
inline constexpr std::uint32_t uncovered = 0xFFFFFFFFU;
/// The highest rank that lies over it, or `uncovered`.
std::uint32_t highest(const Counts& counts) noexcept;

/// Square metres of unit `unit` under rank `rank`.
struct Share {
  UnitIndex unit;
  std::uint32_t rank;
  double area_m2;
};

/// Ground of a whole square on the ellipsoid.
double square_ground_m2(const Square& square);

/// Cuts a square into upright strips between all ends and crossings of edges, so that within a strip edges lie one
/// above the other, and walks each strip from south to north. Who holds the bottom of a strip is decided exactly;
/// what lies between edges too close to be told apart is left out, so that rounding never gives ground to a unit
/// that is not there. Shares of a square sum to its ground but for that. One per thread.
class Strips {
 public:
  /// Squares up to this size are measured to 1e-10.
  static constexpr std::int64_t largest = std::int64_t{1} << 27;

  /// @param unit, counts at the corner of `square`. The result holds until the next call; `nobody` and
  /// `uncovered` are left out.
  std::span<const Share> measure(const Square& square, UnitIndex unit, const Counts& counts, const CellTree& tree,
                                 std::span<const CellTree::Entry> borders, std::span<const PatchEdge* const> patches);

 private:
  /// An edge from west to east in nanodegrees from the middle of the square.
  struct Line {
    double x0, y0, x1, y1;
    double passes_bottom;      ///< where it passes the southern side; ±infinity when it does not inside
    bool rises;                ///< towards the east
    UnitIndex gain;            ///< of units, passed upwards
    std::int32_t count;        ///< of patches, passed upwards
    std::uint32_t rank;        ///< of the patch, or `uncovered` for a border
    double slope() const { return (y1 - y0) / (x1 - x0); }
    double at(double x) const { return y0 + (x - x0) * slope(); }
    bool above_bottom(double x) const { return rises ? x > passes_bottom : x < passes_bottom; }
  };
  struct Passing {
    double x;
    UnitIndex gain;
    std::int32_t count;
    std::uint32_t rank;
  };
  struct Active {
    double y;
    const Line* line;
  };

  void take(const Square& square, const Edge& edge, UnitIndex gain, std::int32_t count, std::uint32_t rank);
  void find_events();
  void find_crossings();
  void walk(double from, double to, UnitIndex unit);
  double ground(double y_from, double y_to) const;

  double half_ = 0;           ///< of the square, nanodegrees
  double slope_[3] = {};      ///< ground to the middle parallel, as a series in nanodegrees of latitude
  std::vector<Line> lines_;
  std::vector<Passing> bottom_;
  std::vector<double> events_;
  std::vector<Active> active_;
  Counts counts_;
  Counts walked_;
  std::vector<Share> shares_;
};

}  // namespace merestone::overlay
