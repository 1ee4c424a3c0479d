// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/progress.hpp"
#include "gis/divisions/division.hpp"
#include "gis/geometry/area.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace merestone {

/// Bounds on what one file may cost. They hold in the reader's own process.
struct ReadLimits {
  std::uint64_t memory_mb = 0;        ///< of the reader; 0: what the file's size calls for
  std::uint64_t unpacked_mb = 4096;   ///< most that a packed file may become; nor more than a hundred times itself
  int seconds = 0;                    ///< of processor time; 0: what the file's size calls for
};

struct ReadOptions {
  std::string layer{};     ///< empty: the only one with shapes
  std::string encoding{};  ///< of the text, over what the file says: "GB18030"
  std::string crs{};       ///< over what the file says: "EPSG:4547"
  std::string operation{};               ///< the office's own datum parameters, see DatumChoice in gis/geodesy/crs.hpp
  double operation_accuracy_m = 0;     ///< that came with them
  bool accept_approximate_crs = false;  ///< an old datum without parameters is taken as it comes (CR-03)
  bool trust_axes = false;              ///< the office has looked: do not suspect swapped axes
  /// Our field → column of the file. Fields not given are looked for under the names they commonly have; a field
  /// given as "" is not looked for.
  std::map<std::string, std::string> columns{};
  Level level = 0;       ///< for records that do not say
  std::string kind{};      ///< for records that do not say
  std::string language{};  ///< for records that do not say, BCP 47
  Box extent{};            ///< where the ground is expected, if known: finds swapped axes
  ReadLimits limits{};
  std::string worker{};    ///< path of merestone-gdal; empty: beside this program
};

}  // namespace merestone
