// SPDX-License-Identifier: Apache-2.0
#include "gis/disputes/breach.hpp"
#include "tests/unit/disputes/law.hpp"

#include <catch2/catch.hpp>

using namespace merestone;
using namespace merestone::test;

namespace {

const DisputeTemplate law = law_of_1989();

EvidenceSetting setting(const char* issued, double width_m = 0) {
  return {law, issued ? std::optional{parse_date(issued)} : std::nullopt, parse_date("1988-05-01"), width_m, parse_date("2024-01-01")};
}

Evidence map(const char* item) {
  Evidence evidence;
  evidence.item = item;
  evidence.kind = "map";
  evidence.crs = "EPSG:4610";
  evidence.rmse_m = 4;
  return evidence;
}

}  // namespace

TEST_CASE("scenario 16: an unsealed map of 1985 is no basis of kind 5") {
  Evidence offered = map("A5");
  offered.both_sides = true;
  const auto checked = check_evidence(offered, setting("1985-06-01"));
  CHECK(checked.best == EvidenceWeight::inadmissible);
  REQUIRE(rules_of(checked.findings) == std::vector<std::string>{"evidence.unsealed_map"});
  CHECK(checked.findings[0].severity == Severity::warning);

  offered.shows_administration = true;  // and before the dispute arose: reference, Art. 8
  CHECK(check_evidence(offered, setting("1985-06-01")).best == EvidenceWeight::reference);
  CHECK(check_evidence(offered, setting("1989-06-01")).best == EvidenceWeight::inadmissible);

  offered.sealed = true;
  CHECK(check_evidence(offered, setting("1985-06-01")).best == EvidenceWeight::decisive);
  CHECK(check_evidence(offered, setting("1985-06-01")).findings.empty());
}

TEST_CASE("basis of kind 5 is what both confirmed before the dispute") {
  Evidence offered = map("A5");
  offered.sealed = true;
  CHECK(rules_of(check_evidence(offered, setting("1985-06-01")).findings) == std::vector<std::string>{"evidence.one_sided"});
  offered.both_sides = true;
  CHECK(rules_of(check_evidence(offered, setting("1990-01-01")).findings) == std::vector<std::string>{"evidence.after_dispute"});
  CHECK(rules_of(check_evidence(offered, setting(nullptr)).findings) == std::vector<std::string>{"evidence.undated"});
}

TEST_CASE("basis has no limit of age, reference has a window, the rest is neither") {
  CHECK(check_evidence(map("A3"), setting("1870-01-01")).best == EvidenceWeight::decisive);
  CHECK(check_evidence(map("B2"), setting("1975-01-01")).best == EvidenceWeight::reference);
  for (const char* outside : {"1948-01-01", "1988-05-01", "1990-01-01"}) {
    const auto checked = check_evidence(map("B2"), setting(outside));
    CHECK(checked.best == EvidenceWeight::inadmissible);
    CHECK(rules_of(checked.findings) == std::vector<std::string>{"evidence.outside_window"});
  }
  const auto other = check_evidence(map(""), setting("1870-01-01"));
  CHECK(other.best == EvidenceWeight::inadmissible);
  CHECK(rules_of(other.findings) == std::vector<std::string>{"evidence.unlisted"});
}

TEST_CASE("evidence from the future and of unknown kind is refused") {
  const auto future = check_evidence(map("A3"), setting("2024-01-02"));
  REQUIRE(rules_of(future.findings) == std::vector<std::string>{"evidence.from_future"});
  CHECK(future.findings[0].severity == Severity::error);
  CHECK(rules_of(check_evidence(map("Z9"), setting("1980-01-01")).findings) == std::vector<std::string>{"evidence.unknown_item"});
}

TEST_CASE("a map coarser than the disputed ground is warned of") {
  Evidence offered = map("A3");
  offered.rmse_m = 40;
  offered.map_scale = 100'000;  // 0.3 mm are 30 m
  CHECK(check_evidence(offered, setting("1980-01-01", 500)).findings.empty());
  CHECK(rules_of(check_evidence(offered, setting("1980-01-01", 25)).findings) ==
        std::vector<std::string>{"evidence.coarse_map", "evidence.coarse_scale"});
  CHECK(rules_of(check_evidence(offered, setting("1980-01-01", 35)).findings) == std::vector<std::string>{"evidence.coarse_map"});
}

TEST_CASE("a mediator confirms no tier above the best") {
  const Evidence offered = map("B2");
  CHECK(check_tier(offered, "B", setting("1975-01-01")).empty());
  CHECK(check_tier(offered, "X", setting("1975-01-01")).empty());
  CHECK(rules_of(check_tier(offered, "A", setting("1975-01-01"))) == std::vector<std::string>{"evidence.tier_too_high"});
  CHECK(rules_of(check_tier(offered, "C", setting("1975-01-01"))) == std::vector<std::string>{"evidence.unknown_tier"});
}

TEST_CASE("scenario 19: a house in contested ground after the status quo is a breach of Art. 10") {
  const auto d = nanodegrees_per_degree;
  const MultiPolygon contested{{{{0, 0}, {d, 0}, {d, d}, {0, d}}, {}}};
  const auto house = [&](double lon, const char* seen, const char* not_yet) {
    Sighting s{SightingKind::building, "house", from_degrees(lon, 0.5), parse_date(seen), {}, "Sentinel-2", {}, {}};
    if (not_yet) s.not_yet_there = parse_date(not_yet);
    return s;
  };
  const Date status_quo = parse_date("2020-05-01");
  const std::vector<Sighting> seen{house(0.5, "2020-09-01", "2020-06-01"), house(0.5, "2020-09-01", "2020-04-01"),
                                   house(0.5, "2020-05-01", nullptr), house(1.5, "2020-09-01", "2020-06-01"),
                                   house(0.5, "2020-09-01", nullptr)};
  const auto alerts = breaches(seen, contested, status_quo);
  REQUIRE(rules_of(alerts) == std::vector<std::string>{"dispute.breach", "dispute.possible_breach", "dispute.possible_breach"});
  CHECK(alerts[0].facts[2] == std::pair<std::string, std::string>{"seen", "2020-09-01"});
  CHECK(alerts[0].facts[3] == std::pair<std::string, std::string>{"not_yet_there", "2020-06-01"});
  CHECK(alerts[0].place->lon == 0.5);
  for (const char* word : {"settlement", "organ", "project", "building", "resource_damage"}) {
    CHECK(word_of(sighting_kind(word).value()) == word);
  }
}

TEST_CASE("a map says in which system it lies, and how well") {
  Evidence offered = map("A3");
  EvidenceSetting here = setting("1985-06-01");
  here.ground.add(from_degrees(112, 31));
  const auto told = [&](const char* crs, double rmse_m) {
    offered.crs = crs;
    offered.rmse_m = rmse_m;
    return check_evidence(offered, here).findings;
  };
  for (const char* known : {"EPSG:4610", "4490", "Xian 1980", "Beijing 1954"}) CHECK(told(known, 12).empty());
  CHECK(rules_of(told("", 12)) == std::vector<std::string>{"evidence.no_crs"});
  CHECK(rules_of(told("", 0)) == std::vector<std::string>{"evidence.not_georeferenced"});
  CHECK(rules_of(told("EPSG:2154", 12)) == std::vector<std::string>{"evidence.crs_elsewhere"});  // France
  for (const char* code : {"EPSG:99999", "99999"}) {
    const auto findings = told(code, 12);
    REQUIRE(rules_of(findings) == std::vector<std::string>{"evidence.unknown_crs"});
    CHECK(findings[0].severity == Severity::error);
  }
  const auto local = told("grid of the county", 12);
  REQUIRE(rules_of(local) == std::vector<std::string>{"evidence.unknown_crs"});
  CHECK(local[0].severity == Severity::warning);
  CHECK(check_evidence(offered, here).best == EvidenceWeight::decisive);  // what it weighs is another matter
}
