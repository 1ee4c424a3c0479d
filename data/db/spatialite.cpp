// SPDX-License-Identifier: Apache-2.0
#include "data/db/spatialite.hpp"

#include "data/db/refusal.hpp"
#include "data/db/write_ahead.hpp"

namespace merestone {
namespace {

constexpr int patience_ms = 5000;

int flags_of(SpatialiteConnection::Mode mode) {
  const int common = SQLITE_OPEN_NOMUTEX;
  switch (mode) {
    case SpatialiteConnection::Mode::read: return common | SQLITE_OPEN_READONLY;
    case SpatialiteConnection::Mode::write: return common | SQLITE_OPEN_READWRITE;
    default: return common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXCLUSIVE;
  }
}

/// A writer was killed, or works with the write-ahead log: its journal must be played back before anybody reads, or the
/// log carried into the file when the last one closes it.
bool needs_writer(sqlite3* db) {
  const int code = sqlite3_exec(db, "SELECT 1 FROM sqlite_master", nullptr, nullptr, nullptr);
  return code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY || in_write_ahead(db);
}

}  // namespace

class SpatialiteConnection::Borrowed {
 public:
  Borrowed(SpatialiteConnection& owner, std::string_view sql) : owner_{owner}, sql_{sql} {
    const auto found = owner.idle_.find(sql_);
    if (found != owner.idle_.end() && found->second) statement_ = std::move(found->second);
    else statement_ = std::make_unique<SqliteStatement>(owner.db_.get(), sql);
  }
  ~Borrowed() {
    statement_->reset();
    try {
      owner_.idle_[sql_] = std::move(statement_);
    } catch (...) {  // out of memory: the statement is simply prepared again next time
    }
  }
  Borrowed(const Borrowed&) = delete;
  Borrowed& operator=(const Borrowed&) = delete;
  SqliteStatement& operator*() const { return *statement_; }

 private:
  SpatialiteConnection& owner_;
  std::string sql_;
  std::unique_ptr<SqliteStatement> statement_;
};

SpatialiteConnection::SpatialiteConnection(const std::string& path, Mode mode) {
  open(path, flags_of(mode));
  if (mode == Mode::write && may_write_ahead(path)) acts_to_log_ = acts_before_write_ahead;
  if (mode == Mode::create) {
    run("PRAGMA synchronous = OFF");  // nobody sees the file before it is complete, and is synchronised then
    load_functions();
    run("PRAGMA application_id = " + std::to_string(project_application_id));
    // Outside any transaction: it opens its own, and rolls back one that it finds open.
    run("SELECT InitSpatialMetaData(1, 'NONE'); SELECT InsertEpsgSrid(4326)");
    return;
  }
  refuse_foreign_file();
  if (mode == Mode::read) run("PRAGMA query_only = ON");
}

SpatialiteConnection::~SpatialiteConnection() {
  idle_.clear();
  if (!db_ || !in_write_ahead(db_.get())) return;
  if (sqlite3_db_readonly(db_.get(), nullptr) != 0) {
    // Opened before somebody took the log; whoever closes last may still have to put the file in order.
    sqlite3* raw = nullptr;
    const int code = sqlite3_open_v2(sqlite3_db_filename(db_.get(), nullptr), &raw, flags_of(Mode::write), nullptr);
    db_.reset(raw);
    if (code != SQLITE_OK) return;
  }
  sqlite3_exec(db_.get(), "PRAGMA query_only = OFF", nullptr, nullptr, nullptr);
  leave_write_ahead(db_.get());
}

void SpatialiteConnection::open(const std::string& path, int flags) {
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &raw, flags, nullptr);
  db_.reset(raw);
  if (code != SQLITE_OK) refuse_sqlite(raw, code);
  sqlite3_extended_result_codes(raw, 1);
  sqlite3_busy_timeout(raw, patience_ms);
  if ((flags & SQLITE_OPEN_READONLY) != 0 && needs_writer(raw)) return open(path, flags_of(Mode::write));
  if (in_write_ahead(raw) && !may_write_ahead(path)) refuse(Fault::unavailable, "store.in_use_elsewhere", "written from another machine");
  settle();
}

void SpatialiteConnection::settle() {
  for (const auto& [option, on] : {std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1}, {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                   {SQLITE_DBCONFIG_ENABLE_FKEY, 0}, {SQLITE_DBCONFIG_DQS_DML, 0}}) {
    sqlite3_db_config(db_.get(), option, on, nullptr);
  }
  // What is erased by law leaves no trace in free pages, however SQLite was built.
  run("PRAGMA secure_delete = ON");
  // Up to one gigabyte of changed pages waits in memory for the commit.
  run("PRAGMA synchronous = EXTRA; PRAGMA cache_size = -1000000; PRAGMA temp_store = MEMORY");
}

void SpatialiteConnection::refuse_foreign_file() {
  std::int64_t id = 0;
  query("PRAGMA application_id", {}, [&](const Row& row) { id = row.integer(0); });
  if (id != project_application_id) refuse(Fault::invalid, "store.not_a_project", "not a Merestone project");
}

void SpatialiteConnection::load_functions() {
  if (functions_) return;
  functions_.emplace(db_.get());
  sqlite3_db_config(db_.get(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 1, nullptr);
  sqlite3_db_config(db_.get(), SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
}

void SpatialiteConnection::run(std::string_view script) {
  const auto refuse_zero = [](void*, int, char** columns, char**) {
    return columns[0] && std::string_view{columns[0]} == "0" ? 1 : 0;
  };
  const int code = sqlite3_exec(db_.get(), std::string{script}.c_str(), refuse_zero, nullptr, nullptr);
  if (code == SQLITE_ABORT) refuse(Fault::unavailable, "store.spatialite_refused", "a SpatiaLite function refused");
  if (code != SQLITE_OK) refuse_sqlite(db_.get(), code);
}

void SpatialiteConnection::query(std::string_view sql, std::span<const Value> parameters, const Visit& visit) {
  const Borrowed statement{*this, sql};
  (*statement).bind(parameters);
  const SqliteRow row{(*statement).get()};
  while ((*statement).step()) visit(row);
}

std::int64_t SpatialiteConnection::execute_many(std::string_view sql, std::span<const std::span<const Value>> rows) {
  const Borrowed statement{*this, sql};
  std::int64_t changed = 0;
  for (const std::span<const Value> row : rows) {
    (*statement).reset();
    (*statement).bind(row);
    while ((*statement).step()) {
    }
    changed += sqlite3_changes64(db_.get());  // without what triggers change
  }
  return changed;
}

std::unique_ptr<Inserter> SpatialiteConnection::insert_many(std::string_view sql) {
  return make_spatialite_inserter(db_.get(), sql);
}

void SpatialiteConnection::begin() {
  if (acts_to_log_ == 0) {
    sqlite3_busy_timeout(db_.get(), 0);  // whoever is in the way now may be gone after as many acts again
    if (take_write_ahead(db_.get())) acts_to_log_.reset();
    else acts_to_log_ = acts_before_write_ahead;
    sqlite3_busy_timeout(db_.get(), patience_ms);
  }
  run("BEGIN IMMEDIATE");
}

void SpatialiteConnection::commit() {
  run("COMMIT");
  if (acts_to_log_) --*acts_to_log_;
}

void SpatialiteConnection::roll_back() noexcept {
  if (sqlite3_get_autocommit(db_.get()) == 0) sqlite3_exec(db_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

}  // namespace merestone
