// SPDX-License-Identifier: Apache-2.0
/// One project in one SpatiaLite file.
///
/// 1. At rest a project is exactly one file that needs nothing beside it, also for readers. The first acts of a
///    process are written with SQLite's rollback journal, which writes a large act once (measured: the act of 35,357
///    communes commits in 60 ms instead of 370); pages stay in memory until the commit, so readers are shut out for
///    the time of the commit alone. From the fifth act on it is the write-ahead log (data/db/write_ahead.hpp).
/// 2. Commits are durable: synchronous = EXTRA.
/// 3. Defensive settings: no shadow tables, no functions from the schema; the SpatiaLite triggers that would
///    need such functions step aside while rows with geometry are inserted, and what they do is done here.
/// 4. Foreign keys are declared, but checked by the writer of facts (data/store/fact_writer), which is faster.
#pragma once

#include "data/db/database.hpp"
#include "data/db/spatialite_library.hpp"
#include "data/db/sqlite.hpp"

#include <optional>
#include <unordered_map>

namespace merestone {

class SpatialiteConnection final : public Connection {
 public:
  enum class Mode { read, write, create };
  SpatialiteConnection(const std::string& path, Mode mode);
  ~SpatialiteConnection() override;

  Engine engine() const noexcept override { return Engine::spatialite; }
  void run(std::string_view script) override;
  void query(std::string_view sql, std::span<const Value> parameters, const Visit& visit) override;
  std::int64_t execute_many(std::string_view sql, std::span<const std::span<const Value>> rows) override;
  std::unique_ptr<Inserter> insert_many(std::string_view sql) override;
  void begin() override;
  void commit() override;
  void roll_back() noexcept override;

  sqlite3* handle() const noexcept { return db_.get(); }
  /// Makes SpatiaLite's SQL functions callable, for scripts of the schema.
  void load_functions();

 private:
  /// A statement out of the cache, and back into it afterwards.
  class Borrowed;
  void open(const std::string& path, int flags);
  void settle();
  void refuse_foreign_file();

  std::optional<SpatialiteFunctions> functions_;  // must outlive db_, so it is declared first
  SqliteHandle db_;
  std::unordered_map<std::string, std::unique_ptr<SqliteStatement>> idle_;
  std::optional<int> acts_to_log_;  ///< to be done before the write-ahead log is tried; empty: it is taken, or must not be
};

/// "MERE": marks our files in SQLite's header.
inline constexpr std::int64_t project_application_id = 0x4D455245;

std::unique_ptr<Inserter> make_spatialite_inserter(sqlite3* db, std::string_view sql);

}  // namespace merestone
