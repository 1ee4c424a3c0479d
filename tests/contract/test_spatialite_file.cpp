// SPDX-License-Identifier: Apache-2.0
// The project file is a sound SpatiaLite database for every other program: we write geometry and spatial index
// ourselves, so SpatiaLite's own functions are the judges here.
#include "data/db/spatialite.hpp"
#include "data/db/write_ahead.hpp"
#include "data/office/act_record.hpp"
#include "data/store/layer_store.hpp"
#include "tests/contract/engines.hpp"

#include <csignal>
#include <sys/wait.h>

using namespace merestone;
using namespace merestone::test;

namespace {

std::string answer(Connection& connection, const std::string& sql) {
  std::string text;
  connection.query(sql, {}, [&](const Row& row) {
    if (!text.empty()) text += ' ';
    text += row.text(0);
  });
  return text;
}

std::vector<NamedPlace> places(int count) {
  std::vector<NamedPlace> all;
  for (int i = 0; i < count; ++i) {
    all.push_back({{}, std::to_string(i), "hill", {{"Hill " + std::to_string(i)}},
                   from_degrees((i * 37) % 360 - 179.9, (i * 91) % 180 - 89.9), {}});
  }
  return all;
}

}  // namespace

TEST_CASE("the file is sound in SpatiaLite's eyes, however its index was filled") {
  const Site place{Engine::spatialite};
  {
    Project project = place.create();
    adopt(project, Counties{});
    for (const int count : {3, 40, 5000, 10, 900, 20000}) adopt_places(project, by("Ada"), places(count));
    adopt_hazard_zones(project, by("Ada"),
                       {{{}, "z", "flood", 1, "Two meadows",
                         {{{from_degrees(0, 0), from_degrees(3, 0), from_degrees(3, 3), from_degrees(0, 3)},
                           {{from_degrees(1, 1), from_degrees(1, 2), from_degrees(2, 2)}}},
                          {{from_degrees(7, 7), from_degrees(8, 7), from_degrees(8, 8)}, {}}},
                         "test", {}}});
  }
  SpatialiteConnection connection{place.location(), SpatialiteConnection::Mode::write};
  connection.load_functions();
  CHECK(answer(connection, "PRAGMA integrity_check") == "ok");
  CHECK(answer(connection, "PRAGMA foreign_key_check").empty());
  CHECK(answer(connection, "PRAGMA journal_mode") == "delete");
  for (const auto& [table, column] : {std::pair{"stretch", "path"}, {"place", "position"}, {"hazard_zone", "shape"}}) {
    INFO(table);
    const std::string index = std::string{"idx_"} + table + "_" + column;
    CHECK(answer(connection, "SELECT rtreecheck('" + index + "')") == "ok");
    CHECK(answer(connection, std::string{"SELECT CheckSpatialIndex('"} + table + "', '" + column + "')") == "1");
    CHECK(answer(connection, std::string{"SELECT count(*) FROM "} + table + " WHERE IsValid(" + column +
                                 ") = 1 AND SRID(" + column + ") = 4326") ==
          answer(connection, std::string{"SELECT count(*) FROM "} + table));
  }
  CHECK(answer(connection, "SELECT AsText(path) FROM stretch WHERE stretch_id = (SELECT stretch_id FROM boundary_now "
                           "WHERE left_code = 'a' AND right_code = 'b' OR left_code = 'b' AND right_code = 'a')") ==
        "LINESTRING(1 1, 1 2)");
  CHECK(answer(connection, "SELECT AsText(shape) FROM hazard_zone") ==
        "MULTIPOLYGON(((0 0, 3 0, 3 3, 0 3, 0 0), (1 1, 1 2, 2 2, 1 1)), ((7 7, 8 7, 8 8, 7 7)))");
  // Another program adds a stretch by SpatiaLite's own triggers, which our bulk insert put back.
  connection.run("INSERT INTO stretch (recorded_in, edges, carrier, accuracy_m, path) "
                 "VALUES (1, 'lonlat', '', 0, GeomFromText('LINESTRING(5 5, 6 6)', 4326))");
  CHECK(answer(connection, "SELECT count(*) FROM idx_stretch_path WHERE xmin > 4.9 AND xmax < 6.1") == "1");
  CHECK_THROWS_AS(connection.run("INSERT INTO stretch (recorded_in, edges, carrier, accuracy_m, path) "
                                 "VALUES (1, 'lonlat', '', 0, GeomFromText('POINT(5 5)', 4326))"),
                  Error);
}

TEST_CASE("a project is one plain file at rest, however many acts a process did") {
  const Site place{Engine::spatialite};
  const auto beside = [&](const char* end) { return std::filesystem::exists(place.location() + end); };
  {
    Project project = place.create();
    for (int i = 0; i < acts_before_write_ahead; ++i) {
      adopt_places(project, by("Ada"), places(3));
      CHECK(answer(project.connection(), "PRAGMA journal_mode") == "delete");
    }
    const Project reader = Project::open(place.location());
    for (int i = 0; i < 3; ++i) adopt_places(project, by("Ada"), places(3));
    CHECK(answer(project.connection(), "PRAGMA journal_mode") == "wal");
    CHECK(answer(project.connection(), "PRAGMA synchronous") == "3");  // EXTRA: an act that was told of outlives a power cut
    CHECK(reader.summary().places == 3 * (acts_before_write_ahead + 3));
    SECTION("closed by the one who wrote") {}
    SECTION("closed by one who only read, last of all") {
      const Project last = Project::open(place.location());
      { const Project gone = std::move(project); }
      CHECK(beside("-wal"));
      // All of it is in the file already.
      std::filesystem::copy(place.location(), place.folder() / "copy");
      CHECK(Project::open((place.folder() / "copy").string()).summary().places == last.summary().places);
      std::filesystem::remove(place.folder() / "copy");
      std::filesystem::remove(place.folder() / "copy-wal");
    }
  }
  CHECK_FALSE(beside("-wal"));
  CHECK_FALSE(beside("-shm"));
  const Project project = Project::open(place.location());
  CHECK(answer(project.connection(), "PRAGMA journal_mode") == "delete");
  CHECK(project.summary().places == 3 * (acts_before_write_ahead + 3));
  CHECK(project.verify_audit().empty());
}

TEST_CASE("a process killed while the log stands beside the file loses no act that was done") {
  const Site place{Engine::spatialite};
  place.create();
  constexpr int done = acts_before_write_ahead + 3;
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    Project project = Project::open(place.location(), Access::write);
    for (int i = 0; i < done; ++i) adopt_places(project, by("Ada"), places(3));
    project.connection().run("PRAGMA cache_size = 10");  // so that the unfinished act has pages in the log
    Transaction transaction{project.connection()};
    ActRecord act{project.connection(), "places.adopt", "Ada", "will be killed"};
    add_places(act.writer(), places(20000), {});
    act.close();
    raise(SIGKILL);
  }
  int status = 0;
  waitpid(child, &status, 0);
  REQUIRE(WIFSIGNALED(status));
  CHECK(std::filesystem::exists(place.location() + "-wal"));
  CHECK(Project::open(place.location()).summary().places == 3 * done);
  CHECK_FALSE(std::filesystem::exists(place.location() + "-wal"));
  Project project = Project::open(place.location(), Access::write);
  CHECK(project.summary().revision == done + 1);
  CHECK(project.verify_audit().empty());
  CHECK(adopt_places(project, by("Ada"), places(3)) == done + 2);
}

TEST_CASE("map programs find layers with names and codes") {
  const Site place{Engine::spatialite};
  {
    Project project = place.create();
    adopt(project, Counties{});
    adopt_places(project, by("Ada"), places(3));
  }
  SpatialiteConnection connection{place.location(), SpatialiteConnection::Mode::read};
  CHECK(answer(connection, "SELECT DISTINCT f_table_name FROM geometry_columns ORDER BY 1") ==
        "burial_photo depot disaster_event elevation facility facility_record feature_shift grave ground_use hazard_zone "
        "hidden_risk land_feature line_opinion line_project monument name_application name_sign observation outcome_point "
        "outcome_village place place_shape shelter sighting stretch");
  CHECK(answer(connection, "SELECT view_name FROM views_geometry_columns ORDER BY 1") ==
        "boundary_now depot_now facility_now grave_now hazard_zone_now monument_now name_now place_now shelter_now");
  CHECK(answer(connection, "SELECT left_name || '/' || right_name || '/' || level FROM boundary_now "
                           "WHERE left_name IN ('Clare', 'Dunmow') AND right_name IN ('Clare', 'Dunmow')")
            .ends_with("/2"));
  CHECK(answer(connection, "SELECT count(*) FROM boundary_now WHERE level = 1") == "2");
  CHECK(answer(connection, "SELECT group_concat(name) FROM (SELECT name FROM division_now WHERE level = 1 ORDER BY 1)") ==
        "Northshire,Southshire");
  CHECK(answer(connection, "SELECT name FROM place_now WHERE local_id = '1'") == "Hill 1");
}

TEST_CASE("QGIS finds a style for every layer") {
  const Site place{Engine::spatialite};
  place.create();
  SpatialiteConnection connection{place.location(), SpatialiteConnection::Mode::read};
  // As QGIS asks: by name and geometry column, the default first.
  connection.query("SELECT view_name, view_geometry FROM views_geometry_columns", {}, [&](const Row& row) {
    INFO(row.text(0));
    SpatialiteConnection asked{place.location(), SpatialiteConnection::Mode::read};
    const std::string qml = answer(asked, "SELECT styleQML FROM layer_styles WHERE f_table_schema = '' AND f_table_name = '" +
                                              std::string{row.text(0)} + "' AND f_geometry_column = '" +
                                              std::string{row.text(1)} + "' AND useAsDefault");
    CHECK(qml.starts_with("<!DOCTYPE qgis"));
    CHECK(qml.ends_with("</qgis>"));
    // Every rule has its symbol, and every column that a filter reads is one of the view.
    const auto count = [&](const std::string& text) {
      std::size_t found = 0;
      for (auto at = qml.find(text); at != std::string::npos; at = qml.find(text, at + 1)) ++found;
      return found;
    };
    CHECK(count("<rule ") == count("\n  <symbol "));
    const std::string quote = "&quot;";
    for (auto at = qml.find(quote); at != std::string::npos;) {
      const auto end = qml.find(quote, at + quote.size());
      const std::string column = qml.substr(at + quote.size(), end - at - quote.size());
      CHECK(answer(asked, "SELECT count(*) FROM pragma_table_info('" + std::string{row.text(0)} + "') WHERE name = '" +
                              column + "'") == "1");
      at = qml.find(quote, end + quote.size());
    }
  });
}
