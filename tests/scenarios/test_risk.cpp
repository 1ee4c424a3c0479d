// SPDX-License-Identifier: Apache-2.0
// Scenarios 26 and 27 of the acceptance list (domain.md §9.1) at the risk planner's desk.
#include "data/office/acts.hpp"
#include "data/office/assumed_zone.hpp"
#include "data/office/changes.hpp"
#include "data/office/exposure_runs.hpp"
#include "data/office/hazard_findings.hpp"
#include "data/office/relief_acts.hpp"
#include "gis/base/error.hpp"
#include "gis/base/text.hpp"
#include "gis/overlay/grown.hpp"
#include "tests/contract/valley.hpp"

#include <algorithm>
#include <map>

using namespace merestone;
using namespace merestone::test;

namespace {

HazardZone flood(int severity, Ring ring, const char* from = "2000-01-01") {
  HazardZone zone;
  zone.local_id = "z" + std::to_string(severity);
  zone.kind = "flood";
  zone.severity = severity;
  zone.name = "Flood " + std::to_string(severity);
  zone.source = "survey";
  zone.shape = {{std::move(ring), {}}};
  zone.valid = {parse_date(from), open_end};
  return zone;
}

NamedPlace village(const char* id, double lon, double lat, std::int64_t people) {
  NamedPlace place{{}, id, "village", {{std::string{"Village "} + id, "en", "official"}}, from_degrees(lon, lat), {}};
  place.valid = {parse_date("2000-01-01"), open_end};
  if (people >= 0) place.people = PeopleCount{people, parse_date("2020-11-01")};
  return place;
}

Ring box(double west, double south, double east, double north) {
  return {from_degrees(west, south), from_degrees(east, south), from_degrees(east, north), from_degrees(west, north)};
}

const ExposureLine* line_of(const ExposureReport& report, const std::string& code, int severity) {
  for (const ExposureLine& line : report.lines) {
    if (line.division.code == code && line.severity == severity) return &line;
  }
  return nullptr;
}

/// Ground in km² to three decimals, so that the text is the same on every machine; people and things.
std::string told(const ExposureReport& report) {
  std::string text;
  const auto counts = [&](const std::vector<std::size_t>& list) {
    for (std::size_t i = 0; i < list.size(); ++i) text += " " + report.point_kinds[i] + " " + std::to_string(list[i]);
    text += "\n";
  };
  for (const ExposureLine& line : report.lines) {
    text += line.division.code + " " + line.kind + " " + std::to_string(line.severity) + " " + fixed(line.area_m2 / 1e6, 3) + " people " + std::to_string(line.people);
    counts(line.counts);
  }
  for (const ExposureTotal& total : report.totals) {
    text += total.division.code + " in all " + fixed(total.area_m2 / 1e6, 3) + " people " + std::to_string(total.people);
    counts(total.counts);
  }
  const ExposureUnresolved& open = report.unresolved;
  return text + "open people " + std::to_string(open.people) + " of " + std::to_string(open.of_people) + " villages " + std::to_string(open.villages_uncounted) + " of " +
         std::to_string(open.villages) + " nowhere " + std::to_string(open.places_without_position) + " beyond " + fixed(open.zones_beyond_m2 / 1e6, 3) + "\n";
}

double area(const Ring& ring) { return area_m2({{ring, {}}}); }

}  // namespace

TEST_CASE("scenario 27: people and ground under overlapping floods count once per severity, and totals are the union") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Valley valley{place};
  HazardZone often = flood(4, box(0.4, 1.4, 0.7, 1.7));
  often.return_period_years = 20;
  HazardZone seldom = flood(2, box(0.2, 1.2, 0.8, 1.8));
  seldom.return_period_years = 100;
  adopt_hazard_zones(valley.project, by("Ada"), {often, seldom, flood(4, box(0.5, 1.5, 0.75, 1.6))});
  adopt_places(valley.project, by("Ada"), {village("1", 0.55, 1.55, 120), village("2", 0.3, 1.3, 80), village("3", 0.1, 1.9, 50),
                                           village("4", 0.6, 1.6, -1)});
  const ExposureDesk desk{valley.project, on("2022-06-01")};
  CHECK(desk.zones()[0].return_period_years == std::optional<double>{20});
  CHECK(!desk.zones()[2].return_period_years);
  const ExposureReport report = desk.exposure({"", 2});
  const ExposureLine* high = line_of(report, "a", 4);
  const ExposureLine* low = line_of(report, "a", 2);
  REQUIRE(high);
  REQUIRE(low);
  CHECK(high->people == 120);  // the village under three zones counts once, at the highest
  CHECK(low->people == 80);
  CHECK(high->counts.front() == 2);
  CHECK(low->counts.front() == 1);
  const double twice = area(box(0.5, 1.5, 0.7, 1.6));
  CHECK(high->area_m2 == Approx(area(box(0.4, 1.4, 0.7, 1.7)) + area(box(0.5, 1.5, 0.75, 1.6)) - twice).epsilon(1e-9));
  CHECK(high->area_m2 + low->area_m2 == Approx(area(box(0.2, 1.2, 0.8, 1.8))).epsilon(1e-9));
  // Totals: the union of the zones, whatever their severity, and a whole division beside it.
  std::int64_t exposed = 0, inside = 0;
  double ground = 0;
  for (const ExposureLine& line : report.lines) exposed += line.people, ground += line.area_m2;
  CHECK(exposed == 200);  // three zones over village 1, and it is in the sum once
  CHECK(ground == Approx(area(box(0.2, 1.2, 0.8, 1.8))).epsilon(1e-9));
  for (const ExposureTotal& total : report.totals) inside += total.people;
  CHECK(inside == 250);
  const auto a = std::find_if(report.totals.begin(), report.totals.end(), [](const ExposureTotal& t) { return t.division.code == "a"; });
  REQUIRE(a != report.totals.end());
  CHECK(a->people == 250);
  CHECK(a->counts.front() == 4);
  CHECK(high->share + low->share == Approx(ground / a->area_m2).epsilon(1e-9));
  CHECK(report.unresolved.villages_uncounted == 1);
  CHECK(report.unresolved.of_people == 250);
  CHECK(report.unresolved.people_share() == 0);
  CHECK(ExposureUnresolved{.villages_uncounted = 3, .villages = 3}.people_share() == 1);  // nobody counted: nothing is known
  CHECK(report.inputs.size() >= 4);
  for (const ExposureInput& input : report.inputs) CHECK(input.sha256.size() == 64);
}

TEST_CASE("scenario 26: exposure on the divisions of the event's day, and a second table on those of today with its shares") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Valley valley{place};
  adopt_hazard_zones(valley.project, by("Ada"), {flood(3, box(0.2, 1.2, 0.8, 1.8))});
  adopt_places(valley.project, by("Ada"), {village("1", 0.55, 1.55, 900), village("2", 1.5, 0.5, 100)});
  // In 2024 commune a ends: three quarters of its ground and two thirds of its people go to b, the rest to c.
  ChangePlan plan{.title = "The communes are drawn anew", .authority = "Ministry",
                  .dates = {.approved = parse_date("2023-12-01"), .effective = parse_date("2024-01-01")}};
  ChangeAct end{.kind = ChangeKind::abolish, .code = "a"};
  end.territory = {{.code = "b", .people_share = 2.0 / 3}, {.code = "c", .people_share = 1.0 / 3}};
  end.areas = {{{{box(0, 1, 0.25, 2), {}}}, "c"}};
  plan.acts = {end};
  const auto changed = change_divisions(valley.project, act("Decree of 2023", "2023-12-01"), plan, "test");
  REQUIRE(changed.revision > 0);

  const ExposureDesk desk{valley.project, on("2022-07-01")};
  const ExposureReport then = desk.exposure({"", 2});
  const ExposureLine* a = line_of(then, "a", 3);
  REQUIRE(a);  // on the divisions of 2022
  CHECK(a->people == 900);
  const CarriedExposure now = desk.carried(then, parse_date("2024-06-01"));
  double people = 0, ground = 0;
  for (const CarriedExposure::Line& line : now.lines) {
    CHECK(line.division.code != "a");
    CHECK(line.people_shared == Approx(line.people));  // all of it is an estimate, and says so
    people += line.people;
    ground += line.area_m2;
  }
  CHECK(people + now.people_unplaced == Approx(900));
  CHECK(ground + now.area_unplaced == Approx(a->area_m2));
  CHECK(now.people_unplaced == 0);
  REQUIRE(now.lines.size() == 2);
  for (const CarriedExposure::Line& line : now.lines) {
    const bool b = line.division.code == "b";
    CHECK(line.people == Approx(b ? 600 : 300));
    CHECK(line.area_m2 == Approx(a->area_m2 * (b ? 0.75 : 0.25)).epsilon(1e-3));
  }
  CHECK(now.shares.size() >= 2);  // the share note
  CHECK(!line_of(ExposureDesk{valley.project, on("2024-06-01")}.exposure({"", 2}), "a", 3));
}

TEST_CASE("DR-03: shelters, depots and cemeteries in zones are counted and named, each once at the highest severity") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Valley valley{place};
  adopt_hazard_zones(valley.project, by("Ada"), {flood(4, box(0.4, 1.4, 0.7, 1.7)), flood(2, box(0.2, 1.2, 0.8, 1.8))});
  const auto shelter = [](const char* id, double lon, double lat) {
    Shelter s;
    s.local_id = s.name = id;
    s.level = "county", s.space = "outdoor", s.duration = "short";
    s.effective_area_m2 = 100;
    s.position = from_degrees(lon, lat);
    s.valid.from = parse_date("2015-01-01");
    return Delivered<Shelter>{s, 1};
  };
  adopt_shelters(valley.project, by("Ada"), {shelter("school", 0.5, 1.5), shelter("hall", 0.3, 1.3), shelter("far", 0.1, 1.9)});
  Depot depot;
  depot.local_id = depot.name = "store";
  depot.level = "county";
  depot.position = from_degrees(0.55, 1.55);
  depot.valid.from = parse_date("2015-01-01");
  adopt_depots(valley.project, by("Ada"), {{depot, 1}});
  Facility cemetery;
  cemetery.local_id = cemetery.name = "hill";
  cemetery.kind = "cemetery";
  cemetery.position = from_degrees(0.6, 1.6);
  cemetery.valid.from = parse_date("2015-01-01");
  adopt_facilities(valley.project, by("Ada"), {cemetery});

  const ExposureReport report = ExposureDesk{valley.project, on("2022-06-01")}.exposure({"", 2});
  const auto count = [&](const std::string& kind, int severity) -> std::size_t {
    const auto at = std::find(report.point_kinds.begin(), report.point_kinds.end(), kind);
    const ExposureLine* line = line_of(report, "a", severity);
    return at == report.point_kinds.end() || line == nullptr ? 0 : line->counts[static_cast<std::size_t>(at - report.point_kinds.begin())];
  };
  CHECK(count("shelter", 4) == 1);
  CHECK(count("shelter", 2) == 1);
  CHECK(count("depot", 4) == 1);
  CHECK(count("facility:cemetery", 4) == 1);
  std::vector<std::string> named;
  for (const auto& one : report.named) named.push_back(one.name);
  std::sort(named.begin(), named.end());
  CHECK(named == std::vector<std::string>{"hall", "hill", "school", "store"});
  // None on record, no empty column.
  CHECK(ExposureDesk{valley.project, on("2012-06-01")}.exposure({"", 2}).point_kinds == std::vector<std::string>{"village", "name"});
  // A run of before they were counted is still made again, byte by byte.
  const SavedRun saved = save_run(valley.project, by("Ada"), report, "With shelters");
  CHECK(repeat_run(valley.project, exposure_run(valley.project, saved.number)).same);
}

TEST_CASE("a drawn zone: what is no zone is refused with its reason, a track needs to reach somewhere") {
  const Site place{Engine::spatialite};
  Valley valley{place};
  adopt_places(valley.project, by("Ada"), {village("1", 0.55, 1.55, 900)});
  const ExposureDesk desk{valley.project, on("2022-07-01")};
  const auto rule = [&](const AssumedHazard& hazard) { return refusal([&] { assumed_zone(desk, hazard); }).findings().front().rule; };
  AssumedHazard hazard{{}, "flood", 0, 0, "drawing"};
  CHECK(rule(hazard) == "exposure.no_shape");
  hazard.drawn.lines = {{from_degrees(0.3, 1.1), from_degrees(1.4, 1.3)}};
  CHECK(rule(hazard) == "exposure.no_radius");
  hazard.radius_m = 3000;
  CHECK(area_m2(assumed_zone(desk, hazard).shape) > 6000 * 100'000.0);
  hazard = {{{{{from_degrees(0.2, 1.2), from_degrees(0.8, 1.8), from_degrees(0.8, 1.2), from_degrees(0.2, 1.8)}, {}}}, {}, {}}, "flood", 0, 0, "drawing"};
  CHECK(rule(hazard) == "hazard.bad_shape");
  hazard.drawn.areas = {{box(50, 50, 51, 51), {}}};
  CHECK(rule(hazard) == "hazard.elsewhere");
  hazard.drawn.areas = {{box(2.02, 1.2, 2.05, 1.8), {}}};  // beside the ground, which it reaches
  hazard.radius_m = 5000;
  CHECK(assumed_zone(desk, hazard).shape.size() == 1);
  hazard.radius_m = -1;
  CHECK(rule(hazard) == "overlay.not_a_distance");
  hazard.radius_m = 0;
  hazard.drawn.areas = {{box(0.2, 1.2, 0.8, 1.8), {}}};
  ExposureQuery query{.level = 2};
  query.what_if.push_back(assumed_zone(desk, hazard));
  const ExposureReport report = desk.exposure(query);
  REQUIRE(report.lines.size() == 1);
  CHECK(report.lines[0].people == 900);
}

TEST_CASE("DR-03: the figures of a fixed case belong to the number of the method by which exposure is counted") {
  const Site place{Engine::spatialite};
  Valley valley{place};
  adopt_hazard_zones(valley.project, by("Ada"), {flood(4, box(0.4, 1.4, 0.7, 1.7)), flood(2, box(0.2, 1.2, 0.8, 1.8)), flood(3, box(1.6, 0.4, 2.4, 0.9))});
  NamedPlace hall{{}, "h", "hall", {{"Hall", "en", "official"}}, from_degrees(1.7, 0.6), {}};
  hall.valid = {parse_date("2000-01-01"), open_end};
  NamedPlace nowhere = village("5", 0, 0, 7);
  nowhere.position.reset();
  adopt_places(valley.project, by("Ada"), {village("1", 0.55, 1.55, 120), village("2", 0.3, 1.3, 80), village("3", 0.1, 1.9, 50), village("4", 0.6, 1.6, -1),
                                           village("6", 1.65, 0.5, 31), village("7", 3, 3, 9), hall, nowhere});
  const AssumedHazard dam{{{}, {{from_degrees(0.3, 1.1), from_degrees(1.7, 1.3)}}, {}}, "flood", 5, 3'000, "dam break"};
  const ExposureDesk desk{valley.project, on("2022-07-01")};
  ExposureQuery what_if{.level = 2};
  what_if.what_if.push_back(assumed_zone(desk, dam));
  const std::string figures = told(desk.exposure({.level = 2})) + told(desk.exposure(what_if));
  // One entry for each method, never changed: whose figures differ from those of the method on record is another method.
  const std::map<int, std::string> of_method{{1, R"(a flood 4 1107.421 people 120 village 2 name 0
a flood 2 3322.348 people 80 village 1 name 0
d flood 3 2461.653 people 31 village 1 name 1
a in all 12304.815 people 250 village 4 name 0
b in all 12304.815 people 0 village 0 name 0
c in all 12308.464 people 0 village 0 name 0
d in all 12308.464 people 31 village 1 name 1
open people 16 of 297 villages 1 of 6 nowhere 1 beyond 2461.653
a flood 5 486.243 people 0 village 0 name 0
b flood 5 486.226 people 0 village 0 name 0
a in all 12304.815 people 250 village 4 name 0
b in all 12304.815 people 0 village 0 name 0
c in all 12308.464 people 0 village 0 name 0
d in all 12308.464 people 31 village 1 name 1
open people 16 of 297 villages 1 of 6 nowhere 1 beyond 0.000
)"}};
  INFO("Where the same record gives other figures, raise exposure_method and add its figures here.");
  REQUIRE(of_method.contains(exposure_method));
  CHECK(figures == of_method.at(exposure_method));
}

TEST_CASE("DR-03: a run is kept with what it was made from, made again byte by byte, and compared") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Valley valley{place};
  adopt_hazard_zones(valley.project, by("Ada"), {flood(3, box(0.2, 1.2, 0.8, 1.8))});
  adopt_places(valley.project, by("Ada"), {village("1", 0.55, 1.55, 900)});
  const auto report = [&](const std::vector<HazardZone>& what_if = {}) {
    return ExposureDesk{valley.project, on("2022-07-01")}.exposure({.level = 2, .what_if = what_if});
  };
  const SavedRun first = save_run(valley.project, by("Ada"), report(), "Spring");
  const HazardZone dam = [&] {
    HazardZone zone = flood(5, {});
    zone.shape = grown({{}, {{from_degrees(0.3, 1.1), from_degrees(1.4, 1.3)}}, {}}, 3'000);
    return zone;
  }();
  const SavedRun what_if = save_run(valley.project, by("Ada"), report({dam}), "Dam break");
  CHECK(exposure_runs(valley.project).size() == 2);
  for (const SavedRun& saved : {first, what_if}) {
    const RepeatedRun again = repeat_run(valley.project, exposure_run(valley.project, saved.number));
    CHECK(again.same);
    CHECK(again.same_today);
    CHECK(again.changed == std::vector<std::string>{});
    CHECK(again.findings.empty());
  }
  adopt_places(valley.project, by("Ada"), {village("9", 0.6, 1.6, 5)});
  const RepeatedRun later = repeat_run(valley.project, exposure_run(valley.project, first.number));
  CHECK(later.same);
  CHECK(!later.same_today);
  CHECK(later.changed == std::vector<std::string>{"places", "people"});
  const auto differences = compare_runs(exposure_run(valley.project, first.number), exposure_run(valley.project, what_if.number));
  CHECK(differences.size() >= 2);
  // A run of before methods were told, or of another method, says so: the same record may then give other figures.
  ExposureRun older = exposure_run(valley.project, first.number);
  const auto told = older.parameters.find(",\"method\":");
  REQUIRE(told != std::string::npos);
  older.parameters.erase(told, older.parameters.size() - 1 - told);
  CHECK(method_of(older) == 0);
  const RepeatedRun of_old = repeat_run(valley.project, older);
  CHECK(of_old.same);
  REQUIRE(of_old.findings.size() == 1);
  CHECK(of_old.findings[0].rule == "exposure.other_method");
  const ExposureRun newer = exposure_run(valley.project, first.number);
  CHECK(comparison_findings(newer, newer).empty());
  REQUIRE(comparison_findings(older, newer).size() == 1);
  CHECK(comparison_findings(older, newer)[0].rule == "exposure.two_methods");
  CHECK(valley.project.verify_audit().empty());
  CHECK_THROWS_AS(exposure_run(valley.project, 99), Error);
}

TEST_CASE("DR-03: people of a township are spread over its villages and their total is kept to the last head") {
  const Site place{Engine::spatialite};
  Valley valley{place};
  adopt_hazard_zones(valley.project, by("Ada"), {flood(3, box(0.2, 1.2, 0.8, 1.8))});
  ExposureDesk desk{valley.project, on("2022-07-01")};
  const std::vector<std::pair<Position, double>> houses{{from_degrees(0.5, 1.5), 300}, {from_degrees(0.6, 1.6), 100}, {from_degrees(0.1, 1.9), 100},
                                                        {from_degrees(1.5, 1.5), 10}};
  desk.take_people({{"a", 1001}, {"b", 7}, {"d", 20}}, houses, "census.csv");
  const ExposureReport report = desk.exposure({"", 2});
  const ExposureLine* a = line_of(report, "a", 3);
  REQUIRE(a);
  CHECK(a->people == 801);  // 600.6 and 200.2 of 1,001: the largest remainder gets the last head
  CHECK(report.people_method == "dasymetric");
  CHECK(report.unresolved.people == 20);  // d has no house to put them in: told, never spread
  CHECK(report.unresolved.of_people == 1028);
  std::int64_t all = 0;
  for (const ExposureTotal& total : report.totals) all += total.people;
  CHECK(all == 1008);
  CHECK_THROWS_AS(desk.take_people({{"a", -1}}, houses, "census.csv"), Error);
  CHECK_THROWS_AS(desk.take_people({{"zz", 1}}, houses, "census.csv"), Error);
  // A whole and its part, and one twice, would count their people twice.
  CHECK(rule_of(refusal([&] { desk.take_people({{"N", 1000}, {"a", 300}}, houses, "census.csv"); })) == "exposure.people_twice");
  CHECK(rule_of(refusal([&] { desk.take_people({{"a", 1}, {"a", 2}}, houses, "census.csv"); })) == "exposure.people_twice");
}

TEST_CASE("DR-01: zones that are wrong are refused by name and nothing of the delivery is kept") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create({"cn"});
  adopt(project, Counties{});
  const auto before = project.summary();
  const auto rule = [&](const std::vector<HazardZone>& zones) {
    const auto findings = hazard_findings(project, zones, "zones.geojson");
    return findings.empty() ? std::string{} : findings.front().rule;
  };
  const HazardZone good = flood(5, box(0.2, 1.2, 0.8, 1.8));
  CHECK(rule({good}).empty());
  CHECK(rule({good, flood(6, box(0.2, 1.2, 0.8, 1.8))}) == "hazard.off_scale");
  CHECK(rule({flood(3, {from_degrees(0.2, 1.2), from_degrees(0.8, 1.8), from_degrees(0.8, 1.2), from_degrees(0.2, 1.8)})}) == "hazard.bad_shape");
  CHECK(rule({flood(3, box(120, 30, 121, 31))}) == "hazard.elsewhere");
  CHECK(rule({good, flood(3, box(120, 30, 121, 31))}) == "hazard.off_map");
  HazardZone unread = good;
  unread.shape.clear();
  CHECK(rule({unread}).empty());  // its reading was refused before: no place is told that nobody gave
  HazardZone strange = good;
  strange.kind = "flod";
  CHECK(rule({strange}) == "hazard.unknown_kind");  // counted, and told: it would stand beside the floods
  HazardZone never = good;
  never.return_period_years = -5;
  CHECK(rule({never}) == "hazard.bad_return_period");
  CHECK_THROWS_AS(adopt_hazard_zones(project, by("Ada"), {good, flood(6, box(0.2, 1.2, 0.8, 1.8))}), Error);
  CHECK(project.summary().hazard_zones == before.hazard_zones);
  CHECK(project.summary().revision == before.revision);
}
