// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/worker/geojson_shape.hpp"

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace merestone::worker {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;

enum : std::uint32_t { point = 1, line = 2, polygon = 3, multi_point = 4, multi_line = 5, multi_polygon = 6, collection = 7 };

struct Named {
  std::string_view name;
  std::uint32_t type;
};
constexpr std::array types{Named{"Point", 1},           Named{"LineString", 2},   Named{"Polygon", 3},
                           Named{"MultiPoint", 4},      Named{"MultiLineString", 5}, Named{"MultiPolygon", 6},
                           Named{"GeometryCollection", 7}};

class Writer {
 public:
  explicit Writer(std::vector<std::byte>& wkb) : wkb_{wkb} {}

  void header(std::uint32_t type) {
    wkb_.push_back(std::byte{1});
    put(type);
  }

  bool write_point(array position) {
    header(point);
    return write_position(position);
  }

  bool write_line(array positions) {
    header(line);
    return write_all(positions, [&](array position) { return write_position(position); });
  }

  bool write_polygon(array rings) {
    header(polygon);
    return write_all(rings, [&](array ring) {
      return write_all(ring, [&](array position) { return write_position(position); });
    });
  }

  bool write_many(array parts, std::uint32_t type) {
    header(type);
    return write_all(parts, [&](array part) {
      return type == multi_point ? write_point(part) : type == multi_line ? write_line(part) : write_polygon(part);
    });
  }

 private:
  template <class Each>
  bool write_all(array items, const Each& each) {
    const std::size_t at = wkb_.size();
    put(std::uint32_t{0});
    std::uint32_t count = 0;
    for (const element item : items) {
      array inner;
      if (item.get(inner) != simdjson::SUCCESS || !each(inner)) return false;
      ++count;
    }
    std::memcpy(wkb_.data() + at, &count, sizeof count);
    return true;
  }

  bool write_position(array position) {
    std::size_t ordinates = 0;
    for (const element ordinate : position) {
      double value = 0;
      if (ordinate.get(value) != simdjson::SUCCESS) return false;
      if (++ordinates <= 2) put(value);  // heights are of no use here
    }
    return ordinates >= 2;
  }

  template <class T>
  void put(T value) {
    const std::size_t at = wkb_.size();
    wkb_.resize(at + sizeof value);
    std::memcpy(wkb_.data() + at, &value, sizeof value);
  }

  std::vector<std::byte>& wkb_;
};

bool write(element geometry, std::vector<std::byte>& wkb) {
  std::string_view name;
  if (geometry["type"].get(name) != simdjson::SUCCESS) return false;
  std::uint32_t type = 0;
  for (const Named& named : types) {
    if (named.name == name) type = named.type;
  }
  if (type == 0) return false;
  Writer writer{wkb};
  if (type == collection) {
    writer.header(type);
    return true;
  }
  array coordinates;
  if (geometry["coordinates"].get(coordinates) != simdjson::SUCCESS) return false;
  if (type == line) return writer.write_line(coordinates);
  if (type == polygon) return writer.write_polygon(coordinates);
  if (type != point) return writer.write_many(coordinates, type);
  if (coordinates.size() != 0) return writer.write_point(coordinates);
  writer.header(multi_point);  // an empty point, for which WKB has no form of its own
  wkb.resize(wkb.size() + sizeof(std::uint32_t));
  return true;
}

}  // namespace

void to_wkb(element geometry, std::vector<std::byte>& wkb) {
  wkb.clear();
  if (!write(geometry, wkb)) wkb.clear();
}

}  // namespace merestone::worker
