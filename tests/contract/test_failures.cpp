// SPDX-License-Identifier: Apache-2.0
// Whatever fails, the project is as it was.
#include "data/office/act_record.hpp"
#include "data/office/attempt.hpp"
#include "data/store/layer_store.hpp"
#include "tests/contract/engines.hpp"

#include <thread>

#include <csignal>
#include <sys/wait.h>

using namespace merestone;
using namespace merestone::test;

namespace {

std::vector<NamedPlace> many_places(int count) {
  std::vector<NamedPlace> places;
  for (int i = 0; i < count; ++i) {
    places.push_back({{}, std::to_string(i), "populatedPlace", {{"Place with a longish name " + std::to_string(i)}},
                      from_degrees(i % 360 - 180, i % 90), {}});
  }
  return places;
}

void check_unchanged(const Project& project, const ProjectSummary& before) {
  const ProjectSummary after = project.summary();
  CHECK(after.revision == before.revision);
  CHECK(after.audit_head == before.audit_head);
  CHECK(after.places == before.places);
  CHECK(after.stretches == before.stretches);
  CHECK(project.verify_audit().empty());
}

}  // namespace

TEST_CASE("an act that breaks off midway leaves nothing behind") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  const ProjectSummary before = project.summary();
  {
    Transaction transaction{project.connection()};
    ActRecord act{project.connection(), "places.adopt", "Ada", "will fail"};
    add_places(act.writer(), many_places(2000), {});
    CHECK(project.summary().places == 2000);
    act.close();
  }
  check_unchanged(project, before);
  SECTION("also when a list of rows was begun") {
    Transaction transaction{project.connection()};
    ActRecord act{project.connection(), "places.adopt", "Ada", "will fail"};
    auto rows = act.writer().rows("stretch");
    (void)rows;
  }
  check_unchanged(project, before);
  CHECK(adopt_places(project, by("Ada"), many_places(2000)) == 3);
  CHECK(project.verify_audit().empty());
}

TEST_CASE("an act that is only tried is judged whole and leaves nothing behind, not even in the log of attempts") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  const ProjectSummary before = project.summary();
  Project trying = Project::open(place.location(), Access::write);
  trying.connection().only_try();
  CHECK(adopt_places(trying, by("Ada"), many_places(2)) == before.revision + 1);
  const Error error = refusal([&] {
    attempted(trying, "places.adopt", by("Ada"), [&] { return adopt_places(trying, by("Ada"), {{{}, "\xC3\x28", "t", {{"n"}}, {}, {}}}); });
  });
  CHECK(rule_of(error) == "store.bad_text");
  check_unchanged(project, before);
  CHECK(project.attempts().empty());
  CHECK(adopt_places(project, by("Ada"), many_places(2)) == before.revision + 1);
}

TEST_CASE("two who write take turns, and who waits too long is told") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  place.create();
  SECTION("at once") {
    const auto work = [&] {
      Project project = Project::open(place.location(), Access::write);
      for (int i = 0; i < 15; ++i) adopt_places(project, by("Ada"), many_places(3));
    };
    std::thread one{work}, other{work};
    one.join();
    other.join();
    const Project project = Project::open(place.location());
    CHECK(project.summary().revision == 31);
    CHECK(project.summary().places == 90);
    CHECK(project.verify_audit().empty());
  }
  SECTION("while one does not end") {
    Project slow = Project::open(place.location(), Access::write);
    Project other = Project::open(place.location(), Access::write);
    {
      const Transaction unfinished{slow.connection()};
      const Error error = refusal([&] { adopt_places(other, by("Ben"), {}); });
      CHECK(error.fault() == Fault::unavailable);
      CHECK(rule_of(error) == "store.locked");
      CHECK(Project::open(place.location()).summary().revision == 1);  // who reads is not held up
    }
    CHECK(adopt_places(other, by("Ben"), {}) == 2);
  }
}

TEST_CASE("a full disk is told and leaves the project as it was") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  const ProjectSummary before = project.summary();
  Connection& connection = project.connection();
  if (place.engine() == Engine::spatialite) {
    std::int64_t pages = 0;
    connection.query("PRAGMA page_count", {}, [&](const Row& row) { pages = row.integer(0); });
    connection.query("PRAGMA max_page_count = " + std::to_string(pages + 5), {}, [](const Row&) {});
  } else {
    act_as_owner(connection);
    connection.run(
        "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.fact > 1000 THEN "
        "RAISE EXCEPTION 'no space left on device' USING ERRCODE = 'disk_full'; END IF; RETURN NEW; END $$;"
        "CREATE TRIGGER full_disk BEFORE INSERT ON place FOR EACH ROW EXECUTE FUNCTION full_disk()");
  }
  const Error error = refusal([&] { adopt_places(project, by("Ada"), many_places(5000)); });
  CHECK(error.fault() == Fault::unavailable);
  CHECK(rule_of(error) == "store.disk_full");
  check_unchanged(project, before);
  check_unchanged(Project::open(place.location()), before);
}

TEST_CASE("a process killed while it writes leaves the project as it was") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  const bool spilled = place.engine() == Engine::spatialite && GENERATE(false, true);
  {
    Project project = place.create();
    adopt(project, Counties{});
  }
  const ProjectSummary before = Project::open(place.location()).summary();
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    Project project = Project::open(place.location(), Access::write);
    // With so little memory pages of the unfinished act are already in the file when the end comes.
    if (spilled) project.connection().run("PRAGMA cache_size = 10");
    Transaction transaction{project.connection()};
    ActRecord act{project.connection(), "places.adopt", "Ada", "will be killed"};
    add_places(act.writer(), many_places(20000), {});
    act.close();
    raise(SIGKILL);
  }
  int status = 0;
  waitpid(child, &status, 0);
  REQUIRE(WIFSIGNALED(status));
  if (place.engine() == Engine::spatialite) {
    CHECK(std::filesystem::exists(place.location() + "-journal"));
  }
  check_unchanged(Project::open(place.location()), before);  // reads, and recovers
  Project project = Project::open(place.location(), Access::write);
  check_unchanged(project, before);
  CHECK(adopt_places(project, by("Ada"), many_places(10)) == 3);
}

TEST_CASE("a project whose making fails is not there") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  CHECK(refusal([&] { Project::create(place.location(), "bad\xFF", "Ada"); }).fault() == Fault::invalid);
  CHECK(rule_of(refusal([&] { Project::open(place.location()); })) == "store.no_project");
  if (place.engine() == Engine::spatialite) CHECK(std::filesystem::is_empty(place.folder()));
  CHECK(place.make().summary().revision == 1);
}

TEST_CASE("a damaged file is told") {
  const Site place{Engine::spatialite};
  {
    Project project = place.create();
    adopt_places(project, by("Ada"), many_places(5000));
  }
  std::filesystem::resize_file(place.location(), std::filesystem::file_size(place.location()) / 2);
  const Error error = refusal([&] {
    const Project project = Project::open(place.location());
    project.places(on("2020-01-01"));
  });
  CHECK(error.fault() == Fault::unavailable);
  CHECK(rule_of(error) == "store.damaged");
}
