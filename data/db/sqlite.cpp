// SPDX-License-Identifier: Apache-2.0
#include "data/db/sqlite.hpp"

#include "data/db/refusal.hpp"

#include <charconv>
#include <stdexcept>

namespace merestone {

void refuse_sqlite(sqlite3* db, int code) {
  const std::string what = db ? sqlite3_errmsg(db) : sqlite3_errstr(code);
  const std::vector<std::pair<std::string, std::string>> facts{{"reason", what}};
  switch (code & 0xff) {
    case SQLITE_FULL: refuse(Fault::unavailable, "store.disk_full", what);
    case SQLITE_BUSY:
    case SQLITE_LOCKED: refuse(Fault::unavailable, "store.locked", what);
    case SQLITE_NOTADB: refuse(Fault::invalid, "store.not_a_project", what);
    case SQLITE_CORRUPT: refuse(Fault::unavailable, "store.damaged", what, facts);
    case SQLITE_READONLY:
    case SQLITE_PERM: refuse(Fault::unavailable, "store.read_only", what);
    case SQLITE_CONSTRAINT: refuse(Fault::conflict, "store.constraint", what, facts);
    case SQLITE_TOOBIG: refuse(Fault::invalid, "store.too_big", what);
    case SQLITE_NOMEM: throw std::bad_alloc{};
    case SQLITE_MISUSE: throw std::logic_error{what};
    default: refuse(Fault::unavailable, "store.io", what, facts);
  }
}

SqliteStatement::SqliteStatement(sqlite3* db, std::string_view sql) : db_{db} {
  sqlite3_stmt* raw = nullptr;
  const int code = sqlite3_prepare_v3(db, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
  statement_.reset(raw);
  if (code != SQLITE_OK) refuse_sqlite(db, code);
  if (!raw) throw std::logic_error{"empty statement"};
  for (int place = 1; place <= sqlite3_bind_parameter_count(raw); ++place) {
    const char* const name = sqlite3_bind_parameter_name(raw, place);
    const std::string_view text = name ? name : "";
    std::size_t number = 0;
    if (text.size() < 2 || std::from_chars(text.data() + 1, text.data() + text.size(), number).ec != std::errc{}) {
      throw std::logic_error{"parameters must be $1, $2 …"};
    }
    parameter_of_.push_back(number - 1);
  }
}

void SqliteStatement::bind(std::span<const Value> parameters) {
  for (std::size_t i = 0; i < parameter_of_.size(); ++i) {
    if (parameter_of_[i] >= parameters.size()) throw std::logic_error{"too few parameters"};
    bind_one(static_cast<int>(i) + 1, parameters[parameter_of_[i]]);
  }
}

void SqliteStatement::bind_one(int place, const Value& value) {
  sqlite3_stmt* const s = statement_.get();
  int code = SQLITE_OK;
  if (const auto* n = std::get_if<std::int64_t>(&value)) {
    code = sqlite3_bind_int64(s, place, *n);
  } else if (const auto* x = std::get_if<double>(&value)) {
    code = sqlite3_bind_double(s, place, *x);
  } else if (const auto* t = std::get_if<std::string_view>(&value)) {
    code = sqlite3_bind_text64(s, place, t->data() ? t->data() : "", t->size(), SQLITE_STATIC, SQLITE_UTF8);
  } else if (const auto* b = std::get_if<std::span<const std::byte>>(&value)) {
    code = sqlite3_bind_blob64(s, place, b->data(), b->size(), SQLITE_STATIC);
  } else {
    code = sqlite3_bind_null(s, place);
  }
  if (code != SQLITE_OK) refuse_sqlite(db_, code);
}

bool SqliteStatement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) refuse_sqlite(db_, code);
  return false;
}

void SqliteStatement::reset() noexcept {
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
}

Value SqliteRow::value(int column) const {
  switch (sqlite3_column_type(statement_, column)) {
    case SQLITE_INTEGER: return integer(column);
    case SQLITE_FLOAT: return real(column);
    case SQLITE_TEXT: return text(column);
    case SQLITE_BLOB: return bytes(column);
    default: return std::monostate{};
  }
}

std::string_view SqliteRow::text(int column) const {
  const auto* const p = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  return p ? std::string_view{p, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))} : std::string_view{};
}

std::span<const std::byte> SqliteRow::bytes(int column) const {
  const auto* const p = static_cast<const std::byte*>(sqlite3_column_blob(statement_, column));
  if (!p) return {};
  return {p, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

}  // namespace merestone
