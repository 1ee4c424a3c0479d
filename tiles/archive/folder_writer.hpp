// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tiles/archive/archive_writer.hpp"

#include <filesystem>

namespace merestone {

/// A folder {z}/{x}/{y}.mvt with gzipped tiles, and tiles.json beside them. An older folder is replaced only if it
/// is one of ours (has a tiles.json) or empty.
class FolderWriter final : public ArchiveWriter {
 public:
  explicit FolderWriter(const std::string& path);
  FolderWriter(const FolderWriter&) = delete;
  FolderWriter& operator=(const FolderWriter&) = delete;
  ~FolderWriter() override;
  void add(TileAddress address, std::string_view tile) override;
  void finish(const ArchiveFacts& facts) override;

 private:
  void write(const std::filesystem::path& path, std::string_view bytes) const;
  std::filesystem::path path_, aside_;
  bool moved_ = false;
};

}  // namespace merestone
