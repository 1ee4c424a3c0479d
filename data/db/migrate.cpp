// SPDX-License-Identifier: Apache-2.0
#include "data/db/migrate.hpp"

#include "data/db/digest.hpp"
#include "gis/base/error.hpp"

namespace merestone {
namespace embedded {
extern const std::span<const File> schema;
}
namespace {

bool table_exists(Connection& connection) {
  bool found = false;
  const char* const sql = connection.engine() == Engine::postgis
                              ? "SELECT 1 WHERE to_regclass('merestone.schema_step') IS NOT NULL"
                              : "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'schema_step'";
  connection.query(sql, {}, [&](const Row&) { found = true; });
  return found;
}

std::vector<std::string> steps_done(Connection& connection) {
  std::vector<std::string> names;
  if (!table_exists(connection)) return names;
  connection.query("SELECT name FROM schema_step ORDER BY name", {},
                   [&](const Row& row) { names.emplace_back(row.text(0)); });
  return names;
}

}  // namespace

std::vector<embedded::File> schema_steps(Engine engine) {
  const std::string_view other = engine == Engine::postgis ? ".spatialite." : ".postgis.";
  std::vector<embedded::File> steps;
  for (const embedded::File& file : embedded::schema) {
    if (file.name.find(other) == std::string_view::npos) steps.push_back(file);
  }
  return steps;
}

SchemaState schema_state(Connection& connection) {
  const auto done = steps_done(connection);
  const auto steps = schema_steps(connection.engine());
  if (done.empty()) return SchemaState::absent;
  for (std::size_t i = 0; i < done.size(); ++i) {
    if (i >= steps.size() || done[i] != steps[i].name) return SchemaState::newer;
  }
  return done.size() < steps.size() ? SchemaState::older : SchemaState::current;
}

int migrate(Connection& connection) {
  const bool fresh = !table_exists(connection);
  if (fresh && connection.engine() == Engine::postgis) connection.run("CREATE SCHEMA merestone");
  if (fresh) connection.run("CREATE TABLE schema_step (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL)");
  const std::size_t done = steps_done(connection).size();
  const auto steps = schema_steps(connection.engine());
  for (std::size_t i = done; i < steps.size(); ++i) {
    connection.run(steps[i].text);
    const std::string digest = sha256(steps[i].text);
    const Value parameters[] = {steps[i].name, std::string_view{digest}};
    connection.execute("INSERT INTO schema_step (name, sha256) VALUES ($1, $2)", parameters);
  }
  return static_cast<int>(steps.size() - done);
}

}  // namespace merestone
