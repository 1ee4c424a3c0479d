// SPDX-License-Identifier: Apache-2.0
/// Two counties of two communes each, and a valley between the northern pair that both claim.
///     A B   county N        A claims a strip of B, B a strip of A; the border is the meridian 1° E from 1° to 2° N.
///     C D   county S
#pragma once

#include "data/office/dispute_file.hpp"
#include "gis/geodesy/measure.hpp"
#include "tests/contract/engines.hpp"
#include "tests/support/findings.hpp"

namespace merestone::test {

inline const Date the_day = parse_date("2024-01-01");

inline ActInfo act(const std::string& title = {}, const char* issued = nullptr) {
  ActInfo info{"Ada", "test", {}, {}};
  if (title.empty()) return info;
  info.document.kind = "record";
  info.document.title = title;
  if (issued) info.document.issued = parse_date(issued);
  return info;
}

inline CaseKey key(const char* number = "2020-1") { return {number, latest_revision, the_day}; }

class Valley {
 public:
  explicit Valley(const Site& place) : project{place.create()} {
    adopt(project, Counties{});
    const DivisionRegister divisions = project.divisions(on("2020-01-01"));
    a = divisions.find_code("a")->id;
    b = divisions.find_code("b")->id;
    c = divisions.find_code("c")->id;
  }

  void open() {
    open_case(project, act("Report of both governments", "2019-12-20"),
              {"2020-1", "The valley", "cn-1989", {b, a}, parse_date("2020-01-10"), parse_date("2019-06-01")}, the_day);
  }
  void step(const char* state, const char* day) { take_step(project, act(), key(), {state, parse_date(day), {}, {}}); }
  /// Up to negotiations; parties of level 2, which the law of 1989 knows as prefectures.
  void negotiate() {
    open();
    triage_case(project, act(), key(), {}, parse_date("2020-02-01"));
    step("status_quo_set", "2020-03-01");
    step("negotiating", "2020-04-01");
  }

  static Polyline line(std::initializer_list<std::pair<double, double>> positions) {
    Polyline path;
    for (const auto& [lon, lat] : positions) path.push_back(from_degrees(lon, lat));
    return path;
  }
  LineOpinion opinion(DivisionId holder, Polyline path) const {
    LineOpinion made;
    made.holder = holder;
    made.title = "claim";
    made.path = std::move(path);
    made.left = a;   // walked northwards, the west lies on the left
    made.right = b;
    made.valid.from = parse_date("2020-01-10");
    return made;
  }
  /// A wants the border at 1.2° E, B at 0.9° E.
  RecordedClaims claim() {
    return record_claims(project, act("Claims of both", "2020-01-10"), key(),
                         {{a, {opinion(a, line({{1, 1}, {1.2, 1.5}, {1, 2}}))}}, {b, {opinion(b, line({{1, 1}, {0.9, 1.5}, {1, 2}}))}}},
                         parse_date("2020-01-10"));
  }
  Settlement agreed(Polyline path, const char* effective = "2020-08-01") const {
    Settlement settlement;
    settlement.outcome.decided = parse_date("2020-07-01");
    settlement.outcome.effective = parse_date(effective);
    for (const DivisionId party : {a, b}) settlement.outcome.signatories.push_back({"head", "county head", party, parse_date("2020-07-01")});
    settlement.line.line = opinion({}, std::move(path));
    return settlement;
  }
  DisputeFile file(const char* day = "2020-06-01") const { return dispute_file(project, "2020-1", on(day), the_day); }
  double area_km2(DivisionId division, const char* day, const Viewpoint& viewpoint = StatusQuo{}) const {
    return square_metres(held_um2(project.snapshot(on(day)), viewpoint, division)) / 1e6;
  }

  Project project;
  DivisionId a, b, c;
};

inline std::string rows_now(Project& project) { return project.audit().back().hash + std::to_string(project.summary().stretches); }

/// What `action` is refused for; it must leave everything as it was, and be the last of the log of attempts.
template <class Action>
std::string refused_rule(Project& project, const char* act_name, Action action) {
  const std::string before = rows_now(project);
  const std::size_t attempts = project.attempts().size();
  const std::string rule = rule_of(refusal(action));
  CHECK(rows_now(project) == before);
  REQUIRE(project.attempts().size() == attempts + 1);
  CHECK(project.attempts().back().act == act_name);
  CHECK(project.attempts().back().author == "Ada");
  CHECK(project.attempts().back().findings.find("\"" + rule + "\"") != std::string::npos);
  return rule;
}

}  // namespace merestone::test
