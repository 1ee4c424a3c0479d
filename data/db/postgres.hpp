// SPDX-License-Identifier: Apache-2.0
/// libpq with owners for its handles, exceptions for its states, and binary results.
#pragma once

#include "data/db/connection.hpp"

#include <libpq-fe.h>

#include <vector>

namespace merestone {

struct PostgresClose {
  void operator()(PGconn* connection) const noexcept { PQfinish(connection); }
  void operator()(PGresult* result) const noexcept { PQclear(result); }
};
using PostgresHandle = std::unique_ptr<PGconn, PostgresClose>;
using PostgresResult = std::unique_ptr<PGresult, PostgresClose>;

/// Object identifiers of the built-in types we exchange; geometry has a different one in every database.
enum PostgresType : unsigned { pg_bytea = 17, pg_int8 = 20, pg_int2 = 21, pg_int4 = 23, pg_text = 25, pg_float8 = 701 };

/// @throws Error unless the result is a success.
void check_postgres(PGconn* connection, const PostgresResult& result);
[[noreturn]] void refuse_connection(PGconn* connection);

/// Parameters as libpq wants them: numbers as text, bytes as they are.
class PostgresParameters {
 public:
  explicit PostgresParameters(std::span<const Value> values);
  int size() const noexcept { return static_cast<int>(values_.size()); }
  const char* const* values() const noexcept { return values_.data(); }
  const int* lengths() const noexcept { return lengths_.data(); }
  const int* formats() const noexcept { return formats_.data(); }

 private:
  std::vector<std::string> texts_;
  std::vector<const char*> values_;
  std::vector<int> lengths_;
  std::vector<int> formats_;
};

/// One row of a result in binary form.
class PostgresRow final : public Row {
 public:
  PostgresRow(const PGresult* result, int row) : result_{result}, row_{row} {}
  int size() const override { return PQnfields(result_); }
  Value value(int column) const override;
  std::int64_t integer(int column) const override;
  double real(int column) const override;
  std::string_view text(int column) const override;
  std::span<const std::byte> bytes(int column) const override;

 private:
  const PGresult* result_;
  int row_;
};

/// Feeds COPY … FROM STDIN (FORMAT binary).
std::unique_ptr<Inserter> make_postgis_inserter(PGconn* connection, std::string_view sql);

}  // namespace merestone
