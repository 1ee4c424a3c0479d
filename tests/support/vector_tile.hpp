// SPDX-License-Identifier: Apache-2.0
/// Reads Mapbox Vector Tiles 2.1 with none of the product's own code, so that a test sees what a map would see.
#pragma once

#include "gis/geometry/area.hpp"

#include <protozero/pbf_reader.hpp>

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace merestone::test {

struct TileFeature {
  int type = 0;                              ///< 1 point, 2 line, 3 polygon
  std::map<std::string, std::string> values;
  MultiPolygon shape;                        ///< tile units as positions, y downwards as it stands in the tile
  std::vector<std::vector<Position>> paths;  ///< points and lines
};

struct TileLayer {
  std::int64_t extent = 4096;
  std::vector<TileFeature> features;
};

namespace detail {

inline std::string value_text(protozero::data_view bytes) {
  protozero::pbf_reader value{bytes};
  value.next();
  switch (value.tag()) {
    case 1: return value.get_string();
    case 2: return std::to_string(value.get_float());
    case 3: return std::to_string(value.get_double());
    case 4: return std::to_string(value.get_int64());
    case 5: return std::to_string(value.get_uint64());
    case 6: return std::to_string(value.get_sint64());
    case 7: return value.get_bool() ? "true" : "false";
    default: throw std::runtime_error{"a value of no known type"};
  }
}

template <class Range>
void read_geometry(const Range& numbers, TileFeature& feature) {
  std::int64_t x = 0, y = 0;
  std::vector<Position> path;
  const auto close = [&](bool ring) {
    if (path.empty()) return;
    if (!ring) {
      feature.paths.push_back(path);
    } else if (twice_area(path) > 0) {
      feature.shape.push_back({path, {}});
    } else if (feature.shape.empty() || twice_area(path) == 0) {
      throw std::runtime_error{"a ring without area, or a hole before its polygon"};
    } else {
      feature.shape.back().holes.push_back(path);
    }
    path.clear();
  };
  for (auto at = numbers.begin(); at != numbers.end();) {
    const std::uint32_t command = *at++;
    if ((command & 7) == 7) {
      close(true);
      continue;
    }
    for (std::uint32_t n = command >> 3; n > 0; --n) {
      x += protozero::decode_zigzag32(*at++);
      y += protozero::decode_zigzag32(*at++);
      if ((command & 7) == 1) close(false);
      path.push_back({x, y});
    }
  }
  close(false);
}

}  // namespace detail

/// @param bytes not compressed
inline std::map<std::string, TileLayer> read_vector_tile(const std::string& bytes) {
  std::map<std::string, TileLayer> layers;
  protozero::pbf_reader tile{bytes};
  while (tile.next(3)) {
    protozero::pbf_reader message{tile.get_message()};
    std::string name;
    TileLayer layer;
    std::vector<std::string> keys, values;
    std::vector<protozero::data_view> features;
    while (message.next()) {
      switch (message.tag()) {
        case 1: name = message.get_string(); break;
        case 2: features.push_back(message.get_view()); break;
        case 3: keys.push_back(message.get_string()); break;
        case 4: values.push_back(detail::value_text(message.get_view())); break;
        case 5: layer.extent = message.get_uint32(); break;
        default: message.skip();
      }
    }
    for (const auto& view : features) {
      protozero::pbf_reader part{view};
      TileFeature& feature = layer.features.emplace_back();
      while (part.next()) {
        if (part.tag() == 2) {
          const auto tags = part.get_packed_uint32();
          for (auto tag = tags.begin(); tag != tags.end();) {
            const std::string& key = keys.at(*tag++);
            feature.values[key] = values.at(*tag++);
          }
        } else if (part.tag() == 3) {
          feature.type = part.get_enum();
        } else if (part.tag() == 4) {
          detail::read_geometry(part.get_packed_uint32(), feature);
        } else {
          part.skip();
        }
      }
    }
    if (!layers.emplace(name, std::move(layer)).second) throw std::runtime_error{"a layer stands twice"};
  }
  return layers;
}

}  // namespace merestone::test
