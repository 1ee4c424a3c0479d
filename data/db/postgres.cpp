// SPDX-License-Identifier: Apache-2.0
#include "data/db/postgres.hpp"

#include "data/db/refusal.hpp"
#include "gis/base/canonical.hpp"
#include "gis/base/text.hpp"

#include <bit>
#include <stdexcept>

namespace merestone {
namespace {

template <class T>
T big_endian(const char* bytes) noexcept {
  T value = 0;
  for (std::size_t i = 0; i < sizeof(T); ++i) value = static_cast<T>(value << 8 | static_cast<unsigned char>(bytes[i]));
  return value;
}

[[noreturn]] void refuse_state(std::string_view state, const std::string& what) {
  const std::vector<std::pair<std::string, std::string>> facts{{"reason", std::string{trimmed(what)}}};
  if (state == "55P03") refuse(Fault::unavailable, "store.locked", what);
  if (state == "53100") refuse(Fault::unavailable, "store.disk_full", what);
  if (state == "42501" || state == "25006") refuse(Fault::unavailable, "store.read_only", what, facts);
  if (state.starts_with("23")) refuse(Fault::conflict, "store.constraint", what, facts);
  if (state.starts_with("40")) refuse(Fault::conflict, "store.changed_meanwhile", what);
  if (state.starts_with("22")) refuse(Fault::invalid, "store.refused_value", what, facts);
  if (state.starts_with("XX")) refuse(Fault::unavailable, "store.damaged", what, facts);
  refuse(Fault::unavailable, "store.io", what, facts);
}

}  // namespace

void refuse_connection(PGconn* connection) {
  const std::string what = PQerrorMessage(connection);
  refuse(Fault::unavailable, "store.connection", what, {{"reason", std::string{trimmed(what)}}});
}

void check_postgres(PGconn* connection, const PostgresResult& result) {
  const ExecStatusType status = PQresultStatus(result.get());
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY ||
      status == PGRES_COPY_IN || status == PGRES_PIPELINE_SYNC) {
    return;
  }
  const char* const state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
  if (!state || PQstatus(connection) != CONNECTION_OK) refuse_connection(connection);
  refuse_state(state, PQresultErrorMessage(result.get()));
}

PostgresParameters::PostgresParameters(std::span<const Value> values)
    : texts_(values.size()), values_(values.size(), nullptr), lengths_(values.size(), 0), formats_(values.size(), 0) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (const auto* b = std::get_if<std::span<const std::byte>>(&values[i])) {
      values_[i] = reinterpret_cast<const char*>(b->data());
      lengths_[i] = static_cast<int>(b->size());
      formats_[i] = 1;
      continue;
    }
    if (const auto* n = std::get_if<std::int64_t>(&values[i])) texts_[i] = std::to_string(*n);
    else if (const auto* x = std::get_if<double>(&values[i])) texts_[i] = canonical(*x);
    else if (const auto* t = std::get_if<std::string_view>(&values[i])) texts_[i] = *t;
    else continue;
    values_[i] = texts_[i].c_str();
  }
}

Value PostgresRow::value(int column) const {
  if (PQgetisnull(result_, row_, column)) return std::monostate{};
  switch (PQftype(result_, column)) {
    case pg_int2:
    case pg_int4:
    case pg_int8: return integer(column);
    case pg_float8: return real(column);
    case pg_text: return text(column);
    default: return bytes(column);
  }
}

std::int64_t PostgresRow::integer(int column) const {
  if (PQgetisnull(result_, row_, column)) return 0;
  const char* const bytes = PQgetvalue(result_, row_, column);
  switch (PQftype(result_, column)) {
    case pg_int8: return static_cast<std::int64_t>(big_endian<std::uint64_t>(bytes));
    case pg_int4: return static_cast<std::int32_t>(big_endian<std::uint32_t>(bytes));
    case pg_int2: return static_cast<std::int16_t>(big_endian<std::uint16_t>(bytes));
    default: throw std::logic_error{"column is not an integer"};
  }
}

double PostgresRow::real(int column) const {
  if (PQgetisnull(result_, row_, column)) return 0;
  if (PQftype(result_, column) != pg_float8) return static_cast<double>(integer(column));
  return std::bit_cast<double>(big_endian<std::uint64_t>(PQgetvalue(result_, row_, column)));
}

std::string_view PostgresRow::text(int column) const {
  return {PQgetvalue(result_, row_, column), static_cast<std::size_t>(PQgetlength(result_, row_, column))};
}

std::span<const std::byte> PostgresRow::bytes(int column) const {
  return {reinterpret_cast<const std::byte*>(PQgetvalue(result_, row_, column)),
          static_cast<std::size_t>(PQgetlength(result_, row_, column))};
}

}  // namespace merestone
