// SPDX-License-Identifier: Apache-2.0
/// Coordinate reference systems, and the way from their coordinates to the ground and back (domain.md §7).
#pragma once

#include "gis/base/finding.hpp"
#include "gis/geometry/area.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// A coordinate reference system with a horizontal part that PROJ understands.
struct Crs {
  std::string definition;  ///< what it was read from
  std::string name;        ///< "CGCS2000 / 3-degree Gauss-Kruger zone 39"
  std::string code;        ///< "EPSG:4527"; empty when it has none
  std::string datum;       ///< "China 2000"
  bool geographic = false;
  bool northing_first = false;  ///< the authority lists latitude or northing first
  std::optional<Box> area_of_use{};

  /// Reads "EPSG:4527", a bare EPSG number, an OGC URN or URL, WKT 1 and 2 (also Esri's), PROJJSON, or a PROJ
  /// string. Never by name and never by a file. @throws Error{Fault::invalid}: crs.unknown, crs.not_horizontal.
  static Crs parse(std::string_view text);
};

enum class AxisOrder {
  gis,        ///< easting or longitude first, as GIS files are read; the usual case
  authority,  ///< as the authority defines it: EPSG:4326 is latitude first, Gauss-Krüger is northing first
};

/// What the office decides where the datum of a system is not that of WGS 84 (CR-03).
struct DatumChoice {
  /// Where the data lie, about. Operations that are good only in a part of the system's area are taken when
  /// they cover this box; without it they must cover the whole area of use.
  std::optional<Box> area{};
  /// The office's own parameters: "+proj=helmert +x=… +convention=position_vector", or a "+proj=pipeline …"
  /// from longitude and latitude in degrees on the system's datum to the same on WGS 84. Grids by name only.
  std::string operation{};
  double operation_accuracy_m = 0;  ///< RMSE that came with the parameters; 0 when not known
  /// Acknowledges that no parameters are known: the datums are taken for the same.
  bool approximate = false;
  double approximate_accuracy_m = 100;  ///< recorded with the result
};

/// To WGS 84 longitude and latitude and back. One per thread.
class GroundTransform {
 public:
  /// Chooses the most accurate known operation; what it is, is in operation() and accuracy_m().
  /// CGCS2000 is taken for WGS 84, with a note that its epoch is 2000.0 (CR-04).
  /// @throws Error{Fault::invalid}: crs.ballpark when only a guess is possible and `choice` does not say what to
  /// do; when the office's parameters cannot be read, leave the globe or move the ground by more than 5 km: crs.unreadable_operation,
  /// crs.operation_off_globe, crs.bad_operation.
  explicit GroundTransform(const Crs& crs, const DatumChoice& choice = {}, AxisOrder order = AxisOrder::gis);
  GroundTransform(GroundTransform&&) noexcept;
  GroundTransform& operator=(GroundTransform&&) noexcept;
  ~GroundTransform();

  /// Pairs of coordinates in place to pairs longitude, latitude; NaN where that is not possible.
  void to_degrees(std::span<double> pairs) const;
  /// @throws Error{Fault::invalid} crs.outside, naming the coordinates.
  Position to_position(double first, double second) const;
  /// The coordinates of a position, first and second in the order asked for.
  std::pair<double, double> from_position(Position p) const;

  const std::string& operation() const;  ///< "Inverse of Lambert-93, then RGF93 v1 to WGS 84 (1)"
  double accuracy_m() const;             ///< of the datum step; 0 when there is none, negative when not known
  const std::vector<Finding>& notes() const;  ///< crs.epoch, crs.approximate

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// Whether the two columns of a table are exchanged (CR-02), judged by where most of them come to lie.
enum class AxisVerdict { as_given, swapped, neither };
AxisVerdict judge_axes(std::span<const double> pairs, const GroundTransform& transform, const Box& expected);

}  // namespace merestone
