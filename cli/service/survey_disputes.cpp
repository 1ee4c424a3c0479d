// SPDX-License-Identifier: Apache-2.0
#include "cli/service/survey_disputes.hpp"

#include "cli/service/extents.hpp"
#include "gis/overlay/coverage_index.hpp"
#include "tiles/vector/contested.hpp"

#include <memory>

namespace merestone {
namespace {

/// Contested ground alone: small, however large the country.
struct ContestedMap {
  Mesh mesh;
  std::unique_ptr<CoverageIndex> index;
};

void find_pieces(Atlas& atlas, const Snapshot& snapshot, const MeasuredGround& neutral, const DivisionRegister& divisions) {
  const auto claims = tile_claims(snapshot);
  const auto contested = contested_ground(neutral.territory, claims, divisions);
  const auto first = static_cast<UnitIndex>(neutral.territory.holders.size());
  const auto piece_of = [&](UnitIndex unit) { return unit == nobody || unit < first ? nobody : unit - first; };
  auto map = std::make_shared<ContestedMap>();
  std::vector<PathMeasure> walks(contested.pieces.size());
  std::vector<Box> boxes(contested.pieces.size());
  for (std::size_t i = 0; i < contested.arcs.size(); ++i) {
    const auto left = piece_of(contested.arcs[i].left);
    const auto right = piece_of(contested.arcs[i].right);
    if (left == right) continue;
    map->mesh.add(neutral.territory.mesh.path(neutral.territory.mesh.arcs[i]), left, right);
    if (left != nobody) walks[left] += neutral.measures[i], boxes[left].add(neutral.boxes[i]);
    if (right != nobody) walks[right] += neutral.measures[i].reversed(), boxes[right].add(neutral.boxes[i]);
  }
  for (std::size_t i = 0; i < contested.pieces.size(); ++i) {
    atlas.contested.push_back({contested.pieces[i].dispute, neutral.territory.holders[contested.pieces[i].holder], contested.pieces[i].claimants, boxes[i],
                               square_metres(ground_um2(walks[i]))});
  }
  map->index = std::make_unique<CoverageIndex>(map->mesh);
  atlas.contested_at = [map = std::move(map)](Position position) -> std::optional<std::size_t> {
    const auto piece = map->index->unit_at(position);
    return piece == nobody ? std::nullopt : std::optional<std::size_t>{piece};
  };
}

/// Sums over the same arcs in another order of faces differ by less than this share.
constexpr double same_area = 1e-12;

Atlas::View view_of(const Atlas& atlas, const Viewpoint& viewpoint, const MeasuredGround& ground, const DivisionRegister& divisions) {
  Atlas::View view{viewpoint, {}};
  for (const auto level : divisions.levels()) {
    const auto at = at_level(ground.territory, divisions, level);
    Neighbours neighbours;
    const auto extents = extents_of(ground, at, neighbours);
    for (UnitIndex unit = 0; unit < extents.size(); ++unit) {
      if (extents[unit].box.empty()) continue;
      const double area = square_metres(ground_um2(extents[unit].walks));
      for (const auto division : at.units[unit]) {
        auto& seen = view.ground[division];
        seen.box.add(extents[unit].box);
        (at.units[unit].size() == 1 ? seen.area_m2 : seen.contested_m2) += area;
      }
    }
  }
  std::erase_if(view.ground, [&](const auto& one) {
    const auto known = atlas.ground.find(one.first);
    return one.second.contested_m2 == 0 && known != atlas.ground.end() &&
           std::abs(known->second.area_m2 - one.second.area_m2) <= same_area * known->second.area_m2;
  });
  return view;
}

}  // namespace

void survey_disputes(Atlas& atlas, const Snapshot& snapshot) {
  atlas.opinions = opinions_in(snapshot);
  const DivisionRegister divisions{atlas.facts, atlas.as_of.day};
  for (const auto& viewpoint : viewpoints(atlas.opinions, divisions)) {
    if (std::holds_alternative<StatusQuo>(viewpoint)) continue;  // as survey() has it
    const auto territory = derive(snapshot, viewpoint);
    const MeasuredGround ground{territory};
    if (std::holds_alternative<Neutral>(viewpoint)) find_pieces(atlas, snapshot, ground, divisions);
    atlas.views.push_back(view_of(atlas, viewpoint, ground, divisions));
  }
}

}  // namespace merestone
