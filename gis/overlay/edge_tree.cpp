// SPDX-License-Identifier: Apache-2.0
#include "gis/overlay/edge_tree.hpp"

#include "gis/geodesy/ellipsoid.hpp"
#include "gis/overlay/box_tree.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace merestone::overlay {
namespace {

constexpr std::size_t few = 128;  ///< pieces that are looked at one by one

/// Bounds in single precision may be this much too far; coordinates are below 1.3e7 m.
constexpr float slack_m = 2;

Point3 at(const Piece& piece, double t) { return piece.from + piece.way * t + piece.bow * (4 * t * (1 - t)); }

}  // namespace

Point3 in_space(double lon, double lat) {
  using namespace ellipsoid;
  const double s = std::sin(lat * radians_per_nanodegree);
  const double c = std::cos(lat * radians_per_nanodegree);
  const double prime_vertical = equatorial_radius_m / std::sqrt(1 - e2 * s * s);
  const double around = lon * radians_per_nanodegree;
  return {prime_vertical * c * std::cos(around), prime_vertical * c * std::sin(around), prime_vertical * (1 - e2) * s};
}

/// The same edge walked backwards gives the same pieces, so that a shared border is equally near from both its areas.
void EdgeTree::add(Position a, Position b, std::uint32_t feature) {
  if (b < a) std::swap(a, b);
  const auto dlon = static_cast<double>(b.lon - a.lon);
  const auto dlat = static_cast<double>(b.lat - a.lat);
  const double parts = std::max(1.0, std::ceil(std::max(std::abs(dlon), std::abs(dlat)) / longest));
  const auto lon_at = [&](double t) { return static_cast<double>(a.lon) + dlon * t; };
  const auto lat_at = [&](double t) { return static_cast<double>(a.lat) + dlat * t; };
  Point3 from = in_space(a);
  for (double i = 0; i < parts; ++i) {
    const double t = i / parts;
    const double u = (i + 1) / parts;
    const Point3 to = in_space(lon_at(u), lat_at(u));
    const Point3 middle = in_space(lon_at((t + u) / 2), lat_at((t + u) / 2));
    const Point3 bow = middle - (from + to) * 0.5;
    pieces_.push_back({from, to - from, bow, std::sqrt(bow.dot(bow)) + 1e-3, feature});
    ends_.push_back({lon_at(t), lat_at(t), lon_at(u), lat_at(u)});
    from = to;
  }
}

void EdgeTree::build(std::size_t features) {
  Box whole;
  const auto middle = [&](std::size_t i) {
    return Position{std::llround((ends_[i].lon + ends_[i].lon_to) / 2), std::llround((ends_[i].lat + ends_[i].lat_to) / 2)};
  };
  for (std::size_t i = 0; i < pieces_.size(); ++i) whole.add(middle(i));
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keys(pieces_.size());
  for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = {hilbert_key(middle(i), whole), static_cast<std::uint32_t>(i)};
  std::sort(keys.begin(), keys.end());
  std::vector<Piece> pieces(pieces_.size());
  std::vector<PieceEnds> ends(ends_.size());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    pieces[i] = pieces_[keys[i].second];
    ends[i] = ends_[keys[i].second];
  }
  pieces_ = std::move(pieces);
  ends_ = std::move(ends);

  first_of_.assign(features + 1, 0);
  for (const Piece& piece : pieces_) ++first_of_[piece.feature + 1];
  std::partial_sum(first_of_.begin(), first_of_.end(), first_of_.begin());
  of_feature_.resize(pieces_.size());
  std::vector<std::size_t> next(first_of_.begin(), first_of_.end() - 1);
  for (std::size_t i = 0; i < pieces_.size(); ++i) of_feature_[next[pieces_[i].feature]++] = static_cast<std::uint32_t>(i);

  Point3 low{1e8, 1e8, 1e8};
  Point3 high{-1e8, -1e8, -1e8};
  struct Bound {
    Point3 low, high;
    void add(const Bound& o) {
      low = {std::min(low.x, o.low.x), std::min(low.y, o.low.y), std::min(low.z, o.low.z)};
      high = {std::max(high.x, o.high.x), std::max(high.y, o.high.y), std::max(high.z, o.high.z)};
    }
  };
  std::vector<Bound> bounds;
  for (const Piece& piece : pieces_) {
    const Point3 to = piece.from + piece.way;
    const Point3 sag{piece.sag, piece.sag, piece.sag};
    Bound bound{piece.from, piece.from};
    bound.add({to, to});
    bound = {bound.low - sag, bound.high + sag};
    bounds.push_back(bound);
    low = {std::min(low.x, bound.low.x), std::min(low.y, bound.low.y), std::min(low.z, bound.low.z)};
    high = {std::max(high.x, bound.high.x), std::max(high.y, bound.high.y), std::max(high.z, bound.high.z)};
  }
  centre_ = (low + high) * 0.5;
  while (!bounds.empty()) {
    std::vector<Boxes> level((bounds.size() + fan - 1) / fan);
    std::vector<Bound> above(level.size(), {{1e8, 1e8, 1e8}, {-1e8, -1e8, -1e8}});
    for (std::size_t i = 0; i < level.size() * fan; ++i) {
      Boxes& boxes = level[i / fan];
      const Point3 l = i < bounds.size() ? bounds[i].low - centre_ : Point3{1e9, 1e9, 1e9};
      const Point3 h = i < bounds.size() ? bounds[i].high - centre_ : Point3{1e9, 1e9, 1e9};
      const double lows[] = {l.x, l.y, l.z};
      const double highs[] = {h.x, h.y, h.z};
      for (std::size_t axis = 0; axis < 3; ++axis) {
        boxes.low[axis][i % fan] = static_cast<float>(lows[axis]);
        boxes.high[axis][i % fan] = static_cast<float>(highs[axis]);
      }
      if (i < bounds.size()) above[i / fan].add(bounds[i]);
    }
    counts_.push_back(bounds.size());
    levels_.push_back(std::move(level));
    if (above.size() == 1) break;
    bounds = std::move(above);
  }
}

/// Squared distances to eight boxes, never more than the true ones.
void EdgeTree::bounds(const Boxes& boxes, const float (&at)[3], float (&squared)[fan]) const {
  for (std::size_t i = 0; i < fan; ++i) squared[i] = 0;
  for (std::size_t axis = 0; axis < 3; ++axis) {
    for (std::size_t i = 0; i < fan; ++i) {
      const float below = boxes.low[axis][i] - at[axis];
      const float above = at[axis] - boxes.high[axis][i];
      const float outside = std::max(0.0F, std::max(below, above) - slack_m);
      squared[i] += outside * outside;
    }
  }
  for (std::size_t i = 0; i < fan; ++i) squared[i] *= 0.99999F;
}

void EdgeTree::look_at(std::uint32_t i, const Point3& p, Found& best) const {
  const Piece& piece = pieces_[i];
  const double length2 = piece.way.dot(piece.way);
  const Point3 to_p = p - piece.from;
  double t = length2 > 0 ? std::clamp(to_p.dot(piece.way) / length2, 0.0, 1.0) : 0;
  const Point3 off = to_p - piece.way * t;
  const double chord = std::sqrt(off.dot(off)) - piece.sag;
  if (chord > 0 && chord * chord > best.squared) return;
  Point3 gap = p - at(piece, t);
  if (length2 > 0) {
    for (int step = 0; step < 8; ++step) {  // Newton, without the bow's turning: it converges by distance ÷ radius
      const Point3 speed = piece.way + piece.bow * (4 * (1 - 2 * t));
      const double better = std::clamp(t + gap.dot(speed) / speed.dot(speed), 0.0, 1.0);
      const double moved = better - t;
      t = better;
      gap = p - at(piece, t);
      if (moved * moved * length2 < 1e-10) break;
    }
  }
  const Found found{gap.dot(gap), piece.feature, i, t};
  if (found.better(best)) best = found;
}

void EdgeTree::nearest_of(std::uint32_t feature, const Point3& p, Found& best) const {
  if (first_of_[feature + 1] - first_of_[feature] > few) return descend_all(p, feature, best);
  for (std::size_t i = first_of_[feature]; i < first_of_[feature + 1]; ++i) look_at(of_feature_[i], p, best);
}

void EdgeTree::descend_all(const Point3& p, std::uint32_t only, Found& best) const {
  if (levels_.empty()) return;
  const Point3 here = p - centre_;
  const float at[] = {static_cast<float>(here.x), static_cast<float>(here.y), static_cast<float>(here.z)};
  descend(levels_.size() - 1, 0, at, p, only, best);
}

void EdgeTree::descend(std::size_t level, std::size_t group, const float (&at)[3], const Point3& p, std::uint32_t only,
                       Found& best) const {
  float squared[fan];
  bounds(levels_[level][group], at, squared);
  std::size_t order[fan];
  const std::size_t count = std::min(fan, counts_[level] - group * fan);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < count; ++i) {  // the nearest box first
    if (static_cast<double>(squared[i]) > best.squared) continue;
    std::size_t at_place = kept++;
    for (; at_place > 0 && squared[order[at_place - 1]] > squared[i]; --at_place) order[at_place] = order[at_place - 1];
    order[at_place] = i;
  }
  for (std::size_t k = 0; k < kept; ++k) {
    const std::size_t i = order[k];
    if (static_cast<double>(squared[i]) > best.squared) return;
    const std::size_t child = group * fan + i;
    if (level > 0) {
      descend(level - 1, child, at, p, only, best);
    } else if (only == Found::none || pieces_[child].feature == only) {
      look_at(static_cast<std::uint32_t>(child), p, best);
    }
  }
}

void EdgeTree::descend_within(std::size_t level, std::size_t group, const float (&at)[3], const Point3& p, double reach,
                              std::vector<Found>& found) const {
  float squared[fan];
  bounds(levels_[level][group], at, squared);
  const std::size_t count = std::min(fan, counts_[level] - group * fan);
  for (std::size_t i = 0; i < count; ++i) {
    if (static_cast<double>(squared[i]) > reach * reach) continue;
    const std::size_t child = group * fan + i;
    if (level > 0) {
      descend_within(level - 1, child, at, p, reach, found);
    } else {
      Found here{.squared = reach * reach};
      look_at(static_cast<std::uint32_t>(child), p, here);
      if (here.piece != Found::none) found.push_back(here);
    }
  }
}

void EdgeTree::within(const Point3& p, double reach, std::vector<Found>& found) const {
  found.clear();
  if (levels_.empty()) return;
  const Point3 here = p - centre_;
  const float at[] = {static_cast<float>(here.x), static_cast<float>(here.y), static_cast<float>(here.z)};
  descend_within(levels_.size() - 1, 0, at, p, reach, found);
  std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    return a.feature != b.feature ? a.feature < b.feature : a.better(b);
  });
  found.erase(std::unique(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.feature == b.feature; }),
              found.end());
}

Position EdgeTree::place(const Found& found) const {
  const PieceEnds& ends = ends_[found.piece];
  return {std::llround(ends.lon + (ends.lon_to - ends.lon) * found.along),
          std::llround(ends.lat + (ends.lat_to - ends.lat) * found.along)};
}

}  // namespace merestone::overlay
