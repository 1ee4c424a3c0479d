// SPDX-License-Identifier: Apache-2.0
#include "data/db/postgis.hpp"

#include "data/db/refusal.hpp"

#include <algorithm>
#include <stdexcept>

namespace merestone {
namespace {

/// Rows on their way at once: few enough that neither side's buffer fills while both write.
constexpr std::size_t pipeline_rows = 256;

}  // namespace

PostgisConnection::PostgisConnection(const std::string& conninfo, Mode mode) : db_{PQconnectdb(conninfo.c_str())} {
  if (PQstatus(db_.get()) != CONNECTION_OK) {
    const std::string what = PQerrorMessage(db_.get());
    // A failed connection has no SQLSTATE; the server's own words are all there is.
    const bool no_database = what.find("database \"") != std::string::npos && what.find("does not exist") != std::string::npos;
    if (no_database) refuse(Fault::missing, "store.no_project", what);
    refuse_connection(db_.get());
  }
  // Notices must not reach the terminal.
  PQsetNoticeProcessor(db_.get(), [](void*, const char*) {}, nullptr);
  run("SET search_path = merestone, public; SET lock_timeout = '5s'; SET DateStyle = 'ISO'; SET client_encoding = 'UTF8'; SET jit = off");
  if (mode == Mode::read) run("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY");
}

void PostgisConnection::become_clerk() {
  bool member = false;
  query("SELECT 1 FROM pg_roles WHERE rolname = 'merestone_clerk' AND pg_has_role(current_user, oid, 'MEMBER')", {},
        [&](const Row&) { member = true; });
  if (member) run("SET ROLE merestone_clerk");
}

void PostgisConnection::run(std::string_view script) {
  check_postgres(db_.get(), PostgresResult{PQexec(db_.get(), std::string{script}.c_str())});
}

const char* PostgisConnection::prepared(std::string_view sql) {
  const std::string key{sql};
  const auto found = prepared_.find(key);
  if (found != prepared_.end()) return found->second.c_str();
  const std::string name = "s" + std::to_string(prepared_.size() + 1);
  check_postgres(db_.get(), PostgresResult{PQprepare(db_.get(), name.c_str(), key.c_str(), 0, nullptr)});
  return prepared_.emplace(key, name).first->second.c_str();
}

void PostgisConnection::query(std::string_view sql, std::span<const Value> parameters, const Visit& visit) {
  const PostgresParameters sent{parameters};
  const PostgresResult result{PQexecPrepared(db_.get(), prepared(sql), sent.size(), sent.values(), sent.lengths(),
                                             sent.formats(), 1)};
  check_postgres(db_.get(), result);
  for (int row = 0; row < PQntuples(result.get()); ++row) visit(PostgresRow{result.get(), row});
}

std::int64_t PostgisConnection::execute_many(std::string_view sql, std::span<const std::span<const Value>> rows) {
  const char* const name = prepared(sql);
  std::int64_t changed = 0;
  for (std::size_t first = 0; first < rows.size(); first += pipeline_rows) {
    changed += send_pipeline(name, rows.subspan(first, std::min(pipeline_rows, rows.size() - first)));
  }
  return changed;
}

std::int64_t PostgisConnection::send_pipeline(const char* name, std::span<const std::span<const Value>> rows) {
  if (!PQenterPipelineMode(db_.get())) refuse_connection(db_.get());
  for (const std::span<const Value> row : rows) {
    const PostgresParameters sent{row};
    if (!PQsendQueryPrepared(db_.get(), name, sent.size(), sent.values(), sent.lengths(), sent.formats(), 1)) {
      refuse_connection(db_.get());
    }
  }
  if (!PQpipelineSync(db_.get())) refuse_connection(db_.get());
  std::int64_t changed = 0;
  PostgresResult failed;
  for (bool synced = false; !synced;) {
    PostgresResult result{PQgetResult(db_.get())};
    if (!result) {
      if (PQstatus(db_.get()) != CONNECTION_OK) refuse_connection(db_.get());
      continue;  // between two answers
    }
    const ExecStatusType status = PQresultStatus(result.get());
    synced = status == PGRES_PIPELINE_SYNC;
    if (status == PGRES_FATAL_ERROR && !failed) failed = std::move(result);
    else if (status == PGRES_COMMAND_OK) changed += std::strtoll(PQcmdTuples(result.get()), nullptr, 10);
  }
  PQexitPipelineMode(db_.get());
  if (failed) check_postgres(db_.get(), failed);
  return changed;
}

std::unique_ptr<Inserter> PostgisConnection::insert_many(std::string_view sql) {
  return make_postgis_inserter(db_.get(), sql);
}

// Writers wait for their turn before the transaction takes its snapshot; else all but one would fail at the end.
void PostgisConnection::begin() {
  run("SELECT pg_advisory_lock(x'6d657265'::int)");
  try {
    run("BEGIN ISOLATION LEVEL SERIALIZABLE");
  } catch (...) {
    release();
    throw;
  }
}

void PostgisConnection::commit() {
  run("COMMIT");
  release();
}

void PostgisConnection::roll_back() noexcept {
  PostgresResult{PQexec(db_.get(), "ROLLBACK")};
  release();
}

void PostgisConnection::release() noexcept {
  PostgresResult{PQexec(db_.get(), "SELECT pg_advisory_unlock(x'6d657265'::int)")};
}

}  // namespace merestone
