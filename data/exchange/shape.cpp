// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/shape.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <cstring>

namespace merestone::exchange {
namespace {

enum : std::uint32_t { point = 1, line_string = 2, polygon = 3, multi_point = 4, multi_line_string = 5, multi_polygon = 6 };

const char* type_name(std::uint32_t type) {
  constexpr std::array names{"unknown geometry", "Point",           "LineString",   "Polygon",      "MultiPoint",
                             "MultiLineString",  "MultiPolygon",    "GeometryCollection", "CircularString",
                             "CompoundCurve",    "CurvePolygon",    "MultiCurve",   "MultiSurface", "Curve",
                             "Surface",          "PolyhedralSurface", "TIN",        "Triangle"};
  return type < names.size() ? names[type] : names[0];
}

struct Header {
  std::uint32_t type = 0;
  std::size_t ordinates = 2;
};

class Walk {
 public:
  Walk(std::span<const std::byte> bytes, Shape& shape) : rest_{bytes}, shape_{shape} {}

  bool header(Header& header) {
    if (rest_.size() < 5) return stop(ShapeFault::damaged);
    const auto order = std::to_integer<unsigned>(rest_[0]);
    if (order > 1) return stop(ShapeFault::damaged);
    swap_ = order == 0;
    rest_ = rest_.subspan(1);
    std::uint32_t type = 0;
    if (!number(type)) return false;
    header.ordinates = 2 + (type >> 31) + (type >> 30 & 1);
    if (std::uint32_t reference = 0; (type & 0x20000000U) != 0 && !number(reference)) return false;
    type &= 0x0FFFFFFFU;
    if (type >= 1000 && type < 4000) {
      header.ordinates += type / 1000 == 3 ? 2 : 1;
      type %= 1000;
    }
    header.type = type;
    return true;
  }

  /// A count of things that take at least `least` bytes each.
  bool count(std::size_t least, std::uint32_t& n) {
    if (!number(n)) return false;
    return n <= rest_.size() / least || stop(ShapeFault::damaged);
  }

  bool read_point(const Header& header) {
    double xy[2];
    if (!position(header, xy)) return false;
    if (std::isnan(xy[0]) && std::isnan(xy[1])) return stop(ShapeFault::empty);
    shape_.parts.push_back({0, false});
    return keep(xy);
  }

  bool read_line(const Header& header) {
    std::uint32_t n = 0;
    if (!count(8 * header.ordinates, n)) return false;
    if (n == 0) return stop(ShapeFault::empty);
    shape_.parts.push_back({static_cast<std::uint32_t>(shape_.xy.size() / 2), false});
    const std::size_t first = shape_.xy.size();
    for (std::uint32_t i = 0; i < n; ++i) {
      double xy[2];
      if (!position(header, xy)) return false;
      const std::size_t last = shape_.xy.size();
      if (last > first && xy[0] == shape_.xy[last - 2] && xy[1] == shape_.xy[last - 1]) continue;
      if (!keep(xy)) return false;
    }
    return shape_.xy.size() - first >= 4 || stop(ShapeFault::ring_too_short);
  }

  bool read_polygon(const Header& header) {
    std::uint32_t rings = 0;
    if (!count(4, rings)) return false;
    for (std::uint32_t i = 0; i < rings; ++i) {
      if (!read_ring(header, i > 0)) return false;
    }
    return true;
  }

  bool stop(ShapeFault fault) {
    shape_.fault = fault;
    shape_.fault_at = shape_.xy.size() >= 2 ? shape_.xy.size() - 2 : 0;
    return false;
  }

 private:
  bool number(std::uint32_t& value) {
    if (rest_.size() < sizeof value) return stop(ShapeFault::damaged);
    std::memcpy(&value, rest_.data(), sizeof value);
    if (swap_) value = __builtin_bswap32(value);
    rest_ = rest_.subspan(sizeof value);
    return true;
  }

  bool position(const Header& header, double (&xy)[2]) {
    if (rest_.size() < 8 * header.ordinates) return stop(ShapeFault::damaged);
    for (std::size_t i = 0; i < 2; ++i) {
      std::uint64_t raw = 0;
      std::memcpy(&raw, rest_.data() + 8 * i, sizeof raw);
      xy[i] = std::bit_cast<double>(swap_ ? __builtin_bswap64(raw) : raw);
    }
    rest_ = rest_.subspan(8 * header.ordinates);
    return true;
  }

  bool keep(const double (&xy)[2]) {
    shape_.xy.push_back(xy[0]);
    shape_.xy.push_back(xy[1]);
    return (std::isfinite(xy[0]) && std::isfinite(xy[1])) || stop(ShapeFault::not_a_number);
  }

  bool read_ring(const Header& header, bool hole) {
    std::uint32_t n = 0;
    if (!count(8 * header.ordinates, n)) return false;
    if (n == 0) return hole || stop(ShapeFault::empty);
    const std::size_t first = shape_.xy.size();
    shape_.parts.push_back({static_cast<std::uint32_t>(first / 2), hole});
    for (std::uint32_t i = 0; i < n; ++i) {
      double xy[2];
      if (!position(header, xy)) return false;
      const std::size_t last = shape_.xy.size();
      if (last > first && xy[0] == shape_.xy[last - 2] && xy[1] == shape_.xy[last - 1]) continue;
      if (!keep(xy)) return false;
    }
    const std::size_t last = shape_.xy.size();
    const bool closed = shape_.xy[first] == shape_.xy[last - 2] && shape_.xy[first + 1] == shape_.xy[last - 1];
    if (!closed) return stop(ShapeFault::ring_not_closed);
    if (last - first < 8) return stop(ShapeFault::ring_too_short);
    shape_.xy.resize(last - 2);
    return true;
  }

  std::span<const std::byte> rest_;
  Shape& shape_;
  bool swap_ = false;
};

}  // namespace

namespace {

/// What kind of geometry is wanted when anything is: the one that is there.
Wanted wanted_for(std::uint32_t type, Wanted wanted) {
  if (wanted != Wanted::any) return wanted;
  if (type == point || type == multi_point) return Wanted::point;
  return type == line_string || type == multi_line_string ? Wanted::lines : Wanted::polygons;
}

}  // namespace

void read_shape(std::span<const std::byte> wkb, Wanted asked, Shape& shape) {
  shape.xy.clear();
  shape.parts.clear();
  shape.fault = ShapeFault::none;
  shape.fault_at = 0;
  Walk walk{wkb, shape};
  Header header;
  if (!walk.header(header)) return;
  shape.type = type_name(header.type);
  const Wanted wanted = wanted_for(header.type, asked);
  const bool is_line = wanted == Wanted::lines || (wanted == Wanted::line_or_polygons &&
                                                   (header.type == line_string || header.type == multi_line_string));
  const auto one = wanted == Wanted::point ? point : is_line ? line_string : polygon;
  const auto many = wanted == Wanted::point ? multi_point : is_line ? multi_line_string : multi_polygon;
  const auto read_one = [&](const Header& of) {
    return wanted == Wanted::point ? walk.read_point(of) : is_line ? walk.read_line(of) : walk.read_polygon(of);
  };
  if (header.type == one) {
    if (!read_one(header)) return;
  } else if (header.type == many) {
    std::uint32_t parts = 0;
    if (!walk.count(5, parts)) return;
    const bool single = wanted == Wanted::line_or_polygons && is_line;
    if (single && parts > 1) {
      walk.stop(ShapeFault::wrong_type);
      return;
    }
    for (std::uint32_t i = 0; i < parts; ++i) {
      Header part;
      if (!walk.header(part)) return;
      if (part.type != one) {
        walk.stop(ShapeFault::damaged);
        return;
      }
      if (!read_one(part)) return;
    }
  } else {
    walk.stop(ShapeFault::wrong_type);
    return;
  }
  if (shape.parts.empty()) walk.stop(ShapeFault::empty);
}

}  // namespace merestone::exchange
