// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/progress.hpp"
#include "gis/burials/public_counts.hpp"

#include <catch2/catch.hpp>

using namespace merestone;

namespace {

BurialCase one(std::vector<std::pair<const char*, const char*>> acts, const char* grave_class, std::vector<std::string> zones = {}) {
  BurialCase made;
  made.grave_class = grave_class;
  made.zones = std::move(zones);
  for (const auto& [state, day] : acts) {
    BurialAct act;
    act.state = state;
    act.day = parse_date(day);
    made.acts.push_back(std::move(act));
  }
  return made;
}

}  // namespace

TEST_CASE("progress counts what a case went through up to a day") {
  const BurialCase closed = one({{"lead", "2025-01-05"}, {"notice", "2025-02-01"}, {"self_corrected", "2025-02-10"}, {"recheck", "2025-02-20"}, {"closed", "2025-02-21"}}, "scattered");
  CHECK(tally_of(closed, parse_date("2025-01-04")) == EnforcementTally{});
  CHECK(tally_of(closed, parse_date("2025-02-09")) == EnforcementTally{1, 1, 0, 0, 0, 0});
  CHECK(tally_of(closed, parse_date("2025-02-21")) == EnforcementTally{1, 1, 1, 0, 1, 0});
  CHECK(tally_of(one({{"lead", "2025-01-05"}, {"transferred", "2025-01-09"}}, "scattered"), parse_date("2025-02-01")).not_ours == 1);
}

TEST_CASE("FU-24 divides what was closed by what was found, and says the other denominator too") {
  EnforcementTally tally{10, 6, 3, 1, 4, 2};
  CHECK(correction_rate(tally).value() == Approx(0.4));
  CHECK(own_correction_rate(tally).value() == Approx(0.5));
  CHECK_FALSE(correction_rate({}));
}

TEST_CASE("a grave in two zones counts in both, one in none under no name") {
  const std::vector<BurialCase> cases{one({{"lead", "2025-01-05"}}, "scattered", {"FU-01", "FU-03"}), one({{"lead", "2025-01-06"}}, "living", {"FU-01"}),
                                      one({{"lead", "2025-01-06"}}, "")};
  const auto zones = tally_by_zone(cases, parse_date("2025-02-01"));
  CHECK(zones.at("FU-01").found == 2);
  CHECK(zones.at("FU-03").found == 1);
  CHECK(zones.at("").found == 1);
  CHECK(tally_by_class(cases, parse_date("2025-01-05")).size() == 1);
}

TEST_CASE("no public figure stands for fewer than the least") {
  const PublicCounts counts = public_counts({{"Ash", "T", 12}, {"Birch", "T", 2}, {"Cedar", "T", 0}, {"Dale", "T", 7}, {"Elm", "U", 3}, {"Fir", "U", 1}}, 5);
  REQUIRE(counts.rows.size() == 3);
  CHECK(counts.rows[0].unit == "Ash");
  CHECK(counts.rows[1].unit == "Cedar");
  CHECK(counts.rows[1].count == 0);
  CHECK(counts.rows[2].together == std::vector<std::string>{"Birch", "Dale"});  // two by itself would be told by the sum
  CHECK(counts.rows[0].count == 10);  // 12
  CHECK(counts.rows[2].count == 5);   // 9
  CHECK(counts.hidden == std::vector<std::string>{"U"});
  CHECK(counts.shown == 15);
}

TEST_CASE("one grave more is not told by the tables of two days") {
  const auto of = [](std::int64_t graves) { return public_counts({{"Ash", "T", graves}, {"Dale", "T", 7}}, 5); };
  CHECK(of(12).rows[0].count == of(13).rows[0].count);
  CHECK(of(14).shown == of(13).shown);
  CHECK(of(15).shown - of(14).shown == 5);
}
