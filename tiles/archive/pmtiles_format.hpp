// SPDX-License-Identifier: Apache-2.0
/// PMTiles version 3: the parts that writer and reader share.
#pragma once

#include "gis/geometry/area.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace merestone::pmtiles {

inline constexpr std::size_t header_size = 127;
/// Header and root directory together must come with the first 16 KiB of the file.
inline constexpr std::size_t largest_root = 16384 - header_size;

struct Section {
  std::uint64_t offset = 0;
  std::uint64_t length = 0;
};

enum class Compression : std::uint8_t { unknown = 0, none = 1, gzip = 2, brotli = 3, zstd = 4 };

struct Header {
  Section root, metadata, leaves, tiles;
  std::uint64_t addressed_tiles = 0, entries = 0, contents = 0;
  bool clustered = false;
  Compression internal = Compression::gzip;
  Compression tile = Compression::gzip;
  std::uint8_t tile_type = 1;  ///< 1 is a Mapbox vector tile
  std::uint8_t min_zoom = 0, max_zoom = 0;
  Box bounds;
};

/// A run of tiles with the same content; `run` 0 points to a leaf directory instead.
struct Entry {
  std::uint64_t tile = 0;
  std::uint64_t offset = 0;
  std::uint32_t length = 0;
  std::uint32_t run = 1;
};

std::string write_header(const Header& header);
/// @throws Error{Fault::invalid} for anything but a version 3 header
Header read_header(std::string_view bytes);

/// Not compressed.
std::string write_directory(const std::vector<Entry>& entries);
/// @throws Error{Fault::invalid} for broken bytes, disorder, empty contents
std::vector<Entry> read_directory(std::string_view bytes);

}  // namespace merestone::pmtiles
