// SPDX-License-Identifier: Apache-2.0
#include "gis/base/error.hpp"
#include "gis/divisions/reaggregation.hpp"

#include <catch2/catch.hpp>

#include <map>

using namespace merestone;

namespace {

const Date before = parse_date("2010-01-01"), split = parse_date("2015-01-01"), merged = parse_date("2020-01-01"), now = parse_date("2024-01-01");

/// 1 splits into 2 and 3 in 2015; 3 goes into 4 in 2020; 5 gives a part to 6 in 2020 and goes on; 7 ends without heirs.
struct Land {
  DivisionFacts facts;
  std::vector<SuccessionShare> shares;
  Land() {
    live(1, {before, split});
    live(2, {split, open_end});
    live(3, {split, merged});
    live(4, {before, open_end});
    live(5, {before, open_end});
    live(6, {before, open_end});
    live(7, {before, split});
    facts.successions = {{id(1), id(2), split, "split"}, {id(1), id(3), split, "split"}, {id(3), id(4), merged, "merged"}, {id(5), id(6), merged, "part"}};
    shares = {{0, {}, true, 0.5, 0.25}, {1, {}, true, 0.5, 0.75}, {2, {}, true, 1.0, {}}, {3, {}, false, 0.2, {}}};
  }
  static DivisionId id(std::int64_t n) { return DivisionId{n}; }
  void live(std::int64_t n, Period valid) { facts.versions.push_back({id(n), 4, "town", valid}); }
  std::map<std::int64_t, double> carried(std::vector<DivisionFigure> figures, Date to, ShareBasis basis = ShareBasis::people) const {
    std::map<std::int64_t, double> by_division;
    for (const CarriedFigure& f : reaggregate(figures, facts, shares, to, basis).figures) by_division[f.division.value] = f.value;
    return by_division;
  }
};

using Values = std::map<std::int64_t, double>;

}  // namespace

TEST_CASE("figures follow successions: by people where they were counted, else by area") {
  const Land land;
  const std::vector<DivisionFigure> figures{{Land::id(1), before, 100}, {Land::id(4), before, 10}, {Land::id(5), before, 50}};
  CHECK(land.carried(figures, before) == Values{{1, 100}, {4, 10}, {5, 50}});
  CHECK(land.carried(figures, split) == Values{{2, 25}, {3, 75}, {4, 10}, {5, 50}});
  CHECK(land.carried(figures, now) == Values{{2, 25}, {4, 85}, {5, 40}, {6, 10}});
  CHECK(land.carried(figures, now, ShareBasis::area) == Values{{2, 50}, {4, 60}, {5, 40}, {6, 10}});
  CHECK(land.carried({{Land::id(3), split, 8}, {Land::id(4), now, 2}}, now) == Values{{4, 10}});  // each from its own day
}

TEST_CASE("what came by a share is told as an estimate, what came whole is not") {
  const Land land;
  const Reaggregation result = reaggregate(std::vector<DivisionFigure>{{Land::id(1), before, 100}, {Land::id(4), before, 10}}, land.facts, land.shares, now);
  REQUIRE(result.figures.size() == 2);
  CHECK(result.figures[0].shared == Approx(25));
  CHECK(result.figures[1].value == Approx(85));
  CHECK(result.figures[1].shared == Approx(75));
  REQUIRE(result.shares.size() == 2);
  CHECK(result.shares[0].share == 0.25);
  CHECK(result.shares[0].basis == ShareBasis::people);
}

TEST_CASE("nothing is spread where nobody recorded how") {
  Land land;
  land.shares = {{3, {}, false, {}, {}}};
  const Reaggregation result = reaggregate(std::vector<DivisionFigure>{{Land::id(1), before, 100}, {Land::id(5), before, 50}, {Land::id(7), before, 3}},
                                           land.facts, land.shares, now);
  REQUIRE(result.unplaced.size() == 2);
  CHECK(result.unplaced[0].value + result.unplaced[1].value == 103);
  REQUIRE(result.figures.size() == 1);
  CHECK(result.figures[0].value == 50);  // the part that went over is not known, and said so
  REQUIRE(result.shares.size() == 1);
  CHECK_FALSE(result.shares[0].known);
}

TEST_CASE("who takes and ends on one day passes it on") {
  Land land;
  land.live(8, {before, split});
  land.facts.successions = {{Land::id(7), Land::id(8), split, "merged"}, {Land::id(8), Land::id(4), split, "merged"}};
  land.shares.clear();
  CHECK(land.carried({{Land::id(7), before, 3}, {Land::id(8), before, 4}}, now) == Values{{4, 7}});
}

TEST_CASE("figures are not carried back in time") {
  const Land land;
  CHECK_THROWS_AS(land.carried({{Land::id(4), now, 1}}, before), Error);
}
