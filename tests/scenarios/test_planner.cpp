// SPDX-License-Identifier: Apache-2.0
/// Acceptance scenarios of the planner: figures, shelters, depots and reports of disasters. The ground is drawn with squares.
#include "data/office/changes.hpp"
#include "data/office/indicator_acts.hpp"
#include "data/office/relief_acts.hpp"
#include "gis/indicators/thematic.hpp"
#include "tests/contract/engines.hpp"

#include <algorithm>

using namespace merestone;
using namespace merestone::test;

namespace {

struct Unit {
  const char* code;
  const char* name;
  const char* superior;
  Level level;
  const char* kind;
  int column = -1;  ///< of its square
};

void bring_in(Project& project, const std::vector<Unit>& units) {
  std::vector<DeliveredDivision> divisions;
  RingSet rings;
  for (const Unit& unit : units) {
    DeliveredDivision d;
    d.record = divisions.size() + 1;
    d.code = unit.code;
    d.name = unit.name;
    d.parent_code = unit.superior;
    d.level = unit.level;
    d.kind = unit.kind;
    d.language = "zh";
    d.has_shape = unit.column >= 0;
    if (d.has_shape) {
      const double x = unit.column;
      const Ring ring{from_degrees(x, 0), from_degrees(x + 1, 0), from_degrees(x + 1, 1), from_degrees(x, 1)};
      rings.add(ring, static_cast<UnitIndex>(divisions.size()));
    }
    divisions.push_back(std::move(d));
  }
  const Mesh mesh = build_mesh(rings).mesh;
  adopt_divisions(project, by("Ada"), {divisions, mesh, "gb2260", {parse_date("2000-01-01"), open_end}});
}

const std::vector<Unit> prefecture{{"990000", "示例省", "", 1, "province"},        {"990100", "示例市", "990000", 2, "prefecture_city"},
                                   {"990101", "东区", "990100", 3, "district"},      {"990121", "西县", "990100", 3, "county"},
                                   {"990101001", "东一街道", "990101", 4, "subdistrict", 0}, {"990101002", "东二街道", "990101", 4, "subdistrict", 1},
                                   {"990121100", "西一镇", "990121", 4, "town", 2},  {"990121101", "西二镇", "990121", 4, "town", 3}};

ActInfo paper(const char* title) { return {"Ada", "test", {{}, "table", title, "", "", {}, "", ""}, {}}; }

}  // namespace

TEST_CASE("scenario 25: a cremation rate of 104 % is shown with a warning on the place of cremation, not clipped") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create({"cn"});
  bring_in(project, prefecture);
  std::vector<DeliveredValue> values;
  const auto add = [&](const char* code, int year, double deaths, double cremated) {
    values.push_back({code, year, "deaths", deaths, "民政统计", values.size() + 1});
    values.push_back({code, year, "cremated", cremated, "民政统计", values.size() + 1});
  };
  for (const int year : {2021, 2022, 2023}) {
    add("990101001", year, 100, 96 + 4.0 * (year - 2021));
    add("990101002", year, 150, 150 + 3.0 * (year - 2021));
    add("990121100", year, 200, 80);
    add("990121101", year, 100, 40);
  }
  const ValuesOutcome outcome = record_values(project, paper("火化统计.csv"), values);
  CHECK(outcome.recorded == 24);

  const Thematic districts = thematic_of(indicator_record(project), {.figures = {"cremation_rate", 2023, 3, {}}, .classes = 2});
  REQUIRE(districts.rows.size() == 2);
  CHECK(*districts.rows[0].figure.value == Approx(104));
  CHECK(districts.rows[0].figure.numerator == 260);
  CHECK(districts.rows[0].figure.denominator == 250);
  CHECK(*districts.rows[1].figure.value == Approx(40));
  CHECK(districts.table.rule.denominator == "deaths");
  const auto warning = std::find_if(districts.table.findings.begin(), districts.table.findings.end(), [](const Finding& f) { return f.rule == "indicator.over_whole"; });
  REQUIRE(warning != districts.table.findings.end());
  CHECK(warning->severity == Severity::warning);
  CHECK(warning->subject.record == "990101");
  const auto reason = std::find_if(warning->facts.begin(), warning->facts.end(), [](const auto& f) { return f.first == "reason_zh"; });
  CHECK(reason->second.find("火化地") != std::string::npos);
  REQUIRE(districts.classes);
  CHECK(districts.classes->uppers.back() == Approx(104));  // the legend says it too
  CHECK(districts.rows[0].trend->per_year == Approx(100.0 * 7 / 250));
  CHECK(*districts.whole.figure.value == Approx(100.0 * 380 / 550));
  CHECK(project.verify_audit().empty());
}

TEST_CASE("scenario 26: an event of 2022 in a county redrawn in 2024, on the divisions of its day and on those of 2024") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create({"cn"});
  bring_in(project, prefecture);
  DisasterEvent flood;
  flood.local_id = "示例灾-2022-07", flood.hazard = "flood", flood.name = "7·15洪涝", flood.started = *parse_moment("2022-07-15T07:00");
  flood.ended = *parse_moment("2022-07-20T00:00");
  open_event(project, paper("灾情"), flood);
  std::vector<DeliveredReport> reports;
  const auto say = [&](const char* code, const char* stage, const char* as_of, const char* indicator, double value) {
    reports.push_back({flood.local_id, "flood", stage, *parse_moment(as_of), code, indicator, value, "", reports.size() + 1});
  };
  say("990101001", "initial", "2022-07-15T08:30", "affected_people", 400);
  say("990121100", "initial", "2022-07-15T08:40", "affected_people", 100);
  say("990101001", "final", "2022-07-24T10:00", "affected_people", 1000);
  say("990101001", "final", "2022-07-24T10:00", "dead", 0);
  say("990121100", "final", "2022-07-24T10:00", "affected_people", 300);
  say("990121101", "final", "2022-07-24T10:00", "affected_people", 200);
  CHECK(record_reports(project, paper("灾情报表.csv"), flood.local_id, reports).recorded == 6);

  // 2024: a quarter of the ground of 西二镇 goes to 西一镇, and 西一镇 to the district.
  ChangePlan plan{.title = "示例调整", .dates = {.effective = parse_date("2024-01-01")}};
  DrawnArea area{{{{from_degrees(3, 0), from_degrees(3.25, 0), from_degrees(3.25, 1), from_degrees(3, 1)}, {}}}, "990121100"};
  plan.acts = {{.kind = ChangeKind::change_boundary, .code = "990121101", .territory = {{"990121100"}}, .areas = {area}}};
  change_divisions(project, {"Ben", "decree", {{}, "decree", "示例调整", "示例〔2023〕9号", "示例省人民政府", parse_date("2023-12-01"), "", ""}, {}}, plan, "gb2260");

  const DisasterEvent event = find_event(project, flood.local_id);
  const Bulletin then = event_bulletin(project, event, {});
  CHECK(then.question.stage == "final");
  CHECK(*then.question.onto == parse_date("2022-07-15"));
  CHECK(then.rows.size() == 3);
  CHECK(*then.whole.cells[0].value == 1500);
  CHECK(*then.whole.cells[0].before == 500);
  CHECK(then.shares.empty());
  const Bulletin later = event_bulletin(project, event, {{}, {}, 4, parse_date("2024-06-30")});
  CHECK(*later.whole.cells[0].value == Approx(1500));
  const DivisionRegister divisions = project.divisions(on("2024-06-30"));
  const auto value = [&](const char* code) {
    for (const BulletinRow& row : later.rows) {
      if (divisions.find(row.division)->code == code) return row.cells[0];
    }
    return BulletinCell{};
  };
  CHECK(*value("990101001").value == 1000);
  CHECK(*value("990121101").value == Approx(150).epsilon(1e-3));  // three quarters of its ground stayed
  CHECK(*value("990121100").value == Approx(350).epsilon(1e-3));
  CHECK(value("990121100").shared == Approx(50).epsilon(1e-3));
  REQUIRE(later.shares.size() == 1);
  CHECK(later.shares[0].basis == ShareBasis::area);
  REQUIRE(later.findings.size() == 1);
  CHECK(later.findings[0].rule == "event.shared");  // the note on the share
  const Bulletin counties = event_bulletin(project, event, {{}, {}, 3, {}});
  REQUIRE(counties.rows.size() == 2);
  CHECK(*counties.rows[0].cells[0].value + *counties.rows[1].cells[0].value == 1500);

  const auto tasks = relief_tasks(project, parse_date("2022-07-30"));
  REQUIRE(tasks.size() == 2);  // the initial and the final report, both in time
  for (const ReliefTask& task : tasks) CHECK(task.done);
  CHECK(std::none_of(tasks.begin(), tasks.end(), [](const ReliefTask& t) { return t.overdue; }));
  CHECK(project.verify_audit().empty());
}

TEST_CASE("scenario 28: a shelter inside a flood zone takes nobody in a flood, and its people in an earthquake") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create({"cn"});
  bring_in(project, prefecture);
  const auto village = [](const char* id, double lon, double lat, std::int64_t people) {
    NamedPlace made{{}, id, "village", {{id, "zh", "official"}}, from_degrees(lon, lat), {parse_date("2000-01-01"), open_end}};
    made.people = {{people, parse_date("2020-11-01")}};
    return made;
  };
  adopt_places(project, paper("村庄"), {village("河口村", 0.5, 0.5, 300), village("山前村", 2.5, 0.5, 80)});
  HazardZone zone;
  zone.local_id = "z-1", zone.kind = "flood", zone.severity = 3, zone.name = "河滩";
  zone.shape = {{{from_degrees(0.45, 0.45), from_degrees(0.55, 0.45), from_degrees(0.55, 0.55), from_degrees(0.45, 0.55)}, {}}};
  zone.valid = {parse_date("2010-01-01"), open_end};
  adopt_hazard_zones(project, paper("风险区"), {zone});
  const auto shelter = [](const char* id, double lon) {
    Shelter s;
    s.local_id = s.name = id;
    s.level = "township", s.space = "outdoor", s.duration = "short", s.effective_area_m2 = 500;
    s.hazards = {"flood", "earthquake"};
    s.position = from_degrees(lon, 0.505);
    s.valid.from = parse_date("2005-01-01");
    return Delivered<Shelter>{s, 1};
  };
  adopt_shelters(project, paper("避难场所"), {shelter("河口", 0.502), shelter("山前", 2.502)});

  const ShelterDesk desk = shelter_desk(project, on("2022-01-01"));
  const ShelterCoverage flood = coverage_of(desk, {"flood", 3});
  const ShelterCoverage quake = coverage_of(desk, {"earthquake", 3});
  REQUIRE(flood.gaps.size() == 2);
  CHECK(flood.gaps[0].capacity == 0);
  CHECK(flood.gaps[0].excluded == 250);
  CHECK(flood.gaps[0].out_of_reach == 300);
  CHECK(flood.gaps[1].served == 80);
  CHECK(quake.gaps[0].capacity == 250);
  CHECK(quake.gaps[0].served == 250);
  CHECK(quake.gaps[0].full == 50);  // gap: more people in reach than places
  CHECK(quake.nearest.load[0] == 300);
  REQUIRE(flood.states[0].notes.size() == 1);
  CHECK(flood.states[0].notes[0].rule == "shelter.in_zone");
  // Before there was the zone, it took them in a flood too.
  CHECK(coverage_of(shelter_desk(project, on("2009-12-31")), {"flood", 3}).gaps[0].capacity == 250);
  CHECK(project.verify_audit().empty());
}
