// SPDX-License-Identifier: Apache-2.0
#include "gis/geometry/wkb.hpp"

#include "gis/base/error.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace merestone {
namespace {

enum Type : std::uint32_t { point = 1, line_string = 2, polygon = 3, multi_polygon = 6 };

[[noreturn]] void refuse(const char* rule, const char* what) {
  throw Error{Fault::invalid, what, {{.rule = rule}}};
}

class Writer {
 public:
  void header(Type type) {
    bytes_.push_back(std::byte{1});
    put(static_cast<std::uint32_t>(type));
  }
  void count(std::size_t n) { put(static_cast<std::uint32_t>(n)); }
  void position(Position p) {
    put(degrees(p.lon));
    put(degrees(p.lat));
  }
  void closed(const Ring& ring) {
    count(ring.size() + 1);
    for (const Position p : ring) position(p);
    position(ring.front());
  }
  void reserve(std::size_t n) { bytes_.reserve(n); }
  Bytes take() { return std::move(bytes_); }

 private:
  template <class T>
  void put(T value) {
    static_assert(std::endian::native == std::endian::little);
    const auto at = bytes_.size();
    bytes_.resize(at + sizeof value);
    std::memcpy(bytes_.data() + at, &value, sizeof value);
  }
  Bytes bytes_;
};

class Reader {
 public:
  explicit Reader(std::span<const std::byte> bytes) : bytes_{bytes} {}

  /// Reads the byte order and the type; the SRID of EWKB is skipped.
  std::uint32_t header() {
    const auto order = get<std::uint8_t>();
    if (order > 1) refuse("geometry.not_wkb", "not well-known binary");
    swap_ = order == 0;
    std::uint32_t type = get<std::uint32_t>();
    ordinates_ = 2;
    if (type & 0x80000000U) ++ordinates_;
    if (type & 0x40000000U) ++ordinates_;
    if (type & 0x20000000U) get<std::uint32_t>();
    type &= 0x0FFFFFFFU;
    if (type >= 1000 && type < 4000) {
      ordinates_ += type / 1000 == 3 ? 2 : 1;
      type %= 1000;
    }
    return type;
  }

  std::size_t count(std::size_t bytes_each) {
    const std::size_t n = get<std::uint32_t>();
    if (n > (bytes_.size() - at_) / bytes_each) refuse("geometry.truncated", "geometry ends too early");
    return n;
  }

  Position position() {
    const double lon = get<double>();
    const double lat = get<double>();
    for (int i = 2; i < ordinates_; ++i) get<double>();
    return from_degrees(lon, lat);
  }

  std::size_t position_bytes() const { return 8U * static_cast<unsigned>(ordinates_); }

  Ring ring() {
    const std::size_t n = count(position_bytes());
    Ring ring(n);
    for (Position& p : ring) p = position();
    if (n == 0 || ring.front() != ring.back()) refuse("geometry.ring_not_closed", "ring is not closed");
    ring.pop_back();
    if (ring.size() < 3) refuse("geometry.ring_too_short", "ring has fewer than three corners");
    return ring;
  }

 private:
  template <class T>
  T get() {
    if (bytes_.size() - at_ < sizeof(T)) refuse("geometry.truncated", "geometry ends too early");
    std::byte raw[sizeof(T)];
    std::memcpy(raw, bytes_.data() + at_, sizeof(T));
    at_ += sizeof(T);
    if (swap_) std::reverse(raw, raw + sizeof(T));
    return std::bit_cast<T>(raw);
  }

  std::span<const std::byte> bytes_;
  std::size_t at_ = 0;
  int ordinates_ = 2;
  bool swap_ = false;
};

void turn(Ring& ring, bool counter_clockwise) {
  if ((twice_area(ring) > 0) != counter_clockwise) std::reverse(ring.begin() + 1, ring.end());
}

Polygon read_polygon(Reader& reader) {
  const std::size_t rings = reader.count(4);
  if (rings == 0) refuse("geometry.empty", "geometry is empty");
  Polygon polygon{reader.ring(), {}};
  turn(polygon.outer, true);
  for (std::size_t i = 1; i < rings; ++i) {
    polygon.holes.push_back(reader.ring());
    turn(polygon.holes.back(), false);
  }
  return polygon;
}

}  // namespace

Bytes to_wkb(Position p) {
  Writer writer;
  writer.header(point);
  writer.position(p);
  return writer.take();
}

Bytes to_wkb(std::span<const Position> line) {
  Writer writer;
  writer.reserve(9 + 16 * line.size());
  writer.header(line_string);
  writer.count(line.size());
  for (const Position p : line) writer.position(p);
  return writer.take();
}

Bytes to_wkb(const MultiPolygon& shape) {
  Writer writer;
  writer.header(multi_polygon);
  writer.count(shape.size());
  for (const Polygon& part : shape) {
    writer.header(polygon);
    writer.count(1 + part.holes.size());
    writer.closed(part.outer);
    for (const Ring& hole : part.holes) writer.closed(hole);
  }
  return writer.take();
}

Position point_from_wkb(std::span<const std::byte> wkb) {
  Reader reader{wkb};
  if (reader.header() != point) refuse("geometry.not_a_point", "not a point");
  return reader.position();
}

Polyline line_from_wkb(std::span<const std::byte> wkb) {
  Reader reader{wkb};
  if (reader.header() != line_string) refuse("geometry.not_a_line", "not a line");
  Polyline line(reader.count(reader.position_bytes()));
  for (Position& p : line) p = reader.position();
  if (line.size() < 2) refuse("geometry.empty", "line has fewer than two positions");
  return line;
}

MultiPolygon polygons_from_wkb(std::span<const std::byte> wkb) {
  Reader reader{wkb};
  const std::uint32_t type = reader.header();
  if (type == polygon) return {read_polygon(reader)};
  if (type != multi_polygon) refuse("geometry.not_a_polygon", "not a polygon");
  const std::size_t parts = reader.count(9);
  if (parts == 0) refuse("geometry.empty", "geometry is empty");
  MultiPolygon shape;
  for (std::size_t i = 0; i < parts; ++i) {
    if (reader.header() != polygon) refuse("geometry.not_a_polygon", "not a polygon");
    shape.push_back(read_polygon(reader));
  }
  return shape;
}

}  // namespace merestone
