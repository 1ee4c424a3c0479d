// SPDX-License-Identifier: Apache-2.0
// Proposals between two claims: made, recorded, made again, compared, settled.
#include "data/office/planning_acts.hpp"
#include "data/office/proposals.hpp"
#include "tests/contract/valley.hpp"

#include <algorithm>
#include <cmath>

using namespace merestone;
using namespace merestone::test;

namespace {

/// The valley with three villages in it, people, a flood zone, a cemetery, and a ridge along 1.08° E.
struct Mapped : Valley {
  explicit Mapped(const Site& place) : Valley{place} {
    const auto village = [](const char* id, const char* name, double lon, double lat, std::int64_t people) {
      NamedPlace made{{}, id, "village", {{name, "en", "official"}}, from_degrees(lon, lat), {}};
      made.people = PeopleCount{people, parse_date("2019-12-31")};
      return made;
    };
    adopt_places(project, by("Ada"), {village("v1", "Upper Mill", 1.03, 1.5, 300), village("v2", "Lower Mill", 1.12, 1.5, 100),
                                      village("v3", "West End", 0.96, 1.45, 200), village("v4", "Elsewhere", 1.6, 1.5, 900)});
    HazardZone flood;
    flood.kind = "flood";
    flood.severity = 2;
    flood.shape = {{line({{1.0, 1.4}, {1.1, 1.4}, {1.1, 1.6}, {1.0, 1.6}}), {}}};
    adopt_hazard_zones(project, by("Ada"), {flood});
    Facility plots;
    plots.kind = "cemetery";
    plots.name = "Old plots";
    plots.used = 40;
    plots.position = from_degrees(1.14, 1.48);
    adopt_facilities(project, by("Ada"), {plots});
    ElevationAdoption heights;
    heights.grid = {"ridge.asc", std::string(64, 'b'), "2019", "EPSG:4326", "EGM96 height", 0.7, 2.1, 0.01, 0.01, 60, 120, {}};
    for (int row = 0; row < 120; ++row) {
      for (int column = 0; column < 60; ++column) {
        const double lon = 0.7 + (column + 0.5) * 0.01;
        heights.grid.heights_m.push_back(static_cast<float>(1500 - 4000 * std::abs(lon - 1.08)));
      }
    }
    heights.valid.from = parse_date("2019-01-01");
    adopt_elevation(project, by("Ada"), heights);
    negotiate();
    claim();
  }

  RecordedProposals propose(const std::vector<std::string>& methods, bool dry_run = false) {
    std::vector<NewProposal> wanted;
    for (const std::string& method : methods) {
      wanted.push_back({});
      wanted.back().request.method = method;
    }
    return record_proposals(project, act("Table of the mediator"), key(), {}, wanted, parse_date("2020-06-01"), dry_run);
  }
  ProposalDesk desk() const { return proposal_desk(project, "2020-1", on("2020-06-01"), the_day); }
};

const std::vector<std::string> six{"equidistant", "equal_area", "equal_people", "ridge", "watercourse", "least_cost"};

}  // namespace

TEST_CASE("six proposals are recorded in one act, each with how it was made, and can be made again") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Mapped valley{place};
  const auto before = valley.project.summary().revision;
  CHECK(valley.propose(six, true).proposals.size() == 6);
  CHECK(valley.project.summary().revision == before);
  const RecordedProposals recorded = valley.propose(six);
  CHECK(recorded.revision == before + 1);
  CHECK(recorded.findings.empty());

  const DisputeFile file = valley.file();
  const auto made = made_proposals(valley.project, file, on("2020-06-01"));
  REQUIRE(made.size() == 6);
  for (std::size_t i = 0; i < made.size(); ++i) {
    INFO(six[i]);
    CHECK(made[i].opinion.method == six[i]);
    CHECK(made[i].opinion.left == valley.a);
    CHECK(made[i].opinion.path == recorded.proposals[i].proposal.line);
    REQUIRE(made[i].basis);
    CHECK(made[i].author == "Ada");
    CHECK(made[i].basis->revision == recorded.revision);
    CHECK(made[i].basis->data.size() >= 2);
    for (const DataUsed& used : made[i].basis->data) CHECK(used.sha256.size() == 64);
    const Repeated again = repeat(valley.project, "2020-1", made[i], on("2020-06-01"), the_day);
    CHECK(again.same_line);
    CHECK(again.same_today);
    CHECK(again.changed.empty());
  }
  CHECK(valley.project.verify_audit().empty());

  SECTION("after another count of people only what rests on people is another line, and says so") {
    adopt_population(valley.project, act("Count of 2020"), {{"v2", {5000, parse_date("2020-05-01")}, 1}});
    const Repeated people = repeat(valley.project, "2020-1", made[2], on("2020-06-01"), the_day);
    CHECK(people.same_line);
    CHECK(!people.same_today);
    CHECK(people.changed == std::vector<std::string>{"people"});
    CHECK(repeat(valley.project, "2020-1", made[0], on("2020-06-01"), the_day).same_today);
  }
  SECTION("nothing is replaced: the same again stands beside the first") {
    valley.propose({"equidistant"});
    CHECK(made_proposals(valley.project, valley.file(), on("2020-06-01")).size() == 7);
  }
}

TEST_CASE("proposals compared: shares add up to the whole, people go whole to one side, the ridge runs along the ridge") {
  const Site place{Engine::spatialite};
  Mapped valley{place};
  const RecordedProposals recorded = valley.propose(six);
  const ProposalDesk desk = valley.desk();
  CHECK(desk.notes().empty());
  const auto made = made_proposals(valley.project, desk.file(), on("2020-06-01"));
  std::vector<Finding> findings;
  std::vector<ProposalFigures> rows;
  for (const ComparedLine& line : compare_lines(desk, made, true, findings)) rows.push_back(line.figures);
  CHECK(findings.empty());
  REQUIRE(rows.size() == 9);  // two claims, the line in force, six proposals
  CHECK(rows[0].a.share == Approx(1));
  CHECK(rows[1].b.share == Approx(1));
  CHECK(rows[2].changed_m2 == Approx(0).margin(1));
  double whole = 0;
  for (const ContestedFace& face : desk.file().contested) whole += square_metres(face.area_um2);
  for (const ProposalFigures& row : rows) {
    INFO(row.title);
    CHECK(row.a.impact.area_m2.value + row.b.impact.area_m2.value == Approx(whole).epsilon(1e-9));
    CHECK(row.a.impact.layers[0].weight.value + row.b.impact.layers[0].weight.value == 600);
    CHECK(row.a.pieces == 1);
  }
  CHECK(rows[4].a.share == Approx(0.5).epsilon(1e-6));                  // equal area
  CHECK(rows[5].a.impact.layers[0].weight.value == 200);                // equal people: 200 is nearer to half than 500
  const auto& ridge = recorded.proposals[3].proposal.line;
  const auto on_ridge = std::count_if(ridge.begin(), ridge.end(), [](Position p) { return std::abs(degrees(p.lon) - 1.08) < 0.02; });
  CHECK(on_ridge > static_cast<std::ptrdiff_t>(ridge.size() / 3));
}

TEST_CASE("impact of a face and of a line: by party, natural villages by name, zones, plots") {
  const Site place{Engine::spatialite};
  Mapped valley{place};
  valley.propose({"equidistant"});
  const ProposalDesk desk = valley.desk();
  double people = 0;
  for (const auto& [label, face] : face_impacts(desk)) {
    CHECK(label == "AB");
    people += face.layers[0].weight.value;
  }
  CHECK(people == 600);
  const auto [a, b] = desk.impact(made_proposals(valley.project, desk.file(), on("2020-06-01"))[0].opinion.path);
  CHECK(a.layers[0].natural_villages == std::vector<std::string>{"Upper Mill", "West End"});
  CHECK(b.layers[0].natural_villages == std::vector<std::string>{"Lower Mill"});
  REQUIRE(a.layers.size() == 3);
  CHECK(a.layers[1].key == "hazard:flood:2");
  CHECK(a.layers[1].area_m2.value > 0);
  CHECK(b.layers[2].key == "facility:cemetery");
  CHECK(b.layers[2].weight.value == 40);
}

TEST_CASE("what cannot be made is refused with the reason, or left out of the six with a finding") {
  const Site place{Engine::spatialite};
  Valley valley{place};
  valley.negotiate();
  NewProposal one;
  one.request.method = "equidistant";
  const auto propose = [&](const NewProposal& wanted, const StripChoice& choice = {}) {
    return record_proposals(valley.project, act(), key(), choice, {wanted}, parse_date("2020-06-01"));
  };
  CHECK(rule_of(refusal([&] { propose(one); })) == "dispute.no_contested_ground");
  valley.claim();
  NewProposal people = one, height = one, share = one, unknown = one;
  people.request.method = "equal_people";
  height.request.method = "ridge";
  share.request.method = "equal_area";
  share.request.share = 1.5;
  unknown.request.method = "by_lot";
  CHECK(rule_of(refusal([&] { propose(people); })) == "proposal.nothing_to_share");
  CHECK(rule_of(refusal([&] { propose(height); })) == "terrain.none");
  CHECK(rule_of(refusal([&] { propose(share); })) == "proposal.bad_share");
  CHECK(rule_of(refusal([&] { propose(unknown); })) == "proposal.unknown_method");
  CHECK(rule_of(refusal([&] { propose(one, {"A,Z", 1}); })) == "proposal.no_pair");
  CHECK(rule_of(refusal([&] { propose(one, {"A,B", 2}); })) == "proposal.no_strip");
  const auto before = valley.project.summary().revision;
  people.if_possible = height.if_possible = true;
  const auto recorded = record_proposals(valley.project, act(), key(), {}, {one, people, height}, parse_date("2020-06-01"));
  CHECK(recorded.proposals.size() == 1);
  CHECK(rules_of(recorded.findings) == Rules{"proposal.not_made", "proposal.nothing_to_share", "proposal.not_made", "terrain.none"});
  CHECK(valley.project.summary().revision == before + 1);
  CHECK(valley.project.attempts().size() == 7);
}

TEST_CASE("a proposal on record settles the dispute: the line is in force, and each holds what the table said") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Valley valley{place};
  valley.negotiate();
  valley.claim();
  NewProposal wanted;
  wanted.request.method = GENERATE(as<std::string>{}, "equidistant", "equal_area", "weighted");
  wanted.request.t = 0.3;
  const auto recorded = record_proposals(valley.project, act(), key(), {}, {wanted}, parse_date("2020-06-01"));
  const auto [a, b] = proposal_desk(valley.project, "2020-1", on("2020-06-01"), the_day).impact(recorded.proposals[0].proposal.line);
  Settlement settlement = valley.agreed({});
  settlement.line.line.reset();
  settlement.line.opinion = recorded.proposals[0].id;
  // Of the strip, A holds now what lies west of the border at 1° E.
  const double before = valley.area_km2(valley.a, "2020-07-31");
  const double west_km2 = area_m2({{Valley::line({{1, 1}, {1, 2}, {0.9, 1.5}}), {}}}) / 1e6;
  const Settled settled = settle(valley.project, act("Agreement", "2020-07-01"), key(), settlement);
  CHECK(valley.area_km2(valley.a, "2020-08-01") - before == Approx(a.area_m2.value / 1e6 - west_km2).margin(0.001));
  CHECK(valley.file("2020-09-01").contested.empty());
  const auto& opinions = valley.file().opinions;
  const auto final_line = std::find_if(opinions.begin(), opinions.end(), [](const LineOpinion& o) { return o.kind == OpinionKind::final_line; });
  REQUIRE(final_line != opinions.end());
  CHECK(final_line->supersedes == recorded.proposals[0].id);
  CHECK(final_line->path == recorded.proposals[0].proposal.line);
}
