// SPDX-License-Identifier: Apache-2.0
// The way of a case: what is an act of its own, what opens it again, who may be a party.
#include "tests/contract/valley.hpp"
#include "tests/support/findings.hpp"

using namespace merestone;
using namespace merestone::test;

namespace {

const Polyline halfway = Valley::line({{1, 1}, {1.1, 1.5}, {1, 2}});

}  // namespace

TEST_CASE("of a file of lines all are recorded or none, and they rest on evidence of the case") {
  const Site place{Engine::spatialite};
  Valley valley{place};
  valley.open();
  LineOpinion good = valley.opinion({}, halfway);
  good.kind = OpinionKind::customary;
  LineOpinion bad = good;
  bad.path = Valley::line({{1, 1}, {1, 1}});
  const auto refused = [&](std::vector<LineOpinion> lines) {
    return refused_rule(valley.project, "disputes.opinion", [&] { record_opinions(valley.project, act("Old maps"), key(), lines); });
  };
  CHECK(refused({good, bad}) == "opinion.zero_length");
  bad.path = Valley::line({{11, 1}, {11, 2}});
  CHECK(refused({good, bad}) == "opinion.off_ground");
  good.evidence = {EvidenceId{9}};
  CHECK(refused({good}) == "dispute.no_evidence");
  CHECK(valley.file().opinions.empty());
  good.evidence.clear();
  CHECK(record_opinions(valley.project, act("Old maps"), key(), {good, good}).ids.size() == 2);
}

TEST_CASE("no case goes to its end without outcome, survey and filing") {
  const Site place{Engine::spatialite};
  Valley valley{place};
  valley.open();
  const auto refused = [&](const char* state, const char* day) {
    return refused_rule(valley.project, "disputes.step", [&] { valley.step(state, day); });
  };
  CHECK(refused("accepted", "2020-02-01") == "dispute.own_act");
  triage_case(valley.project, act(), key(), {}, parse_date("2020-02-01"));
  valley.step("status_quo_set", "2020-03-01");
  valley.step("negotiating", "2020-04-01");
  CHECK(refused("agreed", "2020-07-01") == "dispute.no_document");
  settle(valley.project, act("Agreement", "2020-07-01"), key(), valley.agreed(halfway));
  CHECK(refused("surveyed", "2020-11-01") == "dispute.own_act");
  record_survey(valley.project, act("Joint survey", "2020-11-01"), key(), {parse_date("2020-11-01"), "Boundary map", 10'000, {}});
  CHECK(refused("filed", "2020-12-01") == "dispute.own_act");
  file_outcome(valley.project, act(), key(), {"Prefecture", parse_date("2020-12-01"), "r", {}});
  CHECK(rule_of(refusal([&] { file_outcome(valley.project, act(), key(), {"Province", parse_date("2020-11-30"), "r", {}}); })) == "dispute.dates");
  CHECK(rule_of(refusal([&] { file_outcome(valley.project, act(), key(), {"Province", parse_date("2030-11-30"), "r", {}}); })) == "dispute.in_future");
}

TEST_CASE("Art. 14, 15: a survey takes no village to the other side") {
  const Site place{Engine::spatialite};
  Valley valley{place};
  adopt_places(valley.project, by("Ada"), {{{}, "v1", "village", {{"Upper Mill", "en", "official"}}, from_degrees(1.15, 1.5), {}}});
  valley.negotiate();
  valley.claim();
  settle(valley.project, act("Agreement", "2020-07-01"), key(), valley.agreed(halfway));
  Survey survey{parse_date("2020-11-01"), "Boundary map", 10'000, {}};
  survey.line = valley.opinion({}, Valley::line({{1, 1}, {1.2, 1.5}, {1, 2}}));
  CHECK(refused_rule(valley.project, "disputes.survey", [&] { record_survey(valley.project, act("Joint survey", "2020-11-01"), key(), survey); }) ==
        "dispute.survey_moves_village");
  survey.line = valley.opinion({}, Valley::line({{1, 1}, {1.101, 1.5}, {1, 2}}));
  survey.annex.numbers = "S{n}";
  record_survey(valley.project, act("Joint survey", "2020-11-01"), key(), survey);
  CHECK(valley.file("2020-12-01").outcome->outcome.points.front().number == "S1");
}

TEST_CASE("a procedure of another country's law is told to be one") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  const Project project = place.create({"ch"});
  CHECK(rules_of(check_procedure(project, "cn-1989")) == Rules{"dispute.foreign_procedure"});
  const Site elsewhere{place.engine()};
  CHECK(check_procedure(elsewhere.create({"ch", "cn"}), "cn-1989").empty());
}

namespace {

/// A case by the Philippine procedure, decided on 1 July 2020: halfway between the claims.
Settlement decided(Valley& valley, const char* effective) {
  open_case(valley.project, act("Petition", "2019-12-20"), {"2020-1", "The valley", "ph-lgc118", {valley.b, valley.a}, parse_date("2020-01-10"), {}}, the_day);
  triage_case(valley.project, act(), key(), {}, parse_date("2020-01-11"));
  for (const auto& [state, day] : {std::pair{"amicable", "2020-01-12"}, {"certified", "2020-03-20"}, {"trial", "2020-03-21"}}) valley.step(state, day);
  CHECK(valley.file("2020-06-01").due.front().overdue);  // 60 days were over on 12 March
  valley.claim();
  Settlement decision = valley.agreed(halfway, effective);
  decision.outcome.mode = OutcomeMode::decision;
  settle(valley.project, act("Decision", "2020-07-01"), key(), decision);
  return decision;
}

CaseStepTaken appeal(Valley& valley, const char* day) { return take_step(valley.project, act("Notice of appeal", day), key(), {"appealed", parse_date(day), {}, {}}); }

}  // namespace

TEST_CASE("BD-01: an appeal opens the case again, and the judgment takes the place of the decision") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  const bool in_force = GENERATE(true, false);  // the decision had effect before it was appealed, or was to have it later
  Valley valley{place};
  const double before = valley.area_km2(valley.a, "2020-06-01");
  Settlement decision = decided(valley, in_force ? "2020-07-01" : "2020-08-01");
  CHECK(refused_rule(valley.project, "disputes.settle", [&] { settle(valley.project, act("Decision", "2020-07-01"), key(), decision); }) ==
        "dispute.settled_already");
  const double by_decision = valley.area_km2(valley.a, "2020-09-01");
  const double contested = square_metres(area_um2(valley.file("2020-06-01").contested)) / 1e6;
  CHECK(by_decision > before + 1);

  CHECK(rules_of(appeal(valley, "2020-07-10").findings) == Rules{"dispute.effect_stayed"});
  // Until a court has spoken the ground is as before the dispute; what held until the appeal held.
  CHECK(valley.area_km2(valley.a, "2020-07-05") == Approx(in_force ? by_decision : before).epsilon(1e-9));
  for (const char* day : {"2020-07-10", "2020-09-01"}) {
    CHECK(valley.area_km2(valley.a, day) == Approx(before).epsilon(1e-9));
    CHECK(square_metres(area_um2(valley.file(day).contested)) / 1e6 == Approx(contested).epsilon(1e-9));
    CHECK(valley.area_km2(valley.a, day, AsClaimedBy{valley.a}) > before + 1);
  }
  REQUIRE(valley.file("2020-09-01").stayed == parse_date("2020-07-10"));
  CHECK(valley.file("2020-09-01").outcome->outcome.decided == parse_date("2020-07-01"));  // on record still
  CHECK(refused_rule(valley.project, "disputes.step", [&] { valley.step("surveyed", "2020-09-01"); }) == "dispute.out_of_order");

  decision.outcome.decided = decision.outcome.effective = parse_date("2020-10-01");
  SECTION("which replaces it") {
    decision.line.line = valley.opinion({}, Valley::line({{1, 1}, {1.05, 1.5}, {1, 2}}));
    settle(valley.project, act("Judgment", "2020-10-01"), key(), decision);
    CHECK(valley.area_km2(valley.a, "2020-11-01") > before + 1);
    CHECK(valley.area_km2(valley.a, "2020-11-01") < by_decision - 1);
  }
  SECTION("or affirms it") {
    decision.line.line.reset();
    decision.line.affirmed = true;
    settle(valley.project, act("Judgment", "2020-10-01"), key(), decision);
    CHECK(valley.area_km2(valley.a, "2020-11-01") == Approx(by_decision).epsilon(1e-9));
    CHECK(valley.area_km2(valley.a, "2020-09-01") == Approx(before).epsilon(1e-9));
  }
  const DisputeFile file = valley.file("2020-11-01");
  CHECK(file.outcome->outcome.decided == parse_date("2020-10-01"));
  CHECK(!file.stayed);
  CHECK(file.contested.empty());
  CHECK(valley.project.verify_audit().empty());
}

TEST_CASE("only a decision that is under appeal can be affirmed") {
  const Site place{Engine::spatialite};
  Valley valley{place};
  valley.negotiate();
  valley.claim();
  Settlement agreed = valley.agreed(halfway);
  agreed.line.line.reset();
  agreed.line.affirmed = true;
  CHECK(refused_rule(valley.project, "disputes.settle", [&] { settle(valley.project, act("Agreement", "2020-07-01"), key(), agreed); }) ==
        "dispute.nothing_appealed");
}

TEST_CASE("parties face each other, and what is seen has a name") {
  const Site place{Engine::spatialite};
  Valley valley{place};
  const DivisionId north = valley.project.divisions(on("2020-01-01")).find_code("N")->id;
  const auto opening = [&](std::vector<DivisionId> parties) { open_case(valley.project, act(), {"9", "x", "cn-1989", parties, parse_date("2020-01-10"), {}}, the_day); };
  CHECK(refused_rule(valley.project, "disputes.open", [&] { opening({valley.a, north}); }) == "dispute.party_inside");
  valley.negotiate();
  CHECK(refused_rule(valley.project, "disputes.party", [&] { add_party(valley.project, act(), key(), north, parse_date("2020-05-01")); }) == "dispute.party_inside");
  CHECK(refused_rule(valley.project, "disputes.party", [&] { add_party(valley.project, act(), key(), valley.c, parse_date("2019-05-01")); }) == "dispute.dates");
  const Sighting house{SightingKind::building, " ", from_degrees(1.05, 1.5), parse_date("2020-09-01"), {}, "Sentinel-2", {}, {}};
  CHECK(refused_rule(valley.project, "disputes.sighting", [&] { add_sighting(valley.project, act(), key(), house); }) == "dispute.sighting_nameless");
}

TEST_CASE("a party whose claim is not on record is called by its name") {
  const Site place{Engine::spatialite};
  Valley valley{place};
  valley.negotiate();
  const Error refused = refusal([&] { set_perspective(valley.project, act(), key(), {valley.c, "XX", Perspective::Stance::accepted, {}, {the_day, open_end}}); });
  CHECK(rule_of(refused) == "dispute.no_claim");
  CHECK(refused.findings().front().facts.front().second.ends_with(" (c)"));
}

TEST_CASE("a side of a claim is a party") {
  const Site place{Engine::spatialite};
  Valley valley{place};
  valley.negotiate();
  LineOpinion claim = valley.opinion(valley.a, Valley::line({{1, 1}, {1.2, 1.5}, {1, 2}}));
  claim.right = valley.c;
  CHECK(rule_of(refusal([&] { record_claims(valley.project, act("Claims"), key(), {{valley.a, {claim}}}, parse_date("2020-05-01")); })) ==
        "redraw.side_no_party");
}
