// SPDX-License-Identifier: Apache-2.0
// Scenarios 21, 22 and 24 of the acceptance list (domain.md §9.1), the planner's part: what a grave is, which zones it lies
// in, that a protected one is kept, and what counts as new.
#include "cli/command/case_fields.hpp"
#include "data/office/burial_acts.hpp"
#include "data/office/burial_cases.hpp"
#include "data/office/grave_judging.hpp"
#include "data/office/grave_opinion.hpp"
#include "data/office/planning_acts.hpp"
#include "data/office/visibility_desk.hpp"
#include "gis/burials/grave_counts.hpp"
#include "gis/geodesy/geodesic.hpp"
#include "gis/geodesy/measure.hpp"
#include "tests/contract/engines.hpp"

#include <algorithm>

using namespace merestone;
using namespace merestone::test;

namespace {

const Position tomb = from_degrees(0.5, 1.5);

Position off(double east_m, double north_m) { return destination(destination(tomb, 90, east_m), 0, north_m); }

/// Two counties, a reservoir 480 m east of the tomb, farmland under it, an expressway 700 m to the west, heights of a plain.
struct Ground {
  explicit Ground(const Site& place) : project{place.create({"cn"})} {
    adopt(project, Counties{});
    adopt_places(project, by("Ada"), {{{}, "v1", "village", {{"Mill", "en", "official"}}, off(900, 300), {}}});
    LandFeature reservoir, farmland, road;
    reservoir.kind = "reservoir";
    reservoir.name = "Mill Water";
    reservoir.area = {{{off(480, -2000), off(3000, -2000), off(3000, 2000), off(480, 2000)}, {}}};
    farmland.kind = "farmland";
    farmland.local_id = "f1";
    farmland.area = {{{off(-100, -100), off(100, -100), off(100, 100), off(-100, 100)}, {}}};
    road.kind = "expressway";
    road.name = "E1";
    road.path = {off(-700, -1000), off(-700, 1000)};
    adopt_land_features(project, by("Ada"), {reservoir, farmland, road});
    ElevationAdoption heights;
    heights.grid = {.name = "dem.tif", .sha256 = std::string(64, 'a'), .day = "2019", .crs = "EPSG:4326", .vertical_datum = "1985 National Height Datum",
                    .west = 0.4, .north = 1.6, .column_step = 0.001, .row_step = 0.001, .columns = 200, .rows = 200,
                    .heights_m = std::vector<float>(200 * 200, 80)};
    adopt_elevation(project, by("Ada"), heights);
  }
  Project project;
};

DeliveredGrave double_tomb() {
  DeliveredGrave one;
  one.grave.local_id = "g-0001";
  one.grave.position = tomb;
  one.grave.accuracy_m = 3;
  one.grave.method = "GNSS";
  one.grave.area_m2 = 5.2;
  one.grave.annex_m2 = 1.8;
  one.grave.hardened = Told::yes;
  one.grave.remains = 2;
  one.grave.built_from = parse_date("2016-01-01");
  one.grave.built_until = parse_date("2017-12-31");
  one.grave.first_seen = parse_date("2018-03-11");
  one.village = "v1";
  one.record = 1;
  return one;
}

const SitingHit* hit_of(const GraveJudgements& all, const GraveJudgement& one, const std::string& rule) {
  const auto& rules = all.laws[one.law].check->rules();
  const auto found = std::find_if(one.hits.begin(), one.hits.end(), [&](const SitingHit& h) { return rules[h.rule].id() == rule; });
  return found == one.hits.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("scenario 21: a hardened 7 m² double tomb 480 m from a reservoir, in sight of an expressway") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Ground ground{place};
  adopt_graves(ground.project, by("Ada", "survey"), {double_tomb()});
  const SitingDesk desk = siting_desk(ground.project, on("2024-06-01"));
  JudgingOptions options;
  options.sets = {"cn-1997", "cn-50", "cn-300", "cn-43"};
  const GraveJudgements all = judge_graves(desk, options);
  REQUIRE(all.graves.size() == 1);
  const GraveJudgement& one = all.graves.front();
  REQUIRE(one.typing.called() != nullptr);
  CHECK(one.typing.called()->words.zh == "硬化大墓");
  CHECK(one.typing.judged_on == parse_date("2017-12-31"));  // by the rules of its act
  CHECK(one.unlawful());

  const SitingHit* chongqing = hit_of(all, one, "cn-50/water");  // 500 m
  REQUIRE(chongqing != nullptr);
  CHECK(chongqing->verdict == SitingVerdict::broken);
  CHECK(chongqing->margin_m == Approx(480).margin(0.5));
  CHECK(!chongqing->in_doubt);
  CHECK(hit_of(all, one, "cn-300/reservoir") == nullptr);  // 300 m are kept
  const SitingHit* national = hit_of(all, one, "cn-1997/water");
  REQUIRE(national != nullptr);
  CHECK(national->verdict == SitingVerdict::to_judge);  // the national text names no figure
  CHECK(hit_of(all, one, "cn-1997/farmland")->margin_m == Approx(-100).margin(0.5));
  const SitingHit* seen = hit_of(all, one, "cn-43/roads");
  REQUIRE(seen != nullptr);
  REQUIRE(desk.heights != nullptr);
  CHECK(seen->verdict == SitingVerdict::broken);
  CHECK(seen->sight.seen > 0);
  CHECK(seen->sight.seen == seen->sight.within());
  const auto words = findings_of(*all.laws[one.law].check, one.hits, {}, {});
  CHECK(std::any_of(words.begin(), words.end(), [](const Finding& f) { return f.rule == "siting.seen"; }));

  // From what the rules say of it to the notice that its owner gets: nothing is typed in twice.
  const Date today = parse_date("2025-03-20");
  const GraveOpinion opinion = opinion_on(ground.project, on("2025-03-04"), "g-0001");
  CHECK(opinion.grave_class == "hardened_oversize");
  CHECK(std::find(opinion.zones.begin(), opinion.zones.end(), "FU-01") != opinion.zones.end());  // farmland, by the national rule of its act
  const char* number = "例民殡〔2025〕7号";
  const ActInfo plainly{"Ada", "test", {}, {}};
  report_lead(ground.project, plainly, {number, "g-0001", "patrol", parse_date("2025-03-01"), "township", "巡查发现"}, today);
  CasePhoto photo;
  photo.label = "before 1";
  photo.phase = "before";
  photo.view = "gate";
  photo.taken = {off(8, 0), 4.0, 270.0, "2025-03-04T10:00:00"};
  photo.sha256 = std::string(64, 'b');
  const BurialCaseKey key{number, latest_revision, today};
  verify_case(ground.project, plainly, key, {parse_date("2025-03-04"), "civil_affairs", opinion.grave_class, "farmland", Told::yes, opinion.zones, {photo}, "现场核实"});
  const auto sheet = [&](const CasePaperOrder& order, const char* language) {
    const Phrases phrases{language};
    return written(case_paper(ground.project, burial_case_file(ground.project, number, on("2025-03-05")), "notice", order, phrases), phrases, "html");
  };
  const std::string draft = sheet({parse_date("2025-03-25"), {"demolish_hardening", "shrink"}, "例民殡责〔2025〕7号", {}, {}}, "zh");
  for (const char* said : {"责令限期改正通知书", "g-0001", "硬化大墓", "7.0平方米", "2025年3月25日前改正", "拆除硬化设施", "例民殡责〔2025〕7号", "60日内申请行政复议", "6个月内"}) {
    CAPTURE(said);
    CHECK(draft.find(said) != std::string::npos);
  }
  for (const std::string& zone : opinion.zones) CHECK(draft.find(zone_word(ground.project, zone, true)) != std::string::npos);
  const std::string english = sheet({parse_date("2025-03-25"), {"demolish_hardening"}, {}, {}, {}}, "en");
  CHECK(english.find("Notice to correct within a time") != std::string::npos);
  CHECK(english.find("hardened oversize grave") != std::string::npos);
}

TEST_CASE("scenario 22: the same tomb on the list of protected graves is kept, and no case") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Ground ground{place};
  DeliveredGrave listed = double_tomb();
  listed.protection = GraveProtection{{}, ProtectionKind::heritage, "County list of 2012", "17", {}, 0};
  adopt_graves(ground.project, by("Ada", "survey"), {listed});
  const SitingDesk desk = siting_desk(ground.project, on("2024-06-01"));
  const GraveJudgements all = judge_graves(desk, {});
  const GraveJudgement& one = all.graves.front();
  REQUIRE(one.protection != nullptr);
  CHECK(one.protection->entry == "17");
  CHECK(one.typing.called() != nullptr);  // what it is stays on record
  CHECK(!one.unlawful());
  const auto told = findings_of(*all.laws[one.law].check, one.hits, {}, {}, true);
  REQUIRE(!told.empty());  // the zones it lies in are told of, as notes
  for (const Finding& finding : told) CHECK(finding.severity == Severity::note);
}

TEST_CASE("scenario 24: built in March 2025, found by imagery: new against the baseline, not stock") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Ground ground{place};
  const Revision census = adopt_graves(ground.project, by("Ada", "census"), {double_tomb()});
  DeliveredGrave found = double_tomb();
  found.grave.local_id = "g-0003";
  found.grave.position = off(300, 50);
  found.grave.built_from = parse_date("2025-03-01");
  found.grave.built_until = parse_date("2025-03-31");
  found.grave.first_seen = parse_date("2025-04-20");
  adopt_graves(ground.project, by("Ada", "imagery of April 2025"), {found});
  const Date baseline = parse_date("2024-12-31");
  const auto counts = count_graves(graves_of_all_days(ground.project), baseline, parse_date("2025-06-30"));
  REQUIRE(counts.size() == 1);
  CHECK(counts[0].village.value != 0);
  CHECK(counts[0].stock == 1);
  CHECK(counts[0].added == 1);
  const auto before = count_graves(graves_of_all_days(ground.project, census), baseline, parse_date("2025-06-30"));
  CHECK(before[0].added == 0);  // as was known at the census
  const auto early = count_graves(graves_of_all_days(ground.project), baseline, parse_date("2025-01-31"));
  CHECK(early[0].added == 0);   // as of a day before it was built
  CHECK(early[0].stock == 1);
}

TEST_CASE("a planned cemetery is judged by the law of its day, and what maps cannot tell is asked of a survey") {
  const Site place{Engine::spatialite};
  Ground ground{place};
  const SitingDesk desk = siting_desk(ground.project, on("2024-06-01"));
  const MultiPolygon site{{{off(-300, -60), off(-200, -60), off(-200, 60), off(-300, 60)}, {}}};
  const SiteJudgement free = judge_site(desk, site, parse_date("2024-06-01"), {});
  CHECK(free.divisions.size() == 1);
  CHECK(free.choice.sets.size() == 2);  // the regulations and the ministry's measures
  CHECK(!forbids(free.hits));
  // The measures ask for barren ground, and none is on record: not judged, and said so.
  const auto gaps = free.check->gaps();
  CHECK(std::any_of(gaps.begin(), gaps.end(), [](const Finding& f) { return f.rule == "siting.no_layer" && f.facts.back().second == "barren"; }));
  JudgingOptions english;
  english.sets = {"ph-hlurb"};
  CHECK(refusal([&] { judge_site(desk, site, parse_date("2024-06-01"), english); }).fault() == Fault::missing);
  const SiteJudgement later = judge_site(desk, site, parse_date("2026-06-01"), {});
  const auto untold = [](const Finding& f) { return f.rule == "siting.text_not_obtained"; };
  CHECK(std::any_of(later.choice.findings.begin(), later.choice.findings.end(), untold));
}

TEST_CASE("what is seen from an expressway: a place by lines of sight, the ground of a county, and nothing where heights are missing") {
  const Site place{Engine::spatialite};
  Ground ground{place};
  SightQuestion question;
  question.classes = {"高速公路"};  // by any name that the law has for it
  question.view.radius_m = 1500;
  const SeenPlace seen = seen_place(ground.project, on("2024-06-01"), tomb, question);
  CHECK(seen.ground.classes == std::vector<std::string>{"expressway"});
  CHECK(seen.ground.vertical_datum == "1985 National Height Datum");
  REQUIRE(seen.from.size() == 1);
  CHECK(seen.from[0].name == "E1");
  CHECK(seen.all.seen == seen.all.within());  // a plain hides nothing
  CHECK(seen.all.seen > 30);                  // 2 km of road, every 50 m
  CHECK(*seen.from[0].nearest_m == Approx(700).margin(1));
  question.view.radius_m = 600;
  CHECK(seen_place(ground.project, on("2024-06-01"), tomb, question).all.within() == 0);

  question.view.radius_m = 1500;
  const SeenArea area = seen_area(ground.project, on("2024-06-01"), "a", question);
  CHECK(area.seen > 0);
  CHECK(area.seen < area.cells);
  CHECK(area.unknown == 0);
  CHECK(area.unknown_m2() == Approx(area.ground_m2 - static_cast<double>(area.cells) * area.cell_m2));  // heights cover a part of the county
  CHECK(area_m2(area.shape) == Approx(static_cast<double>(area.seen) * area.cell_m2).epsilon(1e-3));
  const Position near = off(-700, 0), far = off(-3000, 0);
  CHECK(locate(area.shape, near) == Containment::inside);
  CHECK(locate(area.shape, far) == Containment::outside);

  const auto rule = [&](auto act) { return refusal(act).findings().front().rule; };
  question.classes = {"railway"};
  CHECK(rule([&] { seen_place(ground.project, on("2024-06-01"), tomb, question); }) == "visible.no_layer");
  question.classes = {"moon"};
  CHECK(rule([&] { seen_place(ground.project, on("2024-06-01"), tomb, question); }) == "visible.unknown_class");
  CHECK(rule([&] { seen_area(ground.project, on("2024-06-01"), "Z9", {}); }) == "division.unknown_code");
  const Site bare{Engine::spatialite};
  Project flatland = bare.create({"cn"});
  adopt(flatland, Counties{});
  LandFeature road;
  road.kind = "expressway";
  road.path = {off(-700, -1000), off(-700, 1000)};
  adopt_land_features(flatland, by("Ada"), {road});
  CHECK(rule([&] { seen_place(flatland, on("2024-06-01"), tomb, {}); }) == "visible.no_heights");
}
