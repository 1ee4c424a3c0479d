// SPDX-License-Identifier: Apache-2.0
#include "gis/territory/restating.hpp"

#include "gis/territory/seam.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace merestone {
namespace {

using Said = std::vector<Statement>;

bool alike(const Statement& a, const Statement& b) {
  return a.left == b.left && a.right == b.right && a.claim == b.claim && a.kept == b.kept;
}
bool alike(const Said& a, const Said& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Statement& x, const Statement& y) { return alike(x, y); });
}
Said turned(Said said) {
  for (Statement& s : said) std::swap(s.left, s.right);
  return said;
}

struct PositionHash {
  std::size_t operator()(Position p) const noexcept { return static_cast<std::size_t>(hash_of(p)); }
};

class Restating {
 public:
  Restating(const Snapshot& near, const RedrawRequest& request, const FacedGround& ground,
            const std::vector<std::vector<Holder>>& after, Redraw& plan)
      : request_{request}, ground_{ground}, after_{after}, plan_{plan} {
    for (const Claim& claim : near.claims) dispute_of_.emplace(claim.id, claim.dispute);
  }

  void run() {
    for (std::size_t arc = 0; arc < ground_.mesh().arcs.size(); ++arc) said_.push_back(statements(arc));
    for (std::uint32_t arc = 0; arc < said_.size(); ++arc) {
      if (said_[arc].empty()) continue;
      const auto path = ground_.mesh().path(arc);
      standing_[path.front()].push_back(arc);
      standing_[path.back()].push_back(arc);
    }
    for (std::uint32_t p = 0; p < ground_.stretches().size(); ++p) restate_old(p);
    add_fresh();
    tell_bends();
  }

 private:
  std::optional<SidesSaid> sides(std::size_t version, std::size_t arc) const {
    const auto base = ground_.said(version, arc);
    const auto changed = [&](std::size_t face) {
      return face != FacedGround::no_face && !(after_[version][face] == ground_.held(version, face));
    };
    const std::size_t left = ground_.face_of(arc, true);
    const std::size_t right = ground_.face_of(arc, false);
    if (!changed(left) && !changed(right)) return base;
    const auto holder = [&](std::size_t face, bool on_left) {
      return changed(face) || !base ? after_[version][face].division : on_left ? base->left : base->right;
    };
    const SidesSaid now{holder(left, true), holder(right, false)};
    if (now.left == now.right) return {};
    return now;
  }

  void forbid(const char* rule, std::size_t arc) {
    const Position place = ground_.mesh().path(arc).front();
    Finding finding{.rule = rule, .severity = Severity::error};
    finding.place = Place{degrees(place.lon), degrees(place.lat)};
    plan_.findings.push_back(std::move(finding));
  }

  Said statements(std::size_t arc) {
    std::vector<std::optional<SidesSaid>> by_version;
    bool changes = false;
    for (std::size_t v = 0; v < request_.versions.size(); ++v) {
      by_version.push_back(sides(v, arc));
      changes = changes || by_version.back() != ground_.said(v, arc);
    }
    std::span<const Delimitation* const> before;
    if (const std::uint32_t old = ground_.noding().old_path[arc]; old != fresh_arc) before = ground_.said_of(old);
    const bool elsewhere = std::any_of(before.begin(), before.end(), [&](const Delimitation* d) {
      return d->claim && (!request_.dispute || dispute_of_.at(*d->claim) != *request_.dispute);
    });
    Said said;
    if (elsewhere) {
      const bool differ = std::any_of(by_version.begin(), by_version.end(), [&](const auto& s) { return s != by_version[0]; });
      if (changes || differ) forbid("redraw.other_dispute", arc);
      for (const Delimitation* d : before) said.push_back({d->left, d->right, d->claim, d->id});
      return said;
    }
    if (changes && ground_sides(ground_.mesh().path(arc)) != GroundSides::both) forbid("redraw.seam", arc);
    const auto say = [&](const SidesSaid& s, std::optional<ClaimId> claim) {
      Statement statement{s.left, s.right, claim, {}};
      for (const Delimitation* d : before) {
        if (d->left == s.left && d->right == s.right && d->claim == claim) statement.kept = d->id;
      }
      said.push_back(statement);
    };
    if (std::all_of(by_version.begin(), by_version.end(), [&](const auto& s) { return s == by_version[0]; })) {
      if (by_version[0]) say(*by_version[0], {});
      return said;
    }
    for (std::size_t v = 0; v < by_version.size(); ++v) {
      if (by_version[v]) say(*by_version[v], request_.versions[v].claim);
    }
    return said;
  }

  std::span<const std::uint32_t> standing(Position p) const {
    const auto found = standing_.find(p);
    return found == standing_.end() ? std::span<const std::uint32_t>{} : std::span<const std::uint32_t>{found->second};
  }

  /// Joins the pieces of an old path where nothing new meets it, then says what is different.
  void restate_old(std::uint32_t p) {
    const Stretch& stretch = *ground_.stretches()[p];
    const std::vector<Side>& pieces = ground_.noding().pieces[p];
    std::vector<RedrawnStretch> parts;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const auto path = ground_.mesh().path(pieces[i].arc);
      const Said& said = said_[pieces[i].arc];
      if (i > 0 && alike(parts.back().said, said) && (said.empty() || standing(path.front()).size() == 2)) {
        parts.back().path.insert(parts.back().path.end(), path.begin() + 1, path.end());
      } else {
        parts.push_back({stretch.id, Polyline(path.begin(), path.end()), stretch.edges, stretch.carrier, stretch.accuracy_m, said});
      }
    }
    if (parts.size() > 1) {
      plan_.cut.push_back(stretch.id);
      bent_.push_back(p);
      for (RedrawnStretch& part : parts) plan_.stretches.push_back(std::move(part));
      return;
    }
    const Said& said = parts.front().said;
    const bool all_kept = said.size() == ground_.said_of(p).size() &&
                          std::all_of(said.begin(), said.end(), [](const Statement& s) { return s.kept.value != 0; });
    if (all_kept) return;
    const bool bent = parts.front().path.size() != stretch.path.size();
    if (bent) bent_.push_back(p);
    if (bent && !said.empty()) {
      plan_.cut.push_back(stretch.id);
      plan_.stretches.push_back(std::move(parts.front()));
    } else {
      plan_.restated.push_back({stretch.id, said});
    }
  }

  /// New arcs that divide anything, joined where two of a kind go on into each other.
  void add_fresh() {
    std::vector<bool> done(said_.size(), false);
    std::vector<RedrawnStretch> fresh;
    for (std::uint32_t arc = 0; arc < said_.size(); ++arc) {
      if (done[arc] || said_[arc].empty() || ground_.noding().old_path[arc] != fresh_arc) continue;
      done[arc] = true;
      const auto own = ground_.mesh().path(arc);
      Polyline path(own.begin(), own.end());
      Said said = said_[arc];
      for (int way = 0; way < 2; ++way) {
        while (path.front() != path.back() && go_on(path, said, done)) {
        }
        std::reverse(path.begin(), path.end());
        said = turned(std::move(said));
      }
      fresh.push_back(in_order(std::move(path), std::move(said)));
    }
    std::sort(fresh.begin(), fresh.end(), [](const RedrawnStretch& a, const RedrawnStretch& b) { return a.path < b.path; });
    for (RedrawnStretch& stretch : fresh) plan_.stretches.push_back(std::move(stretch));
  }

  bool go_on(Polyline& path, const Said& said, std::vector<bool>& done) const {
    const Position end = path.back();
    const auto meeting = standing(end);
    if (meeting.size() != 2) return false;
    for (const std::uint32_t next : meeting) {
      if (done[next] || ground_.noding().old_path[next] != fresh_arc) continue;
      Polyline more(ground_.mesh().path(next).begin(), ground_.mesh().path(next).end());
      const bool forward = more.front() == end;
      if (!alike(forward ? said_[next] : turned(said_[next]), said)) return false;
      if (!forward) std::reverse(more.begin(), more.end());
      path.insert(path.end(), more.begin() + 1, more.end());
      done[next] = true;
      return true;
    }
    return false;
  }

  RedrawnStretch in_order(Polyline path, Said said) const {
    bool back = path.back() < path.front();
    if (path.front() == path.back()) {
      const bool loose = standing(path.front()).size() <= 2;  // a ring that nothing else meets there
      if (loose) {
        path.pop_back();
        std::rotate(path.begin(), std::min_element(path.begin(), path.end()), path.end());
        path.push_back(path.front());
      }
      back = std::lexicographical_compare(path.rbegin(), path.rend(), path.begin(), path.end());
    }
    if (back) {
      std::reverse(path.begin(), path.end());
      said = turned(std::move(said));
    }
    return {{}, std::move(path), request_.edges, request_.carrier, request_.accuracy_m, std::move(said)};
  }

  void tell_bends() {
    for (const CutEdge& edge : ground_.noding().cut_edges) {
      if (!std::binary_search(bent_.begin(), bent_.end(), edge.path)) continue;
      const Stretch& stretch = *ground_.stretches()[edge.path];
      Polyline bent{stretch.path[edge.edge]};
      bent.insert(bent.end(), edge.through.begin(), edge.through.end());
      bent.push_back(stretch.path[edge.edge + 1]);
      const Position straight[] = {bent.front(), bent.back()};
      const Wide gained = measure(bent, stretch.edges).area_um2 - measure(straight, stretch.edges).area_um2;
      if (gained != 0) plan_.bends.push_back({stretch.id, edge.through.front(), gained});
    }
  }

  const RedrawRequest& request_;
  const FacedGround& ground_;
  const std::vector<std::vector<Holder>>& after_;
  Redraw& plan_;
  std::unordered_map<ClaimId, DisputeId> dispute_of_;
  std::vector<Said> said_;                                                      ///< by arc, from the day on
  std::unordered_map<Position, std::vector<std::uint32_t>, PositionHash> standing_;  ///< arcs that stay, by end
  std::vector<std::uint32_t> bent_;  ///< old paths that may be, ascending
};

}  // namespace

void restate(const Snapshot& near, const RedrawRequest& request, const FacedGround& ground,
             const std::vector<std::vector<Holder>>& after, Redraw& plan) {
  Restating{near, request, ground, after, plan}.run();
}

}  // namespace merestone
