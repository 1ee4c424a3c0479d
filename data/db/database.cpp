// SPDX-License-Identifier: Apache-2.0
#include "data/db/database.hpp"

#include "data/db/migrate.hpp"
#include "data/db/new_file.hpp"
#include "data/db/postgis.hpp"
#include "data/db/refusal.hpp"
#include "data/db/spatialite.hpp"

#include <filesystem>

namespace merestone {
namespace {

/// SQLite reads "file:…" and ":memory:" in its own way; an absolute path is only ever a path.
std::string file_path(const std::string& location) { return std::filesystem::absolute(location).string(); }

void refuse_unless_current(SchemaState state) {
  if (state == SchemaState::absent) refuse(Fault::invalid, "store.not_a_project", "no schema of ours in it");
  if (state == SchemaState::newer) refuse(Fault::conflict, "store.newer_schema", "database is newer than the program");
  if (state == SchemaState::older) refuse(Fault::conflict, "store.older_schema", "database is older than the program");
}

std::unique_ptr<Connection> open_file(const std::string& location, Access access) {
  std::error_code ignored;
  if (!std::filesystem::exists(location, ignored)) {
    refuse(Fault::missing, "store.no_project", "no project at " + location, {{"location", location}});
  }
  if (!std::filesystem::is_regular_file(location, ignored)) {
    refuse(Fault::invalid, "store.not_a_project", "not a file: " + location);
  }
  const auto mode = access == Access::read ? SpatialiteConnection::Mode::read : SpatialiteConnection::Mode::write;
  auto connection = std::make_unique<SpatialiteConnection>(file_path(location), mode);
  const SchemaState state = schema_state(*connection);
  if (state == SchemaState::older && access == Access::write) {
    {
      SpatialiteConnection upgrade{file_path(location), SpatialiteConnection::Mode::write};
      upgrade.load_functions();
      Transaction transaction{upgrade};
      migrate(upgrade);
      transaction.commit();
    }
    return open_file(location, access);
  }
  refuse_unless_current(state);
  return connection;
}

std::unique_ptr<Connection> open_server(const std::string& location, Access access) {
  const auto mode = access == Access::read ? PostgisConnection::Mode::read : PostgisConnection::Mode::write;
  auto connection = std::make_unique<PostgisConnection>(location, mode);
  SchemaState state = schema_state(*connection);
  if (state == SchemaState::absent) {
    refuse(Fault::missing, "store.no_project", "no project in this database", {{"location", "PostGIS"}});
  }
  if (state == SchemaState::older && access == Access::write) {
    Transaction transaction{*connection};
    migrate(*connection);
    transaction.commit();
    state = schema_state(*connection);
  }
  refuse_unless_current(state);
  if (access == Access::write) connection->become_clerk();
  return connection;
}

void require_postgis(Connection& connection) {
  bool ready = false;
  connection.query("SELECT 1 FROM pg_extension WHERE extname = 'postgis'", {}, [&](const Row&) { ready = true; });
  if (ready) return;
  try {
    connection.run("CREATE EXTENSION postgis SCHEMA public");
  } catch (const Error& error) {
    refuse(Fault::unavailable, "store.no_postgis", error.what(), {{"reason", error.what()}});
  }
}

void create_on_server(const std::string& location, const std::function<void(Connection&)>& fill) {
  PostgisConnection connection{location, PostgisConnection::Mode::write};
  Transaction transaction{connection};
  if (schema_state(connection) != SchemaState::absent) {
    refuse(Fault::conflict, "store.project_exists", "a project is in this database", {{"location", "PostGIS"}});
  }
  require_postgis(connection);
  migrate(connection);
  fill(connection);
  transaction.commit();
}

}  // namespace

Engine engine_of(std::string_view location) {
  for (const std::string_view start : {"postgresql://", "postgres://", "dbname=", "host=", "service="}) {
    if (location.starts_with(start)) return Engine::postgis;
  }
  return location.find(" dbname=") != std::string_view::npos ? Engine::postgis : Engine::spatialite;
}

std::unique_ptr<Connection> open_database(const std::string& location, Access access) {
  return engine_of(location) == Engine::postgis ? open_server(location, access) : open_file(location, access);
}

void create_database(const std::string& location, const std::function<void(Connection&)>& fill) {
  if (engine_of(location) == Engine::postgis) return create_on_server(location, fill);
  NewFile file{file_path(location)};
  {
    SpatialiteConnection connection{file.path(), SpatialiteConnection::Mode::create};
    Transaction transaction{connection};
    migrate(connection);
    fill(connection);
    transaction.commit();
  }
  file.publish();
}

}  // namespace merestone
