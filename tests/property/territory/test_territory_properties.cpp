// SPDX-License-Identifier: Apache-2.0
/// Every picture of disputed ground is a coverage with the same total area.
#include "gis/mesh/faces.hpp"
#include "gis/territory/locate.hpp"
#include "gis/territory/territory.hpp"
#include "tests/support/mosaic.hpp"

using namespace merestone;

namespace {

constexpr ClaimId ground{1}, claim{2};
constexpr DisputeId dispute{1};
constexpr DivisionId claimant{1};

DivisionId division(int owner) { return {owner < 0 ? 0 : owner + 1}; }

/// A mosaic in which some cells, wherever they lie, are also claimed by the first division.
struct Disputed {
  test::Mosaic held;
  test::Mosaic claimed;
  Snapshot snapshot;
};

Disputed any_dispute() {
  Disputed result{test::any_mosaic(3, false), {}, {}};
  result.claimed = result.held;
  for (int& owner : result.claimed.owner) {
    if (*rc::gen::inRange(0, 3) == 0) owner = 0;
  }
  const auto& m = result.held;
  Snapshot& snapshot = result.snapshot;
  snapshot.claims = {{ground, dispute, {}, ""}, {claim, dispute, claimant, ""}};
  const auto edge = [&](Position a, Position b, auto left, auto right) {
    const auto held_left = division(left(result.held)), held_right = division(right(result.held));
    const auto claimed_left = division(left(result.claimed)), claimed_right = division(right(result.claimed));
    const StretchId id{static_cast<std::int64_t>(snapshot.stretches.size()) + 1};
    const auto say = [&](DivisionId l, DivisionId r, std::optional<ClaimId> c) {
      if (l != r) snapshot.delimitations.push_back({{}, id, l, r, c, {}, {}});
    };
    const bool same = held_left == claimed_left && held_right == claimed_right;
    say(held_left, held_right, same ? std::optional<ClaimId>{} : ground);
    if (!same) say(claimed_left, claimed_right, claim);
    if (held_left != held_right || claimed_left != claimed_right) snapshot.stretches.push_back({id, {a, b}, EdgeKind::lonlat, "", 0});
  };
  const auto cell = [](std::size_t c, std::size_t r) {
    return [c, r](const test::Mosaic& mosaic) {
      return c >= 1 && r >= 1 && c <= mosaic.width && r <= mosaic.height ? mosaic.at(c - 1, r - 1) : -1;
    };
  };
  for (std::size_t r = 0; r <= m.height; ++r) {
    for (std::size_t c = 0; c <= m.width; ++c) {
      if (c < m.width) edge(m.corner(c, r), m.corner(c + 1, r), cell(c + 1, r + 1), cell(c + 1, r));
      if (r < m.height) edge(m.corner(c, r), m.corner(c, r + 1), cell(c, r + 1), cell(c + 1, r + 1));
    }
  }
  return result;
}

Wide area_of(const Face& face) {
  Wide sum = face.outer.twice_area;
  for (const Cycle& hole : face.holes) sum += hole.twice_area;
  return sum;
}

std::map<Holders, Wide> areas(const Territory& territory) {
  std::map<Holders, Wide> result;
  for (const Face& face : territory.faces) result[territory.holders[face.unit]] += area_of(face);
  return result;
}

/// What each cell says it is held by, with its exact area.
template <class HoldersOfCell>
std::map<Holders, Wide> cell_areas(const test::Mosaic& m, const HoldersOfCell& holders) {
  std::map<Holders, Wide> result;
  for (std::size_t r = 0; r < m.height; ++r) {
    for (std::size_t c = 0; c < m.width; ++c) {
      const Ring ring{m.corner(c, r), m.corner(c + 1, r), m.corner(c + 1, r + 1), m.corner(c, r + 1)};
      result[holders(c, r)] += twice_area(ring);
    }
  }
  return result;
}

}  // namespace

TEST_CASE("properties of territory") {
  rc::prop("status quo, as claimed and neutral give each cell to whom they should, to the last square", [] {
    const Disputed d = any_dispute();
    const auto held = [&](std::size_t c, std::size_t r) { return Holders{division(d.held.at(c, r))}; };
    const auto claimed = [&](std::size_t c, std::size_t r) { return Holders{division(d.claimed.at(c, r))}; };
    const auto either = [&](std::size_t c, std::size_t r) {
      Holders both{division(d.held.at(c, r)), division(d.claimed.at(c, r))};
      std::sort(both.begin(), both.end());
      both.erase(std::unique(both.begin(), both.end()), both.end());
      return both;
    };
    RC_ASSERT((areas(derive(d.snapshot, StatusQuo{})) == cell_areas(d.held, held)));
    RC_ASSERT((areas(derive(d.snapshot, AsClaimedBy{claimant})) == cell_areas(d.held, claimed)));
    RC_ASSERT((areas(derive(d.snapshot, Neutral{})) == cell_areas(d.held, either)));
    RC_ASSERT(derive(d.snapshot, StatusQuo{}).contradictions.empty());
  });

  rc::prop("a point is given to whom its face belongs", [] {
    const Disputed d = any_dispute();
    Box box;
    for (const Stretch& s : d.snapshot.stretches) box.add(box_of(s.path));
    const SnapshotInBox near = [&](const Box& asked) {
      Snapshot found{{}, d.snapshot.delimitations, d.snapshot.claims, {}};
      for (const Stretch& s : d.snapshot.stretches) {
        if (box_of(s.path).meets(asked)) found.stretches.push_back(s);
      }
      return found;
    };
    for (const Viewpoint& viewpoint : {Viewpoint{StatusQuo{}}, Viewpoint{AsClaimedBy{claimant}}, Viewpoint{Neutral{}}}) {
      const Territory territory = derive(d.snapshot, viewpoint);
      const Position p{*rc::gen::inRange<std::int64_t>(box.west, box.east + 1),
                       *rc::gen::inRange<std::int64_t>(box.south, box.north + 1)};
      Holders expected;
      bool on_line = false;
      for (const Face& face : territory.faces) {
        const auto where = locate(MultiPolygon{polygon_of(territory.mesh, face)}, p);
        if (where == Containment::inside) expected = territory.holders[face.unit];
        on_line = on_line || where == Containment::on_edge;
      }
      const LocateResult result = locate(p, box, near, viewpoint);
      if (on_line) {
        RC_ASSERT(result.status == LocateStatus::on_line);
      } else {
        RC_ASSERT(result.holders == expected);
      }
    }
  });
}
