// SPDX-License-Identifier: Apache-2.0
#include "cli/service/survey.hpp"
#include "tests/support/sketch.hpp"

using namespace merestone;

namespace {

constexpr DivisionId whole{1}, west{2}, east{3};

/// Two divisions of one whole; the line b-e between them.
const test::Sketch map{R"(
a  b  c

d  e  f)"};

Atlas plain() {
  Atlas atlas;
  atlas.as_of = {parse_date("2018-01-01"), 1};
  const Period always{};
  for (const auto id : {whole, west, east}) {
    atlas.facts.versions.push_back({id, id == whole ? 1 : 2, "", always, {}});
    atlas.facts.codes.push_back({id, "test", std::to_string(id.value), always});
    if (id != whole) atlas.facts.memberships.push_back({id, whole, MembershipKind::legal, always});
  }
  return atlas;
}

Snapshot ground() {
  Snapshot snapshot;
  const auto add = [&](const char* path, DivisionId left, DivisionId right) {
    const StretchId id{static_cast<std::int64_t>(snapshot.stretches.size()) + 1};
    snapshot.stretches.push_back({id, map.line(path), EdgeKind::lonlat, "", 0});
    snapshot.delimitations.push_back({id.value, id, left, right, {}, {}, {}});
  };
  add("bade", west, {});
  add("efcb", east, {});
  add("eb", west, east);
  return snapshot;
}

Position at(double lon, double lat) { return from_degrees(lon, lat); }

}  // namespace

TEST_CASE("ground is told for every level, and parts add up to the whole") {
  auto atlas = plain();
  survey(atlas, ground(), {}, {});
  REQUIRE(atlas.ground.size() == 3);
  CHECK(atlas.extent == atlas.ground[whole].box);
  CHECK(atlas.ground[west].box.east == map.at('b').lon);
  CHECK(atlas.ground[west].area_m2 + atlas.ground[east].area_m2 == Approx(atlas.ground[whole].area_m2).epsilon(1e-15));
  CHECK(atlas.ground[west].area_m2 > 7e10);  // 3 by 2 degrees at the equator
  CHECK(atlas.ground[west].tint != atlas.ground[east].tint);
  CHECK_FALSE(atlas.disputed);
}

TEST_CASE("places, hazards and facilities are found in the divisions that hold them") {
  auto atlas = plain();
  atlas.places = {{{1}, "", "", {{"In the east"}}, at(4.5, 1), {}},
                  {{2}, "", "", {{"Nowhere known"}}, {}, {}},
                  {{3}, "", "", {{"In the west"}}, at(1.5, 1), {}},
                  {{4}, "", "", {{"At sea"}}, at(20, 1), {}}};
  const HazardZone flood{{1}, "", "flood", 3, "", {{{at(2, 0.5), at(4, 0.5), at(4, 1.5), at(2, 1.5)}, {}}}, "", {}};
  const Facility stone{{1}, "", "cemetery", "", 50, 60, at(4, 1), "", {}};
  survey(atlas, ground(), {&flood, 1}, {&stone, 1});
  CHECK(atlas.place_holders == std::vector<DivisionId>{east, {}, west, {}});
  for (const auto division : {west, east}) {
    REQUIRE(atlas.ground[division].exposure.size() == 1);
    CHECK(atlas.ground[division].exposure.front().share == Approx(1.0 / 6).epsilon(1e-3));
  }
  CHECK(atlas.ground[whole].exposure.front().severity == 3);
  CHECK(atlas.ground[west].facilities.empty());
  CHECK(atlas.ground[east].facilities == std::vector<FacilityTally>{{"cemetery", 1, 50, 60}});
  CHECK(atlas.ground[whole].facilities == atlas.ground[east].facilities);
}

TEST_CASE("the home is where nearly all divisions lie") {
  Atlas atlas;
  atlas.as_of = {parse_date("2018-01-01"), 1};
  Snapshot snapshot;
  const auto add = [&](double lon, double lat) {
    const auto number = static_cast<std::int64_t>(snapshot.stretches.size()) + 1;
    const Period always{};
    atlas.facts.versions.push_back({{number}, 1, "", always, {}});
    const Polyline ring{at(lon, lat), at(lon + 0.5, lat), at(lon + 0.5, lat + 0.5), at(lon, lat + 0.5), at(lon, lat)};
    snapshot.stretches.push_back({{number}, ring, EdgeKind::lonlat, "", 0});
    snapshot.delimitations.push_back({{number}, {number}, {number}, {}, {}, {}, {}});
  };
  for (int x = 0; x < 15; ++x)
    for (int y = 0; y < 15; ++y) add(x, 40 + y);
  survey(atlas, snapshot, {}, {});
  CHECK(atlas.home == atlas.extent);
  const auto mainland = atlas.extent;

  add(-60, 5);
  add(55, -20);
  atlas.ground.clear();
  atlas.extent = {};
  survey(atlas, snapshot, {}, {});
  CHECK(atlas.extent.west == at(-60, 5).lon);
  CHECK(mainland.meets(atlas.home));
  CHECK(atlas.home.west >= mainland.west);
  CHECK(degrees(atlas.home.east - atlas.home.west) > 12);
}
