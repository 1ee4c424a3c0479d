// SPDX-License-Identifier: Apache-2.0
#include "gis/mesh/ground.hpp"

#include "gis/mesh/arrangement.hpp"
#include "gis/mesh/measure.hpp"

#include <algorithm>
#include <cmath>
#include <deque>

namespace merestone {
namespace {

/// Units that hold a face, with how often each claims it; 0 never stays.
using Owners = std::vector<std::pair<UnitIndex, int>>;

void change(Owners& owners, UnitIndex unit, int by) {
  if (unit == nobody) return;
  auto at = std::lower_bound(owners.begin(), owners.end(), unit, [](const auto& o, UnitIndex u) { return o.first < u; });
  if (at == owners.end() || at->first != unit) at = owners.insert(at, {unit, 0});
  at->second += by;
  if (at->second == 0) owners.erase(at);
}

class Ground {
 public:
  explicit Ground(CutRings& cut) : cut_{cut}, arrangement_{arrange(cut.mesh)} {}

  std::vector<MeshFault> check() {
    if (consistent()) {
      for (std::uint32_t c = 0; c < arrangement_.cycles.size(); ++c) {
        if (is_face(c) && said_by(c) == nobody) report(MeshFaultKind::gap, c, neighbours(c));
      }
    } else {
      spread();
    }
    std::sort(faults_.begin(), faults_.end(), [](const MeshFault& a, const MeshFault& b) {
      return a.place != b.place ? a.place < b.place : a.unit < b.unit;
    });
    return std::move(faults_);
  }

 private:
  bool is_face(std::uint32_t cycle) const { return arrangement_.face_of_cycle[cycle] == cycle; }
  UnitIndex said(Side side) const { return side.forward ? cut_.mesh.arcs[side.arc].left : cut_.mesh.arcs[side.arc].right; }
  UnitIndex said_by(std::uint32_t cycle) const { return said(arrangement_.cycles[cycle].sides.front()); }

  /// Whether every face has one word on all its sides, and nobody holds the outside.
  bool consistent() const {
    if (!cut_.extra.empty()) return false;
    for (std::uint32_t c = 0; c < arrangement_.cycles.size(); ++c) {
      const std::uint32_t home = arrangement_.face_of_cycle[c];
      const UnitIndex expected = home == outside_cycle ? nobody : said_by(home);
      for (const Side side : arrangement_.cycles[c].sides) {
        if (said(side) != expected) return false;
      }
    }
    return true;
  }

  /// The two units with the longest border on a cycle's other side.
  std::pair<UnitIndex, UnitIndex> neighbours(std::uint32_t cycle) const {
    std::vector<std::pair<double, UnitIndex>> shares;
    for (const Side side : arrangement_.cycles[cycle].sides) {
      const UnitIndex unit = said({side.arc, !side.forward});
      if (unit == nobody) continue;
      auto at = std::find_if(shares.begin(), shares.end(), [&](const auto& s) { return s.second == unit; });
      if (at == shares.end()) at = shares.insert(shares.end(), {0, unit});
      at->first += sphere_length_m(cut_.mesh.path(side.arc));
    }
    std::sort(shares.begin(), shares.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    return {shares.empty() ? nobody : shares[0].second, shares.size() < 2 ? nobody : shares[1].second};
  }

  void report(MeshFaultKind kind, std::uint32_t cycle, std::pair<UnitIndex, UnitIndex> parties) {
    const Ring ring = positions_of(cut_.mesh, arrangement_.cycles[cycle]);
    MeshFault fault{kind, arrangement_.smallest[cycle], parties.first, parties.second};
    fault.area_m2 = sphere_area_m2(ring);
    for (const Side side : arrangement_.cycles[cycle].sides) fault.length_m += sphere_length_m(cut_.mesh.path(side.arc));
    fault.width_m = fault.length_m > 0 ? 2 * fault.area_m2 / fault.length_m : 0;
    constexpr double sliver_width_m = 20;
    constexpr double sliver_length_per_width = 50;
    if (kind != MeshFaultKind::duplicate && fault.width_m < sliver_width_m &&
        fault.length_m > sliver_length_per_width * fault.width_m) {
      fault.kind = MeshFaultKind::sliver;
    }
    faults_.push_back(fault);
  }

  std::uint32_t face_of(std::uint32_t side) const {
    const std::uint32_t cycle = arrangement_.cycle_of_side[side];
    return cycle == outside_cycle ? outside_cycle : arrangement_.face_of_cycle[cycle];
  }

  void spread() {
    const auto faces = static_cast<std::uint32_t>(arrangement_.cycles.size());
    const std::uint32_t outside = faces;
    std::vector<std::vector<std::uint32_t>> sides_of(faces + 1);
    for (std::uint32_t side = 0; side < arrangement_.cycle_of_side.size(); ++side) {
      if (arrangement_.cycle_of_side[side] == outside_cycle) continue;
      const std::uint32_t face = face_of(side);
      sides_of[face == outside_cycle ? outside : face].push_back(side);
    }
    std::vector<std::vector<ExtraClaim>> extra(cut_.mesh.arcs.size());
    for (const ExtraClaim& claim : cut_.extra) extra[claim.arc].push_back(claim);

    std::vector<Owners> owners(faces + 1);
    std::vector<bool> known(faces + 1, false);
    known[outside] = true;
    std::deque<std::uint32_t> queue{outside};
    while (!queue.empty()) {
      const std::uint32_t face = queue.front();
      queue.pop_front();
      for (const std::uint32_t side : sides_of[face]) {
        const std::uint32_t across = face_of(side ^ 1U);
        const std::uint32_t other = across == outside_cycle ? outside : across;
        if (known[other]) continue;
        known[other] = true;
        const std::uint32_t arc = side / 2;
        const int to_left = side % 2 == 0 ? -1 : 1;  // stepping off a left side leaves the left
        owners[other] = owners[face];
        change(owners[other], cut_.mesh.arcs[arc].left, to_left);
        change(owners[other], cut_.mesh.arcs[arc].right, -to_left);
        for (const ExtraClaim& claim : extra[arc]) change(owners[other], claim.unit, claim.forward ? to_left : -to_left);
        queue.push_back(other);
      }
    }
    for (std::uint32_t face = 0; face < faces; ++face) {
      if (is_face(face)) judge(face, owners[face], extra);
    }
    settle(owners, outside);
  }

  void judge(std::uint32_t face, const Owners& owners, const std::vector<std::vector<ExtraClaim>>& extra) {
    std::vector<UnitIndex> holders;
    for (const auto& [unit, times] : owners) {
      for (int i = 0; i < std::abs(times); ++i) holders.push_back(unit);
    }
    if (holders.empty()) report(MeshFaultKind::gap, face, neighbours(face));
    if (holders.size() < 2) return;
    const auto& sides = arrangement_.cycles[face].sides;
    const bool delivered_twice = std::all_of(sides.begin(), sides.end(), [&](Side side) {
      const auto& more = extra[side.arc];
      return std::any_of(more.begin(), more.end(), [&](const ExtraClaim& c) { return c.forward == side.forward; });
    });
    report(delivered_twice ? MeshFaultKind::duplicate : MeshFaultKind::overlap, face, {holders[0], holders[1]});
  }

  void settle(const std::vector<Owners>& owners, std::uint32_t outside) {
    const auto holder = [&](std::uint32_t side) {
      if (arrangement_.cycle_of_side[side] == outside_cycle) return nobody;
      const std::uint32_t face = face_of(side);
      const Owners& all = owners[face == outside_cycle ? outside : face];
      return all.empty() ? nobody : all.front().first;
    };
    for (std::uint32_t arc = 0; arc < cut_.mesh.arcs.size(); ++arc) {
      cut_.mesh.arcs[arc].left = holder(2 * arc);
      cut_.mesh.arcs[arc].right = holder(2 * arc + 1);
    }
  }

  CutRings& cut_;
  Arrangement arrangement_;
  std::vector<MeshFault> faults_;
};

}  // namespace

std::vector<MeshFault> check_ground(CutRings& cut) { return Ground{cut}.check(); }

}  // namespace merestone
