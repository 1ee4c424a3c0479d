// SPDX-License-Identifier: Apache-2.0
#include "gis/geometry/geos_bridge.hpp"

#include "gis/base/error.hpp"

#include <geos_c.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace merestone {
namespace {

/// GEOS of this thread. Its last words are kept for the error.
class Geos {
 public:
  static Geos& here() {
    thread_local Geos geos;
    return geos;
  }
  GEOSContextHandle_t handle() const { return handle_; }

  [[noreturn]] void refuse() const {
    throw Error{Fault::invalid, "GEOS: " + reason_, {{.rule = "geometry.not_computable", .facts = {{"reason", reason_}}}}};
  }

  Geos(const Geos&) = delete;
  Geos& operator=(const Geos&) = delete;

 private:
  Geos() : handle_{GEOS_init_r()} {
    GEOSContext_setErrorMessageHandler_r(
        handle_, [](const char* text, void* self) noexcept { static_cast<Geos*>(self)->note(text); }, this);
  }
  ~Geos() { GEOS_finish_r(handle_); }
  void note(const char* text) noexcept {
    try {
      reason_ = text;
    } catch (...) {  // no exception may cross into C
    }
  }

  GEOSContextHandle_t handle_;
  std::string reason_ = "unknown reason";
};

struct Release {
  void operator()(GEOSGeometry* geometry) const noexcept { GEOSGeom_destroy_r(Geos::here().handle(), geometry); }
  void operator()(GEOSCoordSequence* sequence) const noexcept { GEOSCoordSeq_destroy_r(Geos::here().handle(), sequence); }
  void operator()(char* text) const noexcept { GEOSFree_r(Geos::here().handle(), text); }
};
using Geometry = std::unique_ptr<GEOSGeometry, Release>;

Geometry checked(GEOSGeometry* geometry) {
  if (geometry == nullptr) Geos::here().refuse();
  return Geometry{geometry};
}

/// Nanodegrees fit a double exactly, so the grid of GEOS is 1.
GEOSCoordSequence* sequence_of(std::span<const Position> path, bool closed) {
  std::vector<double> pairs;
  pairs.reserve(2 * path.size() + 2);
  for (std::size_t i = 0; i < path.size() + (closed ? 1 : 0); ++i) {
    const Position p = path[i % path.size()];
    pairs.push_back(static_cast<double>(p.lon));
    pairs.push_back(static_cast<double>(p.lat));
  }
  GEOSCoordSequence* sequence =
      GEOSCoordSeq_copyFromBuffer_r(Geos::here().handle(), pairs.data(), static_cast<unsigned>(pairs.size() / 2), 0, 0);
  if (sequence == nullptr) Geos::here().refuse();
  return sequence;
}

Geometry to_geos(const Ring& ring) {
  if (ring.size() < 3) {
    throw Error{Fault::invalid, "ring has fewer than three corners", {{.rule = "geometry.ring_too_short"}}};
  }
  // Takes the sequence, also when it fails.
  return checked(GEOSGeom_createLinearRing_r(Geos::here().handle(), sequence_of(ring, true)));
}

std::vector<GEOSGeometry*> given_away(std::vector<Geometry>& owned) {
  std::vector<GEOSGeometry*> raw;
  for (Geometry& geometry : owned) raw.push_back(geometry.release());
  return raw;
}

Geometry to_geos(const Polygon& polygon) {
  Geometry outer = to_geos(polygon.outer);
  std::vector<Geometry> owned;
  for (const Ring& hole : polygon.holes) owned.push_back(to_geos(hole));
  std::vector<GEOSGeometry*> holes = given_away(owned);
  return checked(GEOSGeom_createPolygon_r(Geos::here().handle(), outer.release(), holes.data(),
                                          static_cast<unsigned>(holes.size())));
}

Geometry collection(int type, std::vector<Geometry> owned) {
  std::vector<GEOSGeometry*> parts = given_away(owned);
  return checked(GEOSGeom_createCollection_r(Geos::here().handle(), type, parts.data(), static_cast<unsigned>(parts.size())));
}

Geometry to_geos(const MultiPolygon& shape) {
  std::vector<Geometry> parts;
  for (const Polygon& polygon : shape) parts.push_back(to_geos(polygon));
  return collection(GEOS_MULTIPOLYGON, std::move(parts));
}

Ring from_geos(const GEOSGeometry* ring, bool counter_clockwise) {
  const GEOSContextHandle_t geos = Geos::here().handle();
  const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(geos, ring);
  unsigned count = 0;
  if (sequence == nullptr || !GEOSCoordSeq_getSize_r(geos, sequence, &count)) Geos::here().refuse();
  std::vector<double> pairs(2 * std::size_t{count});
  if (!GEOSCoordSeq_copyToBuffer_r(geos, sequence, pairs.data(), 0, 0)) Geos::here().refuse();
  Ring result;
  for (std::size_t i = 0; i + 1 < count; ++i) {
    const Position p{std::llround(pairs[2 * i]), std::llround(pairs[2 * i + 1])};
    if (result.empty() || result.back() != p) result.push_back(p);
  }
  if ((twice_area(result) > 0) != counter_clockwise) std::reverse(result.begin(), result.end());
  return result;
}

void collect(const GEOSGeometry* geometry, MultiPolygon& into) {
  const GEOSContextHandle_t geos = Geos::here().handle();
  const int type = GEOSGeomTypeId_r(geos, geometry);
  if (type == GEOS_POLYGON && GEOSisEmpty_r(geos, geometry) == 0) {
    Polygon polygon{from_geos(GEOSGetExteriorRing_r(geos, geometry), true), {}};
    for (int i = 0; i < GEOSGetNumInteriorRings_r(geos, geometry); ++i) {
      polygon.holes.push_back(from_geos(GEOSGetInteriorRingN_r(geos, geometry, i), false));
    }
    if (polygon.outer.size() >= 3) into.push_back(std::move(polygon));
  } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
    for (int i = 0; i < GEOSGetNumGeometries_r(geos, geometry); ++i) collect(GEOSGetGeometryN_r(geos, geometry, i), into);
  }
}

MultiPolygon from_geos(const Geometry& geometry) {
  MultiPolygon shape;
  collect(geometry.get(), shape);
  return shape;
}

}  // namespace

MultiPolygon union_of(std::span<const MultiPolygon> shapes) {
  std::vector<Geometry> parts;
  for (const MultiPolygon& shape : shapes) {
    for (const Polygon& polygon : shape) parts.push_back(to_geos(polygon));
  }
  const Geometry all = collection(GEOS_GEOMETRYCOLLECTION, std::move(parts));
  return from_geos(checked(GEOSUnaryUnionPrec_r(Geos::here().handle(), all.get(), 1)));
}

MultiPolygon intersection_of(const MultiPolygon& a, const MultiPolygon& b) {
  return from_geos(checked(GEOSIntersectionPrec_r(Geos::here().handle(), to_geos(a).get(), to_geos(b).get(), 1)));
}

MultiPolygon difference_of(const MultiPolygon& a, const MultiPolygon& b) {
  return from_geos(checked(GEOSDifferencePrec_r(Geos::here().handle(), to_geos(a).get(), to_geos(b).get(), 1)));
}

MultiPolygon grown_on_plane(const MultiPolygon& areas, std::span<const Polyline> lines, std::span<const Position> points,
                            double distance, int quarter) {
  const GEOSContextHandle_t geos = Geos::here().handle();
  std::vector<Geometry> parts;
  for (const Polygon& polygon : areas) parts.push_back(to_geos(polygon));
  for (const Polyline& line : lines) {
    if (line.size() > 1) parts.push_back(checked(GEOSGeom_createLineString_r(geos, sequence_of(line, false))));
  }
  for (const Position& point : points) {
    parts.push_back(checked(GEOSGeom_createPoint_r(geos, sequence_of(std::span{&point, 1}, false))));
  }
  const Geometry all = collection(GEOS_GEOMETRYCOLLECTION, std::move(parts));
  const Geometry grown = checked(GEOSBuffer_r(geos, all.get(), distance, quarter));
  return from_geos(checked(GEOSGeom_setPrecision_r(geos, grown.get(), 1, 0)));
}

std::optional<ShapeFault> shape_fault(const MultiPolygon& shape) {
  const GEOSContextHandle_t geos = Geos::here().handle();
  char* reason = nullptr;
  GEOSGeometry* place = nullptr;
  const char valid = GEOSisValidDetail_r(geos, to_geos(shape).get(), 0, &reason, &place);
  const std::unique_ptr<char, Release> held_reason{reason};
  const Geometry held_place{place};
  if (valid == 2) Geos::here().refuse();
  if (valid == 1) return {};
  ShapeFault fault{reason ? reason : "not valid", {}};
  double lon = 0;
  double lat = 0;
  if (place && GEOSGeomGetX_r(geos, place, &lon) == 1 && GEOSGeomGetY_r(geos, place, &lat) == 1) {
    fault.place = {std::llround(lon), std::llround(lat)};
  }
  return fault;
}

}  // namespace merestone
