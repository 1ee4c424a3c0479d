// SPDX-License-Identifier: Apache-2.0
// Cases from report to closing, what is refused, and what a refusal leaves behind.
#include "tests/contract/valley.hpp"

#include <filesystem>
#include <fstream>

using namespace merestone;
using namespace merestone::test;

namespace {

const Polyline middle = Valley::line({{1, 1}, {1.1, 1.5}, {1, 2}});

}  // namespace

TEST_CASE("a dispute from report to closing") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Valley valley{place};
  valley.negotiate();
  const double a_before = valley.area_km2(valley.a, "2020-01-05"), b_before = valley.area_km2(valley.b, "2020-01-05");
  const RecordedClaims claims = valley.claim();
  REQUIRE(claims.contested.size() == 2);

  // While it is open, the map of the situation on the ground is the one of before.
  CHECK(valley.area_km2(valley.a, "2020-06-01") == a_before);
  CHECK(valley.area_km2(valley.a, "2020-06-01", AsClaimedBy{valley.a}) > a_before);
  CHECK(valley.area_km2(valley.a, "2020-06-01", AsClaimedBy{valley.b}) < a_before);
  DisputeFile file = valley.file();
  CHECK(file.parties[0].label == "A");
  CHECK(file.parties[0].division == valley.a);
  CHECK(file.the_case.status_quo(file.procedure) == parse_date("2020-03-01"));
  CHECK(file.opinions.size() == 2);
  CHECK(file.due.empty());  // BD-01

  Settlement settlement = valley.agreed(middle);
  settlement.outcome.obligations = "The ford stays open to both.";
  settlement.annex.numbers = "AB{n}";
  const Settled settled = settle(valley.project, act("Agreement", "2020-07-01"), key(), settlement);
  CHECK(settled.transfers.size() == 1);
  CHECK(settled.transfers[0].from == valley.b);
  REQUIRE(settled.outcome.points.size() == 3);
  CHECK(settled.outcome.points[0].number == "AB1");
  CHECK(!settled.tiles.empty());
  CHECK(settled.outcome.moved.empty());

  // Nothing changes before its day; then ground changes hands to the square micrometre, and nobody disputes it.
  CHECK(valley.area_km2(valley.a, "2020-07-31") == a_before);
  const double a_after = valley.area_km2(valley.a, "2020-08-01"), b_after = valley.area_km2(valley.b, "2020-08-01");
  CHECK(a_after + b_after == Approx(a_before + b_before));
  CHECK(a_after - a_before == Approx(square_metres(settled.transfers[0].area_um2) / 1e6).epsilon(1e-9));
  CHECK(valley.file("2020-08-01").contested.empty());
  CHECK(valley.file("2020-07-31").contested.size() == 2);
  const auto views = view_sums(valley.project, valley.file("2020-08-01"), on("2020-08-01"));
  for (const ViewSum& view : views) CHECK(view.by_holders == views[0].by_holders);

  record_survey(valley.project, act("Joint survey", "2020-11-01"), key(),
                {parse_date("2020-11-01"), "Boundary map 1:10 000", 10'000, {}});
  for (const char* with : {"Prefecture", "State Council"}) file_outcome(valley.project, act(), key(), {with, parse_date("2020-12-01"), "r", {}});
  valley.step("published", "2020-12-15");
  valley.step("closed", "2021-01-15");
  file = valley.file("2021-02-01");
  REQUIRE(file.outcome);
  CHECK(file.outcome->outcome.map_scale == 10'000);
  CHECK(file.outcome->outcome.survey.value != 0);
  CHECK(file.outcome->outcome.signatories.size() == 2);
  CHECK(file.outcome->outcome.points.size() == 3);
  CHECK(file.outcome->outcome.obligations == "The ford stays open to both.");
  CHECK(file.filings.size() == 2);
  CHECK(file.the_case.state() == "closed");
  CHECK(valley.project.verify_audit().empty());
  CHECK(valley.project.attempts().empty());
}

TEST_CASE("the line between two counties keeps its name through the settlement") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Valley valley{place};
  const auto line_of = [&](const char* day) {
    for (const BoundaryLine& line : valley.project.lines(on(day))) {
      const bool theirs = (line.left == valley.a && line.right == valley.b) || (line.left == valley.b && line.right == valley.a);
      if (theirs) return line;
    }
    return BoundaryLine{};
  };
  const BoundaryLine before = line_of("2020-01-05");
  REQUIRE(before.parts.size() == 1);
  valley.negotiate();
  valley.claim();
  CHECK(line_of("2020-06-01").id == before.id);  // it runs on where it is on the ground
  settle(valley.project, act("Agreement", "2020-07-01"), key(), valley.agreed(middle));
  const BoundaryLine after = line_of("2020-08-01");
  CHECK(after.id == before.id);
  REQUIRE(after.parts.size() == 1);
  CHECK(after.parts[0].stretch != before.parts[0].stretch);
  CHECK(line_of("2020-01-05").parts[0].stretch == before.parts[0].stretch);
}

TEST_CASE("what cannot be done to a case is refused, and the attempt is in the log") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Valley valley{place};
  Project& project = valley.project;
  const auto refused = [&](const char* name, auto action) { return refused_rule(project, name, action); };

  CHECK(refused("disputes.open", [&] { open_case(project, act(), {"1", "", "cn-1989", {valley.a}, parse_date("2020-01-10"), {}}, the_day); }) == "dispute.few_parties");
  CHECK(refused("disputes.open", [&] { open_case(project, act(), {"1", "", "cn-1989", {valley.a, valley.a}, parse_date("2020-01-10"), {}}, the_day); }) == "dispute.party_twice");
  CHECK(refused("disputes.open", [&] { open_case(project, act(), {"1", "", "cn-1889", {valley.a, valley.b}, parse_date("2020-01-10"), {}}, the_day); }) == "dispute.no_procedure");
  CHECK(refused("disputes.open", [&] { open_case(project, act(), {"1", "", "cn-1989", {valley.a, valley.b}, parse_date("2024-01-02"), {}}, the_day); }) == "dispute.in_future");
  CHECK(refused("disputes.open", [&] { open_case(project, act(), {"1", "", "cn-1989", {valley.a, valley.b}, parse_date("2020-01-10"), parse_date("2020-02-01")}, the_day); }) == "dispute.dates");
  valley.negotiate();
  CHECK(refused("disputes.open", [&] { valley.open(); }) == "dispute.number_held");
  CHECK(refused("disputes.step", [&] { take_step(project, act(), key("9"), {"referred", parse_date("2020-05-01"), {}, {}}); }) == "dispute.not_found");
  CHECK(refused("disputes.step", [&] { valley.step("decided", "2020-05-01"); }) == "dispute.out_of_order");
  CHECK(refused("disputes.step", [&] { valley.step("referred", "2020-03-31"); }) == "dispute.dates");
  CHECK(refused("disputes.party", [&] { add_party(project, act(), key(), valley.a, parse_date("2020-05-01")); }) == "dispute.party_twice");

  Evidence future;
  future.party = valley.a;
  CHECK(refused("disputes.evidence", [&] { add_evidence(project, act("Map", "2024-01-02"), key(), future, {}); }) == "evidence.from_future");
  CHECK(refused("disputes.evidence", [&] { add_evidence(project, act("Map", "2010-01-02"), key(), future, Content{"", ""}); }) == "document.empty");
  CHECK(refused("disputes.evidence", [&] { add_evidence(project, act(), key(), future, {}); }) == "evidence.no_document");

  const auto claim = [&](DivisionId party, Polyline path) {
    return [&project, &valley, party, path] {
      record_claims(project, act(), key(), {{party, {valley.opinion(party, path)}}}, parse_date("2020-01-10"));
    };
  };
  CHECK(refused("disputes.claims", claim(valley.a, Valley::line({{1, 1}, {1.2, 0.5}, {1, 2}}))) == "redraw.foreign_ground");  // through D
  CHECK(refused("disputes.claims", claim(valley.a, Valley::line({{1, 1}, {1.3, 1.5}, {1.1, 1.5}, {1.3, 1.2}, {1, 2}}))) == "opinion.crosses_itself");
  CHECK(refused("disputes.claims", claim(valley.a, Valley::line({{1, 1}, {1, 1}}))) == "opinion.zero_length");
  CHECK(refused("disputes.claims", claim(valley.c, middle)) == "opinion.not_a_party");

  Settlement settlement = valley.agreed(middle);
  settlement.outcome.signatories.pop_back();
  CHECK(refused("disputes.settle", [&] { settle(project, act("Agreement"), key(), settlement); }) == "dispute.unsigned");
  settlement = valley.agreed(middle, "2020-06-01");
  CHECK(refused("disputes.settle", [&] { settle(project, act("Agreement"), key(), settlement); }) == "dispute.dates");
  CHECK(refused("disputes.settle", [&] { settle(project, act(), key(), valley.agreed(middle)); }) == "dispute.no_document");
  valley.step("withdrawn", "2020-05-01");
  CHECK(refused("disputes.settle", [&] { settle(project, act("Agreement"), key(), valley.agreed(middle)); }) == "dispute.ended");
  CHECK(project.verify_audit().empty());
}

TEST_CASE("two people at one case: who has not seen the last act is refused") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Valley valley{place};
  valley.open();
  const Revision seen = valley.file().the_case.revision;
  triage_case(valley.project, act(), {"2020-1", seen, the_day}, {}, parse_date("2020-02-01"));
  const Error stale = refusal([&] { take_step(valley.project, act(), {"2020-1", seen, the_day}, {"status_quo_set", parse_date("2020-03-01"), {}, {}}); });
  CHECK(rule_of(stale) == "dispute.stale");
  CHECK(stale.fault() == Fault::conflict);
  take_step(valley.project, act(), {"2020-1", valley.file().the_case.revision, the_day}, {"status_quo_set", parse_date("2020-03-01"), {}, {}});
}

TEST_CASE("a withdrawn case leaves the ground to nobody's quarrel, and can be reopened") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Valley valley{place};
  valley.negotiate();
  valley.claim();
  const double before = valley.area_km2(valley.a, "2020-04-30");
  valley.step("withdrawn", "2020-05-01");
  CHECK(valley.file("2020-04-30").contested.size() == 2);
  CHECK(valley.file("2020-05-01").contested.empty());
  CHECK(valley.area_km2(valley.a, "2020-05-01", AsClaimedBy{valley.a}) == Approx(before));
  valley.step("reopened", "2020-06-01");
  valley.step("accepted", "2020-06-02");
  record_claims(valley.project, act("Claim"), key(), {{valley.a, {valley.opinion(valley.a, middle)}}}, parse_date("2020-06-03"));
  CHECK(valley.file("2020-06-03").contested.size() == 1);
  CHECK(valley.project.verify_audit().empty());
}

TEST_CASE("a settlement for one party's claim, and one that keeps the line") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Valley valley{place};
  valley.negotiate();
  valley.claim();
  const double as_a_claims = valley.area_km2(valley.a, "2020-06-01", AsClaimedBy{valley.a});
  const double now = valley.area_km2(valley.a, "2020-06-01");
  Settlement settlement = valley.agreed({});
  settlement.line = {};
  CHECK(settle(valley.project, act("Agreement"), key(), settlement, true).transfers.empty());  // looked at, not recorded
  CHECK(valley.file().the_case.state() == "negotiating");
  const bool for_a = GENERATE(true, false);
  if (for_a) settlement.line.as_claimed_by = valley.a;
  settle(valley.project, act("Agreement"), key(), settlement);
  CHECK(valley.area_km2(valley.a, "2020-08-01") == Approx(for_a ? as_a_claims : now).epsilon(1e-12));
  CHECK(valley.file("2020-08-01").contested.empty());
  CHECK(valley.project.verify_audit().empty());
}

TEST_CASE("what was claimed ends with the effect of the settlement, stays known, and stands again in a case opened anew") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Valley valley{place};
  valley.negotiate();
  valley.claim();
  const auto claims_on = [&](const char* day) { return valley.project.snapshot(on(day)).claims.size(); };
  const std::size_t claimed = claims_on("2020-07-31");
  CHECK(claimed >= 2);
  const Revision before = valley.project.summary().revision;
  settle(valley.project, act("Agreement", "2020-07-01"), key(), valley.agreed(middle));
  CHECK(claims_on("2020-07-31") == claimed);  // the agreement has effect on 1 August
  CHECK(claims_on("2020-08-01") == 0);
  CHECK(valley.project.snapshot({parse_date("2020-08-01"), before}).claims.size() == claimed);  // as it was known before
  std::size_t ended = 0;
  for (const LineOpinion& opinion : valley.file("2020-09-01").opinions) {
    if (opinion.kind != OpinionKind::claim) continue;
    ++ended;
    CHECK(opinion.valid.until == parse_date("2020-08-01"));
  }
  CHECK(ended == 2);

  record_survey(valley.project, act("Survey"), key(), {parse_date("2020-11-01"), "Map", 10'000, {}});
  file_outcome(valley.project, act(), key(), {"Province", parse_date("2020-11-01"), "r", {}});
  for (const char* state : {"published", "closed"}) valley.step(state, "2020-11-01");
  valley.step("reopened", "2021-01-01");
  valley.step("accepted", "2021-01-02");
  CHECK(claims_on("2021-01-02") == 0);
  record_claims(valley.project, act("Claim"), key(), {{valley.a, {valley.opinion(valley.a, Valley::line({{1, 1}, {1.2, 1.5}, {1, 2}}))}}}, parse_date("2021-01-03"));
  CHECK(claims_on("2020-12-31") == 0);
  CHECK(claims_on("2021-01-03") == claimed);
  CHECK(valley.file("2021-01-03").contested.size() >= 1);
  CHECK(valley.project.verify_audit().empty());
}

TEST_CASE("a line that the joint survey drew better replaces the agreed one") {
  const Site place{Engine::spatialite};
  Valley valley{place};
  valley.negotiate();
  valley.claim();
  settle(valley.project, act("Agreement", "2020-07-01"), key(), valley.agreed(middle));
  const double agreed = valley.area_km2(valley.a, "2020-10-31");
  Survey survey{parse_date("2020-11-01"), "Map", 10'000, valley.opinion({}, Valley::line({{1, 1}, {1.101, 1.5}, {1, 2}}))};
  CHECK(rule_of(refusal([&] { record_survey(valley.project, act(), key(), survey); })) == "dispute.no_document");
  record_survey(valley.project, act("Survey"), key(), survey);
  CHECK(valley.area_km2(valley.a, "2020-10-31") == agreed);
  CHECK(valley.area_km2(valley.a, "2020-11-01") > agreed);
}

TEST_CASE("what a viewer accepts is its map; what it disputes is not shown to it") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Valley valley{place};
  valley.negotiate();
  valley.claim();
  using Stance = Perspective::Stance;
  const Period valid{parse_date("2020-01-10"), open_end};
  set_perspective(valley.project, act(), key(), {valley.a, "X", Stance::accepted, "line_of_control", valid});
  set_perspective(valley.project, act(), key(), {valley.b, "X", Stance::disputed, "", valid});
  CHECK(valley.area_km2(valley.a, "2020-06-01", AsSeenBy{"X"}) == valley.area_km2(valley.a, "2020-06-01", AsClaimedBy{valley.a}));
  DisputeFile file = valley.file();
  REQUIRE(file.perspectives.size() == 2);
  CHECK(file.perspectives[0].drawn_as == "line_of_control");
  set_perspective(valley.project, act(), key(), {valley.a, "X", Stance::disputed, "", valid});  // it changed its mind
  CHECK(valley.file().perspectives.size() == 2);
  CHECK(valley.area_km2(valley.a, "2020-06-01", AsSeenBy{"X"}) == valley.area_km2(valley.a, "2020-06-01"));
  CHECK(rule_of(refusal([&] { set_perspective(valley.project, act(), key(), {valley.c, "X", Stance::accepted, "", valid}); })) == "dispute.no_claim");
}

TEST_CASE("an office sets a time where the law sets none") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Valley valley{place};
  valley.negotiate();
  set_clock(valley.project, act(), {"cn-1989", "negotiating", 90});
  set_clock(valley.project, act(), {"cn-1989", "negotiating", 60});
  const DisputeFile file = valley.file();
  REQUIRE(file.due.size() == 1);
  CHECK(file.due[0].due == parse_date("2020-05-31"));
  CHECK(file.due[0].overdue);  // four years later
  CHECK(rule_of(refusal([&] { set_clock(valley.project, act(), {"cn-1989", "haggling", 60}); })) == "dispute.no_state");
}

TEST_CASE("contested ground far from every other line is known") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  // Three rows of six communes, the western half one county, the eastern the other; the quarrel lies within two of them.
  std::vector<DeliveredDivision> divisions;
  RingSet rings;
  for (int row = 0; row < 3; ++row) {
    for (int column = 0; column < 6; ++column) {
      DeliveredDivision& commune = divisions.emplace_back();
      commune.code = std::to_string(10 * row + column);
      commune.name = "Commune " + commune.code;
      commune.parent_code = column < 3 ? "W" : "E";
      commune.level = 2;
      commune.has_shape = true;
      rings.add(Valley::line({{column, row}, {column + 1, row}, {column + 1, row + 1}, {column, row + 1}}),
                static_cast<UnitIndex>(divisions.size() - 1));
    }
  }
  for (const char* county : {"W", "E"}) {
    DeliveredDivision& made = divisions.emplace_back();
    made.code = made.name = county;
    made.level = 1;
  }
  Project project = place.create();
  adopt_divisions(project, by("Ada"), {divisions, build_mesh(rings).mesh, "test", {parse_date("2010-01-01"), open_end}});
  const DivisionRegister known = project.divisions(on("2020-01-01"));
  const DivisionId west = known.find_code("W")->id, east = known.find_code("E")->id;
  open_case(project, act(), {"2020-1", "The field", "cn-1989", {west, east}, parse_date("2020-01-10"), {}}, the_day);
  LineOpinion claim;
  claim.title = "claim";
  claim.holder = west;
  claim.path = Valley::line({{3, 1.3}, {3.2, 1.5}, {3, 1.7}});
  claim.left = west;
  claim.right = east;
  claim.valid.from = parse_date("2020-01-10");
  const RecordedClaims recorded = record_claims(project, act("Claim"), key(), {{west, {claim}}}, parse_date("2020-01-10"));
  REQUIRE(recorded.contested.size() == 1);
  const DisputeFile file = dispute_file(project, "2020-1", on("2020-06-01"), the_day);
  REQUIRE(file.contested.size() == 1);
  CHECK(file.contested[0].area_um2 == recorded.contested[0].area_um2);
  CHECK(file.contested[0].label == "AB");
}

TEST_CASE("a party gives way to its heir: the line in dispute goes on, with the heir on its side") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Valley valley{place};
  valley.negotiate();
  valley.claim();
  const auto state = [](const char* code, const char* from, const char* until, const char* reason, const char* heir) {
    return DeliveredState{"history.csv", 1, code, code, "commune", 2, {parse_date(from), parse_date(until)}, reason, heir};
  };
  adopt_history(valley.project, act(), {state("a", "2010-01-01", "2021-01-01", "renumbered", "e"), state("e", "2021-01-01", "9999-12-31", "", "")},
                "test");
  const DivisionId heir = valley.project.divisions(on("2021-01-01")).find_code("e")->id;
  const auto parts = [&](const char* day, DivisionId one) {
    for (const BoundaryLine& line : valley.project.lines(on(day))) {
      if ((line.left == one && line.right == valley.b) || (line.left == valley.b && line.right == one)) return line.parts.size();
    }
    return std::size_t{0};
  };
  CHECK(parts("2020-12-31", valley.a) > 0);
  CHECK(parts("2021-01-01", heir) == parts("2020-12-31", valley.a));
}

TEST_CASE("a case goes by a procedure that the office brought itself") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  const auto folder = std::filesystem::temp_directory_path() / "merestone-own-procedure";
  std::filesystem::create_directories(folder);
  std::ofstream{folder / "pack.json"} << R"({"id": "own", "words": {"en": "Ours", "zh": "本单位"}})";
  std::ofstream{folder / "disputes.json"} << R"({"templates": [{"id": "own-1", "words": {"en": "Ours", "zh": "本单位"}, "from_level": 1,
      "to_level": 9, "tiers": [], "steps": [{"id": "reported", "words": {"en": "reported", "zh": "已报告"}, "next": ["heard"]},
      {"id": "heard", "words": {"en": "heard", "zh": "已听取"}, "next": []}]}]})";
  Project project = Project::create(place.location(), "Twin counties", "Ada", {folder.string()});
  std::filesystem::remove_all(folder);  // the project keeps its law itself
  adopt(project, Counties{});
  const DivisionRegister divisions = project.divisions(on("2020-01-01"));
  open_case(project, act(), {"2020-1", "The valley", "own-1", {divisions.find_code("a")->id, divisions.find_code("b")->id},
                             parse_date("2020-01-10"), {}}, the_day);
  take_step(project, act(), key(), {"heard", parse_date("2020-02-01"), {}, {}});
  CHECK(dispute_file(project, "2020-1", on("2020-06-01"), the_day).procedure.words.zh == "本单位");
  CHECK(find_procedure(project, "ph-lgc118").id == "ph-lgc118");  // that of another country too
  CHECK(rule_of(refusal([&] { find_procedure(project, "own-2"); })) == "dispute.no_procedure");
}

TEST_CASE("lines of every kind are kept beside the claims") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Valley valley{place};
  valley.open();
  LineOpinion customary = valley.opinion({}, middle);
  customary.kind = OpinionKind::customary;
  customary.accuracy_m = 25;
  const LineOpinionId first = record_opinion(valley.project, act("Old map"), key(), customary);
  customary.supersedes = first;
  customary.accuracy_m = 10;
  record_opinion(valley.project, act("Better map"), key(), customary);
  const DisputeFile file = valley.file();
  REQUIRE(file.opinions.size() == 1);
  CHECK(file.opinions[0].supersedes == first);
  CHECK(file.opinions[0].accuracy_m == 10);
  CHECK(file.opinions[0].path == middle);
  CHECK(file.contested.empty());
  customary.kind = OpinionKind::claim;
  CHECK(rule_of(refusal([&] { record_opinion(valley.project, act(), key(), customary); })) == "opinion.other_act");
}

TEST_CASE("who tampers with the log of attempts or a kept file is found") {
  const Site place{Engine::spatialite};
  Valley valley{place};
  valley.open();
  refusal([&] { valley.open(); });
  refusal([&] { valley.open(); });
  Evidence piece;
  piece.party = valley.a;
  add_evidence(valley.project, act("Deed", "1980-01-01"), key(), piece, Content{"text/plain", "our land"});
  Connection& connection = valley.project.connection();
  CHECK(refusal([&] { connection.run("DELETE FROM attempt"); }).fault() == Fault::conflict);
  CHECK(refusal([&] { connection.run("UPDATE content SET content = x'00'"); }).fault() == Fault::conflict);
  CHECK(valley.project.verify_audit().empty());
  connection.run("DROP TRIGGER attempt_is_sealed; UPDATE attempt SET author = 'Nobody' WHERE attempt_id = 1");
  connection.run("DROP TRIGGER content_is_sealed; UPDATE content SET content = x'00'");
  const auto found = rules_of(valley.project.verify_audit());
  CHECK(found == Rules{"audit.broken_attempts", "document.changed_content"});
}
