// SPDX-License-Identifier: Apache-2.0
#include "data/store/personal_store.hpp"

#include "data/db/refusal.hpp"
#include "data/store/statement.hpp"

namespace merestone {
namespace {

constexpr std::string_view database_role = "merestone_enforcement";

/// On PostGIS the work is done as the role that alone may; who is no member is refused. Before and after the session is what
/// it was: the clerk. Where the database has no such role, the owner works as himself.
class AsEnforcement {
 public:
  explicit AsEnforcement(Connection& connection) : connection_{connection} {
    if (connection.engine() != Engine::postgis) return;
    bool there = false, member = false;
    const Value parameters[] = {database_role};
    connection.query("SELECT CASE WHEN pg_has_role(session_user, oid, 'MEMBER') THEN 1 ELSE 0 END, current_user::text"
                     "  FROM pg_roles WHERE rolname = $1", parameters, [&](const Row& row) {
                       there = true;
                       member = row.integer(0) != 0;
                       before_ = std::string{row.text(1)};
                     });
    if (!there) return;
    if (!member) {
      refuse(Fault::invalid, "personal.no_database_role", "not a member of the role", {{"role", std::string{database_role}}});
    }
    connection.run("SET ROLE " + std::string{database_role});
    changed_ = true;
  }
  ~AsEnforcement() {
    if (!changed_) return;
    try {
      // A quoted name, as PostgreSQL quotes it. In a transaction that failed this fails too, and rolling back undoes both.
      std::string quoted = "\"";
      for (const char c : before_) quoted += c == '"' ? std::string{"\"\""} : std::string{c};
      connection_.run("SET ROLE " + quoted + "\"");
    } catch (const Error&) {
    }
  }
  AsEnforcement(const AsEnforcement&) = delete;
  AsEnforcement& operator=(const AsEnforcement&) = delete;

 private:
  Connection& connection_;
  std::string before_;
  bool changed_ = false;
};

}  // namespace

std::map<BurialCaseId, std::vector<CasePerson>> read_case_persons(Connection& connection, Revision revision) {
  std::map<BurialCaseId, std::vector<CasePerson>> persons;
  const Value parameters[] = {revision};
  connection.query(statement("burial_party_list", connection.engine()), parameters, [&](const Row& row) {
    persons[BurialCaseId{row.integer(0)}].push_back({PersonId{row.integer(1)}, std::string{row.text(2)}, row.integer(4) != 0});
  });
  return persons;
}

PersonId add_case_person(FactWriter& writer, BurialCaseId id, std::string_view role, const PersonalData& data) {
  for (const std::string* text : {&data.name, &data.contact, &data.address, &data.identity, &data.statement}) require_text(*text);
  const PersonId person{writer.next("person")};
  auto persons = writer.rows("person");
  persons.add({person.value, writer.revision()});
  persons.finish();
  auto parties = writer.rows("burial_party");
  parties.add({writer.next("burial_party"), id.value, person.value, writer.revision(), role});
  parties.finish();
  const AsEnforcement working{writer.connection()};
  const Value row[] = {person.value, std::string_view{data.name}, std::string_view{data.contact}, std::string_view{data.address},
                       std::string_view{data.identity}, std::string_view{data.statement}};
  writer.connection().execute(statement("personal_data_add", writer.engine()), row);
  return person;
}

std::optional<PersonalData> read_personal_data(Connection& connection, PersonId person) {
  const AsEnforcement working{connection};
  std::optional<PersonalData> found;
  const Value parameters[] = {person.value};
  connection.query(statement("personal_data_get", connection.engine()), parameters, [&](const Row& row) {
    const auto text = [&](int column) { return std::string{row.text(column)}; };
    found = {text(0), text(1), text(2), text(3), text(4)};
  });
  return found;
}

void erase_personal_data(FactWriter& writer, PersonId person) {
  writer.supersede("person", {person.value});
  const AsEnforcement working{writer.connection()};
  const Value parameters[] = {person.value};
  writer.connection().execute(statement("personal_data_erase", writer.engine()), parameters);
}

}  // namespace merestone
