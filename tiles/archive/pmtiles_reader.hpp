// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tiles/archive/address.hpp"
#include "tiles/archive/pmtiles_format.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <shared_mutex>
#include <string>
#include <vector>

namespace merestone {

/// Tiles out of a PMTiles file. The file may come from anywhere: every offset, length and count is checked, and
/// memory is bounded. Safe from several threads. A file that is replaced by renaming stays readable as it was.
class PmtilesReader {
 public:
  /// @throws Error missing when there is no file, invalid when it is not PMTiles 3 with gzipped or plain
  /// directories, unavailable when it cannot be read
  explicit PmtilesReader(const std::string& path);
  PmtilesReader(const PmtilesReader&) = delete;
  PmtilesReader& operator=(const PmtilesReader&) = delete;
  ~PmtilesReader();

  /// The bytes as kept, mostly gzip; nothing where the archive has no such tile.
  std::optional<std::string> tile(TileAddress address) const;

  const pmtiles::Header& header() const { return header_; }
  bool gzipped() const { return header_.tile == pmtiles::Compression::gzip; }
  std::string metadata() const;  ///< JSON

 private:
  using Directory = std::vector<pmtiles::Entry>;

  std::string read(const pmtiles::Section& whole, std::uint64_t offset, std::uint64_t length) const;
  std::string unpacked(std::string bytes) const;
  std::optional<pmtiles::Entry> find_in_leaf(std::uint64_t tile, const pmtiles::Entry& leaf) const;

  std::string path_;
  int file_ = -1;
  std::uint64_t size_ = 0;
  pmtiles::Header header_;
  Directory root_;
  mutable std::shared_mutex guard_;
  mutable std::map<std::uint64_t, Directory> leaves_;  ///< by offset
  mutable std::size_t leaf_entries_ = 0;
};

}  // namespace merestone
