// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/engines.hpp"

#include "data/db/postgis.hpp"

namespace merestone::test {
namespace {

Ring square(std::int64_t lon, std::int64_t lat) {
  const std::int64_t d = nanodegrees_per_degree;
  return {{lon * d, lat * d}, {(lon + 1) * d, lat * d}, {(lon + 1) * d, (lat + 1) * d}, {lon * d, (lat + 1) * d}};
}

DeliveredDivision unit(std::size_t record, const char* code, const char* name, const char* parent, Level level) {
  DeliveredDivision d;
  d.file = "counties.geojson";
  d.record = record;
  d.code = code;
  d.name = name;
  d.parent_code = parent;
  d.level = level;
  d.kind = level == 1 ? "county" : "commune";
  d.language = "en";
  d.has_shape = level == 2;
  return d;
}

}  // namespace

void Site::clear_database() const {
  PostgisConnection connection{location_, PostgisConnection::Mode::write};
  connection.run("DROP SCHEMA IF EXISTS merestone CASCADE");
}

void act_as_owner(Connection& connection) {
  if (connection.engine() == Engine::postgis) connection.run("RESET ROLE");
}

Counties::Counties() {
  divisions = {unit(1, "a", "Aldham", "N", 2), unit(2, "b", "Birch", "N", 2), unit(3, "c", "Clare", "S", 2),
               unit(4, "d", "Dunmow", "S", 2), unit(5, "N", "Northshire", "", 1), unit(6, "S", "Southshire", "", 1)};
  RingSet rings;
  rings.add(square(0, 1), 0);
  rings.add(square(1, 1), 1);
  rings.add(square(0, 0), 2);
  rings.add(square(1, 0), 3);
  mesh = build_mesh(rings).mesh;
}

}  // namespace merestone::test
