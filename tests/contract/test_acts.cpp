// SPDX-License-Identifier: Apache-2.0
#include "gis/base/error.hpp"
#include "tests/contract/engines.hpp"

using namespace merestone;
using namespace merestone::test;

namespace {

/// "a-b@2" for the line between communes a and b.
std::vector<std::string> lines_of(const Project& project, const AsOf& as_of) {
  const DivisionRegister divisions = project.divisions(as_of);
  std::vector<std::string> told;
  for (const BoundaryLine& line : project.lines(as_of)) {
    std::string left = divisions.find(line.left)->code, right = divisions.find(line.right)->code;
    if (right < left) std::swap(left, right);
    told.push_back(left + "-" + right + "@" + std::to_string(line.level) + "x" + std::to_string(line.parts.size()));
  }
  std::sort(told.begin(), told.end());
  return told;
}

}  // namespace

TEST_CASE("adopted divisions, ground and lines are read back") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  const Counties counties;
  {
    Project project = place.create();
    CHECK(adopt(project, counties) == 2);
  }
  const Project project = Project::open(place.location());
  const AsOf now = on("2020-01-01");
  const DivisionRegister divisions = project.divisions(now);
  REQUIRE(divisions.all().size() == 6);
  const DivisionState* birch = divisions.find_code("b");
  REQUIRE(birch);
  CHECK(birch->name == "Birch");
  CHECK(birch->kind == "commune");
  CHECK(birch->valid == counties.valid);
  CHECK(divisions.find(divisions.at_level(birch->id, 1))->name == "Northshire");

  const Snapshot ground = project.snapshot(now);
  REQUIRE(ground.stretches.size() == 8);
  REQUIRE(ground.delimitations.size() == 8);
  for (std::size_t i = 0; i < 8; ++i) {
    const Arc& arc = counties.mesh.arcs[i];
    const auto path = counties.mesh.path(i);
    CHECK(ground.stretches[i].path == Polyline(path.begin(), path.end()));
    const auto code = [&](DivisionId id) { return id.value == 0 ? std::string{} : divisions.find(id)->code; };
    const auto delivered = [&](UnitIndex unit) { return unit == nobody ? std::string{} : counties.divisions[unit].code; };
    CHECK(code(ground.delimitations[i].left) == delivered(arc.left));
    CHECK(code(ground.delimitations[i].right) == delivered(arc.right));
    CHECK(ground.delimitations[i].stretch == ground.stretches[i].id);
  }
  CHECK(lines_of(project, now) == std::vector<std::string>{"N-S@1x2", "a-b@2x1", "c-d@2x1"});

  const auto documents = project.documents();
  REQUIRE(documents.size() == 1);
  CHECK(documents[0].number == "1/2010");
  CHECK(documents[0].issued == parse_date("2009-12-01"));
  CHECK(ground.delimitations[0].document == documents[0].id);

  const ProjectSummary summary = project.summary();
  CHECK(summary.revision == 2);
  CHECK(summary.divisions == 6);
  CHECK(summary.stretches == 8);
  CHECK(summary.boundary_lines == 3);
  CHECK(summary.documents == 1);
}

TEST_CASE("a line is walked from its start, with its left division on the left") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  const AsOf now = on("2020-01-01");
  const DivisionRegister divisions = project.divisions(now);
  const Snapshot ground = project.snapshot(now);
  for (const BoundaryLine& line : project.lines(now)) {
    if (line.level != 1) continue;
    CHECK(divisions.find(line.left)->code == "N");  // from west to east, the north lies on the left
    Polyline walked;
    for (const auto& part : line.parts) {
      const auto stretch = std::find_if(ground.stretches.begin(), ground.stretches.end(),
                                        [&](const Stretch& s) { return s.id == part.stretch; });
      Polyline path = stretch->path;
      if (!part.forward) std::reverse(path.begin(), path.end());
      walked.insert(walked.end(), path.begin(), path.end());
    }
    CHECK(walked == Polyline{from_degrees(0, 1), from_degrees(1, 1), from_degrees(1, 1), from_degrees(2, 1)});
  }
}

TEST_CASE("what was known and what held are asked apart") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  CHECK(project.divisions(on("2009-12-31")).all().empty());  // half-open: the day before
  CHECK(project.divisions(on("2010-01-01")).all().size() == 6);
  CHECK(project.divisions(on("2020-01-01", 1)).all().empty());  // not yet recorded
  CHECK(project.snapshot(on("2020-01-01", 1)).stretches.empty());
  CHECK(project.snapshot(on("2009-12-31")).stretches.empty());
  CHECK(project.lines(on("2020-01-01", 1)).empty());
  CHECK(project.extent(on("2009-12-31")).empty());
  CHECK(project.division_facts(1).versions.empty());
  CHECK(project.division_facts().versions.size() == 6);
}

TEST_CASE("ground is found by its box") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  const AsOf now = on("2020-01-01");
  const auto around = [](double west, double south, double east, double north) {
    Box box;
    box.add(from_degrees(west, south));
    box.add(from_degrees(east, north));
    return box;
  };
  // Outer borders run around a corner, so their boxes are whole communes.
  const Snapshot west = project.snapshot_in(around(0.4, 1.4, 0.6, 1.6), now);
  CHECK(west.stretches.size() == 1);
  CHECK(west.delimitations.size() == 1);
  CHECK(project.snapshot_in(around(0.9, 1.4, 1.1, 1.6), now).stretches.size() == 3);
  CHECK(project.snapshot_in(around(0.9, 0.9, 1.1, 1.1), now).stretches.size() == 8);
  CHECK(project.snapshot_in(around(5, 5, 6, 6), now).stretches.empty());
  CHECK(project.snapshot_in(around(0, 0, 2, 2), on("2000-01-01")).stretches.empty());
  CHECK(project.snapshot_in(Box{}, now).stretches.empty());

  const Box whole = project.extent(now);
  CHECK(whole.contains(from_degrees(0, 0)));
  CHECK(whole.contains(from_degrees(2, 2)));
  CHECK_FALSE(whole.contains(from_degrees(2.001, 2)));

  const DivisionRegister divisions = project.divisions(now);
  const DivisionRegister chain = project.chain_register({divisions.find_code("b")->id}, now);
  CHECK(chain.all().size() == 2);
  CHECK(chain.chain(divisions.find_code("b")->id).back()->name == "Northshire");
}

TEST_CASE("a code that is held is refused by name, and nothing is written") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  Counties counties;
  adopt(project, counties);
  const Error error = refusal([&] { adopt(project, counties); });
  CHECK(error.fault() == Fault::conflict);
  REQUIRE(error.findings().size() == 4);
  CHECK(rule_of(error) == "store.code_held");
  CHECK(error.findings()[0].subject.record == "1");
  CHECK(error.findings()[0].facts.back().second == "a");
  CHECK(project.summary().revision == 2);
  CHECK(project.verify_audit().empty());

  SECTION("for another time it may be given again") {
    counties.valid = {parse_date("1990-01-01"), parse_date("2010-01-01")};
    CHECK(adopt(project, counties) == 3);
    CHECK(project.divisions(on("2000-01-01")).all().size() == 6);
    CHECK(project.summary().divisions == 12);
  }
}

TEST_CASE("superiors on record are found by code, and known divisions get their ground") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  const Counties counties;
  auto names_only = counties.divisions;
  names_only.erase(names_only.begin(), names_only.begin() + 2);  // c, d, N, S
  for (auto& d : names_only) d.has_shape = false;
  adopt_divisions(project, by("Ada"), {names_only, Mesh{}, "test", counties.valid});
  const DivisionId clare = project.divisions(on("2020-01-01")).find_code("c")->id;

  auto communes = counties.divisions;
  communes.resize(4);
  communes[2].name = "Clare St John";
  adopt_divisions(project, by("Ben"), {communes, counties.mesh, "test", counties.valid});
  const DivisionRegister now = project.divisions(on("2020-01-01"));
  CHECK(now.all().size() == 6);
  CHECK(now.find_code("c")->id == clare);
  CHECK(now.find_code("c")->name == "Clare");  // the other name is kept as a variant
  CHECK(now.find(now.find_code("a")->superior)->code == "N");
  CHECK(lines_of(project, on("2020-01-01")) == std::vector<std::string>{"N-S@1x2", "a-b@2x1", "c-d@2x1"});
  const auto names = project.division_facts().names;
  CHECK(std::any_of(names.begin(), names.end(),
                    [](const DivisionName& n) { return n.text == "Clare St John" && n.status == "variant"; }));

  communes.resize(1);
  communes[0].code = "x";
  communes[0].parent_code = "nowhere";
  const Error error = refusal([&] { adopt_divisions(project, by("Ben"), {communes, Mesh{}, "test", counties.valid}); });
  CHECK(error.fault() == Fault::invalid);
  CHECK(rule_of(error) == "import.unknown_parent");
}

TEST_CASE("places, hazard zones and facilities are read back") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  const Period valid{parse_date("2015-01-01"), open_end};
  NamedPlace named{{}, "p1", "populatedPlace", {{"鄂湘", "zh", "official"}, {"E-Xiang", "en", "exonym"}},
                   from_degrees(0.123456789, -0.5), valid};
  const NamedPlace nowhere{{}, "p2", "historic", {{"Lost", "en", "former"}}, {}, valid};
  CHECK(adopt_places(project, by("Ada"), {named, nowhere}) == 2);
  const HazardZone zone{{}, "z1", "flood", 3, "Low meadow",
                        {{{from_degrees(0, 0), from_degrees(1, 0), from_degrees(1, 1), from_degrees(0, 1)},
                          {{from_degrees(0.2, 0.2), from_degrees(0.2, 0.4), from_degrees(0.4, 0.4)}}},
                         {{from_degrees(5, 5), from_degrees(6, 5), from_degrees(6, 6)}, {}}},
                        "generated", valid};
  CHECK(adopt_hazard_zones(project, by("Ada"), {zone}) == 3);
  const Facility plot{{}, "f1", "cemetery", "Old yard", 5'000'000'000, 17, from_degrees(-180, 90), "survey", valid};
  CHECK(adopt_facilities(project, by("Ada"), {plot}) == 4);

  const AsOf now = on("2020-01-01");
  const auto places = project.places(now);
  REQUIRE(places.size() == 2);
  CHECK(places[0].local_id == "p1");
  CHECK(places[0].position == named.position);
  REQUIRE(places[0].names.size() == 2);
  CHECK(places[0].names[0].text == "鄂湘");
  CHECK(places[0].names[1].status == "exonym");
  CHECK_FALSE(places[1].position);
  const auto zones = project.hazard_zones(now);
  REQUIRE(zones.size() == 1);
  REQUIRE(zones[0].shape.size() == 2);
  CHECK(zones[0].shape[0].outer == zone.shape[0].outer);
  CHECK(zones[0].shape[0].holes == zone.shape[0].holes);
  CHECK(zones[0].shape[1].outer == zone.shape[1].outer);
  CHECK(zones[0].severity == 3);
  CHECK(zones[0].source == "generated");
  const auto facilities = project.facilities(now);
  REQUIRE(facilities.size() == 1);
  CHECK(facilities[0].capacity == 5'000'000'000);
  CHECK(facilities[0].position == plot.position);
  CHECK(project.places(on("2014-12-31")).empty());
  CHECK(project.facilities(on("2020-01-01", 3)).empty());
  CHECK(project.verify_audit().empty());
}

TEST_CASE("text that is not text is refused by both engines alike") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  const std::string bad = GENERATE(std::string{"a\0b", 3}, std::string{"\xC3\x28"});
  const Error error = refusal([&] { adopt_places(project, by("Ada"), {{{}, bad, "t", {{"n"}}, {}, {}}}); });
  CHECK(error.fault() == Fault::invalid);
  CHECK(rule_of(error) == "store.bad_text");
  CHECK(refusal([&] { adopt_places(project, by(bad), {}); }).fault() == Fault::invalid);
  CHECK(project.summary().revision == 1);
}

TEST_CASE("a coverage beside ground on record shares its border") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  const Counties whole;
  // The north first, in one act; the south in another, later in law too.
  Counties north = whole, south = whole;
  const auto ring = [](std::int64_t lon, std::int64_t lat) {
    const std::int64_t d = nanodegrees_per_degree;
    return Ring{{lon * d, lat * d}, {(lon + 1) * d, lat * d}, {(lon + 1) * d, (lat + 1) * d}, {lon * d, (lat + 1) * d}};
  };
  north.divisions = {whole.divisions[0], whole.divisions[1], whole.divisions[4]};
  RingSet upper;
  upper.add(ring(0, 1), 0);
  upper.add(ring(1, 1), 1);
  north.mesh = build_mesh(upper).mesh;
  south.divisions = {whole.divisions[2], whole.divisions[3], whole.divisions[5]};
  south.valid.from = parse_date("2015-01-01");
  RingSet lower;
  lower.add(ring(0, 0), 0);
  lower.add(ring(1, 0), 1);
  south.mesh = build_mesh(lower).mesh;

  adopt(project, north);
  CHECK(project.snapshot(on("2020-01-01")).stretches.size() == 3);
  adopt(project, south);
  const AsOf now = on("2020-01-01");
  CHECK(lines_of(project, now) == std::vector<std::string>{"N-S@1x2", "a-b@2x1", "c-d@2x1"});
  const DivisionRegister divisions = project.divisions(now);
  std::vector<std::string> sides;
  for (const Delimitation& d : project.snapshot(now).delimitations) {
    const auto code = [&](DivisionId id) { return id.value == 0 ? std::string{"-"} : divisions.find(id)->code; };
    sides.push_back(std::min(code(d.left), code(d.right)) + std::max(code(d.left), code(d.right)));
  }
  std::sort(sides.begin(), sides.end());
  CHECK(sides == std::vector<std::string>{"-a", "-b", "-c", "-d", "ab", "ac", "bd", "cd"});
  // Before the south was delimited, its border was the outer one.
  CHECK(lines_of(project, on("2012-01-01")) == std::vector<std::string>{"a-b@2x1"});
  CHECK(project.snapshot(on("2012-01-01")).stretches.size() == 5);  // the outer border, cut where the south meets it
  CHECK(project.snapshot(on("2020-01-01", 2)).stretches.size() == 3);  // as known before
  CHECK(project.verify_audit().empty());

  SECTION("ground that is held is not given again under other codes") {
    Counties other = south;
    for (auto& d : other.divisions) d.code += "x";
    for (auto& d : other.divisions) d.parent_code += d.parent_code.empty() ? "" : "x";
    const Error error = refusal([&] { adopt(project, other); });
    CHECK(error.fault() == Fault::conflict);
    CHECK(rule_of(error) == "store.ground_held");
    CHECK(project.summary().revision == 3);
    CHECK(project.verify_audit().empty());
  }
}
