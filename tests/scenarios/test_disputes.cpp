// SPDX-License-Identifier: Apache-2.0
// Scenarios 16 to 20 of the acceptance list (domain.md §9.1), as a mediator meets them.
#include "data/office/line_acts.hpp"
#include "gis/geodesy/measure.hpp"
#include "tests/contract/valley.hpp"
#include "tests/support/findings.hpp"

#include <algorithm>
#include <set>

using namespace merestone;
using namespace merestone::test;

TEST_CASE("scenario 16: an unsealed map of 1985 offered as basis 5") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Valley valley{place};
  valley.open();
  Evidence map;
  map.party = valley.a;
  map.item = "A5";
  map.kind = "map";
  map.crs = "EPSG:4326";
  map.both_sides = true;
  map.map_scale = 50'000;
  map.rmse_m = 12.5;
  const Content scan{"image/tiff", "not really a scan"};
  const AddedEvidence added = add_evidence(valley.project, act("Map of 1985", "1985-06-01"), key(), map, scan);
  CHECK(rules_of(added.findings) == Rules{"evidence.unsealed_map"});
  CHECK(added.best == "X");
  for (const char* tier : {"A", "B"}) {
    const Error refused = refusal([&] { confirm_evidence(valley.project, act(), key(), {added.id, tier, "", ""}); });
    CHECK(rule_of(refused) == "evidence.tier_too_high");
  }
  map.shows_administration = true;
  const AddedEvidence better = add_evidence(valley.project, act("Map of 1985 with tax districts", "1985-06-01"), key(), map, {});
  CHECK(better.best == "B");
  confirm_evidence(valley.project, act(), key(), {better.id, "B", "a copy", "shows who taxed the valley"});

  const DisputeFile file = valley.file();
  REQUIRE(file.evidence.size() == 2);
  CHECK(file.evidence[1].evidence.confirmed == "B");
  CHECK(file.evidence[1].evidence.objection == "a copy");
  CHECK(file.evidence[0].document.sha256.size() == 64);
  CHECK(valley.project.content(file.evidence[0].document.sha256)->bytes == scan.bytes);  // BL-11
  CHECK(valley.project.verify_audit().empty());
}

TEST_CASE("scenario 17: ground between claims that cross is told to be unclaimed, and no party's word is put in") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Valley valley{place};
  valley.open();
  // In the south each claims beyond the border, in the north each leaves ground of its own to the other.
  const auto of_a = valley.opinion(valley.a, Valley::line({{1, 1}, {1.1, 1.25}, {0.9, 1.75}, {1, 2}}));
  const auto of_b = valley.opinion(valley.b, Valley::line({{1, 1}, {0.9, 1.25}, {1.1, 1.75}, {1, 2}}));
  const std::vector<PartyClaim> claims{{valley.a, {of_a}}, {valley.b, {of_b}}};
  const RecordedClaims recorded = record_claims(valley.project, act("Claims"), key(), claims, parse_date("2020-01-11"));
  std::multiset<std::string> labels;
  for (const ContestedFace& face : recorded.contested) labels.insert(face.label);
  CHECK(labels == std::multiset<std::string>{"", "", "AB", "AB"});
  CHECK(rules_of(recorded.findings) == Rules{"dispute.unclaimed_ground"});
  CHECK(unclaimed_um2(recorded.contested) > 0);
  CHECK(unclaimed_um2(recorded.contested) < area_um2(recorded.contested));
}

TEST_CASE("scenario 17: claims of three parties, faces labelled, areas that sum up, and a gap that is told") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Valley valley{place};
  valley.open();
  add_party(valley.project, act(), key(), valley.c, parse_date("2020-01-11"));
  const auto zigzag = Valley::line({{1, 1}, {1.1, 1.2}, {0.9, 1.5}, {1.1, 1.8}, {1, 2}});  // crosses the border three times
  LineOpinion far = valley.opinion(valley.c, {});
  far.area = {{Valley::line({{0.7, 1}, {1.3, 1}, {1.3, 1.3}, {0.7, 1.3}}), {}}};
  const std::vector<PartyClaim> claims{{valley.a, {valley.opinion(valley.a, zigzag)}},
                                       {valley.b, {valley.opinion(valley.b, Valley::line({{1, 1}, {0.8, 1.5}, {1, 2}}))}},
                                       {valley.c, {far}}};
  const RecordedClaims recorded = record_claims(valley.project, act("Claims"), key(), claims, parse_date("2020-01-11"));
  std::vector<std::string> labels;
  Wide sum = 0;
  for (const ContestedFace& face : recorded.contested) {
    labels.push_back(face.label);
    sum += face.area_um2;
  }
  for (const char* label : {"AB", "AC", "BC", "ABC"}) CHECK(std::count(labels.begin(), labels.end(), label) > 0);

  const DisputeFile file = valley.file();
  CHECK(area_um2(file.contested) == sum);  // what is read back is what was found
  const auto views = view_sums(valley.project, file, on("2020-06-01"));
  REQUIRE(views.size() == 5);
  Wide disputed = 0;
  for (const auto& [holders, area] : views[1].by_holders) disputed += holders.size() > 1 ? area : 0;
  CHECK(disputed == sum);
  for (const ViewSum& view : views) {
    INFO(static_cast<int>(view.view) << view.by);
    CHECK(view.valid);
    CHECK(view.total_um2 == views[0].total_um2);
  }

  const auto before = valley.project.summary().revision;
  const Error refused = refusal([&] {
    record_claims(valley.project, act("A gap"), key(), {{valley.a, {valley.opinion(valley.a, Valley::line({{1, 1}, {1.2, 1.5}, {1.1, 1.9}}))}}},
                  parse_date("2020-01-12"));
  });
  CHECK(rule_of(refused) == "redraw.open");
  CHECK(valley.project.summary().revision == before);
  REQUIRE(valley.project.attempts().size() == 1);
  CHECK(valley.project.attempts()[0].findings.find("redraw.open") != std::string::npos);
  CHECK(area_um2(valley.file().contested) == sum);
}

TEST_CASE("scenario 18: a village that changes sides needs the division change approved before any effect") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Valley valley{place};
  adopt_places(valley.project, by("Ada"), {{{}, "v1", "village", {{"Upper Mill", "en", "official"}}, from_degrees(1.05, 1.5), {}}});
  valley.negotiate();
  valley.claim();
  const double before = valley.area_km2(valley.a, "2020-09-01");
  const auto middle = Valley::line({{1, 1}, {1.1, 1.5}, {1, 2}});  // the village lies west of it, in what was B's
  const Error refused = refusal([&] { settle(valley.project, act("Agreement", "2020-07-01"), key(), valley.agreed(middle)); });
  REQUIRE(rules_of(refused.findings()) == Rules{"dispute.approval_needed"});
  CHECK(refused.findings()[0].facts[1].second == "Upper Mill");
  CHECK(valley.area_km2(valley.a, "2020-09-01") == before);
  CHECK(valley.file().the_case.state() == "negotiating");
  CHECK(valley.project.attempts().back().act == "disputes.settle");

  Settlement settlement = valley.agreed(middle);
  settlement.approval = Document{{}, "approval", "Approval of the division change", "12", "Province", parse_date("2020-07-20"), "", ""};
  settlement.outcome.approved = parse_date("2020-07-20");
  const Settled settled = settle(valley.project, act("Agreement", "2020-07-01"), key(), settlement);
  REQUIRE(settled.outcome.moved.size() == 1);
  CHECK(settled.outcome.moved[0].from == valley.b);
  CHECK(settled.outcome.moved[0].to == valley.a);
  CHECK(valley.file().the_case.state() == "division_change_approval");
  CHECK(valley.area_km2(valley.a, "2020-09-01") > before);
}

TEST_CASE("scenario 19: a house that came after the status quo is a breach of Art. 10, with its images") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Valley valley{place};
  valley.negotiate();
  valley.claim();
  add_sighting(valley.project, act(), key(),
               {SightingKind::building, "new house", from_degrees(1.05, 1.5), parse_date("2020-09-01"), parse_date("2020-05-01"),
                "Sentinel-2", valley.a, {}});
  add_sighting(valley.project, act(), key(),
               {SightingKind::building, "elsewhere", from_degrees(1.7, 1.5), parse_date("2020-09-01"), parse_date("2020-05-01"),
                "Sentinel-2", {}, {}});
  Facility plots;
  plots.kind = "cemetery";
  plots.name = "New plots";
  plots.position = from_degrees(0.98, 1.5);
  plots.valid.from = parse_date("2020-05-15");
  adopt_facilities(valley.project, by("Ada"), {plots});
  const auto alerts = valley.file("2020-10-01").alerts;
  REQUIRE(rules_of(alerts) == Rules{"dispute.breach", "dispute.possible_breach"});
  CHECK(alerts[0].subject.record == "new house");
  CHECK(alerts[0].facts[2].second == "2020-09-01");
  CHECK(alerts[0].facts[3].second == "2020-05-01");
  CHECK(alerts[1].subject.record == "New plots");
}

TEST_CASE("scenario 20: forest rights are not our procedure, and the case says where they go") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Valley valley{place};
  valley.open();
  const Triage found = triage_case(valley.project, act(), key(), {Matter::ownership, {}, true, {}, {}, {}}, parse_date("2020-02-01"));
  CHECK(found.result == TriageResult::not_our_procedure);
  REQUIRE(rules_of(found.reasons) == Rules{"dispute.not_our_procedure"});
  CHECK(found.reasons[0].facts[2].second == "land-rights procedure");
  const DisputeCase now = valley.file().the_case;
  CHECK(now.state() == "not_our_procedure");
  CHECK(now.triage == "not_our_procedure");
  CHECK(rule_of(refusal([&] { valley.step("accepted", "2020-03-01"); })) == "dispute.ended_for_good");
}

TEST_CASE("BL-13: the record of the line tells who approved it, unless it is not delimited where they quarrel") {
  const Site place{Engine::spatialite};
  Valley valley{place};
  const LineDesk desk = line_desk(valley.project, on("2020-01-01"));
  LineFiling filed;
  filed.record = {.line = desk.line("a/b").id, .status = LineStatus::settled_demarcated, .code = "12", .name = "", .other_name = "", .approving_body = "Province",
                  .approval = {}, .agreement = {}, .managing = "", .published_by = "", .published_on = {}, .annex_scale = 50'000, .accuracy_m = 0,
                  .valid = {parse_date("2001-05-01"), open_end}};
  filed.agreement.kind = "agreement", filed.agreement.title = "Agreement on the line", filed.agreement.issued = parse_date("2001-02-01");
  filed.approval.kind = "approval", filed.approval.title = "Approval", filed.approval.number = "7/2001", filed.approval.issued = parse_date("2001-05-01");
  record_lines(valley.project, by("Ada"), {filed});
  valley.open();
  const Triage found = triage_case(valley.project, act(), key(), {}, parse_date("2020-02-01"));
  CHECK(found.result == TriageResult::settled_line);
  REQUIRE(rules_of(found.reasons) == Rules{"dispute.settled_line"});
  CHECK(found.reasons[0].facts[0].second == "Province");
  CHECK(found.reasons[0].facts[1].second == "7/2001");

  open_case(valley.project, act("Report"), {"2020-2", "The new bank", "cn-1989", {valley.b, valley.a}, parse_date("2020-01-10"), {}}, the_day);
  TriageFacts facts;
  facts.undelimited = "The bank rose from the river after the agreement.";
  CHECK(triage_case(valley.project, act(), key("2020-2"), facts, parse_date("2020-02-01")).result == TriageResult::dispute);
}

TEST_CASE("parties whose areas do not touch are no neighbours") {
  const Site place{Engine::spatialite};
  Valley valley{place};
  const DivisionRegister divisions = valley.project.divisions(on("2020-01-01"));
  const DivisionId across = divisions.find_code("d")->id;  // A and D have a corner in common, no line
  open_case(valley.project, act("Report"), {"2020-1", "The corner", "cn-1989", {valley.a, across}, parse_date("2020-01-10"), {}}, the_day);
  const Triage found = triage_case(valley.project, act(), key(), {}, parse_date("2020-02-01"));
  CHECK(found.result == TriageResult::not_our_procedure);
  CHECK(rules_of(found.reasons) == Rules{"dispute.not_neighbours"});
}

TEST_CASE("BL-13: a settled line goes to the body that approved it") {
  const Site place{Engine::spatialite};
  Valley valley{place};
  valley.open();
  const Triage found = triage_case(valley.project, act(), key(), {Matter::line, {}, true, "Province", "2001/7", {}}, parse_date("2020-02-01"));
  CHECK(found.result == TriageResult::settled_line);
  CHECK(valley.file().the_case.triage == "settled_line");
}
