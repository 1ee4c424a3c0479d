// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tiles/archive/archive_writer.hpp"
#include "tiles/archive/aside.hpp"

#include <cstdint>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace merestone {

/// An MBTiles 1.3 archive. Equal tiles are kept once: `tiles` is a view over `map` and `images`.
class MbtilesWriter final : public ArchiveWriter {
 public:
  explicit MbtilesWriter(const std::string& path);
  MbtilesWriter(const MbtilesWriter&) = delete;
  MbtilesWriter& operator=(const MbtilesWriter&) = delete;
  ~MbtilesWriter() override;
  void add(TileAddress address, std::string_view tile) override;
  void finish(const ArchiveFacts& facts) override;

 private:
  Error failure() const;
  void run(const char* sql);
  sqlite3_stmt* prepare(const char* sql);
  void step(sqlite3_stmt* statement);
  std::int64_t image_of(std::string_view tile);
  void close();

  std::string path_, aside_;
  sqlite3* database_ = nullptr;
  sqlite3_stmt* add_map_ = nullptr;
  sqlite3_stmt* add_image_ = nullptr;
  sqlite3_stmt* image_ = nullptr;
  std::unordered_multimap<std::uint64_t, std::pair<std::uint64_t, std::int64_t>> known_;  ///< by halves of the hash
  std::int64_t last_image_ = 0;
};

}  // namespace merestone
