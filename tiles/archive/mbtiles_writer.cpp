// SPDX-License-Identifier: Apache-2.0
#include "tiles/archive/mbtiles_writer.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>
#include <xxhash.h>

#include <cstdio>

namespace merestone {
namespace {

constexpr const char* schema = R"(
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA application_id = 0x4d504258;
BEGIN;
CREATE TABLE metadata (name TEXT NOT NULL, value TEXT NOT NULL);
CREATE UNIQUE INDEX metadata_name ON metadata (name);
CREATE TABLE images (tile_id INTEGER PRIMARY KEY, tile_data BLOB NOT NULL);
CREATE TABLE map (
  zoom_level INTEGER NOT NULL, tile_column INTEGER NOT NULL, tile_row INTEGER NOT NULL, tile_id INTEGER NOT NULL,
  PRIMARY KEY (zoom_level, tile_column, tile_row)) WITHOUT ROWID;
CREATE VIEW tiles AS
  SELECT zoom_level, tile_column, tile_row, tile_data FROM map JOIN images USING (tile_id);
)";

std::string degrees_list(const Box& b) {
  char text[128];
  std::snprintf(text, sizeof text, "%.7f,%.7f,%.7f,%.7f", degrees(b.west), degrees(b.south), degrees(b.east),
                degrees(b.north));
  return text;
}

int length_of(std::string_view text) { return static_cast<int>(text.size()); }

}  // namespace

MbtilesWriter::MbtilesWriter(const std::string& path) : path_{path}, aside_{path + ".part"} {
  ::unlink(aside_.c_str());
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  if (sqlite3_open_v2(aside_.c_str(), &database_, flags, nullptr) != SQLITE_OK) {
    const Error error = failure();
    close();
    throw error;
  }
  try {
    run(schema);
    add_map_ = prepare("INSERT INTO map VALUES (?1, ?2, ?3, ?4)");
    add_image_ = prepare("INSERT INTO images VALUES (?1, ?2)");
    image_ = prepare("SELECT tile_data FROM images WHERE tile_id = ?1");
  } catch (...) {
    close();
    throw;
  }
}

MbtilesWriter::~MbtilesWriter() { close(); }

void MbtilesWriter::close() {
  if (database_ == nullptr) return;
  for (sqlite3_stmt* statement : {add_map_, add_image_, image_}) sqlite3_finalize(statement);
  sqlite3_close(database_);
  database_ = nullptr;
  ::unlink(aside_.c_str());
}

Error MbtilesWriter::failure() const {
  const std::string reason = sqlite3_errmsg(database_);
  return {Fault::unavailable, path_ + ": " + reason,
          {{.rule = "archive.disk", .subject = {.file = path_, .record = {}, .field = {}}, .facts = {{"reason", reason}}}}};
}

void MbtilesWriter::run(const char* sql) {
  if (sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) throw failure();
}

sqlite3_stmt* MbtilesWriter::prepare(const char* sql) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database_, sql, -1, &statement, nullptr) != SQLITE_OK) throw failure();
  return statement;
}

void MbtilesWriter::step(sqlite3_stmt* statement) {
  const int result = sqlite3_step(statement);
  sqlite3_reset(statement);
  if (result != SQLITE_DONE) throw failure();
}

std::int64_t MbtilesWriter::image_of(std::string_view tile) {
  const XXH128_hash_t hash = XXH3_128bits(tile.data(), tile.size());
  const auto [begin, end] = known_.equal_range(hash.low64);
  for (auto it = begin; it != end; ++it) {
    const auto [high, id] = it->second;
    if (high != hash.high64) continue;
    sqlite3_bind_int64(image_, 1, id);
    if (sqlite3_step(image_) != SQLITE_ROW) throw failure();
    const std::string_view old{static_cast<const char*>(sqlite3_column_blob(image_, 0)),
                               static_cast<std::size_t>(sqlite3_column_bytes(image_, 0))};
    const bool same = old == tile;
    sqlite3_reset(image_);
    if (same) return id;
  }
  ++last_image_;
  sqlite3_bind_int64(add_image_, 1, last_image_);
  sqlite3_bind_blob(add_image_, 2, tile.data(), length_of(tile), SQLITE_STATIC);
  step(add_image_);
  known_.emplace(hash.low64, std::pair{hash.high64, last_image_});
  return last_image_;
}

void MbtilesWriter::add(TileAddress address, std::string_view tile) {
  const std::int64_t image = image_of(tile);
  sqlite3_bind_int(add_map_, 1, address.zoom);
  sqlite3_bind_int64(add_map_, 2, address.x);
  sqlite3_bind_int64(add_map_, 3, (std::int64_t{1} << address.zoom) - 1 - address.y);  // rows count from the south
  sqlite3_bind_int64(add_map_, 4, image);
  step(add_map_);
}

void MbtilesWriter::finish(const ArchiveFacts& facts) {
  const std::pair<const char*, std::string> rows[] = {{"name", facts.name.empty() ? "tiles" : facts.name},
                                                      {"format", "pbf"},
                                                      {"type", "overlay"},
                                                      {"version", "1"},
                                                      {"description", facts.description},
                                                      {"attribution", facts.attribution},
                                                      {"minzoom", std::to_string(facts.min_zoom)},
                                                      {"maxzoom", std::to_string(facts.max_zoom)},
                                                      {"bounds", facts.bounds.empty() ? "" : degrees_list(facts.bounds)},
                                                      {"json", metadata_json(facts)}};
  sqlite3_stmt* add = prepare("INSERT INTO metadata VALUES (?1, ?2)");
  for (const auto& [name, value] : rows) {
    if (value.empty()) continue;
    sqlite3_bind_text(add, 1, name, -1, SQLITE_STATIC);
    sqlite3_bind_text(add, 2, value.data(), length_of(value), SQLITE_STATIC);
    step(add);
  }
  sqlite3_finalize(add);
  run("COMMIT");
  for (sqlite3_stmt** statement : {&add_map_, &add_image_, &image_}) {
    sqlite3_finalize(*statement);
    *statement = nullptr;
  }
  if (sqlite3_close(database_) != SQLITE_OK) throw failure();
  database_ = nullptr;
  const int file = ::open(aside_.c_str(), O_RDONLY | O_CLOEXEC);
  const bool durable = file >= 0 && ::fsync(file) == 0;
  if (file >= 0) ::close(file);
  if (!durable || std::rename(aside_.c_str(), path_.c_str()) != 0) {
    const Error error = disk_error(path_);
    ::unlink(aside_.c_str());
    throw error;
  }
  sync_folder_of(path_);
}

}  // namespace merestone
