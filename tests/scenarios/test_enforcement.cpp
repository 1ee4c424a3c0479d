// SPDX-License-Identifier: Apache-2.0
// Scenarios 21 (its notice) to 24 of the acceptance list (domain.md §9.1), as a funeral planner meets them.
#include "cli/command/case_fields.hpp"
#include "cli/service/planned_sites.hpp"
#include "data/office/burial_ledger.hpp"
#include "gis/burials/paper.hpp"
#include "tests/contract/graveyard.hpp"

#include <algorithm>

using namespace merestone;
using namespace merestone::test;

namespace {

std::string fact(const Finding& finding, std::string_view name) {
  const auto found = std::find_if(finding.facts.begin(), finding.facts.end(), [&](const auto& f) { return f.first == name; });
  return found == finding.facts.end() ? std::string{} : found->second;
}

}  // namespace

TEST_CASE("scenario 21, the notice: a hardened 7 m² double tomb by a reservoir is ordered to be corrected") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Graveyard yard{place};
  yard.lead();
  yard.verify();
  const BurialCaseFile file = burial_case_file(yard.project, case_one, on("2025-03-05"));
  CHECK(file.class_words.zh == "硬化大墓");
  CHECK(file.judged_by.zh == "《殡葬管理条例》（2012年修正）");  // of its day, though others hold today
  const Phrases chinese{"zh"}, english{"en"};
  const FilledPaper draft = case_paper(yard.project, file, "notice", {parse_date("2025-03-25"), {"demolish_hardening"}, {}, {}, {}}, chinese).paper;
  CHECK(draft.title == "责令限期改正通知书");
  std::string text;
  for (const std::string& paragraph : draft.paragraphs) text += paragraph;
  for (const std::string& said : {std::string{"g-0001"}, std::string{"硬化大墓"}, std::string{"7.0平方米"}, zone_word(yard.project, "FU-03", true),
                                  std::string{"2025年3月25日前改正：拆除硬化设施"}, std::string{"60日内申请行政复议"}, std::string{"6个月内"}}) {
    CAPTURE(said);
    CHECK(text.find(said) != std::string::npos);
  }
  CHECK(std::find(draft.open.begin(), draft.open.end(), "party") != draft.open.end());  // the name is for who may read it
  CHECK(case_paper(yard.project, file, "notice", {}, english).paper.title == "Notice to correct within a time");

  yard.step("filed", "2025-03-05");
  yard.notice();  // on record now: due day, corrections and number come from there
  const BurialCaseFile later = burial_case_file(yard.project, case_one, on("2025-03-11"));
  text.clear();
  for (const std::string& paragraph : case_paper(yard.project, later, "notice", {}, chinese).paper.paragraphs) text += paragraph;
  CHECK(text.find("2025年3月25日前改正：拆除硬化设施、缩小") != std::string::npos);
}

TEST_CASE("scenario 22: the same tomb on the list of protected graves gets no case, but a record that it stays") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Graveyard yard{place};
  const LeadReceipt receipt = yard.lead("g-0002");
  CHECK(receipt.kept);
  REQUIRE(receipt.findings.size() == 1);
  CHECK(receipt.findings[0].rule == "enforcement.kept");
  CHECK(burial_cases(yard.project).empty());
  const auto kept = kept_graves(yard.project);
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].grave == yard.graves[1].id);
  CHECK(kept[0].day == parse_date("2025-03-01"));
  const Ledger ledger = burial_ledger(yard.project, on("2025-12-31"), 2);
  CHECK(ledger.total.found == 0);
  std::size_t rows = 0;
  for (const LedgerSection& section : ledger.sections) {
    for (const LedgerRow& row : section.rows) {
      ++rows;
      CHECK(row.kept == (row.grave == "g-0002"));
      CHECK(row.is_protected == (row.grave == "g-0002"));
    }
  }
  CHECK(rows == 3);
}

TEST_CASE("scenario 23: an ignored notice, the times of the party, then the court") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Graveyard yard{place};
  yard.notify();  // served on 10 March 2025, to be corrected by the 25th
  yard.today = parse_date("2025-04-20");
  const auto tasks = burial_tasks(yard.project, yard.today);
  const auto ignored = std::find_if(tasks.begin(), tasks.end(), [](const BurialTask& t) { return t.clock == "correction"; });
  REQUIRE(ignored != tasks.end());
  CHECK(ignored->overdue);

  yard.step("demand", "2025-04-01");
  const Revision before = yard.project.summary().revision;
  const Error refused = refusal([&] { yard.step("court_applied", "2025-04-20"); });
  CHECK(refused.fault() == Fault::invalid);
  CHECK(yard.project.summary().revision == before);
  std::vector<std::string> clocks;
  for (const Finding& finding : refused.findings()) {
    if (finding.rule != "enforcement.wait") continue;
    clocks.push_back(fact(finding, "clock"));
    CHECK(fact(finding, "possible") == "2025-11-11");
    CHECK_FALSE(fact(finding, "source").empty());
  }
  CHECK(clocks == std::vector<std::string>{"reconsideration", "lawsuit", "in_all"});

  yard.today = parse_date("2025-11-12");
  CHECK(rule_of(refusal([&] { yard.step("court_applied", "2025-11-10"); })) == "enforcement.wait");
  const BurialCaseFile file = burial_case_file(yard.project, case_one, on("2025-11-11"));
  CHECK(file.court.day == parse_date("2025-11-11"));
  const FilledPaper application = filled(*file.rules.paper("court_application"), {{"number", "例民殡责〔2025〕1号"}, {"served", "2025年3月10日"}}, true);
  CHECK(application.title == "强制执行申请书");
  yard.step("court_applied", "2025-11-11");
  CHECK(find_burial_case(yard.project, case_one).state() == "court_applied");
  CHECK(yard.project.verify_audit().empty());
}

TEST_CASE("scenario 24: a grave built in March 2025 and found on imagery is new, not stock, as of a day") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Graveyard yard{place};
  const Date baseline = parse_date("2024-12-31");
  const auto count = [&](const char* day) {
    GraveCount sum;
    for (const NewGraves& each : new_graves(yard.project, baseline, on(day), 2)) {
      sum.stock += each.count.stock;
      sum.added += each.count.added;
      sum.unclear += each.count.unclear + each.count.not_known;
    }
    return sum;
  };
  const GraveCount later = count("2025-12-31");
  CHECK(later.added == 1);
  CHECK(later.stock == 2);
  CHECK(later.unclear == 0);
  CHECK(count("2025-01-31").added == 0);  // before it was built: a count as of a day, not a total that is overwritten
  CHECK(count("2025-01-31").stock == 2);
  CHECK(rule_of(refusal([&] { new_graves(yard.project, baseline, on("2024-06-30"), 2); })) == "enforcement.baseline");
}

TEST_CASE("what is made for everybody carries nothing of the persons of a case") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Graveyard yard{place};
  yard.notify();
  const PersonalData complainant{"王示例", "13911111111", "示例村3号", "", "夜间运送石料"};
  add_person(yard.project, plainly(), yard.key(), "complainant", complainant, {"enforcement"});
  const auto says = [&](const std::string& text) {
    for (const std::string* secret : {&complainant.name, &complainant.contact, &complainant.address, &complainant.statement}) {
      if (text.find(*secret) != std::string::npos) return true;
    }
    return false;
  };
  const BurialCaseFile file = burial_case_file(yard.project, case_one, on("2025-12-31"));
  std::string told = file.one.number + file.one.source + file.village + file.township;
  for (const BurialAct& act : file.one.acts) told += act.note;
  for (const Document& document : yard.project.documents()) told += document.title + document.number + document.issuer;
  for (const AuditEntry& entry : yard.project.audit()) told += entry.facts + entry.reason;
  for (const Attempt& attempt : yard.project.attempts()) told += attempt.findings + attempt.reason;
  CHECK_FALSE(says(told));
  REQUIRE(file.parties.size() == 1);
  CHECK(file.parties[0].role == "complainant");
}

TEST_CASE("a map for everybody has no single grave; that of the office has them with how they stand") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Graveyard yard{place};
  yard.notify();
  const auto with = [&](Audience audience, const std::string& status) {
    const auto sites = planned_sites(yard.project, on("2025-12-31"), audience);
    return std::count_if(sites.begin(), sites.end(), [&](const TileSite& site) {
      return site.layer == SiteLayer::graves && (status == "*" || site.status == status);
    });
  };
  CHECK(with(Audience::everybody, "*") == 0);
  CHECK(with(Audience::office, "*") == 3);
  CHECK(with(Audience::office, "notice") == 1);
  CHECK(with(Audience::office, "protected") == 1);
}

TEST_CASE("a map of a day tells a case as it stood on that day") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Graveyard yard{place};
  yard.notify();  // lead on 1 March 2025, notice on the 10th
  const auto status = [&](const char* day) {
    for (const TileSite& site : planned_sites(yard.project, on(day), Audience::office)) {
      if (site.name == "g-0001") return site.status;
    }
    return std::string{"missing"};
  };
  CHECK(status("2025-02-28").empty());
  CHECK(status("2025-03-02") == "lead");
  CHECK(status("2025-03-10") == "notice");
}
