// SPDX-License-Identifier: Apache-2.0
#include "data/db/row_batch.hpp"

#include <stdexcept>

namespace merestone {
namespace {

constexpr std::size_t rows_at_once = 24;
constexpr std::size_t bytes_at_once = std::size_t{1} << 20;

std::string insert_sql(const std::string& table, const std::vector<std::string>& columns, std::size_t rows) {
  std::string names;
  for (const std::string& column : columns) names += (names.empty() ? "" : ", ") + column;
  std::string sql = "INSERT INTO " + table + " (" + names + ") VALUES ";
  std::size_t parameter = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    sql += row == 0 ? "(" : ", (";
    for (std::size_t i = 0; i < columns.size(); ++i) sql += (i == 0 ? "$" : ", $") + std::to_string(++parameter);
    sql += ")";
  }
  return sql;
}

}  // namespace

RowBatch::RowBatch(sqlite3* db, const std::string& table, const std::vector<std::string>& columns)
    : db_{db}, table_{table}, columns_{columns} {}

void RowBatch::add(std::span<const Value> row) {
  if (row.size() != columns_.size()) throw std::logic_error{"wrong number of values"};
  for (const Value& value : row) hold(value);
}

bool RowBatch::is_full() const { return values_.size() == rows_at_once * columns_.size() || kept_.size() > bytes_at_once; }

void RowBatch::hold(const Value& value) {
  Held held{value, kept_.size(), 0};
  if (const auto* text = std::get_if<std::string_view>(&value)) {
    const auto* const bytes = reinterpret_cast<const std::byte*>(text->data());
    held.size = text->size();
    kept_.insert(kept_.end(), bytes, bytes + held.size);
  } else if (const auto* bytes = std::get_if<std::span<const std::byte>>(&value)) {
    held.size = bytes->size();
    kept_.insert(kept_.end(), bytes->begin(), bytes->end());
  }
  values_.push_back(held);
}

Value RowBatch::held(const Held& held) const {
  const std::span<const std::byte> bytes{kept_.data() + held.first, held.size};
  if (std::holds_alternative<std::string_view>(held.value)) {
    return std::string_view{reinterpret_cast<const char*>(bytes.data()), bytes.size()};
  }
  if (std::holds_alternative<std::span<const std::byte>>(held.value)) return bytes;
  return held.value;
}

void RowBatch::write(std::optional<SqliteStatement>& statement, std::size_t first_row, std::size_t rows) {
  if (!statement) statement.emplace(db_, insert_sql(table_, columns_, rows));
  bound_.clear();
  for (std::size_t i = first_row * columns_.size(); i < (first_row + rows) * columns_.size(); ++i) bound_.push_back(held(values_[i]));
  statement->bind(bound_);
  statement->step();
  sqlite3_reset(statement->get());  // the next rows bind every parameter anew
}

void RowBatch::write() {
  const std::size_t rows = values_.size() / columns_.size();
  if (rows == rows_at_once) {
    write(many_, 0, rows);
  } else {
    for (std::size_t row = 0; row < rows; ++row) write(one_, row, 1);
  }
  values_.clear();
  kept_.clear();
}

}  // namespace merestone
