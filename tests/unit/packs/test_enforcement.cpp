// SPDX-License-Identifier: Apache-2.0
// Cases against graves by the rules of the cn pack (domain.md §5.1, 5.5).
#include "data/packs/packs.hpp"
#include "gis/base/error.hpp"
#include "gis/burials/case_steps.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace merestone;

namespace {

const CountryPack& cn() {
  static const CountryPack pack = load_pack("cn");
  return pack;
}
const EnforcementRules& rules() { return *rules_on(cn().enforcement, parse_date("2025-01-01")); }
const Date later = parse_date("2026-03-01");

BurialCase hardened_tomb() {
  BurialCase one;
  one.number = "例民殡〔2025〕1号";
  one.grave = {1};
  one.source = "patrol";
  one.grave_class = "hardened_oversize";
  one.land_class = "other";
  one.owner_known = Told::yes;
  one.photos = {"before"};
  return one;
}

BurialAct step(const char* state, const char* day, const char* body = "civil_affairs") {
  BurialAct act;
  act.state = state;
  act.day = parse_date(day);
  act.body = body;
  act.document = {7};
  return act;
}

BurialAct notice(const char* day, const char* due, std::vector<std::string> corrections = {"demolish_hardening"}) {
  BurialAct act = step("notice", day);
  act.due = parse_date(due);
  act.corrections = std::move(corrections);
  return act;
}

using Rules = std::vector<std::string>;
Rules told(const BurialCase& one, const BurialAct& act) {
  Rules found;
  for (const Finding& finding : check_act(rules(), cn().calendar, one, act, later)) found.push_back(finding.rule);
  return found;
}
std::string fact(const std::vector<Finding>& findings, std::string_view rule, std::string_view clock, std::string_view name) {
  for (const Finding& finding : findings) {
    if (finding.rule != rule) continue;
    const auto of = [&](std::string_view key) {
      const auto at = std::find_if(finding.facts.begin(), finding.facts.end(), [&](const auto& f) { return f.first == key; });
      return at == finding.facts.end() ? std::string{} : at->second;
    };
    if (clock.empty() || of("clock") == clock) return of(name);
  }
  return {};
}

BurialCase up_to_notice() {
  BurialCase one = hardened_tomb();
  one.acts = {step("lead", "2025-03-01", "township"), step("verified", "2025-03-04"), step("filed", "2025-03-05"), notice("2025-03-10", "2025-03-25")};
  return one;
}

}  // namespace

TEST_CASE("each day has one set of rules, and the revised regulations are a set of their own") {
  CHECK(rules_on(cn().enforcement, parse_date("2026-03-29"))->id == "cn-2012");
  CHECK(rules_on(cn().enforcement, parse_date("2026-03-30"))->id == "cn-2026");
  CHECK_FALSE(rules_on(cn().enforcement, parse_date("2026-03-30"))->text_at_hand);
  CHECK(rules_on(cn().enforcement, parse_date("2012-12-31"))->id == "cn-1997");
  CHECK(rules_on(cn().enforcement, parse_date("1990-01-01")) == nullptr);
}

TEST_CASE("a case is judged by the rules of the day on which the grave was built") {
  const auto judged = [](const char* from, const char* until) { return judged_by(cn().enforcement, parse_date(from), parse_date(until)); };
  CHECK(judged("2016-01-01", "2017-12-31").rules->id == "cn-2012");
  CHECK(judged("2016-01-01", "2017-12-31").findings.empty());
  const JudgedBy straddling = judged("2026-01-01", "2026-06-01");
  CHECK(straddling.rules->id == "cn-2012");  // the one that the party could go by
  REQUIRE(straddling.findings.size() == 1);
  CHECK(straddling.findings[0].rule == "enforcement.rules_straddle");
  const JudgedBy before_all = judged("1911-01-01", "1935-12-31");
  CHECK(before_all.rules == nullptr);
  CHECK(before_all.findings.at(0).rule == "enforcement.no_rules_then");
  CHECK(judged("2026-05-01", "2026-05-01").findings.at(0).rule == "enforcement.without_text");
}

TEST_CASE("a case goes from the lead to its closing, each step by who may take it") {
  BurialCase one = hardened_tomb();
  const auto take = [&](BurialAct act) {
    INFO(act.state);
    CHECK(told(one, act).empty());
    one.acts.push_back(std::move(act));
  };
  take(step("lead", "2025-03-01", "township"));
  CHECK(told(one, step("filed", "2025-03-02")) == Rules{"enforcement.out_of_order"});
  take(step("verified", "2025-03-04"));
  CHECK(told(one, step("filed", "2025-03-05", "forestry")) == Rules{"enforcement.not_competent", "enforcement.others_land"});
  CHECK(told(one, step("filed", "2025-03-03")) == Rules{"enforcement.dates"});
  CHECK(told(one, step("filed", "2027-03-03")) == Rules{"enforcement.in_future"});
  take(step("filed", "2025-03-05"));
  take(notice("2025-03-10", "2025-03-25"));
  take(step("self_corrected", "2025-03-20", "party"));
  CHECK(told(one, step("recheck", "2025-03-28")) == Rules{"enforcement.needs"});  // a photo from after
  one.photos.push_back("after");
  take(step("recheck", "2025-03-28"));
  CHECK(told(one, step("closed", "2025-03-29")) == Rules{"enforcement.needs"});  // how it ended
  BurialAct closing = step("closed", "2025-03-29");
  closing.outcome = "removed";
  take(closing);
  CHECK(has_ended(rules(), one));
  CHECK(next_states(rules(), one.acts).empty());
}

TEST_CASE("what was not found on site keeps a lead from being verified") {
  BurialCase one = hardened_tomb();
  one.acts = {step("lead", "2025-03-01")};
  one.photos.clear();
  one.grave_class.clear();
  one.owner_known = Told::unknown;
  const auto findings = check_act(rules(), cn().calendar, one, step("verified", "2025-03-02"), later);
  std::vector<std::string> needs;
  for (const Finding& finding : findings) needs.push_back(finding.facts.at(0).second);
  CHECK(needs == std::vector<std::string>{"photo", "class", "owner"});
}

TEST_CASE("a notice gives fifteen days without moving and thirty with") {
  BurialCase one = up_to_notice();
  one.acts.pop_back();
  CHECK(told(one, notice("2025-03-10", "2025-03-24")) == Rules{"enforcement.due_too_short"});
  CHECK(told(one, notice("2025-03-10", "2025-03-25")).empty());
  CHECK(told(one, notice("2025-03-10", "2025-03-25", {"demolish_hardening", "move"})) == Rules{"enforcement.due_too_short"});
  CHECK(told(one, notice("2025-03-10", "2025-04-09", {"demolish_hardening", "move"})).empty());
  CHECK(told(one, notice("2025-03-10", "2025-04-09", {"paint"})) == Rules{"enforcement.needs"});
}

TEST_CASE("no court before sixty days, six months and eight months in all, nor before a demand") {
  BurialCase one = up_to_notice();
  one.acts.push_back(step("demand", "2025-04-01"));
  const BurialAct early = step("court_applied", "2025-05-01");
  const auto findings = check_act(rules(), cn().calendar, one, early, later);
  CHECK(findings.size() == 3);
  CHECK(fact(findings, "enforcement.wait", "reconsideration", "until") == "2025-05-09");  // 10 March + 60 days
  CHECK(fact(findings, "enforcement.wait", "lawsuit", "until") == "2025-11-09");          // + 6 months
  CHECK(fact(findings, "enforcement.wait", "in_all", "until") == "2025-11-10");
  for (const char* clock : {"reconsideration", "lawsuit", "in_all"}) CHECK(fact(findings, "enforcement.wait", clock, "possible") == "2025-11-11");
  CHECK(told(one, step("court_applied", "2025-11-10")) == Rules{"enforcement.wait"});
  CHECK(told(one, step("court_applied", "2025-11-11")).empty());
  CHECK(earliest_entry(rules(), cn().calendar, one.acts, "court_applied").day == parse_date("2025-11-11"));

  one.acts.pop_back();  // without the demand no wait helps
  CHECK_FALSE(earliest_entry(rules(), cn().calendar, one.acts, "court_applied").day);
  CHECK(earliest_entry(rules(), cn().calendar, one.acts, "court_applied").missing == "demand");
  one.acts.push_back(step("demand", "2025-11-08"));
  CHECK(fact(check_act(rules(), cn().calendar, one, step("court_applied", "2025-11-15"), later), "enforcement.wait", "demand", "possible") == "2025-11-19");
}

TEST_CASE("the office in its turn has three months") {
  const BurialCase one = up_to_notice();
  const auto clocks = case_clocks(rules(), cn().calendar, one.acts, parse_date("2026-03-01"));
  const auto of = [&](const char* id) {
    const auto found = std::find_if(clocks.begin(), clocks.end(), [&](const CaseClock& c) { return c.clock == id; });
    REQUIRE(found != clocks.end());
    return *found;
  };
  CHECK(of("application").due == parse_date("2026-02-10"));
  CHECK(of("application").overdue);
  CHECK(of("correction").due == parse_date("2025-03-25"));
  CHECK(of("correction").overdue);
  CHECK_FALSE(of("in_all").overdue);  // a wait is nobody's to keep

  BurialCase corrected = one;
  corrected.acts.push_back(step("self_corrected", "2025-03-25", "party"));
  for (const CaseClock& clock : case_clocks(rules(), cn().calendar, corrected.acts, parse_date("2026-03-01"))) CHECK_FALSE(clock.overdue);
}

TEST_CASE("an unknown owner is sought by public notice, and filing waits for it unless he comes forward") {
  BurialCase one = hardened_tomb();
  one.owner_known = Told::no;
  one.acts = {step("lead", "2025-03-01"), step("verified", "2025-03-04")};
  BurialAct seeking = step("owner_notice", "2025-03-05", "township");
  CHECK(told(one, seeking) == Rules{"enforcement.needs"});
  seeking.due = parse_date("2025-04-05");
  CHECK(told(one, seeking).empty());
  one.acts.push_back(seeking);
  CHECK(told(one, step("filed", "2025-04-05")) == Rules{"enforcement.wait"});
  CHECK(told(one, step("filed", "2025-04-06")).empty());
  one.owner_known = Told::yes;
  one.acts.push_back(step("verified", "2025-03-15"));
  CHECK(told(one, step("filed", "2025-03-16")).empty());
}

TEST_CASE("who is competent depends on the class of the land") {
  BurialCase one = hardened_tomb();
  one.land_class = "forest";
  one.acts = {step("lead", "2025-03-01"), step("verified", "2025-03-04")};
  BurialAct transfer = step("transferred", "2025-03-06");
  transfer.receiver = "water";
  const auto findings = check_act(rules(), cn().calendar, one, transfer, later);
  CHECK(fact(findings, "enforcement.receiver", "", "competent") == "forestry, police");
  transfer.receiver = "forestry";
  CHECK(told(one, transfer).empty());
  CHECK(told(one, step("filed", "2025-03-06")) == Rules{"enforcement.others_land"});
}

TEST_CASE("a set of rules that refers to nothing, waits for itself or overlaps another is refused") {
  auto files = built_in_pack_files("cn");
  const auto with = [&](const std::string& enforcement) {
    std::erase_if(files, [](const PackFile& f) { return f.name == "enforcement.json"; });
    files.push_back({"enforcement.json", enforcement});
    std::vector<std::string> found;
    try {
      read_pack(files);
    } catch (const Error& error) {
      for (const Finding& finding : error.findings()) found.push_back(finding.rule + " " + finding.subject.field);
    }
    return found;
  };
  const std::string head = R"({"sets":[{"id":"x","words":{"en":"x","zh":"x"},"law":{"en":"x","zh":"x"},)";
  CHECK(with(head + R"("steps":[{"id":"a","words":{"en":"a","zh":"a"},"next":["b"],"bodies":["who"],"needs":["luck"]}]}]})") ==
        Rules{"pack.unknown_id enforcement/x/steps/a/next", "pack.unknown_id enforcement/x/steps/a/bodies", "pack.unknown_id enforcement/x/steps/a/needs"});
  const std::string end = R"("steps":[{"id":"a","words":{"en":"a","zh":"a"},"next":[],"ends":true}])";
  CHECK(with(head + end + R"(,"clocks":[{"id":"c","words":{"en":"c","zh":"c"},"kind":"wait","after":["c"],"allowed":{"days":1},"blocks":["a"]}]}]})") ==
        Rules{"pack.unknown_id enforcement/x/clocks/c/after"});
  const std::string second = R"(,{"id":"y","based_on":"x","from":"2020-01-01","words":{"en":"y","zh":"y"},"law":{"en":"y","zh":"y"}}]})";
  CHECK(with(head + end + "}" + second) == Rules{"pack.overlap enforcement/y/from"});
  CHECK(with(head + R"("least_public":1,)" + end + "}]}") == Rules{"pack.bad_value enforcement/x/least_public"});
}
