// SPDX-License-Identifier: Apache-2.0
#include "data/store/geometry.hpp"

#include "data/db/refusal.hpp"

#include <cstring>

namespace merestone {
namespace {

// SpatiaLite: 00 01 <srid> <four doubles: box> 7C <type> <body> FE; a part of a collection starts with 69 where WKB
// has its byte order. EWKB: 01 <type with flag> <srid> <body>.
constexpr std::uint32_t wgs84 = 4326;
constexpr std::uint32_t has_srid = 0x20000000;
constexpr std::byte box_ends{0x7C}, entity_starts{0x69}, blob_ends{0xFE}, little_endian{1};
constexpr std::size_t blob_head = 39;  ///< up to the type
enum Type : std::uint32_t { polygon = 3, multi_polygon = 6 };

[[noreturn]] void refuse_bytes() { refuse(Fault::invalid, "geometry.not_wkb", "not a geometry of ours"); }

template <class T>
T get(std::span<const std::byte> bytes, std::size_t at) {
  if (bytes.size() < sizeof(T) || at > bytes.size() - sizeof(T)) {
    refuse(Fault::invalid, "geometry.truncated", "geometry ends too early");
  }
  T value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

template <class T>
void put(Bytes& bytes, T value) {
  const std::size_t at = bytes.size();
  bytes.resize(at + sizeof value);
  std::memcpy(bytes.data() + at, &value, sizeof value);
}

/// Sets the byte before each polygon of a multipolygon whose body starts at `at`.
void mark_parts(std::span<std::byte> bytes, std::size_t at, std::byte mark) {
  const auto parts = get<std::uint32_t>(bytes, at);
  at += 4;
  for (std::uint32_t p = 0; p < parts; ++p) {
    get<std::byte>(bytes, at);
    bytes[at] = mark;
    if (get<std::uint32_t>(bytes, at + 1) != polygon) refuse_bytes();
    const auto rings = get<std::uint32_t>(bytes, at + 5);
    at += 9;
    for (std::uint32_t r = 0; r < rings; ++r) at += 4 + 16 * std::size_t{get<std::uint32_t>(bytes, at)};
  }
}

Bytes stored(Engine engine, const Bytes& wkb, const Box& box) {
  Bytes bytes;
  const auto type = get<std::uint32_t>(wkb, 1);
  if (engine == Engine::postgis) {
    bytes.reserve(wkb.size() + 4);
    bytes.push_back(little_endian);
    put(bytes, type | has_srid);
    put(bytes, wgs84);
    bytes.insert(bytes.end(), wkb.begin() + 5, wkb.end());
    return bytes;
  }
  bytes.reserve(blob_head + wkb.size());
  bytes.push_back(std::byte{0});
  bytes.push_back(little_endian);
  put(bytes, wgs84);
  for (const std::int64_t side : {box.west, box.south, box.east, box.north}) put(bytes, degrees(side));
  bytes.push_back(box_ends);
  bytes.insert(bytes.end(), wkb.begin() + 1, wkb.end());
  if (type == multi_polygon) mark_parts(bytes, blob_head + 4, entity_starts);
  bytes.push_back(blob_ends);
  return bytes;
}

}  // namespace

Bytes to_stored(Engine engine, Position point) {
  Box box;
  box.add(point);
  return stored(engine, to_wkb(point), box);
}

Bytes to_stored(Engine engine, std::span<const Position> line) { return stored(engine, to_wkb(line), box_of(line)); }

Bytes to_stored(Engine engine, const MultiPolygon& shape) { return stored(engine, to_wkb(shape), box_of(shape)); }

Bytes from_stored(Engine engine, std::span<const std::byte> stored) {
  if (engine == Engine::postgis) {
    const auto flagged = get<std::uint32_t>(stored, 1);
    if (get<std::byte>(stored, 0) != little_endian || (flagged & has_srid) == 0) refuse_bytes();
    get<std::uint32_t>(stored, 5);
    Bytes wkb;
    wkb.reserve(stored.size());
    wkb.push_back(little_endian);
    put(wkb, flagged & ~has_srid);
    wkb.insert(wkb.end(), stored.begin() + 9, stored.end());
    return wkb;
  }
  if (get<std::byte>(stored, 1) != little_endian || get<std::byte>(stored, blob_head - 1) != box_ends ||
      stored.back() != blob_ends) {
    refuse_bytes();
  }
  const auto type = get<std::uint32_t>(stored, blob_head);
  Bytes wkb;
  wkb.reserve(stored.size() - blob_head);
  wkb.push_back(little_endian);
  wkb.insert(wkb.end(), stored.begin() + blob_head, stored.end() - 1);
  if (type == multi_polygon) mark_parts(wkb, 5, little_endian);
  return wkb;
}

}  // namespace merestone
