// SPDX-License-Identifier: Apache-2.0
#include "gis/mesh/faces.hpp"
#include "gis/territory/pictures.hpp"
#include "gis/territory/seam.hpp"
#include "gis/territory/territory.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

namespace merestone {
namespace {

/// Sets of faces that a picture does not tell apart.
class Groups {
 public:
  explicit Groups(std::size_t faces) : parent_(faces) { std::iota(parent_.begin(), parent_.end(), 0U); }
  std::size_t of(std::size_t face) {
    while (parent_[face] != face) face = parent_[face] = parent_[parent_[face]];
    return face;
  }
  void join(std::size_t a, std::size_t b) { parent_[of(a)] = of(b); }

 private:
  std::vector<std::size_t> parent_;
};

class Derivation {
 public:
  Derivation(const Snapshot& snapshot, const Viewpoint& viewpoint)
      : snapshot_{snapshot}, pictures_{pictures(snapshot, viewpoint)} {}

  Territory derive() {
    choose_stretches();
    arrangement_ = arrange(result_.mesh);
    outside_ = arrangement_.cycles.size();
    holders_of_.resize(outside_ + 1);
    on_the_ground_.resize(outside_);
    for (const Picture& picture : pictures_) colour(picture);
    name_holders();
    const auto known_by = differing_.empty() ? std::vector<std::uint32_t>{} : arrangement_.cycle_of_side;
    result_.faces = faces_of(result_.mesh, std::move(arrangement_));
    std::erase_if(result_.faces, [](const Face& face) { return face.unit == nobody; });
    tell_disputes(known_by);
    auto& wrong = result_.contradictions;
    std::sort(wrong.begin(), wrong.end());
    wrong.erase(std::unique(wrong.begin(), wrong.end()), wrong.end());
    return std::move(result_);
  }

 private:
  void choose_stretches() {
    std::unordered_map<StretchId, std::vector<const Delimitation*>> said;
    said.reserve(snapshot_.stretches.size());
    for (const Delimitation& d : snapshot_.delimitations) {
      if (std::any_of(pictures_.begin(), pictures_.end(), [&](const Picture& p) { return p.draws(d); })) {
        said[d.stretch].push_back(&d);
      }
    }
    for (const Stretch& stretch : snapshot_.stretches) {
      const auto at = said.find(stretch.id);
      if (at == said.end() || stretch.path.size() < 2) continue;
      result_.mesh.add(stretch.path, nobody, nobody);
      result_.stretches.push_back(stretch.id);
      said_.push_back(std::move(at->second));
      sides_.push_back(ground_sides(stretch.path));
    }
  }

  std::size_t face_of(std::size_t arc, bool left) const {
    const std::uint32_t cycle = arrangement_.cycle_of_side[2 * arc + (left ? 0 : 1)];
    if (cycle == outside_cycle || arrangement_.face_of_cycle[cycle] == outside_cycle) return outside_;
    return arrangement_.face_of_cycle[cycle];
  }

  /// Adds to each face whoever this picture says holds it. A holder named on one side of a drawn stretch holds
  /// all the ground up to the next drawn stretch.
  void colour(const Picture& picture) {
    Groups groups{outside_ + 1};
    const auto drawn = [&](std::size_t arc, const auto& visit) {
      bool any = false;
      for (const Delimitation* d : said_[arc]) {
        if (!picture.draws(*d)) continue;
        any = true;
        visit(*d);
      }
      return any;
    };
    for (std::size_t arc = 0; arc < said_.size(); ++arc) {
      if (!drawn(arc, [](const Delimitation&) {})) groups.join(face_of(arc, true), face_of(arc, false));
    }
    std::vector<DivisionId> holder(outside_ + 1);
    std::vector<bool> named(outside_ + 1, false);
    const auto name = [&](std::size_t group, DivisionId division) {
      if (named[group] && holder[group] != division) {
        for (const DivisionId wrong : {holder[group], division}) {
          if (wrong.value != 0) result_.contradictions.push_back(wrong);
        }
        if (holder[group].value != 0 && (division.value == 0 || holder[group] < division)) return;
      }
      named[group] = true;
      holder[group] = division;
    };
    for (std::size_t arc = 0; arc < said_.size(); ++arc) {
      drawn(arc, [&](const Delimitation& d) {
        if (sides_[arc] != GroundSides::right_only) name(groups.of(face_of(arc, true)), d.left);
        if (sides_[arc] != GroundSides::left_only) name(groups.of(face_of(arc, false)), d.right);
      });
    }
    for (std::size_t face = 0; face < outside_; ++face) {
      const DivisionId own = holder[groups.of(face)];
      if (!picture.turn()) on_the_ground_[face] = own;
      else if (own != on_the_ground_[face]) differing_[face].emplace_back(*picture.turn(), own);
      if (own.value == 0) continue;
      Holders& all = holders_of_[face];
      const auto at = std::lower_bound(all.begin(), all.end(), own);
      if (at == all.end() || *at != own) all.insert(at, own);
    }
  }

  /// A face is known by its outer cycle, before and after the faces are put in order.
  void tell_disputes(const std::vector<std::uint32_t>& cycle_of_side) {
    for (std::size_t i = 0; i < result_.faces.size() && !differing_.empty(); ++i) {
      const Side side = result_.faces[i].outer.sides.front();
      const std::size_t face = cycle_of_side[2 * side.arc + (side.forward ? 0 : 1)];
      const auto at = differing_.find(face);
      if (at == differing_.end()) continue;
      result_.in_dispute.push_back({i, on_the_ground_[face], std::move(at->second)});
    }
  }

  UnitIndex index_of(const Holders& holders) {
    if (holders.empty()) return nobody;
    const auto [at, fresh] = index_.try_emplace(holders, static_cast<UnitIndex>(result_.holders.size()));
    if (fresh) result_.holders.push_back(holders);
    return at->second;
  }

  void name_holders() {
    for (std::size_t arc = 0; arc < said_.size(); ++arc) {
      Arc& out = result_.mesh.arcs[arc];
      const DivisionId across_left = said_[arc].front()->left;
      const DivisionId across_right = said_[arc].front()->right;
      out.left = sides_[arc] != GroundSides::right_only ? index_of(holders_of_[face_of(arc, true)])
                                                  : index_of(across_left.value == 0 ? Holders{} : Holders{across_left});
      out.right = sides_[arc] != GroundSides::left_only ? index_of(holders_of_[face_of(arc, false)])
                                                  : index_of(across_right.value == 0 ? Holders{} : Holders{across_right});
    }
  }

  const Snapshot& snapshot_;
  const std::vector<Picture> pictures_;
  Territory result_;
  std::vector<std::vector<const Delimitation*>> said_;  ///< by arc, those that some picture draws
  std::vector<GroundSides> sides_;
  Arrangement arrangement_;
  std::size_t outside_ = 0;
  std::vector<DivisionId> on_the_ground_;  ///< by face
  std::unordered_map<std::size_t, std::vector<std::pair<ClaimId, DivisionId>>> differing_;  ///< by face, pictures that give it to another
  std::vector<Holders> holders_of_;  ///< by face, known by its outer cycle
  std::map<Holders, UnitIndex> index_;
};

}  // namespace

Territory derive(const Snapshot& snapshot, const Viewpoint& viewpoint) { return Derivation{snapshot, viewpoint}.derive(); }

}  // namespace merestone
