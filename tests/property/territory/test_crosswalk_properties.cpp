// SPDX-License-Identifier: Apache-2.0
#include "gis/territory/crosswalk.hpp"
#include "tests/support/mosaic.hpp"

using namespace merestone;
using namespace merestone::test;

namespace {

/// The mosaic as a record of one day; its stretches are numbered from `first`.
Snapshot snapshot_of(const Mosaic& mosaic, std::int64_t first) {
  Snapshot snapshot;
  const Mesh mesh = build_mesh(rings_of(mosaic)).mesh;
  const auto id = [](UnitIndex unit) { return unit == nobody ? DivisionId{} : DivisionId{unit + std::int64_t{1}}; };
  for (std::size_t i = 0; i < mesh.arcs.size(); ++i) {
    const StretchId stretch{first + static_cast<std::int64_t>(i)};
    const auto path = mesh.path(i);
    snapshot.stretches.push_back({stretch, Polyline(path.begin(), path.end()), EdgeKind::lonlat, {}});
    snapshot.delimitations.push_back({DelimitationId{stretch.value}, stretch, id(mesh.arcs[i].left), id(mesh.arcs[i].right), {}});
  }
  return snapshot;
}

}  // namespace

TEST_CASE("a crosswalk is what the cells say, to the last digit") {
  rc::prop("areas by pair, weights of a source sum to 1, quality between 0 and 1", [] {
    const Mosaic then = any_mosaic(4, true);
    Mosaic now = then;
    now.owner = *rc::gen::container<std::vector<int>>(then.owner.size(), rc::gen::inRange(-1, 4));
    std::map<std::pair<DivisionId, DivisionId>, Wide> expected;
    Wide whole = 0;
    for (std::size_t r = 0; r < then.height; ++r) {
      for (std::size_t c = 0; c < then.width; ++c) {
        const std::pair pair{DivisionId{then.at(c, r) + 1}, DivisionId{now.at(c, r) + 1}};
        if (pair.first.value == 0 && pair.second.value == 0) continue;
        const Ring cell{then.corner(c, r), then.corner(c + 1, r), then.corner(c + 1, r + 1), then.corner(c, r + 1)};
        const Wide area = ground_um2(measure_ring(cell));
        expected[pair] += area;
        whole += area;
      }
    }
    const Crosswalk walk = crosswalk(snapshot_of(then, 1), snapshot_of(now, 1000));
    RC_ASSERT(walk.rows.size() == expected.size());
    std::map<DivisionId, double> weights;
    for (const CrosswalkRow& row : walk.rows) {
      RC_ASSERT((row.area_um2 == expected[{row.from, row.to}]));
      if (row.from.value != 0) weights[row.from] += row.weight;
    }
    for (const auto& [from, sum] : weights) RC_ASSERT(std::abs(sum - 1) < 1e-12);
    RC_ASSERT(walk.total_um2 == whole);
    for (const TargetQuality& target : walk.targets) RC_ASSERT(target.quality >= 0 && target.quality <= 1 + 1e-12);
  });
}
