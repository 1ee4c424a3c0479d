// SPDX-License-Identifier: Apache-2.0
/// What a map gets of disputes, by viewpoint.
#include "cli/service/map_facts.hpp"
#include "tests/unit/service/valley.hpp"
#include "tiles/vector/contested.hpp"

#include <algorithm>

using namespace merestone;
using test::east;
using test::west;

namespace {

MapFacts facts() {
  return {.snapshot = test::disputed_valley(), .divisions = {test::parties(), parse_date("2020-01-01")},
          .disputes = {{test::valley, "The valley", "negotiating"}}};
}

std::vector<ClaimId> claims_in(const MapView& view) {
  std::vector<ClaimId> claims;
  for (const auto& claim : view.claims) claims.push_back(claim.claim);
  return claims;
}

}  // namespace

TEST_CASE("a neutral map has contested ground and every version of its lines") {
  const auto map = facts();
  const auto view = seen_from(map, Neutral{});
  CHECK(view.disputed());
  CHECK(claims_in(view) == std::vector<ClaimId>{test::ground, test::westerners});
  const auto contents = contents_of(map, view);
  CHECK(std::ranges::count(contents.territory.holders, Holders{west, east}) == 1);
  CHECK(contents.disputes.front().name == "The valley");
  REQUIRE(contents.views.size() == 2);
  const std::vector<Holders>& units = contents.views.back().units;  // of the parties' level
  CHECK(std::ranges::count(units, Holders{west, east}) == 1);
}

TEST_CASE("a picture is whole ground, and the map still says that its lines are in dispute") {
  const auto map = facts();
  for (const auto& [viewpoint, claim] : {std::pair<Viewpoint, ClaimId>{StatusQuo{}, test::ground},
                                         {AsClaimedBy{west}, test::westerners}, {AsSeenBy{"W"}, test::westerners},
                                         {AsClaimedBy{east}, test::ground}}) {
    const auto view = seen_from(map, viewpoint);
    CHECK(view.disputed());
    CHECK(claims_in(view) == std::vector<ClaimId>{claim});
    CHECK(contested_ground(view.territory, view.claims, map.divisions).missing.empty());  // every version drawn has its stretch
    for (const Holders& holders : view.territory.holders) CHECK(holders.size() == 1);
  }
}

TEST_CASE("settled ground needs no disclaimer") {
  auto map = facts();
  map.snapshot.claims.clear();
  std::erase_if(map.snapshot.delimitations, [](const Delimitation& said) { return said.claim == test::westerners; });
  for (auto& said : map.snapshot.delimitations) said.claim.reset();
  CHECK_FALSE(seen_from(map, Neutral{}).disputed());
}
