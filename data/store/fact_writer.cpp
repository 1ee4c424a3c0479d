// SPDX-License-Identifier: Apache-2.0
#include "data/store/fact_writer.hpp"

#include "data/db/refusal.hpp"
#include "data/store/geometry.hpp"
#include "data/store/statement.hpp"
#include "gis/base/text.hpp"

#include <algorithm>
#include <charconv>

namespace merestone {
namespace {

constexpr std::size_t hash_at = std::size_t{1} << 16;

void append_number(std::string& to, char kind, std::int64_t number, char end) {
  char digits[24];
  const auto written = std::to_chars(digits, digits + sizeof digits, number);
  to += kind;
  to.append(digits, written.ptr);
  to += end;
}

void append(std::string& to, Engine engine, const Value& value) {
  if (const auto* n = std::get_if<std::int64_t>(&value)) {
    append_number(to, 'I', *n, ';');
  } else if (const auto* x = std::get_if<double>(&value)) {
    to += 'R' + shortest(*x) + ';';
  } else if (const auto* t = std::get_if<std::string_view>(&value)) {
    append_number(to, 'T', static_cast<std::int64_t>(t->size()), ':');
    to.append(*t);
  } else if (const auto* b = std::get_if<std::span<const std::byte>>(&value)) {
    const Bytes wkb = from_stored(engine, *b);
    append_number(to, 'G', static_cast<std::int64_t>(wkb.size()), ':');
    to.append(reinterpret_cast<const char*>(wkb.data()), wkb.size());
  } else {
    to += 'N';
  }
}

}  // namespace

// PostgreSQL refuses such text itself; SQLite would take it and hand it to programs that choke.
void require_text(std::string_view text) {
  if (is_utf8(text) && text.find('\0') == std::string_view::npos) return;
  refuse(Fault::invalid, "store.bad_text", "text is not UTF-8 or holds a zero byte");
}

void TableDigest::add_row(Engine engine, std::span<const Value> row) {
  for (const Value& value : row) append(buffer_, engine, value);
  buffer_ += '\n';
  ++rows_;
  if (buffer_.size() < hash_at) return;
  row_digest_.add(buffer_);
  buffer_.clear();
}

void TableDigest::add_superseded(std::int64_t number) {
  std::string text;
  append_number(text, 'I', number, ';');
  superseded_digest_.add(text);
  ++superseded_;
}

std::pair<std::string, std::string> TableDigest::finish() {
  row_digest_.add(buffer_);
  return {rows_ ? row_digest_.finish() : "", superseded_ ? superseded_digest_.finish() : ""};
}

FactWriter::FactWriter(Connection& connection, Revision revision) : connection_{connection}, revision_{revision} {
  connection.query(statement("last_numbers", connection.engine()), {}, [&](const Row& row) {
    for (std::size_t i = 0; i < fact_tables.size(); ++i) {
      last_.emplace(fact_tables[i], row.integer(static_cast<int>(i)));
    }
  });
}

FactWriter::Rows::Rows(FactWriter& writer, std::string_view table)
    : engine_{writer.engine()},
      digest_{writer.digests_[std::string{table}]},
      inserter_{writer.connection_.insert_many(statement(std::string{table} + "_add", engine_))} {}

void FactWriter::Rows::add(std::initializer_list<Value> row) {
  const std::span<const Value> values{row.begin(), row.size()};
  for (const Value& value : values) {
    if (const auto* text = std::get_if<std::string_view>(&value)) require_text(*text);
  }
  digest_.add_row(engine_, values);
  inserter_->add(values);
}

void FactWriter::Rows::finish() { inserter_->finish(); }

void FactWriter::supersede(std::string_view table, std::vector<std::int64_t> numbers) {
  if (numbers.empty()) return;
  std::vector<std::array<Value, 2>> parameters;
  parameters.reserve(numbers.size());
  for (const std::int64_t number : numbers) parameters.push_back({revision_, number});
  const std::vector<std::span<const Value>> rows(parameters.begin(), parameters.end());
  const auto changed = connection_.execute_many(statement(std::string{table} + "_supersede", engine()), rows);
  if (changed != static_cast<std::int64_t>(numbers.size())) {
    refuse(Fault::conflict, "store.changed_meanwhile", "superseded already: " + std::string{table});
  }
  auto& all = superseded_[std::string{table}];
  all.insert(all.end(), numbers.begin(), numbers.end());
}

std::map<std::string, TableDigest, std::less<>> FactWriter::take_digests() {
  for (auto& [table, numbers] : superseded_) {
    std::sort(numbers.begin(), numbers.end());
    for (const std::int64_t number : numbers) digests_[table].add_superseded(number);
  }
  return std::move(digests_);
}

}  // namespace merestone
