// SPDX-License-Identifier: Apache-2.0
// Scenarios 17 and 18 of the acceptance list (domain.md §9.1) at the mediator's table: proposals for claims that cross and
// for three parties, and one that moves a natural village.
#include "data/office/proposals.hpp"
#include "tests/contract/valley.hpp"

#include <algorithm>

using namespace merestone;
using namespace merestone::test;

namespace {

NewProposal wanted(const char* method, double t = 0.5) {
  NewProposal one;
  one.request.method = method;
  one.request.t = t;
  return one;
}

const Date table_day = parse_date("2020-06-01");

}  // namespace

TEST_CASE("scenario 17: claims that cross three times, a third party: lines of each pair keep inside what the pair contests") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Valley valley{place};
  valley.open();
  add_party(valley.project, act(), key(), valley.c, parse_date("2020-01-11"));
  triage_case(valley.project, act(), key(), {}, parse_date("2020-02-01"));
  const auto zigzag = Valley::line({{1, 1}, {1.1, 1.2}, {0.9, 1.5}, {1.1, 1.8}, {1, 2}});
  LineOpinion far = valley.opinion(valley.c, {});
  far.area = {{Valley::line({{0.7, 1}, {1.3, 1}, {1.3, 1.3}, {0.7, 1.3}}), {}}};
  const std::vector<PartyClaim> claims{{valley.a, {valley.opinion(valley.a, zigzag)}},
                                       {valley.b, {valley.opinion(valley.b, Valley::line({{1, 1}, {0.8, 1.5}, {1, 2}}))}},
                                       {valley.c, {far}}};
  record_claims(valley.project, act("Claims"), key(), claims, parse_date("2020-01-11"));

  const auto recorded = record_proposals(valley.project, act("Table"), key(), {"A,B", 1}, {wanted("equidistant"), wanted("equal_area")}, table_day);
  const auto told = rules_of(recorded.findings);
  CHECK(std::count(told.begin(), told.end(), "proposal.third_claim") == 1);
  const ProposalDesk desk = proposal_desk(valley.project, "2020-1", {table_day}, the_day, {"A,B", 1});
  double whole = 0;
  for (const ContestedFace& face : desk.file().contested) {
    if (face.holders[1] != face.holders[2]) whole += square_metres(face.area_um2);  // as A claims and as B does
  }
  for (const auto& [id, proposal] : recorded.proposals) {
    CHECK(!proposal_fault(desk.band(), proposal.line));
    const auto [a, b] = desk.impact(proposal.line);
    CHECK(a.area_m2.value + b.area_m2.value == Approx(whole).epsilon(1e-6));
  }
  const auto [a, b] = desk.impact(recorded.proposals[1].proposal.line);
  CHECK(a.area_m2.value == Approx(b.area_m2.value).epsilon(1e-6));

  // A table for another pair compares its own lines and says once that the others are not among them.
  const auto of_others = record_proposals(valley.project, act("Table"), key(), {"A,C", 1}, {wanted("equidistant")}, table_day);
  const ProposalDesk other = proposal_desk(valley.project, "2020-1", {table_day}, the_day, {"A,C", 1});
  std::vector<Finding> findings;
  const auto rows = compare_lines(other, made_proposals(valley.project, other.file(), {table_day}), false, findings);
  CHECK(std::ranges::count(rows, ComparedLine::Kind::proposal, &ComparedLine::kind) == 1);
  REQUIRE(rules_of(findings) == std::vector<std::string>{"proposal.other_strip"});
}

TEST_CASE("scenario 18: proposal 2 moves one natural village: flagged on the table, and no effect before the approval") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Valley valley{place};
  NamedPlace mill{{}, "v1", "village", {{"Upper Mill", "en", "official"}}, from_degrees(1.05, 1.5), {}};
  mill.people = PeopleCount{300, parse_date("2019-12-31")};
  adopt_places(valley.project, by("Ada"), {mill});
  valley.negotiate();
  valley.claim();
  // Of the way from A's claim at 1.2° E to B's at 0.9° E: 0.6 lies west of the village, 0.3 east of it.
  const auto recorded = record_proposals(valley.project, act("Table"), key(), {}, {wanted("weighted", 0.6), wanted("weighted", 0.3)}, table_day);
  const DisputeFile file = valley.file();
  const auto made = made_proposals(valley.project, file, {table_day});
  const ProposalDesk desk = proposal_desk(valley.project, "2020-1", {table_day}, the_day);
  std::vector<Finding> findings;
  const auto rows = compare_lines(desk, made, false, findings);
  REQUIRE(rows.size() == 5);
  CHECK(!rows[3].figures.needs_division_change);
  REQUIRE(rows[4].figures.needs_division_change);
  REQUIRE(rows[4].figures.villages_moved.size() == 1);
  CHECK(rows[4].figures.villages_moved[0].name == "Upper Mill");
  CHECK(rows[4].figures.villages_moved[0].from == 'B');
  CHECK(rows[4].figures.people_moved == 300);

  Settlement settlement = valley.agreed({});
  settlement.line.line.reset();
  settlement.line.opinion = recorded.proposals[1].id;
  const double before = valley.area_km2(valley.a, "2020-09-01");
  const Error refused = refusal([&] { settle(valley.project, act("Agreement", "2020-07-01"), key(), settlement); });
  CHECK(rules_of(refused.findings()) == Rules{"dispute.approval_needed"});
  CHECK(valley.area_km2(valley.a, "2020-09-01") == before);

  settlement.line.opinion = recorded.proposals[0].id;  // the other one has effect at once
  const Settled settled = settle(valley.project, act("Agreement", "2020-07-01"), key(), settlement);
  CHECK(settled.outcome.moved.empty());
  CHECK(valley.file().the_case.state() == "agreed");
}

TEST_CASE("scenario 19: what was built after the status quo does not stop the table, and stands in the alerts beside it") {
  const Site place{Engine::spatialite};
  Valley valley{place};
  valley.negotiate();
  valley.claim();
  add_sighting(valley.project, act(), key(),
               {SightingKind::building, "new house", from_degrees(1.05, 1.5), parse_date("2020-05-20"), parse_date("2020-03-05"),
                "Sentinel-2", valley.a, {}});
  const auto recorded = record_proposals(valley.project, act("Table"), key(), {}, {wanted("equidistant")}, table_day);
  CHECK(recorded.proposals.size() == 1);
  CHECK(rules_of(valley.file("2020-06-02").alerts) == Rules{"dispute.breach"});
}

TEST_CASE("scenario 20: for what is not our procedure no lines are proposed") {
  const Site place{Engine::spatialite};
  Valley valley{place};
  valley.open();
  triage_case(valley.project, act(), key(), {Matter::ownership, {}, true, {}, {}, {}}, parse_date("2020-02-01"));
  const Error refused = refusal([&] { record_proposals(valley.project, act(), key(), {}, {wanted("equidistant")}, table_day); });
  CHECK(rule_of(refused) == "dispute.ended");
}
