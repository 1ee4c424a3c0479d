// SPDX-License-Identifier: Apache-2.0
/// SQLite's C interface with owners for its handles and exceptions for its codes.
#pragma once

#include "data/db/connection.hpp"

#include <sqlite3.h>

#include <vector>

namespace merestone {

struct SqliteClose {
  void operator()(sqlite3* db) const noexcept { sqlite3_close_v2(db); }
  void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
};
using SqliteHandle = std::unique_ptr<sqlite3, SqliteClose>;

/// @throws Error for the last failure on `db`; `code` is its result code.
[[noreturn]] void refuse_sqlite(sqlite3* db, int code);

/// A prepared statement. Parameters are bound without copying and stay with the caller until `reset`.
class SqliteStatement {
 public:
  SqliteStatement(sqlite3* db, std::string_view sql);
  void bind(std::span<const Value> parameters);
  /// Whether a row stands ready. @throws Error when the engine fails.
  bool step();
  /// Makes it ready for the next parameters; never throws, a failure was told by `step`.
  void reset() noexcept;
  sqlite3_stmt* get() const noexcept { return statement_.get(); }

 private:
  void bind_one(int place, const Value& value);
  sqlite3* db_;
  std::unique_ptr<sqlite3_stmt, SqliteClose> statement_;
  std::vector<std::size_t> parameter_of_;  ///< by place in the statement: SQLite numbers by first appearance
};

/// The row that a statement stands on.
class SqliteRow final : public Row {
 public:
  explicit SqliteRow(sqlite3_stmt* statement) : statement_{statement} {}
  int size() const override { return sqlite3_column_count(statement_); }
  Value value(int column) const override;
  std::int64_t integer(int column) const override { return sqlite3_column_int64(statement_, column); }
  double real(int column) const override { return sqlite3_column_double(statement_, column); }
  std::string_view text(int column) const override;
  std::span<const std::byte> bytes(int column) const override;

 private:
  sqlite3_stmt* statement_;
};

}  // namespace merestone
