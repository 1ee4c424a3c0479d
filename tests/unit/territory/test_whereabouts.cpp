// SPDX-License-Identifier: Apache-2.0
#include "gis/territory/whereabouts.hpp"
#include "tests/support/land.hpp"
#include "tests/support/sketch.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace merestone;

namespace {

const DivisionId county{1}, town{2}, neighbour{3};

/// The town (p q r s) lies in the county (a b e f), the neighbour beside it.
const test::Sketch map{R"(
a     b  c
  p q
  s r
f     e  d)"};

Snapshot ground() {
  Snapshot snapshot;
  const auto border = [&](std::int64_t id, const char* letters, DivisionId left, DivisionId right, double accuracy = 0) {
    Stretch stretch{StretchId{id}, map.line(letters), EdgeKind::lonlat, {}};
    stretch.accuracy_m = accuracy;
    snapshot.stretches.push_back(std::move(stretch));
    snapshot.delimitations.push_back({DelimitationId{id}, StretchId{id}, left, right, {}});
  };
  border(1, "bafe", county, DivisionId{});
  border(2, "be", neighbour, county, 100);
  border(3, "bcde", DivisionId{}, neighbour);
  border(4, "pqrsp", county, town);
  return snapshot;
}

Whereabouts ask(double lon, double lat, double accuracy = 0, std::vector<GroundUse> uses = {}) {
  const Snapshot all = ground();
  Box whole;
  for (const Stretch& stretch : all.stretches) whole.add(box_of(stretch.path));
  return whereabouts({from_degrees(lon, lat), accuracy, StatusQuo{}}, whole, [&](const Box&) { return all; }, uses);
}

using Statuses = std::vector<PlaceStatus>;

}  // namespace

TEST_CASE("inside, outside, and days without data") {
  CHECK(ask(1, 0.5).statuses == Statuses{PlaceStatus::inside});
  CHECK(ask(1, 0.5).holders == Holders{county});
  CHECK(ask(20, 0.5).statuses == Statuses{PlaceStatus::outside});
  const auto none = whereabouts({from_degrees(1, 1), 0, StatusQuo{}}, Box{}, [](const Box&) { return Snapshot{}; }, {});
  CHECK(none.statuses == Statuses{PlaceStatus::no_data_for_date});
}

TEST_CASE("near a line: nearer than what is known of position and line together") {
  const double off = 0.001;  // some 111 m west of the border b-e
  const auto near = ask(6 - off, 1.5, 60);
  REQUIRE(near.line);
  CHECK(near.line->distance_m == Approx(111.3).epsilon(0.01));
  CHECK(near.line->accuracy_m == 100);
  CHECK(near.statuses == Statuses{PlaceStatus::near_line});  // √(60² + 100²) = 117 m
  CHECK(near.holders == Holders{county});
  CHECK(ask(6 - off, 1.5, 20).statuses == Statuses{PlaceStatus::inside});  // 102 m
  CHECK(ask(6, 1.5).statuses == Statuses{PlaceStatus::on_line, PlaceStatus::near_line});
}

TEST_CASE("BL-09: an enclave has one division all around") {
  const auto found = ask(3, 1.5);
  CHECK(found.statuses == Statuses{PlaceStatus::enclave});
  CHECK(found.holders == Holders{town});
  CHECK(found.within == county);
}

TEST_CASE("BL-09: land that another division uses stays its holder's") {
  const Ring field{from_degrees(0.5, 0.2), from_degrees(1.5, 0.2), from_degrees(1.5, 0.8), from_degrees(0.5, 0.8)};
  const std::vector<GroundUse> uses{{county, neighbour, "pasture", {{field, {}}}, {}, {}}};
  const auto found = ask(1, 0.5, 0, uses);
  CHECK(found.statuses == Statuses{PlaceStatus::used_by_other});
  CHECK(found.holders == Holders{county});
  CHECK(found.uses == std::vector<std::size_t>{0});
  CHECK(ask(1, 2.5, 0, uses).statuses == Statuses{PlaceStatus::inside});
}

TEST_CASE("ground in dispute: who holds it as each claimant claims, and who claims it") {
  constexpr DisputeId dispute{1};
  constexpr ClaimId as_is{1}, by_county{2}, by_neighbour{3};
  Snapshot all = ground();
  all.stretches[1].path = map.line("be");
  all.claims = {{as_is, dispute, {}, ""}, {by_county, dispute, county, ""}, {by_neighbour, dispute, neighbour, ""}};
  std::erase_if(all.delimitations, [](const Delimitation& d) { return d.stretch == StretchId{2} || d.stretch == StretchId{3}; });
  // On the ground b-e parts them; the county claims all, and as the neighbour claims the line is where it is.
  const auto say = [&](std::int64_t id, std::int64_t stretch, DivisionId left, DivisionId right, ClaimId claim) {
    all.delimitations.push_back({DelimitationId{id}, StretchId{stretch}, left, right, claim});
  };
  for (const ClaimId claim : {as_is, by_neighbour}) {
    say(10 + claim.value, 2, neighbour, county, claim);
    say(20 + claim.value, 3, DivisionId{}, neighbour, claim);
  }
  say(30, 3, DivisionId{}, county, by_county);
  Box whole;
  for (const Stretch& stretch : all.stretches) whole.add(box_of(stretch.path));
  const auto asked = [&] { return whereabouts({from_degrees(7, 1.5), 0, StatusQuo{}}, whole, [&](const Box&) { return all; }, {}); };
  const auto register_of_all = test::register_of({{county}, {town}, {neighbour}});

  const auto found = asked();
  CHECK(found.statuses.front() == PlaceStatus::disputed);
  CHECK(found.claims == std::vector<HeldAsClaimed>{{county, county}, {neighbour, neighbour}});
  CHECK(claimants_of(neighbour, found.claims, register_of_all) == std::vector{county, neighbour});

  std::swap(all.claims[1].claimant, all.claims[2].claimant);  // now each leaves it to the other
  CHECK(claimants_of(neighbour, asked().claims, register_of_all).empty());
}
