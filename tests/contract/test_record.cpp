// SPDX-License-Identifier: Apache-2.0
// The record keeps: nothing is deleted or rewritten, and who does it all the same is found.
#include "data/db/digest.hpp"
#include "data/db/migrate.hpp"
#include "data/store/audit_store.hpp"
#include "tests/contract/engines.hpp"
#include "tests/support/approve.hpp"
#include "tests/support/findings.hpp"

using namespace merestone;
using namespace merestone::test;

namespace {

/// Takes the guards off, as somebody with the password may.
void disarm(Connection& connection, const std::string& table) {
  act_as_owner(connection);
  if (connection.engine() == Engine::postgis) {
    connection.run("ALTER TABLE " + table + " DISABLE TRIGGER USER");
    return;
  }
  for (const char* guard : {"_is_kept", "_is_frozen", "_is_superseded_once"}) {
    connection.run("DROP TRIGGER IF EXISTS " + table + guard);
  }
}

}  // namespace

TEST_CASE("every act is an entry, chained to the one before") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{}, "Ben");
  const auto audit = project.audit();
  REQUIRE(audit.size() == 2);
  CHECK(audit[1].author == "Ben");
  CHECK(audit[1].previous == audit[0].hash);
  CHECK(audit[1].hash == sha256(canonical_text(audit[1])));
  CHECK(audit[1].facts.find("\"delimitation\":{\"added\":{\"blake2b\":\"") != std::string::npos);
  CHECK(audit[1].recorded_at.size() == 20);
  CHECK(project.verify_audit().empty());
}

TEST_CASE("both engines seal the same facts alike") {
  std::vector<std::string> facts;
  for (const Engine engine : {Engine::spatialite, Engine::postgis}) {
    const Site place{engine};
    Project project = place.create();
    adopt(project, Counties{});
    facts.push_back(project.audit().back().facts);
  }
  CHECK(facts[0] == facts[1]);
}

TEST_CASE("another program cannot refer to what is not on record") {
  const Site place{Engine::postgis};  // SQLite checks only for programs that ask it to
  Project project = place.create();
  adopt(project, Counties{});
  Connection& connection = project.connection();
  const std::string columns = "(delimitation_id, stretch_id, left_id, recorded_in, valid_from, valid_until)";
  const auto add = [&](const std::string& values) {
    connection.run("INSERT INTO delimitation " + columns + " VALUES " + values);
  };
  add("(101, 1, 1, 1, '2010-01-01', '2011-01-01'), (102, 1, NULL, 1, '2010-01-01', '2011-01-01')");
  for (const char* values : {"(103, 99, 1, 1, '2010-01-01', '2011-01-01')",
                             "(103, 1, 1, 1, '2010-01-01', '2011-01-01'), (104, 1, 77, 1, '2010-01-01', '2011-01-01')"}) {
    const Error error = refusal([&] { add(values); });
    CHECK(error.fault() == Fault::conflict);
    CHECK(rule_of(error) == "store.constraint");
  }
}

TEST_CASE("deleting and rewriting is refused") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  const bool as_owner = GENERATE(false, true);
  if (as_owner) act_as_owner(project.connection());
  Connection& connection = project.connection();
  for (const char* change :
       {"DELETE FROM stretch", "DELETE FROM division_name", "DELETE FROM revision", "DELETE FROM audit_entry",
        "UPDATE division_name SET name = 'Mine'", "UPDATE audit_entry SET facts = '{}'",
        "UPDATE revision SET author = 'Nobody'", "UPDATE delimitation SET left_id = right_id",
        "UPDATE division_version SET valid_until = '2011-01-01'", "UPDATE boundary_line_part SET ordinal = 9"}) {
    INFO(change);
    const Fault fault = refusal([&] { connection.run(change); }).fault();
    CHECK((fault == Fault::conflict || fault == Fault::unavailable));
  }
  CHECK(project.verify_audit().empty());
  CHECK(project.divisions(on("2020-01-01")).all().size() == 6);
}

TEST_CASE("a fact is superseded once") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  Connection& connection = project.connection();
  connection.run("UPDATE division_name SET superseded_in = 2 WHERE fact = 1");
  CHECK(refusal([&] { connection.run("UPDATE division_name SET superseded_in = 3 WHERE fact = 1"); }).fault() ==
        Fault::conflict);
  CHECK(refusal([&] { connection.run("UPDATE division_name SET superseded_in = NULL WHERE fact = 1"); }).fault() ==
        Fault::conflict);
  CHECK(rules_of(project.verify_audit()) == std::vector<std::string>{"audit.changed_rows"});  // no act did that
}

TEST_CASE("what is changed behind the program's back is found") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  Connection& connection = project.connection();
  const auto tampered = [&](const std::string& table, const std::string& change) {
    disarm(connection, table);
    connection.run(change);
    return project.verify_audit();
  };
  SECTION("a name") {
    const auto found = tampered("division_name", "UPDATE division_name SET name = 'Mine' WHERE fact = 2");
    REQUIRE(rules_of(found) == std::vector<std::string>{"audit.changed_rows"});
    CHECK(found[0].subject.record == "2");
    CHECK(found[0].facts[1] == std::pair<std::string, std::string>{"table", "division_name"});
  }
  SECTION("ground that changes hands") {
    CHECK(rules_of(tampered("delimitation", "UPDATE delimitation SET left_id = right_id, right_id = left_id WHERE delimitation_id = 1")) ==
          std::vector<std::string>{"audit.changed_rows"});
  }
  SECTION("a row taken out") {
    CHECK(rules_of(tampered("boundary_line_part", "DELETE FROM boundary_line_part WHERE fact = 1")) ==
          std::vector<std::string>{"audit.changed_rows"});
  }
  SECTION("a row put in") {
    CHECK(rules_of(tampered("division", "INSERT INTO division (division_id, recorded_in) VALUES (99, 2)")) ==
          std::vector<std::string>{"audit.changed_rows"});
  }
  SECTION("an author") {
    CHECK(rules_of(tampered("revision", "UPDATE revision SET author = 'Nobody' WHERE revision = 2")) ==
          std::vector<std::string>{"audit.broken_chain"});
  }
  SECTION("an entry rewritten, hash and all") {
    disarm(connection, "audit_entry");
    auto entry = project.audit()[0];
    entry.facts = "{}";
    connection.run("UPDATE audit_entry SET facts = '{}', hash = '" + sha256(canonical_text(entry)) + "' WHERE revision = 1");
    const auto found = rules_of(project.verify_audit());
    CHECK(std::count(found.begin(), found.end(), "audit.broken_chain") == 1);  // the next one does not fit any more
  }
  SECTION("an entry taken out") {
    CHECK(rules_of(tampered("audit_entry", "DELETE FROM audit_entry WHERE revision = 1"))[0] == "audit.missing_revision");
  }
}

TEST_CASE("the steps of the schema are frozen") {
  std::string digests;
  for (const Engine engine : {Engine::spatialite, Engine::postgis}) {
    for (const auto& step : schema_steps(engine)) {
      const std::string line = std::string{step.name} + " " + sha256(step.text) + "\n";
      if (digests.find(line) == std::string::npos) digests += line;
    }
  }
  approve("schema/digests.txt", digests);
}

TEST_CASE("every table of facts is guarded") {
  const Site place{Engine::spatialite};
  const Project project = place.create();
  std::vector<std::string> unguarded;
  project.connection().query(
      "SELECT m.name FROM sqlite_master m WHERE m.type = 'table' AND m.sql LIKE '%superseded_in%' AND "
      "(SELECT count(*) FROM sqlite_master t WHERE t.type = 'trigger' AND t.tbl_name = m.name AND t.name LIKE '%_is_%') < 3",
      {}, [&](const Row& row) { unguarded.emplace_back(row.text(0)); });
  CHECK(unguarded.empty());
  std::string columns_unguarded;
  project.connection().query(
      "SELECT m.name || '.' || c.name, t.sql FROM sqlite_master m JOIN pragma_table_info(m.name) c "
      "JOIN sqlite_master t ON t.name = m.name || '_is_frozen' WHERE m.type = 'table' AND c.name <> 'superseded_in'",
      {}, [&](const Row& row) {
        const std::string column{row.text(0).substr(row.text(0).find('.') + 1)};
        const bool all = row.text(1).find("BEFORE UPDATE ON") != std::string_view::npos;
        if (!all && row.text(1).find(column) == std::string_view::npos) columns_unguarded += " " + std::string{row.text(0)};
      });
  CHECK(columns_unguarded == "");
}
