// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/exchange/layer_head.hpp"
#include "data/exchange/problems.hpp"
#include "data/exchange/shape.hpp"
#include "gis/geodesy/crs.hpp"

#include <optional>
#include <string>
#include <vector>

namespace merestone::exchange {

/// Brings the coordinates of one file to positions, and judges from all of them together whether they can be what
/// the file says they are. Where the file's datum is another, the way to ours is chosen by where the data lie: all
/// shapes are surveyed first, then placed.
class Ground {
 public:
  /// @throws Error invalid: import.missing_crs, crs.unknown, crs.not_horizontal
  Ground(const Reference& reference, const ReadOptions& options, const std::string& file, Problems& problems);

  const std::string& name() const { return name_; }

  /// Whether shapes may be placed: at once where the ordinates are our own longitudes and latitudes, else once settled.
  bool ready() const { return !crs_ || transform_; }
  /// Takes note of where a faultless shape lies.
  void survey(const Shape& shape);
  /// Chooses the way to WGS 84. Where none is known for the ground surveyed, reports what gis/geodesy refuses, as
  /// crs.ballpark (CR-03), and is not ready.
  void settle();

  /// Positions of a surveyed shape, one for each of its own. False when one of them lies off the globe or outside
  /// of what the system can express: told by conclude().
  bool place(std::size_t record, const Shape& shape, std::vector<Position>& positions);

  /// Reports import.swapped_axes or import.wrong_crs for the file as a whole, else import.off_globe for each record
  /// that was refused. Call once, after the last record.
  void conclude();

 private:
  struct Refused {
    std::size_t record;
    double x, y;
  };
  /// What all coordinates of the file say of their axes and system.
  AxisVerdict judge(const GroundTransform& transform) const;
  AxisVerdict judge_degrees() const;
  /// Where the surveyed ordinates lie, about.
  Box surveyed(const GroundTransform& transform) const;
  std::string box() const;

  const ReadOptions& options_;
  Problems& problems_;
  std::string name_;
  std::optional<Crs> crs_;                    ///< none: the ordinates are our own longitude and latitude
  std::optional<GroundTransform> transform_;  ///< with crs_, once settled
  std::vector<double> scratch_;
  std::vector<double> sample_;                ///< pairs as delivered, one for each of the first records
  std::vector<Refused> refused_;
  std::size_t seen_ = 0;
  double west_, east_, south_, north_;        ///< of the ordinates as delivered
  Box placed_;
};

}  // namespace merestone::exchange
