// SPDX-License-Identifier: Apache-2.0
#include "gis/divisions/change_effect.hpp"
#include "gis/divisions/comparison.hpp"
#include "gis/divisions/lineage.hpp"

#include <catch2/catch.hpp>

using namespace merestone;

namespace {

const Date d1 = parse_date("2001-01-01"), d2 = parse_date("2010-01-01"), d3 = parse_date("2015-01-01");

/// 1 is renamed in 2010 and merges with 2 into 3 in 2015; 4 is their county, 5 takes a part of 3 in 2015.
DivisionFacts record() {
  DivisionFacts facts;
  const auto live = [&](std::int64_t id, const char* code, Period valid, Level level = 2) {
    facts.versions.push_back({DivisionId{id}, level, "commune", valid});
    facts.codes.push_back({DivisionId{id}, "test", code, valid});
  };
  live(1, "a", {d1, d3});
  live(2, "b", {d1, d3});
  live(3, "a", {d3, open_end});
  live(4, "N", {d1, open_end}, 1);
  live(5, "c", {d1, open_end});
  facts.names = {{DivisionId{1}, "Ash", "en", "official", {d1, d2}}, {DivisionId{1}, "Oak", "en", "official", {d2, d3}},
                 {DivisionId{1}, "Ash", "en", "former", {d2, d3}},   {DivisionId{2}, "Elm", "en", "official", {d1, d3}},
                 {DivisionId{3}, "Oak-Elm", "en", "official", {d3, open_end}}};
  facts.memberships = {{DivisionId{5}, DivisionId{4}, MembershipKind::legal, {d2, open_end}}};
  facts.successions = {{DivisionId{1}, DivisionId{3}, d3, "merged"}, {DivisionId{2}, DivisionId{3}, d3, "merged"}, {DivisionId{3}, DivisionId{1}, d3, "odd"}};
  return facts;
}

std::string told(const std::vector<LifeEvent>& life) {
  std::string text;
  for (const LifeEvent& event : life) {
    text += to_string(event.day).substr(0, 4) + (event.what == LifeEvent::What::began   ? " began"
                                                 : event.what == LifeEvent::What::ended ? " ended"
                                                 : event.what == LifeEvent::What::name  ? " " + event.before + ">" + event.after
                                                 : event.what == LifeEvent::What::gave  ? " gave"
                                                 : event.what == LifeEvent::What::took  ? " took"
                                                                                        : " other") + "; ";
  }
  return text;
}

}  // namespace

TEST_CASE("the life of a division in order of time") {
  DivisionFacts facts = record();
  facts.successions.pop_back();
  const std::vector<SuccessionShare> shares{{.succession = 0, .whole = true, .area_share = 1.0}};
  const auto life = life_of(DivisionId{1}, facts, shares, {});
  CHECK(told(life) == "2001 began; 2010 Ash>Oak; 2015 gave; 2015 ended; ");
  CHECK(life[2].area_share == 1.0);
  CHECK(told(life_of(DivisionId{3}, facts, {}, {})) == "2015 began; 2015 took; 2015 took; ");
}

TEST_CASE("lineage goes both ways, and ends where it would go in a circle") {
  const DivisionFacts facts = record();
  const Lineage of_two = lineage_of(DivisionId{2}, facts.successions);
  CHECK(of_two.from.empty());
  CHECK(of_two.to == std::vector<std::size_t>{0, 1, 2});
  const Lineage of_three = lineage_of(DivisionId{3}, facts.successions);
  CHECK(of_three.from.size() == 3);
}

TEST_CASE("two days compared") {
  const DivisionFacts facts = record();
  const Comparison found = compare(DivisionRegister{facts, parse_date("2005-01-01")}, DivisionRegister{facts, parse_date("2012-01-01")});
  CHECK(found.began.empty());
  CHECK(found.ended.empty());
  REQUIRE(found.renamed.size() == 1);
  CHECK(found.renamed[0].after == "Oak");
  REQUIRE(found.moved.size() == 1);
  CHECK(found.moved[0].after == DivisionId{4});
  const Comparison later = compare(DivisionRegister{facts, parse_date("2012-01-01")}, DivisionRegister{facts, d3});
  CHECK(later.ended.size() == 2);
  CHECK(later.began == std::vector<DivisionId>{DivisionId{3}});
}

TEST_CASE("the day that counts can be that of approval or announcement") {
  const std::vector<ChangeEvent> events{{.dates = {.approved = parse_date("2011-07-14"), .announced = parse_date("2011-09-01"), .effective = parse_date("2011-08-22")}}};
  const auto on = [&](const char* day, const char* basis) { return to_string(day_on_basis(events, parse_date(day), basis)); };
  CHECK(on("2011-07-13", "approved") == "2011-07-13");
  CHECK(on("2011-07-14", "approved") == "2011-08-22");
  CHECK(on("2011-08-25", "announced") == "2011-08-21");
  CHECK(on("2011-09-01", "announced") == "2011-09-01");
  CHECK(on("2011-08-25", "effective") == "2011-08-25");
}
