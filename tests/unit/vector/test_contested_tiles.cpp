// SPDX-License-Identifier: Apache-2.0
/// Lines and ground in dispute as maps get them: every party's line, alike.
#include "tests/support/sketch.hpp"
#include "tests/unit/vector/drawing.hpp"
#include "tiles/vector/contested.hpp"

using namespace merestone;
using test::draw;
using test::features;
using test::once;
using test::values;

namespace {

constexpr DivisionId sea{}, west{1}, east{2};
constexpr ClaimId ground{1}, westerners{2}, easterners{3};
constexpr DisputeId valley{1};
constexpr StretchId west_line{3}, east_line{4}, north{5};

Delimitation says(std::int64_t stretch, DivisionId left, DivisionId right, std::optional<ClaimId> claim = {}) {
  return {{}, {stretch}, left, right, claim, {}, {}};
}

Stretch stretch(std::int64_t id, Polyline path) { return {{id}, std::move(path), EdgeKind::lonlat, "", 0}; }

const test::Sketch map{R"(
a  b  c  d

h  e  f  g)"};

/// East holds the valley b-c-f-e and claims it; West claims it too.
Snapshot disputed_valley() {
  Snapshot snapshot{{stretch(1, map.line("bahe")), stretch(2, map.line("cdgf")), stretch(3, map.line("be")),
                     stretch(4, map.line("cf")), stretch(5, map.line("bc")), stretch(6, map.line("ef"))},
                    {says(1, west, sea), says(2, sea, east), says(4, east, west, westerners), says(5, sea, west, westerners),
                     says(6, west, sea, westerners)},
                    {{ground, valley, {}, ""}, {westerners, valley, west, ""}, {easterners, valley, east, ""}},
                    {{"W", valley, westerners}, {"E", valley, easterners}, {"X", valley, easterners}}};
  for (const ClaimId claim : {ground, easterners}) {
    for (const Delimitation& one : {says(3, east, west, claim), says(5, sea, east, claim), says(6, east, sea, claim)}) {
      snapshot.delimitations.push_back(one);
    }
  }
  return snapshot;
}

struct Drawn {
  std::map<TileAddress, std::string> tiles;
  TileReport report;
};

Drawn drawn(const Viewpoint& viewpoint, bool with_claims) {
  const Snapshot snapshot = disputed_valley();
  const Territory territory = derive(snapshot, viewpoint);
  const DivisionRegister divisions = test::plain_divisions(2);
  const auto views = test::views_of(territory, divisions);
  const auto claims = with_claims ? tile_claims(snapshot) : std::vector<TileClaim>{};
  const std::vector<TileDispute> disputes{{valley, "Valley", "open"}};
  TileContents contents{territory, divisions, views};
  contents.claims = claims;
  contents.disputes = disputes;
  TileOptions options;
  options.max_zoom = 6;
  test::Memory memory;
  Drawn result;
  result.report = make_tiles(contents, options, memory);
  result.tiles = std::move(memory.tiles);
  return result;
}

std::map<std::string, std::string> line_claimed_by(const std::vector<test::TileFeature>& lines, const std::string& code) {
  for (const test::TileFeature& line : lines) {
    const auto by = line.values.find("claimed_by");
    if (by != line.values.end() && by->second == code) return line.values;
  }
  return {};
}

}  // namespace

TEST_CASE("claims tell who draws a line, who accepts it and who does not") {
  const auto claims = tile_claims(disputed_valley());
  REQUIRE(claims.size() == 3);
  CHECK(claims[0] == TileClaim{west_line, valley, ground, {}, 0, {}, {"E", "W", "X"}});
  CHECK(claims[1] == TileClaim{west_line, valley, easterners, east, 2, {"E", "X"}, {"W"}});
  CHECK(claims[2] == TileClaim{east_line, valley, westerners, west, 1, {"W"}, {"E", "X"}});
}

TEST_CASE("a picture has one version of each dispute; a neutral map has them all") {
  const auto claims_of = [](const Viewpoint& viewpoint) {
    std::vector<ClaimId> claims;
    for (const TileClaim& claim : tile_claims(disputed_valley(), viewpoint)) claims.push_back(claim.claim);
    return claims;
  };
  CHECK(claims_of(Neutral{}) == std::vector<ClaimId>{ground, easterners, westerners});
  CHECK(claims_of(StatusQuo{}) == std::vector<ClaimId>{ground});
  CHECK(claims_of(AsClaimedBy{west}) == std::vector<ClaimId>{westerners});
  CHECK(claims_of(AsClaimedBy{east}) == std::vector<ClaimId>{easterners});
  CHECK(claims_of(AsSeenBy{"X"}) == std::vector<ClaimId>{easterners});
}

TEST_CASE("tiles asked for one at a time are those of the archive") {
  const Drawn archive = drawn(Neutral{}, true);
  const Snapshot snapshot = disputed_valley();
  const Territory territory = derive(snapshot, Neutral{});
  const DivisionRegister divisions = test::plain_divisions(2);
  const auto views = test::views_of(territory, divisions);
  const auto claims = tile_claims(snapshot, Neutral{});
  const std::vector<TileDispute> disputes{{valley, "Valley", "open"}};
  TileContents contents{territory, divisions, views};
  contents.claims = claims;
  contents.disputes = disputes;
  TileOptions options;
  options.max_zoom = 6;
  const LiveTiles live{contents, options};
  REQUIRE(archive.tiles.size() > 6);
  for (const auto& [address, bytes] : archive.tiles) CHECK(live.tile(address) == bytes);
  CHECK(live.tile({6, 0, 0}).empty());
  CHECK(live.tile({7, 64, 63}).empty());
}

TEST_CASE("a line that all sides draw is not in dispute, though the ground beside it is") {
  for (const TileClaim& claim : tile_claims(disputed_valley())) CHECK(claim.stretch != north);
}

TEST_CASE("both parties' lines are in the tiles, with their viewers, beside the situation on the ground") {
  const Drawn valley_tiles = drawn(Neutral{}, true);
  CHECK(valley_tiles.report.findings.empty());
  const auto lines = features(valley_tiles.tiles, 6, "boundaries");
  CHECK(once(values(lines, "claimed_by")) == std::set<std::string>{"C1", "C2"});
  CHECK(once(values(lines, "status")) == std::set<std::string>{"claimed", "de_facto"});
  auto of_west = line_claimed_by(lines, "C1");
  auto of_east = line_claimed_by(lines, "C2");
  CHECK(of_west["accepted_by"] == "W");
  CHECK(of_west["disputed_by"] == "E,X");
  CHECK(of_east["accepted_by"] == "E,X");
  CHECK(of_east["disputed_by"] == "W");
  CHECK(of_west["party"] == "1");
  CHECK(of_east["party"] == "2");
  CHECK(of_west["dispute"] == "1");
  CHECK(of_west["disputed"] == "1");
  CHECK(of_west["admin_level"] == of_east["admin_level"]);
  for (const auto& line : lines) {  // settled lines carry no word of it
    if (line.values.contains("claim")) continue;
    CHECK_FALSE(line.values.contains("disputed"));
    CHECK(line.values.at("outer") == "1");
  }
}

TEST_CASE("contested ground is a layer of its own, along the very lines of the divisions") {
  const Drawn tiles = drawn(Neutral{}, true);
  for (const int zoom : {3, 6}) {
    const auto disputes = features(tiles.tiles, zoom, "disputes");
    REQUIRE(disputes.size() >= 1);
    CHECK(disputes.front().values.at("name") == "Valley");
    CHECK(disputes.front().values.at("status") == "open");
    CHECK(disputes.front().values.at("claimed_by") == "C1,C2");
    CHECK(disputes.front().values.at("claimants") == "Name 1 / Name 2");
    std::vector<MultiPolygon> contested, shared;
    for (const auto& feature : disputes) contested.push_back(feature.shape);
    for (const auto& feature : features(tiles.tiles, zoom, "divisions")) {
      if (feature.values.at("code") == "C1,C2") shared.push_back(feature.shape);
    }
    REQUIRE(contested.size() == shared.size());
    for (std::size_t i = 0; i < contested.size(); ++i) {
      REQUIRE(contested[i].size() == shared[i].size());
      for (std::size_t k = 0; k < contested[i].size(); ++k) CHECK(contested[i][k].outer == shared[i][k].outer);
    }
  }
}

TEST_CASE("ground in dispute that each party leaves to the other is claimed by nobody on the map") {
  Snapshot snapshot = disputed_valley();
  for (Claim& claim : snapshot.claims) {
    if (claim.claimant) claim.claimant = claim.claimant == west ? east : west;
  }
  const Territory territory = derive(snapshot, Neutral{});
  const DivisionRegister divisions = test::plain_divisions(2);
  const auto claims = tile_claims(snapshot);
  const ContestedGround contested = contested_ground(territory, claims, divisions);
  REQUIRE(contested.pieces.size() == 1);
  CHECK(contested.pieces[0].claimants.empty());
  const auto views = test::views_of(territory, divisions);
  TileContents contents{territory, divisions, views};
  contents.claims = claims;
  TileOptions options;
  options.max_zoom = 4;
  const auto disputes = features(draw(contents, options), 4, "disputes");
  REQUIRE(disputes.size() >= 1);
  for (const auto& feature : disputes) {
    CHECK(feature.values.at("dispute") == "1");
    CHECK_FALSE(feature.values.contains("claimed_by"));
    CHECK_FALSE(feature.values.contains("claimants"));
  }
}

TEST_CASE("contested ground below a tile unit is a point") {
  Snapshot snapshot = disputed_valley();
  for (Stretch& one : snapshot.stretches) {
    for (Position& p : one.path) p = {p.lon / 1000, p.lat / 1000};
  }
  const Territory territory = derive(snapshot, Neutral{});
  const DivisionRegister divisions = test::plain_divisions(2);
  const auto views = test::views_of(territory, divisions);
  const auto claims = tile_claims(snapshot);
  TileContents contents{territory, divisions, views};
  contents.claims = claims;
  TileOptions options;
  options.max_zoom = 4;
  const auto tiles = draw(contents, options);
  for (int zoom = 0; zoom <= 4; ++zoom) {
    const auto disputes = features(tiles, zoom, "disputes");
    REQUIRE(disputes.size() == 1);
    CHECK(disputes.front().type == 1);
    CHECK(disputes.front().values.at("claimed_by") == "C1,C2");
  }
}

TEST_CASE("a view that leaves a claimed line out says so") {
  const Drawn tiles = drawn(StatusQuo{}, true);
  REQUIRE(tiles.report.findings.size() == 1);
  CHECK(tiles.report.findings.front().rule == "tiles.claim_left_out");
}

TEST_CASE("ground of several holders has undetermined lines where claims are not told") {
  const Drawn tiles = drawn(Neutral{}, false);
  CHECK(once(values(features(tiles.tiles, 6, "boundaries"), "status")) == std::set<std::string>{"indefinite"});
  CHECK(features(tiles.tiles, 6, "disputes").front().values.at("claimed_by") == "C1,C2");
}

TEST_CASE("lines of upper levels are there before those of the finest") {
  RingSet rings;
  for (int i = 0; i < 64; ++i) {
    const double x = 2 + i % 8 * 0.25;
    const double y = 45 + i / 8 * 0.25;
    rings.add(Ring{from_degrees(x, y), from_degrees(x + 0.25, y), from_degrees(x + 0.25, y + 0.25), from_degrees(x, y + 0.25)},
              static_cast<UnitIndex>(i));
  }
  DivisionFacts facts;
  for (std::int64_t id = 1; id <= 66; ++id) {
    facts.versions.push_back({{id}, id > 64 ? 1 : 2, "", {}, {}});
    facts.codes.push_back({{id}, "test", std::to_string(id), {}});
    if (id <= 64) facts.memberships.push_back({{id}, {65 + (id - 1) / 32}, MembershipKind::legal, {}});
  }
  const DivisionRegister divisions{facts, parse_date("2020-01-01")};
  const Territory territory = test::territory_of(rings, 64);
  const auto views = test::views_of(territory, divisions);
  TileOptions options;
  options.max_zoom = 9;
  const auto tiles = draw({territory, divisions, views}, options);
  std::map<std::string, int> first;
  for (int zoom = 9; zoom >= 0; --zoom) {
    for (const std::string& level : once(values(features(tiles, zoom, "boundaries"), "admin_level"))) first[level] = zoom;
  }
  CHECK(first.at("1") <= 4);  // 33 pixels wide there
  CHECK(first.at("1") >= 3);
  CHECK(first.at("2") == 7);  // 46 pixels
}

TEST_CASE("two disputes between the same parties are two pieces of ground") {
  const test::Sketch field{R"(
a     b     m     c
 e f    i j
 h g    l k
d                 n)"};
  const auto claim = [&](std::int64_t id, std::int64_t dispute) {
    return Claim{{id}, {dispute}, west, ""};
  };
  const Snapshot snapshot{{stretch(1, field.line("adnca")), stretch(2, field.line("ehgfe")), stretch(3, field.line("ilkji"))},
                          {says(1, east, sea), says(2, west, east, ClaimId{2}), says(3, west, east, ClaimId{4})},
                          {{{1}, {7}, {}, ""}, claim(2, 7), {{3}, {8}, {}, ""}, claim(4, 8)},
                          {}};
  const Territory territory = derive(snapshot, Neutral{});
  const DivisionRegister divisions = test::plain_divisions(2);
  const auto views = test::views_of(territory, divisions);
  const auto claims = tile_claims(snapshot);
  TileContents contents{territory, divisions, views};
  contents.claims = claims;
  TileOptions options;
  options.max_zoom = 5;
  const auto disputes = features(draw(contents, options), 5, "disputes");
  CHECK(once(values(disputes, "dispute")) == std::set<std::string>{"7", "8"});
}
