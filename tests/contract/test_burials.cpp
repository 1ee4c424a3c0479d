// SPDX-License-Identifier: Apache-2.0
// Graves, burial facilities and features of the land: recorded, corrected, ended, read as of a day and a revision.
#include "data/office/burial_acts.hpp"
#include "data/office/burial_desk.hpp"
#include "data/office/capacity_desk.hpp"
#include "gis/geometry/wkb.hpp"
#include "tests/contract/engines.hpp"
#include "tests/support/findings.hpp"

#include <algorithm>

using namespace merestone;
using namespace merestone::test;

namespace {

DeliveredGrave grave(const std::string& number, double lon, double lat, std::size_t record = 1) {
  DeliveredGrave one;
  one.grave.local_id = number;
  one.grave.position = from_degrees(lon, lat);
  one.grave.accuracy_m = 3;
  one.grave.area_m2 = 5.2;
  one.grave.annex_m2 = 1.8;
  one.grave.hardened = Told::yes;
  one.grave.remains = 2;
  one.grave.form = GraveForm::chair;
  one.grave.built_from = parse_date("2016-01-01");
  one.grave.built_until = parse_date("2017-12-31");
  one.grave.first_seen = parse_date("2018-03-11");
  one.grave.land_class = "farmland";
  one.grave.source = "survey";
  one.record = record;
  return one;
}

NamedPlace village(const std::string& id, double lon, double lat) {
  return {{}, id, "village", {{id, "en", "official"}}, from_degrees(lon, lat), {}};
}

DeliveredFacility cemetery(const std::string& id, double lon, double lat, std::int64_t capacity, std::int64_t used) {
  DeliveredFacility one;
  one.facility = {{}, id, "cemetery", "Cemetery " + id, capacity, used, from_degrees(lon, lat), "office", {parse_date("2010-01-01"), open_end}};
  one.row = 1;
  return one;
}

}  // namespace

TEST_CASE("graves come back as they were recorded, with village, footprint and protection") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  adopt_places(project, by("Ada"), {village("v1", 0.5, 1.5), village("v2", 0.51, 1.5), village("v3", 1.01, 1.5)});
  std::vector<DeliveredGrave> graves{grave("g1", 0.502, 1.5), grave("g2", 0.999, 1.5, 2), grave("g3", 0.509, 1.5, 3)};
  graves[0].village = "v1";
  graves[0].grave.footprint = {{{from_degrees(0.501, 1.499), from_degrees(0.503, 1.499), from_degrees(0.503, 1.501)}, {}}};
  graves[1].grave.remains.reset();
  graves[1].grave.hardened = Told::unknown;
  graves[1].grave.accuracy_m.reset();
  graves[2].protection = GraveProtection{{}, ProtectionKind::heritage, "list of 2012", "17", {}, 0};
  const Revision revision = adopt_graves(project, by("Ada", "survey"), graves);

  const BurialDesk desk = burial_desk(project, on("2020-01-01"));
  REQUIRE(desk.graves.size() == 3);
  const Grave& g1 = desk.grave("g1");
  CHECK(g1.position == graves[0].grave.position);
  CHECK(to_wkb(g1.footprint) == to_wkb(graves[0].grave.footprint));
  CHECK(g1.area_m2 == 5.2);
  CHECK(g1.hardened == Told::yes);
  CHECK(g1.form == GraveForm::chair);
  CHECK(g1.remains == 2);
  CHECK(g1.first_seen == parse_date("2018-03-11"));
  CHECK(g1.valid.from == parse_date("2017-12-31"));  // since when it certainly stands
  CHECK(!desk.grave("g2").remains);
  CHECK(!desk.grave("g2").accuracy_m);
  const auto places = project.places(on("2020-01-01"));
  const auto name = [&](PlaceId id) {
    const auto found = std::find_if(places.begin(), places.end(), [&](const NamedPlace& p) { return p.id == id; });
    return found == places.end() ? "" : found->local_id;
  };
  CHECK(name(g1.village) == "v1");
  CHECK(name(desk.grave("g3").village) == "v2");  // the nearest
  CHECK(name(desk.grave("g2").village).empty());  // v3 is near, and on the other side of the border
  REQUIRE(desk.protection(desk.grave("g3").id) != nullptr);
  CHECK(desk.protection(desk.grave("g3").id)->entry == "17");
  CHECK(desk.protection(g1.id) == nullptr);
  CHECK(burial_desk(project, on("2017-06-01")).graves.empty());
  CHECK(burial_desk(project, on("2020-01-01", revision - 1)).graves.empty());
  CHECK(project.verify_audit().empty());
  CHECK(refusal([&] { desk.grave("g9"); }).fault() == Fault::missing);
}

TEST_CASE("a delivery with faults is refused whole, each fault with its record") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  adopt_places(project, by("Ada"), {village("v1", 0.5, 1.5), village("v1", 0.6, 1.5)});
  adopt_graves(project, by("Ada"), {grave("g1", 0.5, 1.5)});
  std::vector<DeliveredGrave> bad{grave("g1", 0.5, 1.5, 1), grave("g2", 0.5, 1.5, 2), grave("g2", 0.5, 1.5, 3), grave("g3", 7, 7, 4),
                                  grave("g4", 0.5, 1.5, 5), grave("g5", 0.5, 1.5, 6), grave("g6", 0.5, 1.5, 7)};
  bad[4].village = "v1";
  bad[5].village = "nowhere";
  bad[5].facility = "f9";
  bad[6].grave.built_from = parse_date("2019-01-01");
  const auto findings = grave_findings(project, bad, OnRecord::refuse, "graves.csv");
  CHECK(rules_of(findings, Severity::error) == std::vector<std::string>{"grave.known", "grave.twice", "grave.off_ground", "grave.ambiguous_village",
                                                       "grave.unknown_village", "grave.unknown_facility", "grave.bad_range"});
  const auto off = std::find_if(findings.begin(), findings.end(), [](const Finding& f) { return f.rule == "grave.off_ground"; });
  CHECK(off->subject.record == "4");
  CHECK(off->subject.file == "graves.csv");
  const Revision before = project.summary().revision;
  CHECK(refusal([&] { adopt_graves(project, by("Ada"), bad); }).fault() == Fault::invalid);
  CHECK(project.summary().revision == before);
  CHECK(burial_desk(project, on("2020-01-01")).graves.size() == 1);

  std::vector<DeliveredGrave> doubtful{grave("g7", 0.5, 1.5)};
  doubtful[0].township = "X";
  doubtful[0].grave.first_seen = parse_date("2015-01-01");
  doubtful[0].grave.footprint = {{{from_degrees(0.6, 1.5), from_degrees(0.7, 1.5), from_degrees(0.7, 1.6)}, {}}};
  CHECK(rules_of(grave_findings(project, doubtful, OnRecord::refuse, "x"), Severity::warning) ==
        std::vector<std::string>{"grave.township_differs", "grave.seen_before_built", "grave.off_footprint"});
}

TEST_CASE("a correction of a grave that ended does not make it stand again; a row as it is on record is nothing new") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  std::vector<DeliveredGrave> rows{grave("g1", 0.5, 1.5), grave("g2", 0.5, 1.4, 2)};
  adopt_graves(project, by("Ada"), rows);
  end_graves(project, by("Ada", "moved"), {{"g1", parse_date("2021-05-01")}});
  CHECK(graves_that_differ(project, rows) == 0);
  rows[0].grave.note = "photographed";
  CHECK(graves_that_differ(project, rows) == 1);
  adopt_graves(project, by("Ada", "a note"), rows, OnRecord::amend);
  CHECK(burial_desk(project, on("2020-01-01")).grave("g1").note == "photographed");
  CHECK(burial_desk(project, on("2022-01-01")).graves.size() == 1);  // g1 is still gone
  rows[0].grave.built_from = rows[0].grave.built_until = parse_date("2023-01-01");
  rows[0].grave.first_seen.reset();
  CHECK(rules_of(grave_findings(project, rows, OnRecord::amend, "x"), Severity::error) == std::vector<std::string>{"grave.ended"});
  rows[0].grave.valid.until = parse_date("2024-01-01");  // another end, said so
  CHECK(rules_of(grave_findings(project, rows, OnRecord::amend, "x"), Severity::error).empty());
}

TEST_CASE("a correction supersedes, an end is a day, and the earlier record can still be asked") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  const Revision first = adopt_graves(project, by("Ada"), {grave("g1", 0.5, 1.5), grave("g2", 0.5, 1.4, 2)});
  const GraveId id = burial_desk(project, on("2020-01-01")).grave("g1").id;
  std::vector<DeliveredGrave> again{grave("g1", 0.5, 1.5), grave("g2", 0.5, 1.4, 2)};
  again[0].grave.annex_m2 = 9;
  adopt_graves(project, by("Ada", "measured again"), again, OnRecord::amend);
  const BurialDesk now = burial_desk(project, on("2020-01-01"));
  CHECK(now.grave("g1").annex_m2 == 9);
  CHECK(now.grave("g1").id == id);
  CHECK(now.grave("g2").fact == burial_desk(project, on("2020-01-01", first)).grave("g2").fact);  // unchanged rows stay
  CHECK(burial_desk(project, on("2020-01-01", first)).grave("g1").annex_m2 == 1.8);

  end_graves(project, by("Ada", "moved to the columbarium"), {{"g1", parse_date("2021-05-05")}});
  CHECK(burial_desk(project, on("2021-05-04")).graves.size() == 2);
  CHECK(burial_desk(project, on("2021-05-05")).graves.size() == 1);
  CHECK(rule_of(refusal([&] { end_graves(project, by("Ada"), {{"g2", parse_date("2010-01-01")}}); })) == "grave.ended_early");
  CHECK(refusal([&] { end_graves(project, by("Ada"), {{"g9", parse_date("2022-01-01")}}); }).fault() == Fault::missing);

  const DeliveredProtection entry{"g2", {{}, ProtectionKind::martyr, "martyrs", "3", {parse_date("2019-01-01"), open_end}, 0}};
  protect_graves(project, by("Ada"), {entry});
  CHECK(burial_desk(project, on("2018-12-31")).protection(now.grave("g2").id) == nullptr);
  CHECK(burial_desk(project, on("2019-01-01")).protection(now.grave("g2").id)->kind == ProtectionKind::martyr);
  CHECK(rule_of(refusal([&] { protect_graves(project, by("Ada"), {entry}); })) == "grave.protected_already");
  CHECK(project.verify_audit().empty());
}

TEST_CASE("a facility with approval, ground, plots, years, prices and whom it serves") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  const std::string served = project.divisions(on("2020-01-01")).all().back().code;
  std::vector<DeliveredFacility> files{cemetery("f1", 0.5, 1.5, 100, 40), cemetery("f2", 0.6, 1.5, 10, 12)};
  FacilityRecord record;
  record.ownership = "welfare";
  record.approval_number = "2010/7";
  record.approved_on = parse_date("2010-01-01");
  record.approval_level = 3;
  record.area_approved_m2 = 5000;
  record.ground = {{{from_degrees(0.49, 1.49), from_degrees(0.51, 1.49), from_degrees(0.51, 1.51), from_degrees(0.49, 1.51)}, {}}};
  record.valid = files[0].facility.valid;
  files[0].record = record;
  files[0].serves = {served};
  CHECK(rules_of(delivery_findings(project, files, OnRecord::refuse, "x"), Severity::warning) == std::vector<std::string>{"facility.capacity_below_use"});
  adopt_facility_files(project, by("Ada"), files);

  DeliveredFacility figures;
  figures.facility.local_id = "f1";
  figures.stock = {{{}, parse_date("2022-01-01"), "niche", 60, 20, 0, {}, 0}, {{}, parse_date("2024-01-01"), "niche", 60, 30, 2, 0.2, 0}};
  figures.years = {{{}, 2023, 6, 2, parse_date("2024-03-01"), "passed", "", 0}};
  figures.prices = {{{}, "niche, 20 years", "guided", 800, "CNY", "niche", {parse_date("2023-01-01"), open_end}, 0}};
  const Revision counted = adopt_facility_files(project, by("Ada", "counted"), {figures});
  const FacilityFile f1 = burial_desk(project, on("2024-06-01")).facility("f1");
  CHECK(f1.record.approval_number == "2010/7");
  CHECK(to_wkb(f1.record.ground) == to_wkb(record.ground));
  REQUIRE(f1.services.size() == 1);
  CHECK(f1.stock.size() == 1);
  CHECK(f1.counts.size() == 2);
  CHECK(f1.available() == 28);
  CHECK(f1.years.front().ecological == 2);
  CHECK(f1.prices.front().price == 800);
  CHECK(burial_desk(project, on("2023-06-01")).facility("f1").used() == 20);
  CHECK(burial_desk(project, on("2024-06-01")).facility("Cemetery f2").used() == 12);
  const Grave inside = grave("g", 0.5, 1.5).grave;
  const BurialDesk desk = burial_desk(project, on("2024-06-01"));
  REQUIRE(desk.facility_of(inside) != nullptr);
  CHECK(desk.facility_of(inside)->facility.local_id == "f1");

  figures.stock = {{{}, parse_date("2024-01-01"), "niche", 60, 31, 2, 0.2, 0}};
  figures.years.clear();
  figures.prices.clear();
  adopt_facility_files(project, by("Ada", "counted better"), {figures});
  CHECK(burial_desk(project, on("2024-06-01")).facility("f1").used() == 31);
  CHECK(burial_desk(project, on("2024-06-01", counted)).facility("f1").used() == 30);

  CHECK(rules_of(delivery_findings(project, {cemetery("f1", 0.5, 1.5, 100, 40)}, OnRecord::refuse, "x"), Severity::error) == std::vector<std::string>{"facility.known"});
  adopt_facility_files(project, by("Ada", "larger"), {cemetery("f1", 0.5, 1.5, 200, 40)}, OnRecord::amend);
  const BurialDesk larger = burial_desk(project, on("2024-06-01"));
  CHECK(larger.facilities.size() == 2);
  CHECK(larger.facility("f1").facility.capacity == 200);
  CHECK(larger.facility("f1").record.approval_number == "2010/7");
  // A dearer price from 2025 on leaves the earlier one where it held.
  figures.stock.clear();
  figures.prices = {{{}, "niche, 20 years", "guided", 950, "CNY", "niche", {parse_date("2025-01-01"), open_end}, 0}};
  adopt_facility_files(project, by("Ada", "dearer"), {figures});
  CHECK(burial_desk(project, on("2024-06-01")).facility("f1").prices.front().price == 800);
  CHECK(burial_desk(project, on("2025-06-01")).facility("f1").prices.front().price == 950);
  CHECK(burial_desk(project, on("2025-06-01")).facility("f1").prices.size() == 1);
  // A price of a year in between, delivered later, takes that year and nothing else.
  figures.prices = {{{}, "niche, 20 years", "guided", 870, "CNY", "niche", {parse_date("2023-07-01"), parse_date("2024-01-01")}, 0}};
  adopt_facility_files(project, by("Ada", "found later"), {figures});
  for (const auto& [day, price] : {std::pair{"2023-03-01", 800.0}, {"2023-09-01", 870.0}, {"2024-06-01", 800.0}, {"2025-06-01", 950.0}}) {
    const auto prices = burial_desk(project, on(day)).facility("f1").prices;
    REQUIRE(prices.size() == 1);
    CHECK(prices.front().price == price);
  }
  // What holds on before and after a fact of another delivery goes on to name the document that told it.
  const auto told_by = [&](const char* day) { return burial_desk(project, on(day)).facility("f1").prices.front().document; };
  CHECK(told_by("2023-03-01") == told_by("2024-06-01"));
  CHECK(told_by("2023-09-01") != told_by("2023-03-01"));
  CHECK(told_by("2025-06-01") != told_by("2023-03-01"));
  CHECK(told_by("2025-06-01") != told_by("2023-09-01"));
  DeliveredFacility nowhere;
  nowhere.facility.local_id = "f9";
  nowhere.serves = {"no such code"};
  CHECK(rules_of(delivery_findings(project, {nowhere}, OnRecord::refuse, "x"), Severity::error) ==
        std::vector<std::string>{"facility.not_on_record", "facility.unknown_division"});
  CHECK(project.verify_audit().empty());
}

TEST_CASE("a record of a facility that is delivered for some years leaves the years before and after, with their own papers") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  std::vector<DeliveredFacility> files{cemetery("f1", 0.5, 1.5, 100, 40)};
  FacilityRecord& record = files[0].record.emplace();
  record.operator_name = "Parish";
  record.term_years = 20;
  record.cover_percent = 78.5;
  record.valid = files[0].facility.valid;
  files[0].serves = {"a"};
  adopt_facility_files(project, by("Ada", "first"), files);
  DeliveredFacility leased;
  leased.facility.local_id = "f1";
  leased.record = record;
  leased.record->operator_name = "Company";
  leased.record->term_years = 50;
  leased.record->green_percent = 41;
  leased.record->valid = {parse_date("2015-01-01"), parse_date("2018-01-01")};
  leased.serves = {"a"};
  adopt_facility_files(project, by("Ada", "lease"), {leased}, OnRecord::amend);
  const auto then = [&](const char* day) { return burial_desk(project, on(day)).facility("f1"); };
  for (const char* day : {"2014-12-31", "2018-01-01"}) {
    const FacilityFile file = then(day);
    CHECK(file.record.operator_name == "Parish");
    CHECK(file.record.term_years == 20.0);
    CHECK(file.record.cover_percent == 78.5);
    CHECK_FALSE(file.record.green_percent);
    CHECK(file.record.document == then("2012-01-01").record.document);
    REQUIRE(file.services.size() == 1);
    CHECK(file.services[0].document == then("2012-01-01").services[0].document);
  }
  const FacilityFile file = then("2016-01-01");
  CHECK(file.record.operator_name == "Company");
  CHECK(file.record.green_percent == 41.0);
  CHECK(file.record.document != then("2012-01-01").record.document);
  CHECK(file.services.size() == 1);
  CHECK(project.verify_audit().empty());
}

TEST_CASE("one delivery that counts a thing twice, or names it twice, is refused whole") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  adopt_facility_files(project, by("Ada"), {cemetery("f1", 0.5, 1.5, 100, 40)});
  const Revision before = project.summary().revision;
  const auto refused = [&](const std::vector<DeliveredFacility>& files) {
    return rules_of(refusal([&] { adopt_facility_files(project, by("Ada"), files, OnRecord::amend); }).findings(), Severity::error);
  };
  DeliveredFacility figures;
  figures.facility.local_id = "f1";
  figures.stock = {{{}, parse_date("2024-01-01"), "niche", 60, 20, 0, {}, 0}, {{}, parse_date("2024-01-01"), "niche", 60, 21, 0, {}, 0}};
  CHECK(refused({figures}) == std::vector<std::string>{"facility.counted_twice"});
  figures.stock.pop_back();
  figures.stock[0].used = 58;
  figures.stock[0].reserved = 5;  // capacity below use is told of when it is taken in, and recorded as it was found
  CHECK(rules_of(delivery_findings(project, {figures}, OnRecord::amend, "x"), Severity::warning) == std::vector<std::string>{"facility.type_below_use"});
  auto whole = cemetery("f3", 0.6, 1.5, 60, 63);
  whole.stock = figures.stock;
  CHECK(rules_of(delivery_findings(project, {whole}, OnRecord::amend, "x"), Severity::warning) == std::vector<std::string>{"facility.type_below_use"});  // once
  figures.years = {{{}, 2023, 6, 2, {}, "passed", "", 0}, {{}, 2023, 7, 2, {}, "passed", "", 0}};
  CHECK(refused({figures}) == std::vector<std::string>{"facility.year_twice"});
  CHECK(refused({cemetery("f2", 0.6, 1.5, 10, 2), cemetery("f2", 0.7, 1.5, 10, 2)}) == std::vector<std::string>{"facility.twice"});
  CHECK(project.summary().revision == before);
  CHECK(burial_desk(project, on("2024-06-01")).facility("f1").stock.empty());
}

TEST_CASE("FU-10: a plan says when nobody was counted, nothing serves, or nobody knows how fast it fills") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create({"cn"});
  adopt(project, Counties{});
  const auto planned = [&] {
    PlanRequest request;
    request.code = "a";
    request.day = parse_date("2024-06-01");
    request.deaths_per_thousand = 7;
    return plan_desk(project, GroundHolders{project, on("2024-06-01")}, request);
  };
  CHECK(rules_of(planned().findings) == std::vector<std::string>{"plan.no_people", "plan.no_facilities"});
  adopt_facility_files(project, by("Ada"), {cemetery("f1", 0.5, 1.5, 100, 40)});
  NamedPlace mill = village("v1", 0.5, 1.5);
  mill.people = PeopleCount{1000, parse_date("2020-11-01")};
  adopt_places(project, by("Ada"), {mill});
  const PlanDesk plan = planned();
  CHECK(rules_of(plan.findings) == std::vector<std::string>{"plan.rate_unknown"});
  CHECK(plan.plan.needed == Approx(1000 * 0.007 * 20 * 0.5));
  CHECK(plan.counted_places == 1);
}

TEST_CASE("features of the land are dated facts of all three shapes, and a new survey ends the old one") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create({"cn"});
  adopt(project, Counties{});
  LandFeature reservoir, road, well;
  reservoir.kind = "水库";
  reservoir.local_id = "r1";
  reservoir.area = {{{from_degrees(0.4, 1.4), from_degrees(0.5, 1.4), from_degrees(0.5, 1.5)}, {}}};
  reservoir.valid.from = parse_date("1978-05-01");
  road.kind = "expressway";
  road.path = {from_degrees(0, 1.2), from_degrees(0.5, 1.25), from_degrees(1, 1.2)};
  road.accuracy_m = 2;
  well.kind = "well";
  well.position = from_degrees(0.3, 1.3);
  CHECK(rules_of(land_findings(project, {reservoir, road, well}, "x"), Severity::warning) == std::vector<std::string>{"land.unknown_class"});
  adopt_land_features(project, by("Ada"), {reservoir, road, well});
  const SitingLayers layers = siting_layers(project, on("2020-01-01"));
  REQUIRE(layers.features().size() == 3);
  REQUIRE(layers.layer("reservoir") != nullptr);  // as the pack calls it
  CHECK(to_wkb(layers.features()[0].area) == to_wkb(reservoir.area));
  CHECK(layers.features()[1].path == road.path);
  CHECK(layers.features()[1].accuracy_m == 2);
  CHECK(layers.features()[2].position == well.position);
  CHECK(siting_layers(project, on("1970-01-01")).layer("reservoir") == nullptr);

  LandFeature larger = reservoir;
  larger.area[0].outer[1] = from_degrees(0.6, 1.4);
  larger.valid.from = parse_date("2022-01-01");
  adopt_land_features(project, by("Ada", "dam raised"), {larger}, true);
  CHECK(siting_layers(project, on("2021-12-31")).layer("reservoir")->features.size() == 1);
  CHECK(to_wkb(siting_layers(project, on("2021-12-31")).features()[0].area) == to_wkb(reservoir.area));
  const SitingLayers after = siting_layers(project, on("2022-01-01"));
  CHECK(after.layer("reservoir")->features.size() == 1);
  CHECK(to_wkb(after.features()[after.layer("reservoir")->features[0]].area) == to_wkb(larger.area));
  CHECK(after.layer("expressway") != nullptr);
  CHECK(rules_of(land_findings(project, {LandFeature{}}, "x"), Severity::error) == std::vector<std::string>{"land.no_shape"});
  const DocumentId dam = after.features()[after.layer("reservoir")->features[0]].document;
  CHECK(siting_layers(project, on("2021-12-31")).features()[0].document == after.features()[after.layer("expressway")->features[0]].document);
  CHECK(siting_layers(project, on("2021-12-31")).features()[0].document != dam);  // what held before names the survey that told it
  LandFeature abroad = well;
  abroad.kind = "reservoir";
  abroad.position = from_degrees(40, 60);  // longitude and latitude of another system
  const auto elsewhere = land_findings(project, {abroad}, "x");
  CHECK(rules_of(elsewhere, Severity::warning) == std::vector<std::string>{"land.elsewhere"});
  abroad.position = from_degrees(0.3, 1.3);
  CHECK(land_findings(project, {abroad}, "x").empty());
  CHECK(project.verify_audit().empty());
}
