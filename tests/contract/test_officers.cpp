// SPDX-License-Identifier: Apache-2.0
// Officers and their roles: the same rule for every act on names, with a clear refusal, on record and in the audit.
#include "data/office/name_acts.hpp"
#include "data/office/officers.hpp"
#include "data/office/place_acts.hpp"
#include "tests/contract/engines.hpp"

using namespace merestone;
using namespace merestone::test;

TEST_CASE("who is named no officer may not act; a manager names officers; roles end by an act") {
  const Site site{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = site.create();
  adopt(project, Counties{});
  std::vector<PlaceRecord> places(1);
  places[0].names.emplace_back();
  places[0].names[0].text = "东村";
  places[0].names[0].source = "survey";
  const auto commune = project.divisions(on("2020-01-01")).find_code("a")->id;
  const auto north = project.divisions(on("2020-01-01")).find_code("N")->id, south = project.divisions(on("2020-01-01")).find_code("S")->id;
  places[0].divisions = {{0, commune, PlaceRelation::in, {}}};
  record_places(project, by("Ben"), places);  // no officers yet: everybody may

  const auto role = [](const char* officer, const char* what, DivisionId where = {}) { return OfficerRole{0, officer, what, where, 0, {}, {parse_date("2020-01-01"), open_end}}; };
  CHECK(rule_of(refusal([&] { appoint_officer(project, by("Ben"), role("Ben", "registrar")); })) == "officer.first_manager");
  appoint_officer(project, by("Ada"), role("Ada", "manager"));
  CHECK(rule_of(refusal([&] { appoint_officer(project, by("Ben"), role("Ben", "registrar")); })) == "officer.not_entitled");
  appoint_officer(project, by("Ada"), role("Ben", "registrar", north));
  appoint_officer(project, by("Ada"), role("Cas", "registrar", south));

  PlaceName name;
  name.text = "新东村";
  name.source = "decree";
  const Renaming renaming{places[0].id, {}, name, parse_date("2024-01-01")};
  const Error refused = refusal([&] { rename_place(project, by("Cas"), renaming); });
  CHECK(rule_of(refused) == "officer.not_entitled");
  CHECK(refused.findings()[0].facts.back().second == "Ada, Ben");
  CHECK(project.attempts().back().act == "names.rename");  // that it was tried is on record
  rename_place(project, by("Ben"), renaming);

  // A place of no division, and one that would go to the south, are not the north's to record.
  std::vector<PlaceRecord> nowhere = places;
  nowhere[0].divisions.clear();
  CHECK(rule_of(refusal([&] { record_places(project, by("Ben"), nowhere); })) == "officer.not_entitled");
  CHECK(rule_of(refusal([&] { amend_place(project, by("Ben"), places[0].id, {.day = parse_date("2024-06-01"), .divisions = {{0, south, PlaceRelation::in, {}}}}); })) ==
        "officer.not_entitled");

  dismiss_officer(project, by("Ada"), "Ben", "registrar", north, parse_date("2024-01-01"));
  CHECK(rule_of(refusal([&] { protect_name(project, by("Ben"), places[0].id, {}); })) == "officer.not_entitled");
  CHECK(rule_of(refusal([&] { dismiss_officer(project, by("Ada"), "Ben", "registrar", north, parse_date("2024-01-01")); })) == "officer.no_role");
  CHECK(rule_of(refusal([&] { dismiss_officer(project, by("Ada"), "Ada", "manager", {}, parse_date("2024-01-01")); })) == "officer.last_manager");
  CHECK(officer_roles(project).size() == 3);  // the ended one with its end
  CHECK(project.verify_audit().empty());
}
