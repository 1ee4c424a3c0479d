// SPDX-License-Identifier: Apache-2.0
#include "gis/relief/coverage.hpp"
#include "tests/support/findings.hpp"
#include "tests/unit/relief/rules.hpp"

#include <catch2/catch.hpp>

using namespace merestone;
using namespace merestone::test;

namespace {

Shelter shelter(const char* id, double lon, double lat, double area = 100) {
  Shelter s;
  s.local_id = s.name = id;
  s.level = "county", s.space = "outdoor", s.duration = "short";
  s.effective_area_m2 = area;
  s.hazards = {"flood", "earthquake"};
  s.position = from_degrees(lon, lat);
  return s;
}

HazardZone zone(const char* kind, double west, double south, double east, double north) {
  HazardZone z;
  z.kind = kind, z.name = kind, z.severity = 2;
  z.shape = {{{from_degrees(west, south), from_degrees(east, south), from_degrees(east, north), from_degrees(west, north)}, {}}};
  return z;
}

}  // namespace

TEST_CASE("capacity is effective area over area per head, rounded down; the rules' where the shelter has none of its own") {
  const ShelterRules rules = shelter_rules();
  Shelter s = shelter("s", 0, 0, 101);
  CHECK(capacity_of(s, rules) == 50);
  s.area_per_head_m2 = 3;
  CHECK(capacity_of(s, rules) == 33);
  s.effective_area_m2 = 0.3, s.area_per_head_m2 = 0.1;
  CHECK(capacity_of(s, rules) == 3);
  CHECK(service_radius_m(s, rules) == 1000);
}

TEST_CASE("scenario 28: a shelter in a hazard's zone is left out for that hazard and kept for others") {
  const ShelterRules rules = shelter_rules();
  const std::vector<Shelter> shelters{shelter("in", 0.5, 0.5), shelter("out", 2, 2), shelter("other", 0.5, 0.6)};
  const std::vector<HazardZone> zones{zone("flood", 0, 0, 1, 1), zone("flood", 0.2, 0.2, 1, 1), zone("landslide", 0, 0, 1, 1)};
  const auto states = shelter_states(shelters, zones, rules);
  CHECK_FALSE(states[0].counts_for(shelters[0], "flood"));
  CHECK(states[0].counts_for(shelters[0], "earthquake"));
  CHECK_FALSE(states[0].counts_for(shelters[0], "landslide"));  // it does not serve that one at all
  CHECK(states[0].excluded == std::vector<std::string>{"flood"});
  CHECK(rules_of(states[0].notes) == Rules{"shelter.in_zone"});  // once, though two zones hold it
  CHECK(states[1].counts_for(shelters[1], "flood"));
  CHECK(states[1].notes.empty());
}

TEST_CASE("a shelter on a slope is noted where heights are known") {
  ElevationGrid grid;
  grid.name = "hill", grid.crs = "EPSG:4326", grid.vertical_datum = "EGM96 height";
  grid.west = 0, grid.north = 0.1, grid.column_step = grid.row_step = 0.001;
  grid.columns = grid.rows = 100;
  for (std::uint32_t row = 0; row < 100; ++row) {
    for (std::uint32_t column = 0; column < 100; ++column) grid.heights_m.push_back(column < 50 ? 10.0F : 10.0F + 22.0F * static_cast<float>(column - 50));
  }
  const Terrain terrain{grid};
  const std::vector<Shelter> shelters{shelter("flat", 0.02, 0.05), shelter("steep", 0.08, 0.05)};
  const auto states = shelter_states(shelters, {}, shelter_rules(), &terrain);
  CHECK(*states[0].slope_percent == Approx(0).margin(0.01));
  CHECK(*states[1].slope_percent == Approx(19.8).epsilon(0.02));  // 22 m in 111.3 m
  CHECK(states[0].notes.empty());
  CHECK(rules_of(states[1].notes) == Rules{"shelter.steep"});
}

TEST_CASE("bad shelters are told by record and field") {
  const auto told = [](auto change) {
    Shelter s = shelter("s", 0, 0);
    change(s);
    return rules_of(shelter_findings(s, shelter_rules(), event_rules(), "shelters.csv", 3));
  };
  CHECK(told([](Shelter&) {}).empty());
  CHECK(told([](Shelter& s) { s.level = "royal"; }) == Rules{"shelter.unknown_word"});
  CHECK(told([](Shelter& s) { s.hazards.push_back("dragons"); }) == Rules{"shelter.unknown_word"});
  CHECK(told([](Shelter& s) { s.effective_area_m2 = -1; }) == Rules{"shelter.bad_area"});
  CHECK(told([](Shelter& s) { s.in_use = -1; }) == Rules{"shelter.negative_use"});
  CHECK(told([](Shelter& s) { s.in_use = 51; }) == Rules{"shelter.over_capacity"});
  CHECK(told([](Shelter& s) { s.area_per_head_m2 = 1.9; }) == Rules{"shelter.cramped"});
  CHECK(told([](Shelter& s) { s.exits = 1; }) == Rules{"shelter.few_exits"});
}

TEST_CASE("gaps by division: served, full, out of reach and left out add up to the people") {
  DivisionFacts facts;
  const Period always{parse_date("2000-01-01"), open_end};
  for (const auto& [n, level, superior] : {std::tuple{1, 3, 0}, std::tuple{11, 4, 1}, std::tuple{12, 4, 1}}) {
    facts.versions.push_back({DivisionId{n}, level, "unit", always});
    facts.codes.push_back({DivisionId{n}, "test", std::to_string(n), always});
    if (superior != 0) facts.memberships.push_back({DivisionId{n}, DivisionId{superior}, MembershipKind::legal, always});
  }
  const DivisionRegister divisions{facts, parse_date("2020-01-01")};
  const std::vector<Shelter> shelters{shelter("dry", 0.000, 0, 80), shelter("wet", 0.500, 0, 100)};  // 40 and 50 people
  const std::vector<DivisionId> homes{DivisionId{11}, DivisionId{12}};
  const std::vector<SettledPlace> places{{"near", from_degrees(0.005, 0), 60, DivisionId{11}}, {"far", from_degrees(0.2, 0), 30, DivisionId{11}},
                                         {"wet", from_degrees(0.501, 0), 20, DivisionId{12}}, {"lost", from_degrees(0.9, 0), 5, {}}};
  const std::vector<HazardZone> zones{zone("flood", 0.4, -1, 0.6, 1)};
  const auto flood = shelter_coverage(shelters, homes, zones, places, divisions, shelter_rules(), {"flood", 4});
  REQUIRE(flood.gaps.size() == 2);
  CHECK(flood.gaps[0].people == 90);
  CHECK(flood.gaps[0].served == 40);
  CHECK(flood.gaps[0].full == 20);
  CHECK(flood.gaps[0].out_of_reach == 30);
  CHECK(flood.gaps[1].capacity == 0);
  CHECK(flood.gaps[1].excluded == 50);
  CHECK(flood.gaps[1].out_of_reach == 20);
  CHECK(flood.nearest.load[0] == 60);  // 20 over what it takes
  CHECK(flood.whole.people == 115);
  CHECK(flood.unplaced == 5);
  const auto quake = shelter_coverage(shelters, homes, zones, places, divisions, shelter_rules(), {"earthquake", 3});
  REQUIRE(quake.gaps.size() == 1);
  CHECK(quake.gaps[0].capacity == 90);
  CHECK(quake.gaps[0].served == 60);
}

TEST_CASE("a shelter without area per head, where the rules of its duration have none either, is refused") {
  ShelterRules rules = shelter_rules();
  rules.durations.push_back({"long", {"long", "长期"}, 0, 0, 2000});
  Shelter s = shelter("s", 0, 0);
  s.duration = "long";
  CHECK(rules_of(shelter_findings(s, rules, event_rules(), "f", 1)) == Rules{"shelter.no_area_per_head"});
  s.area_per_head_m2 = 4;
  CHECK(rules_of(shelter_findings(s, rules, event_rules(), "f", 1)).empty());
}
