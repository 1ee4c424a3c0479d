// SPDX-License-Identifier: Apache-2.0
/// A flood on 15 July 2022 in a county of three towns, 11, 12 and 13; 12 goes into 13 in 2024, and 11 gives 13 a fifth of its
/// people.
#pragma once

#include "gis/relief/bulletin.hpp"
#include "tests/unit/relief/rules.hpp"

namespace merestone::test {

struct Flood {
  DivisionFacts facts;
  std::vector<SuccessionShare> shares;
  DisasterEvent event;
  EventRules rules = event_rules();
  std::vector<EventFigure> figures;

  Flood() {
    const Date begin = parse_date("2000-01-01"), redrawn = parse_date("2024-01-01");
    add(1, 3, 0, {begin, open_end});
    add(11, 4, 1, {begin, open_end});
    add(12, 4, 1, {begin, redrawn});
    add(13, 4, 1, {begin, open_end});
    facts.successions = {{DivisionId{12}, DivisionId{13}, redrawn, "merged"}, {DivisionId{11}, DivisionId{13}, redrawn, "boundary"}};
    shares = {{0, {}, true, 1.0, {}}, {1, {}, false, 0.1, 0.2}};
    event.id = EventId{1};
    event.local_id = "F-2022", event.hazard = "flood", event.name = "flood";
    event.started = *parse_moment("2022-07-15T07:00");
  }
  void add(std::int64_t n, Level level, std::int64_t superior, Period valid) {
    facts.versions.push_back({DivisionId{n}, level, "unit", valid});
    facts.codes.push_back({DivisionId{n}, "test", std::to_string(n), valid});
    facts.names.push_back({DivisionId{n}, "Unit " + std::to_string(n), "en", "official", valid});
    if (superior != 0) facts.memberships.push_back({DivisionId{n}, DivisionId{superior}, MembershipKind::legal, valid});
  }
  static DeliveredReport said(const char* code, const char* stage, const char* as_of, const char* indicator, double value) {
    return {"F-2022", "flood", stage, *parse_moment(as_of), code, indicator, value, "", 0};
  }
  JudgedReports judge(std::vector<DeliveredReport> delivered) const {
    for (std::size_t i = 0; i < delivered.size(); ++i) delivered[i].record = i + 1;
    return judge_reports(event, delivered, figures, rules, facts, "reports.csv");
  }
  void take(std::vector<DeliveredReport> delivered) {
    for (EventFigure& f : judge(std::move(delivered)).figures) figures.push_back(std::move(f));
  }
  Bulletin bulletin(const BulletinQuestion& question) const { return bulletin_of(event, figures, rules, facts, shares, question); }
};

inline const BulletinRow& row_of(const Bulletin& bulletin, std::int64_t division) {
  for (const BulletinRow& row : bulletin.rows) {
    if (row.division == DivisionId{division}) return row;
  }
  throw std::logic_error{"no such row"};
}

}  // namespace merestone::test
