// SPDX-License-Identifier: Apache-2.0
/// A project with the law of the cn pack and three graves in Counties' Aldham: a hardened double tomb, the same on a list of
/// protected ones, and a new one (data/sample/lanze/graves.csv).
#pragma once

#include "data/office/act_record.hpp"
#include "data/office/burial_cases.hpp"
#include "data/office/personal_acts.hpp"
#include "data/store/grave_store.hpp"
#include "gis/geodesy/geodesic.hpp"
#include "tests/contract/engines.hpp"

namespace merestone::test {

inline constexpr const char* case_one = "例民殡〔2025〕1号";

/// An act without paper, and one with a numbered paper.
inline ActInfo plainly(const std::string& reason = "test") { return {"Ada", reason, {}, {}}; }
inline ActInfo paper(const std::string& title, const std::string& number, const char* issued) {
  return {"Ada", "test", {{}, "enforcement", title, number, "Civil affairs", parse_date(issued), "", std::string(64, 'a')}, {}};
}

struct Graveyard {
  explicit Graveyard(const Site& place) : project{place.create({"cn"})} {
    adopt(project, Counties{});
    Grave tomb;
    tomb.local_id = "g-0001";
    tomb.position = from_degrees(0.5, 1.5);
    tomb.accuracy_m = 3;
    tomb.method = "GNSS";
    tomb.area_m2 = 5.2;
    tomb.annex_m2 = 1.8;
    tomb.hardened = Told::yes;
    tomb.remains = 2;
    tomb.built_from = parse_date("2016-01-01");
    tomb.built_until = parse_date("2017-12-31");
    tomb.first_seen = parse_date("2018-03-11");
    tomb.land_class = "other";
    tomb.valid = {parse_date("2016-01-01"), open_end};
    Grave kept = tomb;
    kept.local_id = "g-0002";
    kept.position = from_degrees(0.5004, 1.5);
    kept.built_from = parse_date("1911-01-01");
    kept.built_until = parse_date("1935-12-31");
    kept.valid = {parse_date("1935-12-31"), open_end};
    Grave fresh = tomb;
    fresh.local_id = "g-0003";
    fresh.position = from_degrees(0.6, 1.6);
    fresh.hardened = Told::no;
    fresh.remains = 1;
    fresh.built_from = parse_date("2025-03-01");
    fresh.built_until = parse_date("2025-03-31");
    fresh.first_seen = parse_date("2025-04-20");
    fresh.valid = {parse_date("2025-03-31"), open_end};
    graves = {tomb, kept, fresh};
    Transaction transaction{project.connection()};
    ActRecord act{project.connection(), "burials.adopt", "Ada", "test"};
    add_graves(act.writer(), graves, {});
    GraveProtection listed[] = {{graves[1].id, ProtectionKind::heritage, "示例名录", "12", {parse_date("2010-01-01"), open_end}}};
    add_grave_protections(act.writer(), listed, {});
    act.close();
    transaction.commit();
  }

  CasePhoto photo(const char* phase, const char* taken, double away_m = 8) const {
    CasePhoto one;
    one.label = std::string{phase} + " 1";
    one.phase = phase;
    one.view = "gate";
    one.taken = {destination(graves[0].position, 90, away_m), 4.0, 270.0, taken};
    one.sha256 = std::string(64, phase[0] == 'b' ? 'b' : 'c');
    return one;
  }
  BurialCaseKey key() const { return {case_one, latest_revision, today}; }

  LeadReceipt lead(const char* grave = "g-0001", const char* number = case_one) {
    return report_lead(project, plainly(), {number, grave, "patrol", parse_date("2025-03-01"), "township", "巡查发现"}, today);
  }
  BurialReceipt verify() {
    return verify_case(project, plainly(), key(), {parse_date("2025-03-04"), "civil_affairs", "hardened_oversize", "", Told::yes, {"FU-03"},
                                                   {photo("before", "2025-03-04T10:00:00")}, "现场核实"});
  }
  BurialReceipt step(const char* state, const char* day, const char* body = "civil_affairs") {
    BurialAct act;
    act.state = state;
    act.day = parse_date(day);
    act.body = body;
    return take_step(project, paper(std::string{state} + " of the case", std::string{"例民殡文〔2025〕"} + state, day), key(), act);
  }
  BurialReceipt notice() {
    BurialAct act;
    act.state = "notice";
    act.day = parse_date("2025-03-10");
    act.body = "civil_affairs";
    act.due = parse_date("2025-03-25");
    act.corrections = {"demolish_hardening", "shrink"};
    return take_step(project, paper("Notice", "例民殡责〔2025〕1号", "2025-03-09"), key(), act);
  }
  /// Lead, visit, filing, notice.
  void notify() {
    lead();
    verify();
    step("filed", "2025-03-05");
    notice();
  }

  Project project;
  std::vector<Grave> graves;
  Date today = parse_date("2026-03-01");
};

}  // namespace merestone::test
