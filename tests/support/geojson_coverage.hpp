// SPDX-License-Identifier: Apache-2.0
/// Large coverages for benchmarks and optional tests, straight from GeoJSON without the product's own reader.
#pragma once

#include "gis/mesh/build.hpp"

#include <string>
#include <vector>

namespace merestone::test {

struct GeojsonCoverage {
  RingSet rings;  ///< units index `properties`
  /// Values of the properties asked for, one row per feature.
  std::vector<std::vector<std::string>> properties;
};

/// Reads a FeatureCollection of polygons, plain or gzipped.
GeojsonCoverage read_geojson_coverage(const std::string& path, const std::vector<std::string>& properties);

}  // namespace merestone::test
