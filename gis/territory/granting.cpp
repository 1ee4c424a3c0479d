// SPDX-License-Identifier: Apache-2.0
#include "gis/territory/granting.hpp"

#include "gis/base/text.hpp"
#include "gis/geodesy/geodesic.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace merestone {
namespace {

Finding finding_at(const char* rule, Position place) {
  Finding finding{.rule = rule, .severity = Severity::error};
  finding.place = Place{degrees(place.lon), degrees(place.lat)};
  return finding;
}

/// The point of the edge a b that is nearest to `p` on a plane that is true at `p`.
Position nearest_on(Position a, Position b, Position p) {
  const double shrink = std::cos(degrees(p.lat) * 3.14159265358979323846 / 180);
  const double dx = static_cast<double>(b.lon - a.lon) * shrink;
  const double dy = static_cast<double>(b.lat - a.lat);
  const double square = dx * dx + dy * dy;
  if (square == 0) return a;
  const double t = std::clamp((static_cast<double>(p.lon - a.lon) * shrink * dx + static_cast<double>(p.lat - a.lat) * dy) / square, 0.0, 1.0);
  return {a.lon + std::llround(t * static_cast<double>(b.lon - a.lon)), a.lat + std::llround(t * static_cast<double>(b.lat - a.lat))};
}

class Granting {
 public:
  Granting(const FacedGround& ground, const Belonging& belonging, const RedrawRequest& request, std::size_t version)
      : ground_{ground}, belonging_{belonging}, request_{request}, version_{version}, grants_{request.versions[version]} {
    for (std::size_t face = 0; face < ground.faces(); ++face) before_.push_back(ground.held(version, face));
  }

  Granted run() {
    for (std::size_t i = 0; i < grants_.lines.size(); ++i) {
      for (const Side side : ground_.line_walk(version_, i)) on_lines_.insert(side.arc);
    }
    for (std::size_t i = 0; i < grants_.lines.size(); ++i) {
      look_along(i);
      if (!free_end(i)) give_sides(i);
    }
    give_areas();
    Granted result{before_, std::move(findings_), {wanted_.begin(), wanted_.end()}};
    const bool error = std::any_of(result.findings.begin(), result.findings.end(),
                                   [](const Finding& f) { return f.severity == Severity::error; });
    if (error) return result;
    if (gained_.empty()) {
      Finding nothing{.rule = "redraw.no_change", .severity = Severity::warning};
      result.findings.push_back(std::move(nothing));
      return result;
    }
    for (const auto& [face, division] : gained_) result.holders[face] = {Holder::Known::one, division};
    if (request_.finest == FinestHolder::longest_border) find_members(result.holders);
    return result;
  }

 private:
  bool holds(Holder holder, DivisionId party) const {
    return holder.is_one() && holder.division.value != 0 && belonging_.within(holder.division, party);
  }
  /// Whether ground goes over to `gaining`: ground of `other`, or of any other party when there is no other named.
  bool gives(Holder holder, DivisionId gaining, DivisionId other) const {
    if (gaining.value == 0 || !holder.is_one() || holder.division.value == 0 || holds(holder, gaining)) return false;
    if (other.value != 0) return holds(holder, other);
    return std::any_of(request_.parties.begin(), request_.parties.end(), [&](DivisionId p) { return holds(holder, p); });
  }

  void foreign(Holder holder, Position place, double metres_along, double area_m2) {
    Finding finding = finding_at("redraw.foreign_ground", place);
    if (holder.is_one() && holder.division.value != 0) belonging_.tell(finding, holder.division);
    else finding.rule = "redraw.outside_ground";
    finding.facts.emplace_back("length_m", fixed(metres_along, 1));
    finding.facts.emplace_back("area_m2", fixed(area_m2, 1));
    findings_.push_back(std::move(finding));
  }

  /// A new line may run through the ground of its two sides only; along a border that stands, what lies beyond it
  /// stays out of it.
  void look_along(std::size_t i) {
    const LineGrant& line = grants_.lines[i];
    std::map<std::pair<bool, DivisionId>, std::pair<Position, std::int64_t>> strange;
    for (const Side side : ground_.line_walk(version_, i)) {
      if (ground_.stretch_of(side.arc) != nullptr) continue;
      const std::size_t face = ground_.face_of(side);  // of a fresh arc: both sides are one holder's
      const Holder holder = face == FacedGround::no_face ? Holder{} : before_[face];
      if (face == FacedGround::no_face) continue;
      const bool theirs = (line.left.value != 0 && holds(holder, line.left)) || (line.right.value != 0 && holds(holder, line.right)) ||
                          gives(holder, line.left, line.right) || gives(holder, line.right, line.left);
      if (theirs) continue;
      const auto [at, fresh] = strange.try_emplace({holder.is_one(), holder.division}, ground_.mesh().path(side.arc).front(), 0);
      at->second.second += ground_.measure_of(side.arc).length_um;
    }
    for (const auto& [who, where] : strange) {
      foreign({who.first ? Holder::Known::one : Holder::Known::several, who.second}, where.first, metres(where.second), 0);
    }
  }

  /// Whether an arc bounds the ground that a line divides: its two sides are not both of a party that gives.
  bool bounds(std::size_t arc, const LineGrant& line) const {
    const auto said = ground_.said(version_, arc);
    if (!said) return false;
    const auto gives_side = [&](DivisionId d) {
      const Holder holder{Holder::Known::one, d};
      return gives(holder, line.left, line.right) || gives(holder, line.right, line.left);
    };
    const auto same_side = [&](DivisionId party) {
      return party.value != 0 && said->left.value != 0 && said->right.value != 0 && belonging_.within(said->left, party) &&
             belonging_.within(said->right, party);
    };
    if (!gives_side(said->left) && !gives_side(said->right)) return false;
    return !same_side(line.left) && !same_side(line.right);
  }

  /// Negative where none of the ground concerned lies near.
  double gap_m(Position end, const LineGrant& line) const {
    double nearest = -1;
    for (std::size_t arc = 0; arc < ground_.mesh().arcs.size(); ++arc) {
      if (!bounds(arc, line)) continue;
      const auto path = ground_.mesh().path(arc);
      for (std::size_t k = 1; k < path.size(); ++k) {
        const Position foot = nearest_on(path[k - 1], path[k], end);
        const double gap = foot == end ? 0 : distance_m(end, foot);
        if (nearest < 0 || gap < nearest) nearest = gap;
      }
    }
    return nearest;
  }

  void open(Position end, double gap, double tail) {
    Finding finding = finding_at(gap < 0 ? "redraw.open_off_ground" : "redraw.open", end);
    if (gap >= 0) finding.facts.emplace_back("gap_m", fixed(gap, 2));
    finding.facts.emplace_back("tail_m", fixed(tail, 2));
    findings_.push_back(std::move(finding));
  }

  /// Reports ends that stand free: no border is met there.
  bool free_end(std::size_t i) {
    const LineGrant& line = grants_.lines[i];
    const std::vector<Side>& walk = ground_.line_walk(version_, i);
    const auto dead = [&](Side side) { return ground_.face_of(side) == FacedGround::no_face; };
    const auto tail = [&](auto first, auto last) {
      std::int64_t um = 0;
      for (; first != last && dead(*first); ++first) um += ground_.measure_of(first->arc).length_um;
      return metres(um);
    };
    const bool at_start = dead(walk.front());
    const bool at_end = dead(walk.back());
    if (!at_start && !at_end) return false;
    const bool all = std::all_of(walk.begin(), walk.end(), dead);
    if (at_start) {
      const double gap = gap_m(line.path.front(), line);
      if (!all || gap != 0) open(line.path.front(), gap, tail(walk.begin(), walk.end()));
    }
    if (at_end) {
      const double gap = gap_m(line.path.back(), line);
      if (!all || gap != 0) open(line.path.back(), gap, tail(walk.rbegin(), walk.rend()));
    }
    return true;
  }

  void give_sides(std::size_t i) {
    const LineGrant& line = grants_.lines[i];
    for (const bool left : {true, false}) {
      const DivisionId gaining = left ? line.left : line.right;
      const DivisionId other = left ? line.right : line.left;
      if (gaining.value == 0) continue;
      std::set<std::size_t> over;
      std::vector<std::size_t> next;
      const auto reach = [&](std::size_t face) {
        if (face == FacedGround::no_face || !gives(before_[face], gaining, other)) return;
        if (over.insert(face).second) next.push_back(face);
      };
      for (const Side side : ground_.line_walk(version_, i)) reach(ground_.face_of(side.arc, side.forward == left));
      while (!next.empty()) {
        const std::size_t face = next.back();
        next.pop_back();
        for (const std::uint32_t arc : ground_.arcs_by_face()[face]) {
          if (on_lines_.contains(arc)) continue;
          const bool on_left = ground_.face_of(arc, true) != face;  // the face beside this one
          const std::size_t beside = ground_.face_of(arc, on_left);
          if (!before_[beside].is_one()) want(arc, on_left, gaining, other);
          reach(beside);
        }
      }
      if (goes_round(i, left, over)) return;
      for (const std::size_t face : over) give(face, gaining);
    }
  }

  /// Whether the ground beside one side of a line reaches its other side round an end.
  bool goes_round(std::size_t i, bool left, const std::set<std::size_t>& over) {
    const LineGrant& line = grants_.lines[i];
    const std::vector<Side>& walk = ground_.line_walk(version_, i);
    const bool round = std::any_of(walk.begin(), walk.end(), [&](Side side) {
      return over.contains(ground_.face_of(side.arc, side.forward != left));
    });
    if (!round) return false;
    bool any = false;
    for (const Position end : {line.path.front(), line.path.back()}) {
      const double gap = gap_m(end, line);
      if (gap == 0) continue;
      open(end, gap, 0);
      any = true;
    }
    if (!any) findings_.push_back(finding_at("redraw.divides_nothing", line.path.front()));
    return true;
  }

  /// Notes who holds ground that goes over and is not known whole.
  void want(std::size_t arc, bool left, DivisionId gaining, DivisionId other) {
    const auto said = ground_.said(version_, arc);
    if (!said) return;
    const DivisionId holder = left ? said->left : said->right;
    if (gives({Holder::Known::one, holder}, gaining, other)) wanted_.insert(holder);
  }

  void give(std::size_t face, DivisionId division) {
    const auto [at, fresh] = gained_.try_emplace(face, division);
    if (fresh || at->second == division) return;
    Finding finding = finding_at("redraw.granted_twice", ground_.mesh().path(ground_.arcs_by_face()[face].front()).front());
    belonging_.tell(finding, division);
    findings_.push_back(std::move(finding));
  }

  void give_areas() {
    std::size_t ring = 0;
    for (const AreaGrant& grant : grants_.areas) {
      std::vector<int> times(ground_.mesh().arcs.size(), 0);
      for (const Polygon& polygon : grant.area) {
        for (std::size_t k = 0; k < 1 + polygon.holes.size(); ++k, ++ring) {
          for (const Side side : ground_.ring_walk(version_, ring)) times[side.arc] ^= 1;
        }
      }
      give_inside(times, grant.to);
    }
  }

  /// Gives the faces that an odd number of ring crossings parts from the ground outside.
  void give_inside(const std::vector<int>& times, DivisionId to) {
    std::vector<int> inside(ground_.faces(), -1);
    std::vector<std::size_t> next{ground_.outside()};
    inside[ground_.outside()] = 0;
    while (!next.empty()) {
      const std::size_t face = next.back();
      next.pop_back();
      for (const std::uint32_t arc : ground_.arcs_by_face()[face]) {
        const std::size_t beside = ground_.face_of(arc, true) == face ? ground_.face_of(arc, false) : ground_.face_of(arc, true);
        if (inside[beside] >= 0) continue;
        inside[beside] = inside[face] ^ times[arc];
        next.push_back(beside);
      }
    }
    for (std::size_t face = 0; face < ground_.outside(); ++face) {
      if (inside[face] != 1 || ground_.arcs_by_face()[face].empty() || holds(before_[face], to)) continue;
      if (gives(before_[face], to, {})) {
        give(face, to);
        continue;
      }
      Wide area = 0;
      for (const std::uint32_t arc : ground_.arcs_by_face()[face]) {
        want(arc, ground_.face_of(arc, true) == face, to, {});
        const Wide strip = ground_.measure_of(arc).area_um2;
        area += ground_.face_of(arc, true) == face ? strip : -strip;
      }
      foreign(before_[face], ground_.mesh().path(ground_.arcs_by_face()[face].front()).front(), 0, square_metres(area));
    }
  }

  /// Gives each face that went to a party to the member that adjoins it longest, from the old border inwards.
  void find_members(std::vector<Holder>& holders) const {
    std::set<std::size_t> open;
    for (const auto& [face, division] : gained_) open.insert(face);
    while (!open.empty()) {
      std::vector<std::pair<std::size_t, DivisionId>> found;
      for (const std::size_t face : open) {
        const DivisionId member = longest_neighbour(face, gained_.at(face), holders, open);
        if (member.value != 0) found.emplace_back(face, member);
      }
      if (found.empty()) return;
      for (const auto& [face, member] : found) {
        holders[face].division = member;
        open.erase(face);
      }
    }
  }

  DivisionId longest_neighbour(std::size_t face, DivisionId party, const std::vector<Holder>& holders,
                               const std::set<std::size_t>& open) const {
    std::map<DivisionId, std::int64_t> along;
    for (const std::uint32_t arc : ground_.arcs_by_face()[face]) {
      if (on_lines_.contains(arc)) continue;
      const bool left = ground_.face_of(arc, true) == face;
      const std::size_t beside = ground_.face_of(arc, !left);
      if (beside == face || open.contains(beside)) continue;
      Holder other = holders[beside];
      if (const auto said = ground_.said(version_, arc); !gained_.contains(beside) && said) {
        other = {Holder::Known::one, left ? said->right : said->left};  // also where the ground beyond is not known whole
      }
      if (holds(other, party)) along[other.division] += ground_.measure_of(arc).length_um;
    }
    DivisionId best;
    std::int64_t longest = 0;
    for (const auto& [division, length] : along) {
      if (length > longest) best = division, longest = length;
    }
    return best;
  }

  const FacedGround& ground_;
  const Belonging& belonging_;
  const RedrawRequest& request_;
  std::size_t version_;
  const Version& grants_;
  std::vector<Holder> before_;
  std::set<std::uint32_t> on_lines_;
  std::map<std::size_t, DivisionId> gained_;
  std::set<DivisionId> wanted_;
  std::vector<Finding> findings_;
};

}  // namespace

Granted grant(const FacedGround& ground, const Belonging& belonging, const RedrawRequest& request, std::size_t version) {
  return Granting{ground, belonging, request, version}.run();
}

}  // namespace merestone
