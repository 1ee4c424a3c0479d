// SPDX-License-Identifier: Apache-2.0
#include "tiles/archive/pmtiles_format.hpp"

#include "gis/base/error.hpp"

#include <protozero/buffer_string.hpp>
#include <protozero/varint.hpp>

#include <algorithm>
#include <limits>

namespace merestone::pmtiles {
namespace {

constexpr std::string_view magic = "PMTiles\x03";

Error broken(const std::string& what) { return {Fault::invalid, "PMTiles: " + what}; }

void put(std::string& out, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>(value >> (8 * i) & 0xFF));
}

std::uint64_t take(std::string_view bytes, std::size_t at, int count) {
  std::uint64_t value = 0;
  for (int i = 0; i < count; ++i) {
    value |= std::uint64_t{static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)])} << (8 * i);
  }
  return value;
}

/// Ten-millionths of a degree.
std::uint64_t e7(std::int64_t nanodegrees) { return static_cast<std::uint32_t>(static_cast<std::int32_t>(nanodegrees / 100)); }

std::int64_t from_e7(std::uint64_t value) { return std::int64_t{static_cast<std::int32_t>(value)} * 100; }

std::uint64_t varint(const char*& at, const char* end) {
  try {
    return protozero::decode_varint(&at, end);
  } catch (const protozero::exception&) {
    throw broken("a directory ends early");
  }
}

std::uint32_t varint32(const char*& at, const char* end) {
  const std::uint64_t value = varint(at, end);
  if (value > std::numeric_limits<std::uint32_t>::max()) throw broken("a number in a directory is too large");
  return static_cast<std::uint32_t>(value);
}

}  // namespace

std::string write_header(const Header& h) {
  std::string out{magic};
  for (const Section& section : {h.root, h.metadata, h.leaves, h.tiles}) {
    put(out, section.offset, 8);
    put(out, section.length, 8);
  }
  put(out, h.addressed_tiles, 8);
  put(out, h.entries, 8);
  put(out, h.contents, 8);
  put(out, h.clustered ? 1 : 0, 1);
  put(out, static_cast<std::uint8_t>(h.internal), 1);
  put(out, static_cast<std::uint8_t>(h.tile), 1);
  put(out, h.tile_type, 1);
  put(out, h.min_zoom, 1);
  put(out, h.max_zoom, 1);
  // Readers reject a box without area.
  const Box& b = h.bounds;
  const Box box = b.empty() ? Box{-antimeridian, -85'000'000'000, antimeridian, 85'000'000'000}
                            : Box{b.west, b.south, std::max(b.east, b.west + 100), std::max(b.north, b.south + 100)};
  for (const std::int64_t v : {box.west, box.south, box.east, box.north}) put(out, e7(v), 4);
  put(out, h.min_zoom, 1);
  put(out, e7(box.west + (box.east - box.west) / 2), 4);
  put(out, e7(box.south + (box.north - box.south) / 2), 4);
  return out;
}

Header read_header(std::string_view bytes) {
  if (bytes.size() < header_size || bytes.substr(0, magic.size()) != magic) throw broken("no version 3 header");
  Header h;
  std::size_t at = magic.size();
  for (Section* section : {&h.root, &h.metadata, &h.leaves, &h.tiles}) {
    section->offset = take(bytes, at, 8);
    section->length = take(bytes, at + 8, 8);
    at += 16;
  }
  h.addressed_tiles = take(bytes, 72, 8);
  h.entries = take(bytes, 80, 8);
  h.contents = take(bytes, 88, 8);
  h.clustered = bytes[96] == 1;
  h.internal = static_cast<Compression>(bytes[97]);
  h.tile = static_cast<Compression>(bytes[98]);
  h.tile_type = static_cast<std::uint8_t>(bytes[99]);
  h.min_zoom = static_cast<std::uint8_t>(bytes[100]);
  h.max_zoom = static_cast<std::uint8_t>(bytes[101]);
  h.bounds = {from_e7(take(bytes, 102, 4)), from_e7(take(bytes, 106, 4)), from_e7(take(bytes, 110, 4)),
              from_e7(take(bytes, 114, 4))};
  return h;
}

std::string write_directory(const std::vector<Entry>& entries) {
  std::string out;
  const auto add = [&](std::uint64_t value) { protozero::add_varint_to_buffer(&out, value); };
  add(entries.size());
  std::uint64_t last = 0;
  for (const Entry& entry : entries) {
    add(entry.tile - last);
    last = entry.tile;
  }
  for (const Entry& entry : entries) add(entry.run);
  for (const Entry& entry : entries) add(entry.length);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const bool follows = i > 0 && entries[i].offset == entries[i - 1].offset + entries[i - 1].length;
    add(follows ? 0 : entries[i].offset + 1);
  }
  return out;
}

std::vector<Entry> read_directory(std::string_view bytes) {
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  const std::uint64_t count = varint(at, end);
  if (count > bytes.size() / 4) throw broken("a directory counts more entries than it holds");
  std::vector<Entry> entries(count);
  std::uint64_t last = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t step = varint(at, end);
    if ((i > 0 && step == 0) || step > std::numeric_limits<std::uint64_t>::max() - last) throw broken("tiles out of order");
    entries[i].tile = last += step;
  }
  for (Entry& entry : entries) entry.run = varint32(at, end);
  for (Entry& entry : entries) {
    entry.length = varint32(at, end);
    if (entry.length == 0) throw broken("an empty tile");
  }
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t offset = varint(at, end);
    if (i == 0 && offset == 0) throw broken("the first offset follows nothing");
    entries[i].offset = offset > 0 ? offset - 1 : entries[i - 1].offset + entries[i - 1].length;
    if (entries[i].offset > std::numeric_limits<std::uint64_t>::max() / 2) throw broken("an offset is too large");
  }
  for (std::size_t i = 1; i < count; ++i) {
    if (entries[i - 1].tile + entries[i - 1].run > entries[i].tile) throw broken("runs of tiles overlap");
  }
  return entries;
}

}  // namespace merestone::pmtiles
