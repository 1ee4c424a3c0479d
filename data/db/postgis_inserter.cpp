// SPDX-License-Identifier: Apache-2.0
#include "data/db/insert_statement.hpp"
#include "data/db/postgres.hpp"

#include <bit>
#include <stdexcept>

namespace merestone {
namespace {

constexpr std::size_t send_at = std::size_t{1} << 18;

class PostgisInserter final : public Inserter {
 public:
  PostgisInserter(PGconn* db, std::string_view sql) : db_{db} {
    const InsertStatement parts = parse_insert(sql);
    std::string columns;
    for (const std::string& column : parts.columns) columns += (columns.empty() ? "" : ", ") + column;
    const PostgresResult shape{PQexec(db, ("SELECT " + columns + " FROM " + parts.table + " LIMIT 0").c_str())};
    check_postgres(db, shape);
    for (int i = 0; i < PQnfields(shape.get()); ++i) types_.push_back(PQftype(shape.get(), i));
    check_postgres(db, PostgresResult{PQexec(
                           db, ("COPY " + parts.table + " (" + columns + ") FROM STDIN (FORMAT binary)").c_str())});
    buffer_.append("PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0", 19);
  }

  /// A COPY that was begun must be ended, or the connection could do nothing else.
  ~PostgisInserter() override {
    if (finished_) return;
    PQputCopyEnd(db_, "given up");
    while (PostgresResult rest{PQgetResult(db_)}) {
    }
  }

  void add(std::span<const Value> row) override {
    if (row.size() != types_.size()) throw std::logic_error{"wrong number of values"};
    put(static_cast<std::uint16_t>(row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) put_value(types_[i], row[i]);
    if (buffer_.size() >= send_at) send();
  }

  void finish() override {
    put(std::uint16_t{0xFFFF});
    send();
    finished_ = true;
    if (PQputCopyEnd(db_, nullptr) != 1) refuse_connection(db_);
    PostgresResult last{PQgetResult(db_)};
    while (PostgresResult rest{PQgetResult(db_)}) {
    }
    check_postgres(db_, last);
  }

 private:
  template <class T>
  void put(T value) {
    for (std::size_t i = sizeof value; i-- > 0;) buffer_.push_back(static_cast<char>(value >> (8 * i) & 0xff));
  }

  void put_value(Oid type, const Value& value) {
    if (const auto* n = std::get_if<std::int64_t>(&value)) {
      if (type == pg_int4) {
        if (*n != static_cast<std::int32_t>(*n)) throw std::logic_error{"number too large for its column"};
        put(std::uint32_t{4});
        put(static_cast<std::uint32_t>(*n));
      } else {
        put(std::uint32_t{8});
        put(static_cast<std::uint64_t>(*n));
      }
    } else if (const auto* x = std::get_if<double>(&value)) {
      put(std::uint32_t{8});
      put(std::bit_cast<std::uint64_t>(*x));
    } else if (const auto* t = std::get_if<std::string_view>(&value)) {
      put(static_cast<std::uint32_t>(t->size()));
      buffer_.append(*t);
    } else if (const auto* b = std::get_if<std::span<const std::byte>>(&value)) {
      put(static_cast<std::uint32_t>(b->size()));
      buffer_.append(reinterpret_cast<const char*>(b->data()), b->size());
    } else {
      put(std::uint32_t{0xFFFFFFFF});
    }
  }

  void send() {
    if (PQputCopyData(db_, buffer_.data(), static_cast<int>(buffer_.size())) != 1) refuse_connection(db_);
    buffer_.clear();
  }

  PGconn* db_;
  std::vector<Oid> types_;
  std::string buffer_;
  bool finished_ = false;
};

}  // namespace

std::unique_ptr<Inserter> make_postgis_inserter(PGconn* connection, std::string_view sql) {
  return std::make_unique<PostgisInserter>(connection, sql);
}

}  // namespace merestone
