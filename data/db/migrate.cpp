// SPDX-License-Identifier: Apache-2.0
#include "data/db/migrate.hpp"

#include "data/db/digest.hpp"
#include "gis/base/error.hpp"

#include <algorithm>

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
  for (const std::string& name : done) {
    if (std::none_of(steps.begin(), steps.end(), [&](const embedded::File& step) { return step.name == name; })) return SchemaState::newer;
  }
  return done.size() < steps.size() ? SchemaState::older : SchemaState::current;
}

int migrate(Connection& connection) {
  const bool fresh = !table_exists(connection);
  if (fresh && connection.engine() == Engine::postgis) connection.run("CREATE SCHEMA merestone");
  if (fresh) connection.run("CREATE TABLE schema_step (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL)");
  const auto done = steps_done(connection);
  int taken = 0;
  for (const embedded::File& step : schema_steps(connection.engine())) {  // a step may have come in between
    if (std::find(done.begin(), done.end(), step.name) != done.end()) continue;
    connection.run(step.text);
    const std::string digest = sha256(step.text);
    const Value parameters[] = {step.name, std::string_view{digest}};
    connection.execute("INSERT INTO schema_step (name, sha256) VALUES ($1, $2)", parameters);
    ++taken;
  }
  return taken;
}

}  // namespace merestone
