// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tiles/archive/archive_writer.hpp"
#include "tiles/archive/aside.hpp"
#include "tiles/archive/pmtiles_format.hpp"

#include <unordered_map>

namespace merestone {

/// A PMTiles version 3 archive, clustered: tiles lie in the order of their numbers, equal ones are kept once
/// (found by a 128-bit hash and compared byte by byte).
class PmtilesWriter final : public ArchiveWriter {
 public:
  explicit PmtilesWriter(const std::string& path);
  void add(TileAddress address, std::string_view tile) override;
  void finish(const ArchiveFacts& facts) override;

 private:
  pmtiles::Section place_of(std::string_view tile);

  AsideFile archive_;
  AsideFile tiles_;  ///< their bytes, until the directories before them are known
  std::vector<pmtiles::Entry> entries_;
  std::unordered_multimap<std::uint64_t, std::pair<std::uint64_t, pmtiles::Section>> known_;  ///< by halves of the hash
  std::uint64_t addressed_ = 0, contents_ = 0;
};

}  // namespace merestone
