// SPDX-License-Identifier: Apache-2.0
// Cases against graves, joint actions and personal data, on both engines (domain.md §5.5).
#include "data/db/postgis.hpp"
#include "data/db/write_ahead.hpp"
#include "tests/contract/graveyard.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

using namespace merestone;
using namespace merestone::test;

namespace {

const ActingRole officer{"enforcement"};
const PersonalData owner{"张示例", "13900000000", "示例村7号", "990000190001010000", "拒绝改正"};

}  // namespace

TEST_CASE("a case against a grave is read back as it was taken down") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Graveyard yard{place};
  yard.notify();
  const BurialCase one = find_burial_case(yard.project, case_one);
  CHECK(one.grave == yard.graves[0].id);
  CHECK(one.judged_by == "cn-2012");
  CHECK(one.rules == "cn-2012");
  CHECK(one.grave_class == "hardened_oversize");
  CHECK(one.land_class == "other");
  CHECK(one.owner_known == Told::yes);
  CHECK(one.zones == std::vector<std::string>{"FU-03"});
  REQUIRE(one.acts.size() == 4);
  CHECK(one.acts[0].note == "巡查发现");
  CHECK(one.acts[3].due == parse_date("2025-03-25"));
  CHECK(one.acts[3].corrections == std::vector<std::string>{"demolish_hardening", "shrink"});
  const auto photos = case_photos(yard.project).at(one.id);
  REQUIRE(photos.size() == 1);
  const CasePhoto taken = yard.photo("before", "2025-03-04T10:00:00");
  CHECK(photos[0].taken.position == taken.taken.position);
  CHECK(photos[0].taken.taken_at == taken.taken.taken_at);
  CHECK(photos[0].view == "gate");
  const auto documents = yard.project.documents();
  const auto notice = std::find_if(documents.begin(), documents.end(), [&](const Document& d) { return d.id == one.acts[3].document; });
  REQUIRE(notice != documents.end());
  CHECK(notice->number == "例民殡责〔2025〕1号");
  CHECK(notice->sha256 == std::string(64, 'a'));
  CHECK(yard.project.verify_audit().empty());
}

TEST_CASE("acts that may not be are refused with their reasons, and the project stays as it was") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Graveyard yard{place};
  const Revision before = yard.project.summary().revision;
  CHECK(rule_of(refusal([&] { yard.lead("g-9999"); })) == "enforcement.unknown_grave");
  CHECK(rule_of(refusal([&] { report_lead(yard.project, plainly(), {"x", "g-0001", "rumour", parse_date("2025-03-01")}, yard.today); })) == "enforcement.source");
  CHECK(rule_of(refusal([&] { yard.verify(); })) == "enforcement.not_found");
  CHECK(yard.project.summary().revision == before);

  yard.lead();
  CHECK(rule_of(refusal([&] { yard.lead(); })) == "enforcement.number_held");
  CHECK(rule_of(refusal([&] { yard.lead("g-0001", "another"); })) == "enforcement.grave_has_case");
  const Revision seen = find_burial_case(yard.project, case_one).revision;
  yard.verify();
  BurialAct filing;
  filing.state = "filed";
  filing.day = parse_date("2025-03-05");
  filing.body = "civil_affairs";
  const Error stale = refusal([&] { take_step(yard.project, plainly(), {case_one, seen, yard.today}, filing); });
  CHECK(stale.fault() == Fault::conflict);
  CHECK(rule_of(stale) == "enforcement.stale");
  CHECK(rule_of(refusal([&] { take_step(yard.project, plainly(), yard.key(), filing); })) == "enforcement.needs");  // a paper
  CHECK(find_burial_case(yard.project, case_one).state() == "verified");
  CHECK(yard.project.attempts().back().act == "burials.step");

  const BurialReceipt far = add_photos(yard.project, plainly(), yard.key(), {yard.photo("before", "2025-03-04T11:00:00", 400)});
  REQUIRE(far.findings.size() == 1);
  CHECK(far.findings[0].rule == "photo.far");
  CHECK(yard.project.verify_audit().empty());
}

TEST_CASE("several bodies act on several cases on a day, in one act") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Graveyard yard{place};
  yard.notify();
  JointAction action;
  action.title = "清明前联合执法";
  action.day = parse_date("2026-01-20");
  action.bodies = {{"civil_affairs", true, 6}, {"township", false, 8}, {"police", false, 2}};
  const Error early = refusal([&] { plan_joint_action(yard.project, plainly(), action, {case_one}, yard.today); });
  CHECK(rule_of(early) == "joint.not_ready");
  yard.step("demand", "2025-04-01");
  yard.step("court_applied", "2025-11-11");
  yard.step("court_order", "2025-12-20", "court");
  plan_joint_action(yard.project, plainly(), action, {case_one}, yard.today);
  CHECK(rule_of(refusal([&] { plan_joint_action(yard.project, plainly(), action, {case_one}, yard.today); })) == "joint.title_held");
  const auto planned = joint_actions(yard.project).at(0);
  CHECK(planned.bodies.size() == 3);
  CHECK(planned.bodies[0].lead);
  CHECK(planned.cases.size() == 1);
  const Revision before = yard.project.summary().revision;
  carry_out(yard.project, plainly(), action.title, parse_date("2026-01-21"), parse_date("2026-02-20"), yard.today);
  CHECK(yard.project.summary().revision == before + 1);
  CHECK(find_burial_case(yard.project, case_one).state() == "joint_enforcement");
  CHECK(joint_actions(yard.project).at(0).carried_out);
  CHECK(joint_actions(yard.project).at(0).cases.size() == 1);
  CHECK(rule_of(refusal([&] { carry_out(yard.project, plainly(), action.title, parse_date("2026-01-21"), {}, yard.today); })) == "joint.done");

  const auto tasks = burial_tasks(yard.project, yard.today);
  const auto again = std::find_if(tasks.begin(), tasks.end(), [](const BurialTask& t) { return t.clock == "recheck"; });
  REQUIRE(again != tasks.end());
  CHECK(again->overdue);  // to be looked at on 20 February, and it is March
  BurialAct look;
  look.state = "recheck";
  look.day = parse_date("2026-02-21");
  look.body = "township";
  CHECK(rule_of(refusal([&] { take_step(yard.project, plainly(), yard.key(), look); })) == "enforcement.needs");  // a photo from after
  take_step(yard.project, plainly(), yard.key(), look, {yard.photo("after", "2026-02-21T09:00:00")});
  BurialAct closing;
  closing.state = "closed";
  closing.day = parse_date("2026-02-22");
  closing.body = "civil_affairs";
  closing.outcome = "removed";
  take_step(yard.project, plainly(), yard.key(), closing);
  const auto pairs = photo_pairs(case_photos(yard.project).begin()->second);
  REQUIRE(pairs.size() == 1);
  for (const BurialTask& task : burial_tasks(yard.project, yard.today)) CHECK(task.done);
  CHECK(yard.project.verify_audit().empty());
}

TEST_CASE("a joint action has two bodies or more, one of which leads, cases that may be enforced, and happens before it is told") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Graveyard yard{place};
  yard.notify();
  yard.step("demand", "2025-04-01");
  yard.step("court_applied", "2025-11-11");
  yard.step("court_order", "2025-12-20", "court");
  JointAction sound;
  sound.title = "清明前联合执法";
  sound.day = parse_date("2026-01-20");
  sound.bodies = {{"civil_affairs", true, 6}, {"police", false, 2}};
  const Revision before = yard.project.summary().revision;
  const auto refused = [&](auto change, const std::vector<std::string>& cases = {case_one}) {
    JointAction action = sound;
    change(action);
    std::vector<std::string> rules;
    const Error error = refusal([&] { plan_joint_action(yard.project, plainly(), action, cases, yard.today); });
    for (const Finding& finding : error.findings()) rules.push_back(finding.rule);
    return rules;
  };
  using Rules = std::vector<std::string>;
  CHECK(refused([](JointAction& a) { a.bodies.pop_back(); }) == Rules{"joint.few_bodies"});
  CHECK(refused([](JointAction& a) { a.bodies[1].body = "civil_affairs"; }) == Rules{"joint.body_twice", "joint.few_bodies"});
  CHECK(refused([](JointAction& a) { a.bodies[1].body = "choir"; }) == Rules{"joint.unknown_body"});
  CHECK(refused([](JointAction& a) { a.bodies[0].lead = false; }) == Rules{"joint.lead"});
  CHECK(refused([](JointAction& a) { a.bodies[1].lead = true; }) == Rules{"joint.lead"});
  CHECK(refused([](JointAction&) {}, {}) == Rules{"joint.no_cases"});
  CHECK(refused([&](JointAction& a) {
          a.carried_out = true;
          a.day = yard.today + std::chrono::days{1};
        }) == Rules{"joint.in_future"});
  CHECK(refused([](JointAction&) {}, {"例民殡〔2025〕99号"}) == Rules{"enforcement.not_found"});
  CHECK(rule_of(refusal([&] { carry_out(yard.project, plainly(), "no such day", parse_date("2026-01-21"), {}, yard.today); })) == "joint.unknown");
  CHECK(yard.project.summary().revision == before);
  CHECK(joint_actions(yard.project).empty());
  plan_joint_action(yard.project, plainly(), sound, {case_one}, yard.today);
  CHECK(joint_actions(yard.project).size() == 1);
}

TEST_CASE("personal data are read in their role alone, and reading is told of") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Graveyard yard{place};
  yard.lead();
  CHECK(rule_of(refusal([&] { add_person(yard.project, plainly(), yard.key(), "owner", owner, {""}); })) == "personal.no_role");
  CHECK(rule_of(refusal([&] { add_person(yard.project, plainly(), yard.key(), "neighbour", owner, officer); })) == "personal.party_role");
  CHECK(rule_of(refusal([&] { add_person(yard.project, plainly(), yard.key(), "owner", {}, officer); })) == "personal.nothing");
  add_person(yard.project, plainly(), yard.key(), "owner", owner, officer);
  CHECK(rule_of(refusal([&] { read_persons(yard.project, plainly(), case_one, {"mapmaker"}); })) == "personal.no_role");
  const auto persons = read_persons(yard.project, plainly("for the notice"), case_one, officer);
  REQUIRE(persons.size() == 1);
  CHECK(persons[0].data.name == owner.name);
  CHECK(persons[0].data.statement == owner.statement);
  CHECK(yard.project.attempts().back().act == "persons.read");
  CHECK(yard.project.attempts().back().reason == "for the notice");
  CHECK(parties_of(yard.project, find_burial_case(yard.project, case_one).id).size() == 1);  // that there is an owner is no secret
  CHECK_THROWS_AS(yard.project.connection().run("UPDATE personal_data SET name = 'x'"), Error);  // erased it can be, rewritten never
  CHECK(yard.project.verify_audit().empty());
}

TEST_CASE("erasure takes personal data away for good, and the audit keeps that it was, not what") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Graveyard yard{place};
  yard.lead();
  Connection& connection = yard.project.connection();
  for (int i = 0; i < acts_before_write_ahead; ++i) {  // so that SpatiaLite has the person in its log
    Transaction transaction{connection};
    ActRecord{connection, "places.adopt", "Ada", "one act more"}.close();
    transaction.commit();
  }
  const PersonId person = add_person(yard.project, plainly(), yard.key(), "complainant", owner, officer);
  if (place.engine() == Engine::spatialite) {
    connection.query("PRAGMA journal_mode", {}, [](const Row& row) { REQUIRE(row.text(0) == "wal"); });
  }
  CHECK(rule_of(refusal([&] { erase_person(yard.project, plainly(), person, {""}); })) == "personal.no_role");
  CHECK(rule_of(refusal([&] { erase_person(yard.project, plainly(), {77}, officer); })) == "personal.unknown");
  erase_person(yard.project, plainly("on request of the person"), person, officer);
  CHECK(rule_of(refusal([&] { erase_person(yard.project, plainly(), person, officer); })) == "personal.erased");
  const auto persons = read_persons(yard.project, plainly(), case_one, officer);
  REQUIRE(persons.size() == 1);
  CHECK(persons[0].party.erased);
  CHECK(persons[0].data.name.empty());
  const auto audit = yard.project.audit();
  const AuditEntry& entry = audit.back();
  CHECK(entry.act == "persons.erase");
  for (const AuditEntry& each : audit) {
    for (const std::string* secret : {&owner.name, &owner.contact, &owner.address, &owner.identity, &owner.statement}) {
      CHECK(each.facts.find(*secret) == std::string::npos);
    }
  }
  for (const Attempt& attempt : yard.project.attempts()) CHECK(attempt.findings.find(owner.name) == std::string::npos);
  CHECK(yard.project.verify_audit().empty());  // the chain is whole, though something is gone
  if (place.engine() != Engine::spatialite) return;
  for (const char* end : {"", "-wal"}) {  // nor do its bytes lie in free pages of the file, or in the log beside it
    std::ifstream file{place.location() + end, std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    CHECK(bytes.find(owner.identity) == std::string::npos);
    CHECK(bytes.find(owner.name) == std::string::npos);
  }
}

TEST_CASE("on PostGIS the server itself refuses who is no member of the role") {
  const Site place{Engine::postgis};
  Graveyard yard{place};
  yard.lead();
  add_person(yard.project, plainly(), yard.key(), "owner", owner, officer);
  yard.project.connection().run("RESET ROLE");
  yard.project.connection().run("DROP ROLE IF EXISTS only_clerk; CREATE ROLE only_clerk LOGIN IN ROLE merestone_clerk");
  std::string location = place.location();
  location.replace(location.find("user=merestone"), 14, "user=only_clerk");
  Project clerk = Project::open(location, Access::write);
  CHECK(find_burial_case(clerk, case_one).number == case_one);  // cases are for every clerk
  CHECK(rule_of(refusal([&] { read_persons(clerk, plainly(), case_one, officer); })) == "personal.no_database_role");
  CHECK_THROWS_AS(clerk.connection().query("SELECT name FROM personal_data", {}, [](const Row&) {}), Error);
  CHECK_THROWS_AS(yard.project.connection().run("SET ROLE merestone_clerk; SELECT name FROM personal_data"), Error);
  yard.project.connection().run("RESET ROLE; DROP ROLE only_clerk");
}
