// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/engines.hpp"

#include "data/db/postgis.hpp"

#include <cstdlib>
#include <map>
#include <memory>

#include <unistd.h>

namespace merestone::test {
namespace {

int sites = 0;

/// Where files of this run lie; goes with the process.
class Scratch {
 public:
  static const std::filesystem::path& folder() {
    static const Scratch one;
    return one.path_;
  }

 private:
  Scratch() : path_{std::filesystem::temp_directory_path() / ("merestone-contract-" + std::to_string(getpid()))} {}
  ~Scratch() { std::filesystem::remove_all(path_); }
  std::filesystem::path path_;
};

/// Conninfo of the server that with_postgis.py started. Its absence fails the test: nothing is skipped.
std::string server() {
  const char* place = std::getenv("MERESTONE_TEST_POSTGIS");
  if (!place) FAIL("run this by tests/contract/with_postgis.py: MERESTONE_TEST_POSTGIS is not set");
  return place;
}

std::string database(int number) { return "site_" + std::to_string(number); }

void maintain(const std::string& sql) { PostgisConnection{server(), PostgisConnection::Mode::write}.run(sql); }

/// From PostgreSQL 15 on a new database is written to the log page by page unless told otherwise.
std::string copying() {
  static const bool told = [] {
    bool knows = false;
    PostgisConnection connection{server(), PostgisConnection::Mode::read};
    connection.query("SELECT 1 WHERE current_setting('server_version_num')::int >= 150000", {}, [&](const Row&) { knows = true; });
    return knows;
  }();
  return told ? " STRATEGY file_copy" : "";
}

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

Site::Site(Engine engine) : engine_{engine}, number_{++sites} {
  if (engine == Engine::postgis) {
    location_ = server() + " dbname=" + database(number_);
    return;
  }
  folder_ = Scratch::folder() / std::to_string(number_);
  std::filesystem::create_directories(folder_);
  location_ = (folder_ / "project.merestone").string();
}

Site::~Site() {
  if (!folder_.empty()) std::filesystem::remove_all(folder_);
  if (!has_database_) return;
  try {
    maintain("DROP DATABASE " + database(number_) + " WITH (FORCE)");
  } catch (const Error&) {
    // The server goes with the run, and all that is left on it.
  }
}

void Site::make_database(const std::string& like) const {
  maintain("CREATE DATABASE " + database(number_) + " TEMPLATE " + like + copying());
  has_database_ = true;
}

const std::string& Site::location() const {
  if (engine_ == Engine::postgis && !has_database_) make_database("template1");
  return location_;
}

Project Site::create(const std::vector<std::string>& packs) const {
  static std::map<std::pair<Engine, std::vector<std::string>>, std::unique_ptr<Site>> fresh;
  auto& like = fresh[{engine_, packs}];
  if (!like) {
    like = std::make_unique<Site>(engine_);
    like->make(packs);
  }
  if (engine_ == Engine::postgis) make_database(database(like->number_));
  else std::filesystem::copy_file(like->location_, location_);
  return Project::open(location_, Access::write);
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
