// SPDX-License-Identifier: Apache-2.0
/// Whatever is redrawn: coverages stay coverages, and no square micrometre gets lost.
#include "gis/geodesy/measure.hpp"
#include "gis/mesh/crossings.hpp"
#include "gis/mesh/faces.hpp"
#include "gis/territory/redraw.hpp"
#include "tests/support/land.hpp"
#include "tests/support/mosaic.hpp"

using namespace merestone;

namespace {

constexpr int units = 4;
constexpr DisputeId dispute{1};
constexpr ClaimId ground{1};

ClaimId claim_of(int unit) { return {unit + 2}; }

DivisionRegister divisions() {
  std::vector<test::Member> members;
  for (int i = 1; i <= units; ++i) members.push_back({{i}});
  return test::register_of(members);
}

std::vector<DivisionId> all_parties() {
  std::vector<DivisionId> all;
  for (int i = 1; i <= units; ++i) all.push_back({i});
  return all;
}

test::Mosaic any_land(Snapshot& land) {
  test::Mosaic mosaic = test::any_mosaic(units, false);
  land = test::land_of(test::rings_of(mosaic));
  return mosaic;
}

Position any_corner(const test::Mosaic& m, std::mt19937& random) { return m.corners[random() % m.corners.size()]; }

Position any_position(const test::Mosaic& m, std::mt19937& random) {
  if (random() % 3 == 0) return any_corner(m, random);
  const auto along = [&](std::size_t cells) {
    return std::uniform_int_distribution<std::int64_t>{0, static_cast<std::int64_t>(cells) * nanodegrees_per_degree}(random);
  };
  return {along(m.width), along(m.height)};
}

Ring any_triangle(const test::Mosaic& m) {
  std::mt19937 random{*rc::gen::arbitrary<unsigned>()};
  Ring ring;
  do {
    ring = {any_position(m, random), any_position(m, random), any_position(m, random)};
  } while (twice_area(ring) == 0);
  return ring;
}

AreaGrant any_area(const test::Mosaic& m, int to) { return {{{any_triangle(m), {}}}, {to}}; }

std::map<DivisionId, Wide> held(const Snapshot& land, const Viewpoint& viewpoint) {
  std::map<DivisionId, Wide> all;
  for (int i = 1; i <= units; ++i) all[{i}] = held_um2(land, viewpoint, {i});
  return all;
}

/// What a plan says that everybody has after it, in one version.
void expect_changes(std::map<DivisionId, Wide>& areas, const Snapshot& before, const Redraw& plan, std::size_t version) {
  for (const Bend& bend : plan.bends) {
    for (const Delimitation& d : before.delimitations) {
      if (d.stretch != bend.stretch) continue;
      if (d.left.value != 0) areas[d.left] += bend.left_gains_um2;
      if (d.right.value != 0) areas[d.right] -= bend.left_gains_um2;
    }
  }
  for (const Transfer& t : plan.transfers) {
    if (t.version != version) continue;
    areas[t.from] -= t.area_um2;
    areas[t.to] += t.area_um2;
  }
}

void expect_coverage(const Snapshot& land, const Viewpoint& viewpoint) {
  const Territory territory = derive(land, viewpoint);
  RC_ASSERT(territory.contradictions.empty());
  RC_ASSERT(find_crossings(territory.mesh).empty());
}

bool same(const Snapshot& a, const Snapshot& b) {
  const auto alike = [](const Delimitation& x, const Delimitation& y) {
    return x.stretch == y.stretch && x.left == y.left && x.right == y.right && x.claim == y.claim;
  };
  return std::equal(a.stretches.begin(), a.stretches.end(), b.stretches.begin(), b.stretches.end(),
                    [](const Stretch& x, const Stretch& y) { return x.path == y.path; }) &&
         std::equal(a.delimitations.begin(), a.delimitations.end(), b.delimitations.begin(), b.delimitations.end(), alike);
}

}  // namespace

TEST_CASE("properties of redrawing") {
  const DivisionRegister all = divisions();

  rc::prop("areas given: a coverage, every party has what it is told to have, nobody else is touched", [&] {
    Snapshot before;
    const auto mosaic = any_land(before);
    RedrawRequest request;
    request.parties = all_parties();
    request.versions = {{{}, {}, {}, {any_area(mosaic, *rc::gen::inRange(1, units + 1))}}};
    const Redraw plan = redraw(before, all, request);
    RC_CLASSIFY(plan.sound(), "sound");
    if (!plan.sound()) {
      RC_ASSERT(plan.stretches.empty() && plan.restated.empty() && plan.transfers.empty());
      return;
    }
    const Snapshot after = redrawn(before, plan);
    expect_coverage(after, StatusQuo{});
    auto expected = held(before, StatusQuo{});
    expect_changes(expected, before, plan, 0);
    RC_ASSERT((held(after, StatusQuo{}) == expected));

    // and back again, face by face
    RedrawRequest undo = request;
    undo.versions = {{}};
    for (const Transfer& t : plan.transfers) undo.versions[0].areas.push_back({{t.ground}, t.from});
    if (plan.transfers.empty()) return;
    const Redraw back = redraw(after, all, undo);
    RC_ASSERT(back.sound());
    auto restored = held(before, StatusQuo{});
    for (const Redraw* each : {&plan, &back}) {
      Redraw bends_only;
      bends_only.bends = each->bends;
      expect_changes(restored, each == &plan ? before : after, bends_only, 0);
    }
    RC_ASSERT((held(redrawn(after, back), StatusQuo{}) == restored));
  });

  rc::prop("lines drawn from border to border: the same whichever way they run", [&] {
    Snapshot before;
    const auto mosaic = any_land(before);
    const DivisionId one{*rc::gen::inRange(1, units + 1)};
    const DivisionId other{one.value % units + 1};
    std::mt19937 random{*rc::gen::arbitrary<unsigned>()};
    Polyline path{any_corner(mosaic, random), any_position(mosaic, random), any_corner(mosaic, random)};
    RedrawRequest request;
    request.parties = {one, other};
    request.versions = {{{}, {}, {{path, one, other}}, {}}};
    const Redraw plan = redraw(before, all, request);
    RC_CLASSIFY(plan.sound(), "sound");
    RC_CLASSIFY(!plan.transfers.empty(), "gives ground");
    std::reverse(path.begin(), path.end());
    request.versions = {{{}, {}, {{path, other, one}}, {}}};
    const Redraw turned = redraw(before, all, request);
    RC_ASSERT(plan.sound() == turned.sound());
    const Snapshot after = redrawn(before, plan);
    RC_ASSERT(same(after, redrawn(before, turned)));
    expect_coverage(after, StatusQuo{});
    auto expected = held(before, StatusQuo{});
    expect_changes(expected, before, plan, 0);
    RC_ASSERT((held(after, StatusQuo{}) == expected));
  });

  rc::prop("a dispute: all pictures have one total, and contested faces sum to the ground in dispute", [&] {
    Snapshot before;
    const auto mosaic = any_land(before);
    RedrawRequest request;
    request.dispute = dispute;
    request.parties = all_parties();
    request.versions = {{ground, {}, {}, {}}};
    before.claims = {{ground, dispute, {}, ""}};
    const int claims = *rc::gen::inRange(1, 4);
    for (int unit = 1; unit <= claims; ++unit) {
      before.claims.push_back({claim_of(unit), dispute, DivisionId{unit}, ""});
      request.versions.push_back({claim_of(unit), ground, {}, {any_area(mosaic, unit)}});
    }
    const Redraw plan = redraw(before, all, request);
    const Snapshot after = redrawn(before, plan);
    Wide total = 0;
    for (std::size_t v = 0; v < request.versions.size(); ++v) {
      const Viewpoint viewpoint = v == 0 ? Viewpoint{StatusQuo{}} : Viewpoint{AsClaimedBy{{static_cast<std::int64_t>(v)}}};
      expect_coverage(after, viewpoint);
      auto expected = held(before, StatusQuo{});
      expect_changes(expected, before, plan, v);
      const auto now = held(after, viewpoint);
      RC_ASSERT((now == expected));
      Wide sum = 0;
      for (const auto& [division, area] : now) sum += area;
      RC_ASSERT(v == 0 || sum == total);
      total = sum;
    }
    Wide contested = 0;
    for (const ContestedFace& face : plan.contested) {
      RC_ASSERT(face.area_um2 == area_um2({face.ground}));
      RC_ASSERT(face.label.size() == face.claimants.size());
      RC_ASSERT(face.claimants.size() >= 2U);  // nobody's claim leaves ground to another
      contested += face.area_um2;
    }
    const Territory neutral = derive(after, Neutral{});
    Wide disputed = 0;
    for (const Face& face : neutral.faces) {
      if (neutral.holders[face.unit].size() > 1) disputed += area_um2({polygon_of(neutral.mesh, face)});
    }
    RC_ASSERT(contested == disputed);
    Wide told = 0;
    for (const FaceInDispute& face : neutral.in_dispute) {
      told += area_um2({polygon_of(neutral.mesh, neutral.faces[face.face])});
      const Holders& holders = neutral.holders[neutral.faces[face.face].unit];
      for (const auto& [claim, holder] : face.claimed) RC_ASSERT(holder != face.on_the_ground && std::ranges::find(holders, holder) != holders.end());
    }
    RC_ASSERT(told == disputed);
  });
}
