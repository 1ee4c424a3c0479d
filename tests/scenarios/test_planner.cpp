// SPDX-License-Identifier: Apache-2.0
/// Acceptance scenarios of the planner: figures, shelters, depots and reports of disasters. The ground is drawn with squares.
#include "data/office/changes.hpp"
#include "data/office/indicator_acts.hpp"
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
  Project project = Project::create(place.location(), "示例市", "Ada", {"cn"});
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
