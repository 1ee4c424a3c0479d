// SPDX-License-Identifier: Apache-2.0
#include "gis/territory/crosswalk.hpp"

#include "gis/mesh/arrangement.hpp"
#include "gis/mesh/noding.hpp"
#include "gis/territory/pictures.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <numeric>
#include <unordered_map>

namespace merestone {
namespace {

/// What a day says of the two sides of a stretch, as on the ground.
struct Said {
  DivisionId left;
  DivisionId right;
};

/// An arc of the common graph and what each day says of it, in its direction.
struct Borders {
  std::optional<Said> on[2];
};

/// Faces that a day does not tell apart.
class Groups {
 public:
  explicit Groups(std::size_t faces) : parent_(faces) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
  std::size_t of(std::size_t face) {
    while (parent_[face] != face) face = parent_[face] = parent_[parent_[face]];
    return face;
  }
  void join(std::size_t a, std::size_t b) { parent_[of(a)] = of(b); }

 private:
  std::vector<std::size_t> parent_;
};

/// A seam arc has ground of this plane on one side only (see derive()).
bool is_ground(std::span<const Position> path, bool left) {
  if (path[0].lon != path[1].lon || std::abs(path[0].lon) != antimeridian) return true;
  const bool north = path[0].lat < path[1].lat;
  return (north == (path[0].lon > 0)) == left;
}

class Walk {
 public:
  Crosswalk run(const Snapshot& first, const Snapshot& second) {
    gather(first, 0);
    gather(second, 1);
    lay_out();
    const Arrangement arrangement = arrange(mesh_);
    outside_ = arrangement.cycles.size();
    for (const std::size_t day : {std::size_t{0}, std::size_t{1}}) hold(arrangement, day);
    return measure_pairs(arrangement);
  }

 private:
  struct Along {
    const Stretch* stretch = nullptr;
    Borders said;
  };

  void gather(const Snapshot& snapshot, std::size_t day) {
    const Picture picture = pictures(snapshot, StatusQuo{}).front();
    std::unordered_map<StretchId, Said> said;
    said.reserve(snapshot.delimitations.size());
    for (const Delimitation& d : snapshot.delimitations) {
      if (picture.draws(d)) said.try_emplace(d.stretch, Said{d.left, d.right});
    }
    for (const Stretch& stretch : snapshot.stretches) {
      const auto found = said.find(stretch.id);
      if (found == said.end() || stretch.path.size() < 2) continue;
      const auto [at, fresh] = index_.try_emplace(stretch.id, along_.size());
      if (fresh) along_.push_back({&stretch, {}});
      along_[at->second].said.on[day] = found->second;
    }
  }

  /// Stretches of the first day meet at their ends only; those that came later may run along or across them.
  void lay_out() {
    std::vector<std::size_t> old, later;
    for (std::size_t i = 0; i < along_.size(); ++i) (along_[i].said.on[0] ? old : later).push_back(i);
    if (later.empty()) {
      for (const std::size_t i : old) add_arc(along_[i].stretch->path, along_[i], along_[i].said);
      return;
    }
    const auto paths_of = [&](const std::vector<std::size_t>& list) {
      std::vector<std::span<const Position>> paths;
      for (const std::size_t i : list) paths.emplace_back(along_[i].stretch->path);
      return paths;
    };
    Noding noding = node(paths_of(old), paths_of(later));
    mesh_ = std::move(noding.mesh);
    borders_.resize(mesh_.arcs.size());
    edges_.resize(mesh_.arcs.size(), EdgeKind::lonlat);
    for (std::size_t i = 0; i < old.size(); ++i) {
      for (const Side side : noding.pieces[i]) say(side, along_[old[i]]);
    }
    for (std::size_t i = 0; i < later.size(); ++i) {
      for (const Side side : noding.walks[i]) say(side, along_[later[i]]);
    }
  }

  void add_arc(std::span<const Position> path, const Along& along, const Borders& said) {
    mesh_.add(path, nobody, nobody);
    borders_.push_back(said);
    edges_.push_back(along.stretch->edges);
  }

  void say(Side side, const Along& along) {
    edges_[side.arc] = along.stretch->edges;
    for (const std::size_t day : {std::size_t{0}, std::size_t{1}}) {
      const auto& said = along.said.on[day];
      if (said) borders_[side.arc].on[day] = side.forward ? *said : Said{said->right, said->left};
    }
  }

  std::size_t face_of(const Arrangement& arrangement, std::size_t arc, bool left) const {
    const std::uint32_t cycle = arrangement.cycle_of_side[2 * arc + (left ? 0 : 1)];
    if (cycle == outside_cycle || arrangement.face_of_cycle[cycle] == outside_cycle) return outside_;
    return arrangement.face_of_cycle[cycle];
  }

  /// Holders spread over the faces that the stretches of the day bound.
  void hold(const Arrangement& arrangement, std::size_t day) {
    Groups groups{outside_ + 1};
    for (std::size_t arc = 0; arc < borders_.size(); ++arc) {
      if (!borders_[arc].on[day]) groups.join(face_of(arrangement, arc, true), face_of(arrangement, arc, false));
    }
    std::vector<DivisionId> holder(outside_ + 1);
    for (std::size_t arc = 0; arc < borders_.size(); ++arc) {
      const auto& said = borders_[arc].on[day];
      if (!said) continue;
      const auto path = mesh_.path(arc);
      const auto name = [&](bool left, DivisionId division) {
        DivisionId& held = holder[groups.of(face_of(arrangement, arc, left))];
        if (is_ground(path, left) && (held.value == 0 || (division.value != 0 && division < held))) held = division;
      };
      name(true, said->left);
      name(false, said->right);
    }
    held_[day].resize(outside_ + 1);
    for (std::size_t face = 0; face < outside_; ++face) held_[day][face] = holder[groups.of(face)];
  }

  Crosswalk measure_pairs(const Arrangement& arrangement) const {
    std::map<std::pair<DivisionId, DivisionId>, PathMeasure> walks;
    for (std::size_t arc = 0; arc < borders_.size(); ++arc) {
      const auto pair_of = [&](bool left) {
        const std::size_t face = face_of(arrangement, arc, left);
        return std::pair{held_[0][face], held_[1][face]};
      };
      const auto left = pair_of(true), right = pair_of(false);
      if (left == right) continue;
      const PathMeasure along = measure(mesh_.path(arc), edges_[arc]);
      if (left != std::pair<DivisionId, DivisionId>{}) walks[left] += along;
      if (right != std::pair<DivisionId, DivisionId>{}) walks[right] += along.reversed();
    }
    Crosswalk result;
    for (const auto& [pair, walk] : walks) {
      const Wide area = ground_um2(walk);
      if (area != 0) result.rows.push_back({pair.first, pair.second, area});
    }
    return result;
  }

  std::vector<Along> along_;
  std::unordered_map<StretchId, std::size_t> index_;
  Mesh mesh_;
  std::vector<Borders> borders_;  ///< by arc
  std::vector<EdgeKind> edges_;
  std::size_t outside_ = 0;
  std::vector<DivisionId> held_[2];  ///< by face
};

/// Weights, sums and quality out of the areas.
void weigh(Crosswalk& walk) {
  std::map<DivisionId, Wide> sources, targets;
  walk.total_um2 = walk.lost_um2 = walk.gained_um2 = 0;
  for (const CrosswalkRow& row : walk.rows) {
    walk.total_um2 += row.area_um2;
    if (row.to.value == 0) walk.lost_um2 += row.area_um2;
    if (row.from.value == 0) walk.gained_um2 += row.area_um2;
    sources[row.from] += row.area_um2;
    targets[row.to] += row.area_um2;
  }
  std::map<DivisionId, double> quality;
  for (CrosswalkRow& row : walk.rows) {
    const auto part = static_cast<double>(row.area_um2);
    row.weight = row.from.value == 0 ? 0 : part / static_cast<double>(sources[row.from]);
    row.of_target = row.to.value == 0 ? 0 : part / static_cast<double>(targets[row.to]);
    if (row.to.value != 0) quality[row.to] += row.weight * row.of_target;
  }
  walk.targets.clear();
  double sum = 0, ground = 0;
  for (const auto& [to, index] : quality) {
    const auto area = static_cast<double>(targets[to]);
    walk.targets.push_back({to, index});
    sum += index * area;
    ground += area;
  }
  walk.quality = ground > 0 ? sum / ground : 0;
}

}  // namespace

Crosswalk crosswalk(const Snapshot& first, const Snapshot& second) {
  Crosswalk result = Walk{}.run(first, second);
  weigh(result);
  return result;
}

Crosswalk at_level(const Crosswalk& finest, const DivisionRegister& first, const DivisionRegister& second, Level level) {
  std::map<std::pair<DivisionId, DivisionId>, Wide> areas;
  for (const CrosswalkRow& row : finest.rows) {
    const std::pair pair{first.at_level(row.from, level), second.at_level(row.to, level)};
    if (pair.first.value != 0 || pair.second.value != 0) areas[pair] += row.area_um2;
  }
  Crosswalk result;
  for (const auto& [pair, area] : areas) result.rows.push_back({pair.first, pair.second, area});
  weigh(result);
  return result;
}

}  // namespace merestone
