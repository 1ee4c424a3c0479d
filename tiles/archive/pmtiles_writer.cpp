// SPDX-License-Identifier: Apache-2.0
#include "tiles/archive/pmtiles_writer.hpp"

#include "tiles/archive/gzip.hpp"

#include <xxhash.h>

#include <algorithm>
#include <stdexcept>

namespace merestone {
namespace {

constexpr std::size_t copy_size = std::size_t{1} << 20;
constexpr std::size_t entries_per_leaf = 4096;

struct Directories {
  std::string root;
  std::string leaves;
};

std::string packed(Gzip& gzip, const std::vector<pmtiles::Entry>& entries) {
  std::string bytes;
  gzip.pack(pmtiles::write_directory(entries), bytes);
  return bytes;
}

/// A root alone where it fits into the first bytes of the file, else leaves as few as make it fit.
Directories directories_of(const std::vector<pmtiles::Entry>& entries) {
  Gzip gzip{9};
  if (entries.size() <= 4 * entries_per_leaf) {
    std::string root = packed(gzip, entries);
    if (root.size() <= pmtiles::largest_root) return {std::move(root), {}};
  }
  for (std::size_t size = std::max(entries_per_leaf, entries.size() / 3500);; size += size / 4) {
    Directories found;
    std::vector<pmtiles::Entry> root;
    for (std::size_t first = 0; first < entries.size(); first += size) {
      const auto begin = entries.begin() + static_cast<std::ptrdiff_t>(first);
      const auto end = entries.begin() + static_cast<std::ptrdiff_t>(std::min(entries.size(), first + size));
      const std::string leaf = packed(gzip, {begin, end});
      root.push_back({begin->tile, found.leaves.size(), static_cast<std::uint32_t>(leaf.size()), 0});
      found.leaves += leaf;
    }
    found.root = packed(gzip, root);
    if (found.root.size() <= pmtiles::largest_root) return found;
  }
}

}  // namespace

PmtilesWriter::PmtilesWriter(const std::string& path) : archive_{path}, tiles_{path, ".tiles.part"} {}

pmtiles::Section PmtilesWriter::place_of(std::string_view tile) {
  const XXH128_hash_t hash = XXH3_128bits(tile.data(), tile.size());
  const auto [begin, end] = known_.equal_range(hash.low64);
  for (auto it = begin; it != end; ++it) {
    const auto& [high, place] = it->second;
    if (high == hash.high64 && place.length == tile.size() && tiles_.read(place.offset, tile.size()) == tile) return place;
  }
  const pmtiles::Section place{tiles_.size(), tile.size()};
  known_.emplace(hash.low64, std::pair{hash.high64, place});
  tiles_.append(tile);
  ++contents_;
  return place;
}

void PmtilesWriter::add(TileAddress address, std::string_view tile) {
  const std::uint64_t id = tile_id(address);
  if (tile.empty() || (!entries_.empty() && id < entries_.back().tile + entries_.back().run)) {
    throw std::logic_error{"tiles come in order and are not empty"};
  }
  const pmtiles::Section place = place_of(tile);
  ++addressed_;
  if (!entries_.empty()) {
    pmtiles::Entry& last = entries_.back();
    if (last.tile + last.run == id && last.offset == place.offset) {
      ++last.run;
      return;
    }
  }
  entries_.push_back({id, place.offset, static_cast<std::uint32_t>(place.length), 1});
}

void PmtilesWriter::finish(const ArchiveFacts& facts) {
  const Directories directories = directories_of(entries_);
  std::string metadata;
  Gzip{9}.pack(metadata_json(facts), metadata);
  pmtiles::Header header;
  header.root = {pmtiles::header_size, directories.root.size()};
  header.metadata = {header.root.offset + header.root.length, metadata.size()};
  header.leaves = {header.metadata.offset + header.metadata.length, directories.leaves.size()};
  header.tiles = {header.leaves.offset + header.leaves.length, tiles_.size()};
  header.addressed_tiles = addressed_;
  header.entries = entries_.size();
  header.contents = contents_;
  header.clustered = true;
  header.min_zoom = static_cast<std::uint8_t>(facts.min_zoom);
  header.max_zoom = static_cast<std::uint8_t>(facts.max_zoom);
  header.bounds = facts.bounds;
  archive_.append(pmtiles::write_header(header));
  archive_.append(directories.root);
  archive_.append(metadata);
  archive_.append(directories.leaves);
  for (std::uint64_t at = 0; at < tiles_.size(); at += copy_size) {
    archive_.append(tiles_.read(at, static_cast<std::size_t>(std::min<std::uint64_t>(copy_size, tiles_.size() - at))));
  }
  archive_.move_into_place();
}

}  // namespace merestone
