// SPDX-License-Identifier: Apache-2.0
#include "gis/mesh/simplify.hpp"

#include "gis/base/parallel.hpp"
#include "gis/mesh/path_index.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace merestone {
namespace {

constexpr float forever = std::numeric_limits<float>::infinity();
/// Longer spans take the sum of their parts' deviations for their own: never less than the true one.
constexpr std::uint32_t longest_measured = 256;

/// Distances to the piece of a straight line between two positions.
class Span {
 public:
  Span(Position a, Position b)
      : a_{a}, dx_{static_cast<double>(b.lon - a.lon)}, dy_{static_cast<double>(b.lat - a.lat)} {
    const double length = dx_ * dx_ + dy_ * dy_;
    per_length_ = length > 0 ? 1 / length : 0;
  }
  double square_distance(Position p) const {
    const auto px = static_cast<double>(p.lon - a_.lon);
    const auto py = static_cast<double>(p.lat - a_.lat);
    const double along = std::clamp((px * dx_ + py * dy_) * per_length_, 0.0, 1.0);
    const double x = px - along * dx_;
    const double y = py - along * dy_;
    return x * x + y * y;
  }

 private:
  Position a_;
  double dx_, dy_, per_length_;
};

/// Inside the triangle or on its outline, which may be flat.
bool within(Position a, Position b, Position c, Position p) {
  const auto sign = [](Wide v) { return v > 0 ? 1 : v < 0 ? -1 : 0; };
  const int ab = sign(cross(a, b, p));
  const int bc = sign(cross(b, c, p));
  const int ca = sign(cross(c, a, p));
  return !((ab > 0 || bc > 0 || ca > 0) && (ab < 0 || bc < 0 || ca < 0));
}

/// Takes the corners of one arc away, the least first.
class Whittling {
 public:
  Whittling(const Mesh& mesh, const PathIndex& index, std::vector<float>& result)
      : mesh_{mesh}, index_{index}, result_{result} {}

  void run(std::uint32_t arc, std::uint32_t keep) {
    first_ = mesh_.arcs[arc].first;
    count_ = mesh_.arcs[arc].count;
    result_[first_] = result_[first_ + count_ - 1] = forever;
    if (count_ < 3) return;
    before_.resize(count_);
    after_.resize(count_);
    version_.assign(count_, 0);
    gone_.assign(count_, 0);
    strayed_.assign(count_, 0);
    heap_.clear();
    for (std::uint32_t i = 0; i < count_; ++i) {
      before_[i] = i - 1;
      after_[i] = i + 1;
      result_[first_ + i] = forever;
    }
    look_around();
    for (std::uint32_t i = 1; i + 1 < count_; ++i) judge(i);
    float reached = 0;
    for (std::uint32_t left = count_ - 2; left > keep && !heap_.empty();) {
      std::pop_heap(heap_.begin(), heap_.end(), later);
      const Candidate next = heap_.back();
      heap_.pop_back();
      if (gone_[next.corner] || version_[next.corner] != next.version || !may_go(next.corner)) continue;
      reached = std::max(reached, next.deviation);
      result_[first_ + next.corner] = reached;
      take_away(next.corner, next.deviation);
      --left;
    }
  }

 private:
  static constexpr std::size_t few = 48;
  struct Near {
    Box box;
    PathIndex::Piece piece;
  };
  struct Candidate {
    float deviation;
    std::uint32_t corner;
    std::uint32_t version;
  };
  /// Equals are taken in an order scattered along the arc, so that spans grow evenly.
  static bool later(const Candidate& a, const Candidate& b) {
    if (a.deviation != b.deviation) return a.deviation > b.deviation;
    const std::uint32_t x = a.corner * 0x9E3779B1U;
    const std::uint32_t y = b.corner * 0x9E3779B1U;
    return x != y ? x > y : a.version > b.version;
  }

  Position at(std::uint32_t i) const { return mesh_.positions[first_ + i]; }

  void judge(std::uint32_t corner) {
    const std::uint32_t a = before_[corner];
    const std::uint32_t b = after_[corner];
    const Span span{at(a), at(b)};
    double worst = 0;
    if (b - a <= longest_measured) {
      for (std::uint32_t i = a + 1; i < b; ++i) worst = std::max(worst, span.square_distance(at(i)));
      worst = std::sqrt(worst);
    } else {
      worst = std::sqrt(span.square_distance(at(corner))) + static_cast<double>(std::max(strayed_[a], strayed_[corner]));
    }
    // Rounded up, so that the promise holds for the float, too.
    const auto deviation = std::nextafter(static_cast<float>(worst), forever);
    heap_.push_back({worst == 0 ? 0.0F : deviation, corner, ++version_[corner]});
    std::push_heap(heap_.begin(), heap_.end(), later);
  }

  bool may_go(std::uint32_t corner) const {
    const Position a = at(before_[corner]);
    const Position b = at(corner);
    const Position c = at(after_[corner]);
    const Box box{std::min({a.lon, b.lon, c.lon}), std::min({a.lat, b.lat, c.lat}),  //
                  std::max({a.lon, b.lon, c.lon}), std::max({a.lat, b.lat, c.lat})};
    bool clear = true;
    const auto look_at = [&](const PathIndex::Piece& piece) {
      for (std::uint32_t i = piece.first; i <= piece.last; ++i) {
        const Position p = mesh_.positions[i];
        if (!box.contains(p) || p == a || p == c) continue;
        const std::uint32_t own = i - first_;
        if (own < count_ && (own == corner || gone_[own])) continue;
        if (within(a, b, c, p)) return clear = false;
      }
      return true;
    };
    if (near_.size() > few) {
      index_.visit(box, look_at);
    } else {
      for (std::size_t i = 0; i < near_.size() && clear; ++i) {
        if (near_[i].box.meets(box)) look_at(near_[i].piece);
      }
    }
    return clear;
  }

  /// A triangle of corners lies in the box of its arc: most arcs have so little around them that a list does.
  void look_around() {
    near_.clear();
    index_.visit(box_of({mesh_.positions.data() + first_, count_}), [&](const PathIndex::Piece& piece) {
      near_.push_back({box_of({mesh_.positions.data() + piece.first, piece.last - piece.first + 1}), piece});
      return near_.size() <= few;
    });
  }

  void take_away(std::uint32_t corner, float deviation) {
    const std::uint32_t a = before_[corner];
    const std::uint32_t b = after_[corner];
    gone_[corner] = 1;
    after_[a] = b;
    before_[b] = a;
    strayed_[a] = deviation;
    if (a > 0) judge(a);
    if (b + 1 < count_) judge(b);
  }

  const Mesh& mesh_;
  const PathIndex& index_;
  std::vector<float>& result_;
  std::uint32_t first_ = 0;
  std::uint32_t count_ = 0;
  std::vector<std::uint32_t> before_, after_, version_;
  std::vector<char> gone_;
  std::vector<float> strayed_;  ///< how far the arc strays between a live position and the next
  std::vector<Candidate> heap_;
  std::vector<Near> near_;  ///< what the arc's box meets, when that is few
};

/// Corners between its ends that each arc must keep, so that no face vanishes.
std::vector<std::uint8_t> corners_to_keep(const Mesh& mesh) {
  struct Ends {
    Position low, high;
    std::uint32_t arc;
  };
  std::vector<std::uint8_t> keep(mesh.arcs.size(), 0);
  std::vector<Ends> ends(mesh.arcs.size());
  for (std::uint32_t i = 0; i < ends.size(); ++i) {
    const auto path = mesh.path(i);
    const auto [low, high] = std::minmax(path.front(), path.back());
    ends[i] = {low, high, i};
    if (low == high) keep[i] = 2;
  }
  std::sort(ends.begin(), ends.end(), [](const Ends& a, const Ends& b) {
    if (a.low != b.low) return a.low < b.low;
    return a.high != b.high ? a.high < b.high : a.arc < b.arc;
  });
  for (std::size_t i = 1; i < ends.size(); ++i) {
    if (ends[i].low != ends[i - 1].low || ends[i].high != ends[i - 1].high || keep[ends[i].arc] == 2) continue;
    keep[ends[i].arc] = keep[ends[i - 1].arc] = 1;
  }
  return keep;
}

}  // namespace

std::vector<float> tolerances(const Mesh& mesh) {
  std::vector<float> result(mesh.positions.size(), forever);
  const PathIndex index{mesh};
  const std::vector<std::uint8_t> keep = corners_to_keep(mesh);
  parallel_for(mesh.arcs.size(), 256, [&](std::size_t begin, std::size_t end) {
    Whittling whittling{mesh, index, result};
    for (std::size_t arc = begin; arc < end; ++arc) whittling.run(static_cast<std::uint32_t>(arc), keep[arc]);
  });
  return result;
}

Mesh simplified(const Mesh& mesh, std::span<const float> tolerances, float tolerance) {
  Mesh result;
  Polyline path;
  for (const Arc& arc : mesh.arcs) {
    path.clear();
    for (std::uint32_t i = arc.first; i < arc.first + arc.count; ++i) {
      if (tolerances[i] > tolerance) path.push_back(mesh.positions[i]);
    }
    result.add(path, arc.left, arc.right);
  }
  return result;
}

}  // namespace merestone
