// SPDX-License-Identifier: Apache-2.0
#include "gis/territory/whereabouts.hpp"
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
