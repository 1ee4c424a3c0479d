// SPDX-License-Identifier: Apache-2.0
#include "tests/support/geojson_coverage.hpp"

#include <simdjson.h>
#include <zlib.h>

#include <algorithm>
#include <stdexcept>

namespace merestone::test {
namespace {

std::string read_all(const std::string& path) {
  gzFile file = gzopen(path.c_str(), "rb");
  if (!file) throw std::runtime_error{"cannot open " + path};
  std::string text;
  char buffer[1 << 16];
  for (int n = 0; (n = gzread(file, buffer, sizeof buffer)) > 0;) text.append(buffer, static_cast<std::size_t>(n));
  gzclose(file);
  return text;
}

Ring read_ring(simdjson::dom::array corners, bool outer) {
  Ring ring;
  for (const simdjson::dom::array corner : corners) ring.push_back(from_degrees(double(corner.at(0)), double(corner.at(1))));
  ring.pop_back();
  if ((twice_area(ring) > 0) != outer) std::reverse(ring.begin(), ring.end());
  return ring;
}

void read_polygon(simdjson::dom::array polygon, UnitIndex unit, RingSet& rings) {
  bool outer = true;
  for (const simdjson::dom::array ring : polygon) {
    rings.add(read_ring(ring, outer), unit);
    outer = false;
  }
}

}  // namespace

GeojsonCoverage read_geojson_coverage(const std::string& path, const std::vector<std::string>& properties) {
  const std::string text = read_all(path);
  simdjson::dom::parser parser;
  const simdjson::dom::element root = parser.parse(text);
  GeojsonCoverage result;
  for (const simdjson::dom::element feature : root["features"].get_array()) {
    const auto unit = static_cast<UnitIndex>(result.properties.size());
    auto& row = result.properties.emplace_back();
    for (const std::string& name : properties) row.emplace_back(std::string_view(feature["properties"][name]));
    const simdjson::dom::array shape = feature["geometry"]["coordinates"];
    if (std::string_view(feature["geometry"]["type"]) == "Polygon") {
      read_polygon(shape, unit, result.rings);
    } else {
      for (const simdjson::dom::array polygon : shape) read_polygon(polygon, unit, result.rings);
    }
  }
  return result;
}

}  // namespace merestone::test
