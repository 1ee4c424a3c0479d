// SPDX-License-Identifier: Apache-2.0
/// Acceptance scenarios 7 to 10 of the divisions officer. Codes, names and days are those of the public decrees; the
/// ground is drawn with squares.
#include "data/office/changes.hpp"
#include "gis/territory/locate.hpp"
#include "tests/contract/engines.hpp"

#include <algorithm>
#include <map>

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

ActInfo decree(const char* title, const char* number, const char* day) {
  return {"Ben", "decree", {{}, "decree", title, number, "国务院", parse_date(day), "", ""}, {}};
}

ChangeAct transfer(const char* code, const char* new_code, const char* superior) {
  return {.kind = ChangeKind::change_superior, .code = code, .new_code = new_code, .superior = superior};
}

/// Codes from the finest division up, of who holds the middle of a column.
std::vector<std::string> codes_at(const Project& project, int column, const AsOf& as_of) {
  const Position p = from_degrees(column + 0.5, 0.5);
  const auto found = locate(p, project.extent(as_of), [&](const Box& box) { return project.snapshot_in(box, as_of); }, StatusQuo{});
  REQUIRE(found.holders.size() == 1);
  std::vector<std::string> codes;
  const auto divisions = project.divisions(as_of);
  for (const auto* division : divisions.chain(found.holders.front())) codes.push_back(division->code);
  return codes;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("scenario 7: Chaohu 2011, one decree, a prefecture divided among three") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create({"cn"});
  bring_in(project, {{"340000", "安徽省", "", 1, "province"},
                     {"340100", "合肥市", "340000", 2, "prefecture_city"},
                     {"340200", "芜湖市", "340000", 2, "prefecture_city"},
                     {"340500", "马鞍山市", "340000", 2, "prefecture_city"},
                     {"341400", "巢湖市", "340000", 2, "prefecture_city"},
                     {"341402", "居巢区", "341400", 3, "district", 0},
                     {"341421", "庐江县", "341400", 3, "county", 1},
                     {"341422", "无为县", "341400", 3, "county", 2},
                     {"341423", "含山县", "341400", 3, "county", 3},
                     {"341424", "和县", "341400", 3, "county"},
                     {"341424100", "历阳镇", "341424", 4, "town", 4},
                     {"341424103", "沈巷镇", "341424", 4, "town", 5},
                     {"340207", "鸠江区", "340200", 3, "district", 6}});
  ChangePlan plan{.title = "国务院关于同意安徽省撤销地级巢湖市及部分行政区划调整的批复",
                  .authority = "国务院",
                  .dates = {.approved = parse_date("2011-07-14"), .effective = parse_date("2011-08-22")}};
  plan.acts = {{.kind = ChangeKind::abolish, .code = "341400"},
               {.kind = ChangeKind::abolish, .code = "341402", .territory = {{"340181"}}},
               {.kind = ChangeKind::establish, .code = "340181", .name = "巢湖市", .language = "zh", .division_kind = "county_city",
                .superior = "340000", .entrusted = "340100"},
               transfer("341421", "340124", "340100"),
               transfer("341422", "340225", "340200"),
               transfer("341423", "340522", "340500"),
               transfer("341424", "340523", "340500"),
               {.kind = ChangeKind::change_boundary, .code = "341424", .territory = {{"340207"}}, .note = "沈巷镇"},
               transfer("341424103", "340207103", "340207")};
  const ChangeReceipt receipt = change_divisions(project, decree(plan.title.c_str(), "国函〔2011〕84号", "2011-07-14"), plan, "gb2260");
  CHECK(receipt.findings.empty());
  REQUIRE(receipt.renumbered.size() == 1);  // AD-03: the other town follows its county
  CHECK(receipt.renumbered[0].to == "340523100");

  const AsOf before = on("2011-01-01"), after = on("2012-01-01");
  CHECK(codes_at(project, 5, before) == Codes{"341424103", "341424", "341400", "340000"});
  CHECK(codes_at(project, 5, after) == Codes{"340207103", "340207", "340200", "340000"});
  CHECK(codes_at(project, 4, after) == Codes{"340523100", "340523", "340500", "340000"});
  CHECK(codes_at(project, 0, after) == Codes{"340181", "340000"});

  const auto divisions = project.divisions(after);
  CHECK(divisions.find(divisions.find_code("340181")->entrusted_to)->code == "340100");
  const ChangeRecord record = project.changes();
  REQUIRE(record.events.size() == 1);
  double prefecture = 0;
  for (const SuccessionShare& share : record.shares) {
    const Succession& s = record.successions[share.succession];
    if (s.from == project.divisions(before).find_code("341400")->id) prefecture += *share.area_share;
    if (!share.whole) CHECK(*share.area_share == Approx(0.5));
  }
  CHECK(prefecture == Approx(1).epsilon(1e-12));
  CHECK(record.shares.size() == 5);  // three heirs of the prefecture, one of the district, one part
  const auto due = due_days(record.events[0], record.parts, project.packs().front(), parse_date("2012-07-15"));
  REQUIRE(due.size() == 2);
  CHECK(due[0].overdue);
  CHECK(to_string(due[0].due) == "2012-07-14");
  // As known before the decree was recorded.
  CHECK(codes_at(project, 5, on("2012-01-01", 2)) == Codes{"341424103", "341424", "341400", "340000"});
  CHECK(project.verify_audit().empty());
}

TEST_CASE("scenario 8: a retired code is refused with who held it and until when") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create({"cn"});
  bring_in(project, {{"370000", "山东省", "", 1, "province"},
                     {"370100", "济南市", "370000", 2, "prefecture_city", 0},
                     {"371200", "莱芜市", "370000", 2, "prefecture_city", 1}});
  const ChangePlan plan{.title = "撤销莱芜市", .dates = {.effective = parse_date("2018-12-26")},
                        .acts = {{.kind = ChangeKind::abolish, .code = "371200", .territory = {{"370100"}}}}};
  change_divisions(project, decree("撤销莱芜市", "国函〔2018〕159号", "2018-12-26"), plan, "gb2260");
  CHECK(codes_at(project, 1, on("2019-01-01")) == Codes{"370100", "370000"});
  const ChangePlan reuse{.title = "设立", .dates = {.effective = parse_date("2020-01-01")},
                         .acts = {{.kind = ChangeKind::establish, .code = "371200", .name = "新市", .division_kind = "prefecture_city", .superior = "370000"}}};
  const Error refused = refusal([&] { change_divisions(project, decree("设立", "国函〔2020〕1号", "2020-01-01"), reuse, "gb2260"); });
  REQUIRE(rule_of(refused) == "division.code_retired");
  std::map<std::string, std::string> facts(refused.findings()[0].facts.begin(), refused.findings()[0].facts.end());
  CHECK(facts["name"] == "莱芜市");
  CHECK(facts["until"] == "2018-12-26");
  CHECK(project.summary().revision == 3);
  CHECK(project.verify_audit().empty());
}

TEST_CASE("scenario 9: a rename keeps the code, the old name is a former name of the same division") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create({"cn"});
  bring_in(project, {{"420000", "湖北省", "", 1, "province"}, {"420600", "襄樊市", "420000", 2, "prefecture_city", 0}});
  const ChangePlan plan{.title = "襄樊市更名", .dates = {.effective = parse_date("2010-12-09")},
                        .acts = {{.kind = ChangeKind::rename, .code = "420600", .name = "襄阳市"}}};
  change_divisions(project, decree("襄樊市更名", "国函〔2010〕127号", "2010-11-26"), plan, "gb2260");
  const auto then = project.divisions(on("2010-12-08")), now = project.divisions(on("2010-12-09"));
  CHECK(then.find_code("420600")->name == "襄樊市");
  CHECK(now.find_code("420600")->name == "襄阳市");
  CHECK(now.find_code("420600")->id == then.find_code("420600")->id);
  const auto names = project.division_facts().names;
  CHECK(std::count_if(names.begin(), names.end(), [](const DivisionName& n) { return n.text == "襄樊市" && n.status == "former"; }) == 1);
  const ChangePlan kind{.title = "更名", .dates = {.effective = parse_date("2011-12-09")},
                        .acts = {{.kind = ChangeKind::rename, .code = "420600", .name = "襄阳州"}}};
  CHECK(rule_of(refusal([&] { change_divisions(project, decree("更名", "国函〔2011〕1号", "2011-11-26"), kind, "gb2260"); })) == "division.generic_changed");
  CHECK(project.verify_audit().empty());
}

TEST_CASE("scenario 10: a town is entrusted to another county") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create({"cn"});
  bring_in(project, {{"420000", "湖北省", "", 1, "province"},
                     {"420600", "襄阳市", "420000", 2, "prefecture_city"},
                     {"420624", "南漳县", "420600", 3, "county"},
                     {"420625", "谷城县", "420600", 3, "county", 0},
                     {"420624100", "城关镇", "420624", 4, "town", 1},
                     {"420624101", "武安镇", "420624", 4, "town", 2}});
  ChangePlan plan{.title = "委托代管", .dates = {.effective = parse_date("2012-01-01")},
                  .acts = {{.kind = ChangeKind::change_superior, .code = "420624101", .entrusted = "420625"}}};
  const auto act = [&] { return change_divisions(project, decree("委托代管", "鄂政函〔2012〕1号", "2012-01-01"), plan, "gb2260"); };
  CHECK(rule_of(refusal(act)) == "division.code_needed");  // AD-03
  plan.acts[0].new_code = "420625102";
  act();
  const auto divisions = project.divisions(on("2012-01-01"));
  const DivisionState* town = divisions.find_code("420625102");
  REQUIRE(town != nullptr);
  CHECK(divisions.find(town->superior)->code == "420624");
  CHECK(divisions.find(town->entrusted_to)->code == "420625");
  CHECK(divisions.find_code("420624101") == nullptr);
  CHECK(codes_at(project, 2, on("2012-01-01")) == Codes{"420625102", "420624", "420600", "420000"});
  CHECK(project.verify_audit().empty());
}
