// SPDX-License-Identifier: Apache-2.0
#include "gis/disputes/outcome.hpp"
#include "tests/unit/disputes/law.hpp"

#include <catch2/catch.hpp>

using namespace merestone;
using namespace merestone::test;

namespace {

const DisputeTemplate law = law_of_1989();
const std::vector<DivisionId> parties{DivisionId{1}, DivisionId{2}};
const auto talking = history({"reported", "accepted", "status_quo_set", "negotiating"});  // 2 to 5 March 2020

Outcome agreement() {
  Outcome outcome;
  outcome.document = DocumentId{1};
  outcome.decided = parse_date("2020-06-01");
  outcome.effective = parse_date("2020-07-01");
  for (const DivisionId party : parties) outcome.signatories.push_back({"somebody", "head", party, parse_date("2020-06-01")});
  return outcome;
}

Rules found(const Outcome& outcome, const std::vector<CaseStep>& steps = talking) {
  return rules_of(check_outcome(outcome, law, steps, parties, parse_date("2021-01-01")));
}

}  // namespace

TEST_CASE("an agreement that both signed is an outcome") { CHECK(found(agreement()).empty()); }

TEST_CASE("the settlement of a closed case is refused") {
  CHECK(found(agreement(), history({"reported", "withdrawn"})) == Rules{"dispute.ended"});
  CHECK(found(agreement(), history({"reported", "accepted"})) == Rules{"dispute.out_of_order"});
}

TEST_CASE("a decision comes after mediation, and is not signed by the parties") {
  Outcome decision = agreement();
  decision.mode = OutcomeMode::decision;
  decision.signatories.clear();
  CHECK(found(decision) == Rules{"dispute.out_of_order"});
  CHECK(found(decision, history({"reported", "accepted", "status_quo_set", "negotiating", "referred", "mediating"})).empty());
}

TEST_CASE("what an agreement lacks") {
  Outcome outcome = agreement();
  outcome.signatories.pop_back();
  outcome.document = {};
  CHECK(found(outcome) == Rules{"dispute.no_document", "dispute.unsigned"});
  outcome = agreement();
  outcome.signatories.push_back({"a stranger", "", DivisionId{9}, parse_date("2020-06-01")});
  CHECK(found(outcome) == Rules{"dispute.not_a_party"});
}

TEST_CASE("days of an outcome follow each other") {
  Outcome outcome = agreement();
  outcome.effective = parse_date("2020-05-01");
  CHECK(found(outcome) == Rules{"dispute.dates"});
  outcome = agreement();
  outcome.signatories[0].signed_on = parse_date("2020-06-02");
  CHECK(found(outcome) == Rules{"dispute.dates"});
  outcome = agreement();
  outcome.decided = parse_date("2021-06-01");
  outcome.effective = outcome.decided;
  CHECK(found(outcome) == Rules{"dispute.in_future"});
}

TEST_CASE("scenario 18: a village that changes sides needs the division change approved before any effect") {
  Outcome outcome = agreement();
  outcome.moved = {{"Upper Mill", from_degrees(1, 2), DivisionId{1}, DivisionId{2}}};
  const auto findings = check_outcome(outcome, law, talking, parties, parse_date("2021-01-01"));
  REQUIRE(rules_of(findings) == Rules{"dispute.approval_needed"});
  CHECK(findings[0].facts[1].second == "Upper Mill");
  outcome.approval = DocumentId{2};
  outcome.approved = parse_date("2020-06-15");
  CHECK(found(outcome).empty());
  outcome.approved = parse_date("2020-07-15");  // effect before approval
  CHECK(found(outcome) == Rules{"dispute.dates"});
}
