// SPDX-License-Identifier: Apache-2.0
#include "data/db/migrate.hpp"
#include "data/store/statement.hpp"
#include "tests/contract/engines.hpp"

#include <fstream>

using namespace merestone;
using namespace merestone::test;

TEST_CASE("a new project holds its title and the act that made it") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  const Project project = place.make();
  const ProjectSummary summary = project.summary();
  CHECK(summary.title == "Twin counties");
  CHECK(summary.engine.starts_with(place.engine() == Engine::postgis ? "PostGIS 3" : "SpatiaLite 5"));
  CHECK(summary.revision == 1);
  CHECK(summary.divisions == 0);
  const auto audit = project.audit();
  REQUIRE(audit.size() == 1);
  CHECK(audit[0].act == "project.create");
  CHECK(audit[0].author == "Ada");
  CHECK(audit[0].previous == std::string(64, '0'));
  CHECK(audit[0].hash == summary.audit_head);
  CHECK(project.verify_audit().empty());
  CHECK(project.snapshot(on("2020-01-01")).stretches.empty());
  CHECK(project.extent(on("2020-01-01")).empty());
}

TEST_CASE("a project that lacks a step in between is brought up to date by the first who writes") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  {
    const Project project = place.make();
    act_as_owner(project.connection());
    for (const char* index : {"delimitation_left", "delimitation_right", "delimitation_claim", "boundary_line_pair", "boundary_line_version",
                              "boundary_line_part_line"}) {
      project.connection().run(std::string{"DROP INDEX "} + index);
    }
    project.connection().run("DELETE FROM schema_step WHERE name = '0040_ground_near.sql'");
  }
  CHECK(rule_of(refusal([&] { Project::open(place.location()); })) == "store.older_schema");
  CHECK(Project::open(place.location(), Access::write).verify_audit().empty());
  CHECK(Project::open(place.location()).summary().revision == 1);
  const Project project = Project::open(place.location(), Access::write);
  act_as_owner(project.connection());
  project.connection().run("INSERT INTO schema_step (name, sha256) VALUES ('0001_before_all.sql', '-')");
  CHECK(rule_of(refusal([&] { Project::open(place.location()); })) == "store.newer_schema");
}

TEST_CASE("where a project stands no other is made, and the first stays as it is") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  place.make();
  const Error error = refusal([&] { place.make(); });
  CHECK(error.fault() == Fault::conflict);
  CHECK(rule_of(error) == "store.project_exists");
  CHECK(Project::open(place.location()).summary().revision == 1);
}

TEST_CASE("there is nothing to open where nothing was made") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  const auto access = GENERATE(Access::read, Access::write);
  const Error error = refusal([&] { Project::open(place.location(), access); });
  CHECK(error.fault() == Fault::missing);
  CHECK(rule_of(error) == "store.no_project");
}

TEST_CASE("a database that is not on the server is missing, a server that does not answer is unavailable") {
  const Site place{Engine::postgis};
  CHECK(refusal([&] { Project::open(place.location() + " dbname=nowhere"); }).fault() == Fault::missing);
  const Error error = refusal([] { Project::open("host=/nonexistent dbname=merestone"); });
  CHECK(error.fault() == Fault::unavailable);
  CHECK(rule_of(error) == "store.connection");
}

TEST_CASE("a file that is not a project is refused and left alone") {
  const Site place{Engine::spatialite};
  const std::string text = GENERATE("not a database at all", "SQLite format 3", "");
  std::ofstream{place.location(), std::ios::binary} << text;
  const auto access = GENERATE(Access::read, Access::write);
  const Error error = refusal([&] { Project::open(place.location(), access); });
  CHECK(error.fault() == Fault::invalid);
  CHECK(rule_of(error) == "store.not_a_project");
  CHECK(rule_of(refusal([&] { place.make(); })) == "store.project_exists");
  std::ifstream in{place.location(), std::ios::binary};
  CHECK(std::string{std::istreambuf_iterator<char>{in}, {}} == text);
}

TEST_CASE("a folder in a project's place, and a place in no folder") {
  const Site place{Engine::spatialite};
  std::filesystem::create_directory(place.location());
  CHECK(rule_of(refusal([&] { Project::open(place.location()); })) == "store.not_a_project");
  CHECK(rule_of(refusal([&] { place.make(); })) == "store.project_exists");
  CHECK(rule_of(refusal([&] { Project::create(place.location() + "/no/where", "t", "a"); })) == "store.no_folder");
}

TEST_CASE("a project newer than the program is refused") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  {
    const Project project = place.make();
    act_as_owner(project.connection());
    project.connection().run("INSERT INTO schema_step (name, sha256) VALUES ('9999_from_the_future.sql', '')");
  }
  const auto access = GENERATE(Access::read, Access::write);
  const Error error = refusal([&] { Project::open(place.location(), access); });
  CHECK(error.fault() == Fault::conflict);
  CHECK(rule_of(error) == "store.newer_schema");
}

TEST_CASE("reading leaves nothing beside the file and does not change it") {
  const Site place{Engine::spatialite};
  {
    Project project = place.make();
    adopt(project, Counties{});
  }
  const auto bytes = [&] {
    std::ifstream in{place.location(), std::ios::binary};
    return std::string{std::istreambuf_iterator<char>{in}, {}};
  };
  const std::string before = bytes();
  {
    const Project project = Project::open(place.location());
    CHECK(project.snapshot(on("2020-01-01")).stretches.size() == 8);
    const auto files = std::filesystem::directory_iterator{place.folder()};
    CHECK(std::distance(begin(files), end(files)) == 1);
    const auto fault = refusal([&] { project.connection().run("CREATE TABLE mine (x)"); }).fault();
    CHECK(fault == Fault::unavailable);
  }
  CHECK(bytes() == before);
}

TEST_CASE("a project that is read takes no acts") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  place.make();
  Project project = Project::open(place.location());
  const Error error = refusal([&] { adopt(project, Counties{}); });
  CHECK(error.fault() == Fault::unavailable);
  CHECK(rule_of(error) == "store.read_only");
}

TEST_CASE("few statements differ between the engines") {
  const auto differing = overridden_statements();
  std::string names;
  for (const std::string& name : differing) names += " " + name;
  WARN(differing.size() << " statements are written once per engine:" << names);
  CHECK(differing.size() <= 3);
  std::size_t steps = 0;
  for (const auto& step : schema_steps(Engine::postgis)) {
    const bool keeps = step.name.find("_keep.") != std::string_view::npos;  // the same few lines for each table of a topic
    if (!keeps && step.name.find(".postgis.") != std::string_view::npos) ++steps;
  }
  WARN(steps << " of " << schema_steps(Engine::postgis).size() << " schema steps say something else per engine than that rows are kept");
  CHECK(steps <= 4);  // geometry, shares, lines, references
}
