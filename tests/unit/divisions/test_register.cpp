// SPDX-License-Identifier: Apache-2.0
#include "gis/divisions/register.hpp"

using namespace merestone;

namespace {

constexpr Date day(int year, unsigned month = 1, unsigned of_month = 1) {
  return std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(of_month);
}

constexpr DivisionId region{1}, county{2}, town{3}, village{4}, city{5};

/// The county ends with 2010; its town goes to the city in 2011; the village keeps a name of old.
DivisionFacts change_of_superior() {
  DivisionFacts facts;
  facts.versions = {{region, 1, "region", {}, {}},
                    {county, 3, "county", {day(1950), day(2011)}, {}},
                    {city, 3, "city", {day(2011), open_end}, {}},
                    {town, 4, "township", {day(1950), open_end}, {}},
                    {village, 5, "village", {}, {}}};
  facts.codes = {{region, "gb", "34", {}},
                 {county, "gb", "3414", {day(1950), day(2011)}},
                 {city, "gb", "3401", {day(2011), open_end}},
                 {town, "gb", "341402", {day(1950), day(2011)}},
                 {town, "gb", "340181", {day(2011), open_end}},
                 {town, "office", "T-1", {}}};
  facts.names = {{town, "Old Chao", "en", "former", {}},
                 {town, "居巢", "zh", "official", {}},
                 {village, "Shen", "en", "short", {}},
                 {village, "Shenxiang", "en", "official", {day(2000), open_end}}};
  facts.memberships = {{county, region, MembershipKind::legal, {}},
                       {city, region, MembershipKind::legal, {}},
                       {town, county, MembershipKind::legal, {}},  // the record forgot to end it
                       {town, city, MembershipKind::legal, {day(2011), open_end}},
                       {village, town, MembershipKind::legal, {}},
                       {village, city, MembershipKind::entrusted, {day(2011), open_end}}};
  return facts;
}

}  // namespace

TEST_CASE("a register holds what existed on the day") {
  const DivisionRegister before{change_of_superior(), day(2010, 12, 31)};
  CHECK(before.all().size() == 4);
  CHECK(before.find(city) == nullptr);
  CHECK(before.find(county)->code == "3414");
  CHECK(before.find_code("341402")->id == town);
  CHECK(before.find_code("340181") == nullptr);

  const DivisionRegister after{change_of_superior(), day(2011)};
  CHECK(after.find(county) == nullptr);
  CHECK(after.find_code("341402") == nullptr);
  CHECK(after.find_code("340181")->id == town);
  CHECK(after.find_code("T-1")->id == town);
  CHECK(after.find(town)->code == "340181");
  CHECK(std::vector<Level>(after.levels().begin(), after.levels().end()) == std::vector<Level>{1, 3, 4, 5});
}

TEST_CASE("the official name comes first, else another") {
  const DivisionRegister early{change_of_superior(), day(1999)};
  CHECK(early.find(village)->name == "Shen");
  CHECK(early.find(town)->name == "居巢");
  CHECK(early.find(region)->name.empty());
  CHECK(DivisionRegister{change_of_superior(), day(2000)}.find(village)->name == "Shenxiang");
}

TEST_CASE("superiors follow the day; one that does not exist counts as none") {
  const DivisionRegister before{change_of_superior(), day(2010)};
  CHECK(before.find(town)->superior == county);
  CHECK(before.find(village)->entrusted_to == DivisionId{});
  const DivisionRegister after{change_of_superior(), day(2012)};
  CHECK(after.find(town)->superior == city);
  CHECK(after.find(village)->superior == town);
  CHECK(after.find(village)->entrusted_to == city);
  CHECK(after.find(region)->superior == DivisionId{});
  CHECK(DivisionRegister{change_of_superior(), day(1949)}.find(village)->superior == DivisionId{});
}

TEST_CASE("chains run from the finest division to the top and levels may be missing") {
  const DivisionRegister divisions{change_of_superior(), day(2012)};
  std::vector<DivisionId> chain;
  for (const DivisionState* state : divisions.chain(village)) chain.push_back(state->id);
  CHECK(chain == std::vector<DivisionId>{village, town, city, region});
  CHECK(divisions.at_level(village, 3) == city);
  CHECK(divisions.at_level(village, 5) == village);
  CHECK(divisions.at_level(village, 2) == DivisionId{});
  CHECK(divisions.at_level(DivisionId{99}, 1) == DivisionId{});
  CHECK(divisions.chain(DivisionId{99}).empty());
}

TEST_CASE("a code of several levels stands for the highest, or for the one at a level that is named") {
  DivisionFacts facts = change_of_superior();
  facts.codes.push_back({village, "gb", "34", {}});
  const DivisionRegister divisions{facts, day(2012)};
  CHECK(divisions.find_code("34")->id == region);
  CHECK(divisions.find_code("34@5")->id == village);
  for (const char* nobody : {"34@4", "34@", "@5", "34@x"}) CHECK(divisions.find_code(nobody) == nullptr);
}

TEST_CASE("a cycle ends the chain") {
  DivisionFacts facts;
  facts.versions = {{DivisionId{1}, 1, "", {}, {}}, {DivisionId{2}, 2, "", {}, {}}};
  facts.memberships = {{DivisionId{1}, DivisionId{2}, MembershipKind::legal, {}},
                       {DivisionId{2}, DivisionId{1}, MembershipKind::legal, {}}};
  const DivisionRegister divisions{facts, day(2000)};
  CHECK(divisions.chain(DivisionId{1}).size() == 2);
  CHECK(divisions.at_level(DivisionId{1}, 7) == DivisionId{});
}

TEST_CASE("order is level, code, id, also among members") {
  DivisionFacts facts;
  for (const int i : {5, 3, 4, 2}) {
    facts.versions.push_back({DivisionId{i}, 2, "", {}, {}});
    facts.codes.push_back({DivisionId{i}, "s", std::to_string(10 - i), {}});
    facts.memberships.push_back({DivisionId{i}, DivisionId{1}, MembershipKind::legal, {}});
  }
  facts.versions.push_back({DivisionId{1}, 1, "", {}, {}});
  facts.codes.push_back({DivisionId{1}, "s", "6", {}});  // shared with the member whose id is 4
  const DivisionRegister divisions{facts, day(2000)};
  std::vector<std::int64_t> ids;
  for (const DivisionState& state : divisions.all()) ids.push_back(state.id.value);
  CHECK(ids == std::vector<std::int64_t>{1, 5, 4, 3, 2});
  ids.clear();
  for (const DivisionState* state : divisions.members(DivisionId{1})) ids.push_back(state->id.value);
  CHECK(ids == std::vector<std::int64_t>{5, 4, 3, 2});
  CHECK(divisions.members(DivisionId{5}).empty());
  CHECK(divisions.find_code("6")->id == DivisionId{1});
  CHECK(divisions.find_code("6", 2)->id == DivisionId{4});
  CHECK(divisions.find_code("6", 3) == nullptr);
}
