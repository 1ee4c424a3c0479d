// SPDX-License-Identifier: Apache-2.0
#include "gis/disputes/party.hpp"
#include "gis/disputes/triage.hpp"
#include "tests/unit/disputes/law.hpp"

#include <catch2/catch.hpp>

using namespace merestone;
using namespace merestone::test;

namespace {

const DisputeTemplate law = law_of_1989();
const Date later = parse_date("2021-01-01");

Rules refused(std::initializer_list<const char*> past, const char* next) {
  const auto steps = history(past);
  return rules_of(check_step(law, steps, {next, steps.back().day, {}, {}}, later));
}
bool may(std::initializer_list<const char*> past, const char* next) { return refused(past, next).empty(); }

}  // namespace

TEST_CASE("the whole way of a dispute, §4.4") {
  std::vector<CaseStep> steps;
  Date day = parse_date("2020-01-01");
  for (const char* state : {"reported", "accepted", "status_quo_set", "negotiating", "referred", "mediating", "agreed",
                            "division_change_approval", "surveyed", "filed", "published", "closed"}) {
    const CaseStep next{state, day += std::chrono::days{1}, {}, {}};
    INFO(state);
    CHECK(check_step(law, steps, next, later).empty());
    steps.push_back(next);
  }
  CHECK(day_of_state(steps, "status_quo_set") == parse_date("2020-01-04"));
  CHECK(!day_of_state(steps, "decided"));
}

TEST_CASE("no step is skipped, and mediation comes before decision (Art. 11 to 13)") {
  CHECK_FALSE(may({"reported"}, "negotiating"));
  CHECK_FALSE(may({"reported", "accepted"}, "negotiating"));  // the status quo first, Art. 10
  CHECK_FALSE(may({"reported", "accepted", "status_quo_set", "negotiating"}, "decided"));
  CHECK_FALSE(may({"reported", "accepted", "status_quo_set", "negotiating"}, "mediating"));
  CHECK(may({"reported", "accepted", "status_quo_set", "negotiating"}, "agreed"));
  CHECK_FALSE(may({"reported"}, "haggling"));
  const auto steps = history({"reported", "accepted"});
  const auto found = check_step(law, steps, {"closed", later, {}, {}}, later);
  REQUIRE(rules_of(found) == Rules{"dispute.out_of_order"});
  CHECK(found[0].facts[1] == std::pair<std::string, std::string>{"allowed", "status_quo_set, suspended, withdrawn"});
  const auto named = [&](const char* name) { return std::ranges::find(found[0].facts, name, &std::pair<std::string, std::string>::first)->second; };
  CHECK(named("now_zh") == "已受理");
  CHECK(named("allowed_zh") == "status_quo_set, suspended, withdrawn");  // what the procedure has no words for keeps its id
}

TEST_CASE("a step that records more than a day is an act of its own") {
  const auto bare = [](const char* state, bool has_paper, const char* triage, bool has_outcome) {
    return rules_of(check_bare_step(law, {state, later, DocumentId{has_paper ? 1 : 0}, {}}, triage, has_outcome));
  };
  CHECK(bare("surveyed", true, "dispute", true) == Rules{"dispute.own_act"});
  CHECK(bare("filed", true, "dispute", true) == Rules{"dispute.own_act"});
  CHECK(bare("accepted", true, "", false) == Rules{"dispute.own_act"});
  CHECK(bare("not_our_procedure", true, "", false) == Rules{"dispute.own_act"});
  CHECK(bare("accepted", false, "dispute", false).empty());  // reopened: it was looked into before
  CHECK(bare("agreed", false, "dispute", false) == Rules{"dispute.no_document"});
  CHECK(bare("agreed", true, "dispute", false).empty());  // signed, and on its way to be approved
  CHECK(bare("published", true, "dispute", false) == Rules{"dispute.no_outcome"});
  CHECK(bare("published", false, "dispute", true).empty());
  CHECK(bare("negotiating", false, "dispute", false).empty());
}

TEST_CASE("a case is taken up again when it is reopened or appealed") {
  CHECK(!day_taken_up_again(history({"reported", "accepted", "status_quo_set", "negotiating", "agreed"})));
  const auto reopened = history({"reported", "accepted", "agreed", "surveyed", "filed", "published", "closed", "reopened", "accepted"});
  CHECK(day_taken_up_again(reopened) == reopened[7].day);
  const auto appealed = history({"reported", "amicable", "certified", "trial", "decided", "appealed"});
  CHECK(day_taken_up_again(appealed) == appealed[5].day);
}

TEST_CASE("an ended case takes no step but reopening") {
  for (const char* end : {"closed", "withdrawn"}) {
    CHECK(refused({"reported", end}, "negotiating") == Rules{"dispute.ended"});
    CHECK(may({"reported", end}, "reopened"));
  }
  CHECK(refused({"reported", "not_our_procedure"}, "reopened") == Rules{"dispute.ended_for_good"});  // report it anew
  CHECK(may({"reported", "withdrawn", "reopened"}, "accepted"));
}

TEST_CASE("a suspended case goes on from where it was left") {
  CHECK(may({"reported", "accepted", "status_quo_set", "negotiating", "referred", "mediating", "suspended"}, "mediating"));
  CHECK_FALSE(may({"reported", "accepted", "status_quo_set", "negotiating", "suspended"}, "mediating"));
  CHECK_FALSE(may({"reported", "accepted", "status_quo_set", "negotiating", "suspended"}, "suspended"));
  CHECK(may({"reported", "accepted", "suspended"}, "withdrawn"));
}

TEST_CASE("steps come in the order of their days and not before their day") {
  const auto steps = history({"reported", "accepted"});
  const Date early = steps[1].day - std::chrono::days{1};
  CHECK(rules_of(check_step(law, steps, {"status_quo_set", early, {}, {}}, later)) == Rules{"dispute.dates"});
  CHECK(rules_of(check_step(law, steps, {"status_quo_set", later + std::chrono::days{1}, {}, {}}, later)) ==
        Rules{"dispute.in_future"});
}

TEST_CASE("what a state means to the line") {
  CHECK(phase_of("reported") == CasePhase::open);
  CHECK(phase_of("amicable") == CasePhase::open);  // of the Philippine template
  CHECK(phase_of("suspended") == CasePhase::open);
  CHECK(phase_of("agreed") == CasePhase::outcome);
  CHECK(phase_of("division_change_approval") == CasePhase::outcome);
  CHECK(phase_of("closed") == CasePhase::ended);
}

TEST_CASE("clocks run for a state, and stand still while the case is suspended") {
  const std::vector<OfficeClock> office{{"cn-1989", "negotiating", 60}};
  std::vector<CaseStep> steps{{"reported", parse_date("2020-01-01"), {}, {}}, {"negotiating", parse_date("2020-01-10"), {}, {}}};
  const auto due_on_day = [&](const char* day) { return due_steps(law, {}, office, steps, parse_date(day)); };
  auto due = due_on_day("2020-03-10");
  REQUIRE(due.size() == 1);
  CHECK(due[0].due == parse_date("2020-03-10"));
  CHECK(due[0].by_office);
  CHECK_FALSE(due[0].overdue);
  CHECK(due_on_day("2020-03-11")[0].overdue);

  steps.push_back({"suspended", parse_date("2020-02-01"), {}, {}});
  CHECK(due_on_day("2020-06-01")[0].overdue == false);
  steps.push_back({"negotiating", parse_date("2020-03-01"), {}, {}});  // 29 days later
  due = due_on_day("2020-04-08");
  REQUIRE(due.size() == 1);
  CHECK(due[0].due == parse_date("2020-04-08"));
  CHECK_FALSE(due[0].overdue);
  steps.push_back({"referred", parse_date("2020-04-09"), {}, {}});
  due = due_on_day("2021-01-01");
  CHECK(due[0].left == parse_date("2020-04-09"));
  CHECK(due[0].overdue);

  CHECK(due_steps(law, {}, {}, steps, later).empty());  // BD-01: the 1989 text sets no limits
}

TEST_CASE("times that the office sets are counted in working days where the pack says so") {
  const OfficeClock clock{law.id, "negotiating", 10};
  const std::vector<CaseStep> steps{{"reported", parse_date("2020-01-02"), {}, {}}, {"accepted", parse_date("2020-01-03"), {}, {}},
                                    {"negotiating", parse_date("2020-01-17"), {}, {}}};  // a Friday
  WorkingCalendar calendar;
  DisputeTemplate ours = law;
  const auto due = [&] { return due_steps(ours, calendar, {&clock, 1}, steps, parse_date("2020-03-01")).at(0).due; };
  CHECK(due() == parse_date("2020-01-27"));
  for (ProcedureStep& step : ours.steps) step.limit = Span{0, 0, DayCount::working};  // no limit of the law, days as they are worked
  CHECK(due() == parse_date("2020-01-31"));
  calendar.holidays = {parse_date("2020-01-24"), parse_date("2020-01-27"), parse_date("2020-01-28")};  // spring festival
  calendar.worked = {parse_date("2020-01-19")};  // a Sunday that is worked instead
  CHECK(due() == parse_date("2020-02-04"));  // 19 to 23 (5), 29 to 31 (8), then 3 and 4 February
}

TEST_CASE("a time of the law may run from an earlier step") {
  DisputeTemplate other;
  other.id = "ph-lgc118";
  for (const char* id : {"reported", "amicable", "certified", "trial"}) {
    ProcedureStep step;
    step.id = id;
    other.steps.push_back(step);
  }
  other.steps[1].limit = Span{0, 60, DayCount::calendar};
  other.steps[3].limit = Span{0, 60, DayCount::calendar};
  other.steps[3].limit_from = "certified";
  const std::vector<CaseStep> steps{{"reported", parse_date("2020-01-01"), {}, {}}, {"amicable", parse_date("2020-01-10"), {}, {}},
                                    {"certified", parse_date("2020-03-01"), {}, {}}, {"trial", parse_date("2020-03-15"), {}, {}}};
  const auto due = due_steps(other, {}, {}, steps, parse_date("2020-04-30"));
  REQUIRE(due.size() == 2);
  CHECK_FALSE(due[0].overdue);
  CHECK(due[1].due == parse_date("2020-04-30"));
  CHECK_FALSE(due[1].by_office);
}

TEST_CASE("scenario 20: forest rights inside one township are not our procedure") {
  const auto found = triage({Matter::ownership, {5, 5}, true, {}, {}, {}}, law);
  CHECK(found.result == TriageResult::not_our_procedure);
  CHECK(rules_of(found.reasons) == Rules{"dispute.not_our_procedure", "dispute.not_governments"});
  CHECK(found.reasons[0].facts[2] == std::pair<std::string, std::string>{"refer_to", "land-rights procedure"});
  for (const Finding& reason : found.reasons) CHECK(reason.severity == Severity::note);
}

TEST_CASE("BL-13: where a settled line runs is for the body that approved it") {
  const auto found = triage({Matter::line, {3, 3}, true, "Province", "2001/7", {}}, law);
  CHECK(found.result == TriageResult::settled_line);
  REQUIRE(rules_of(found.reasons) == Rules{"dispute.settled_line"});
  CHECK(found.reasons[0].facts[0].second == "Province");
}

TEST_CASE("an answer to what the procedure does not ask is refused, with what it asks") {
  TriageFacts facts{.party_levels = {3, 3}, .yes = {"ownership", "weather"}};
  const auto found = check_answers(facts, law);
  REQUIRE(found.size() == 1);
  CHECK(found[0].rule == "dispute.unknown_question");
  CHECK(triage(facts, law).result == TriageResult::not_our_procedure);  // --yes ownership says what --matter does
  facts.yes = {"settled_line"};
  CHECK(check_answers(facts, law).size() == 1);  // who approved the line answers that
}

TEST_CASE("neighbouring governments of one level and an unclear line are a dispute") {
  CHECK(triage({Matter::line, {3, 3}, true, {}, {}, {"unclear_line"}}, law).result == TriageResult::dispute);
  CHECK(triage({Matter::line, {3, 4}, true, {}, {}, {}}, law).result == TriageResult::not_our_procedure);
  CHECK(triage({Matter::line, {3, 3}, false, {}, {}, {}}, law).result == TriageResult::not_our_procedure);
  CHECK(triage({Matter::line, {7, 7}, true, {}, {}, {}}, {}).result == TriageResult::dispute);  // a procedure that names no levels
}

TEST_CASE("parties are called A, B, C by code, whoever reported first") {
  DivisionFacts facts;
  for (const auto& [id, code] : {std::pair{7, "341722"}, {3, "341723"}, {9, "341702"}}) {
    facts.versions.push_back({DivisionId{id}, 3, "county", {}, {}});
    facts.codes.push_back({DivisionId{id}, "gb2260", code, {}});
  }
  const DivisionRegister divisions{facts, parse_date("2020-01-01")};
  const auto parties = label_parties({DivisionId{3}, DivisionId{7}, DivisionId{9}, DivisionId{99}}, divisions);
  CHECK(parties[0].label == "A");
  CHECK(parties[0].division == DivisionId{9});
  CHECK(parties[1].division == DivisionId{7});
  CHECK(parties[2].division == DivisionId{3});
  CHECK(parties[3].label == "D");
  std::vector<DivisionId> many;
  for (int i = 1; i <= 28; ++i) many.push_back(DivisionId{i + 100});
  CHECK(label_parties(many, divisions)[27].label == "AB");
}
