// SPDX-License-Identifier: Apache-2.0
#include "tiles/vector/rings.hpp"

#include <algorithm>

namespace merestone {
namespace {

constexpr std::uint32_t none = TileGround::none;

}  // namespace

void TileRings::trace(const TileGround& ground, std::span<const UnitIndex> upper) {
  ground_ = &ground;
  rings_.clear();
  nodes_.clear();
  const auto sides = static_cast<std::uint32_t>(2 * ground.edges().size());
  walked_.assign(sides, 0);
  units_.resize(sides);
  for (std::uint32_t side = 0; side < sides; ++side) {
    const UnitIndex unit = ground.ground(side);
    units_[side] = unit == nobody || upper.empty() ? unit : upper[unit];
  }
  place_in_path_.assign(ground.net().x.size(), none);
  for (std::uint32_t side = 0; side < sides; ++side) {
    if (walked_[side] || unit_of(side) == nobody || !divides(side)) continue;
    unit_ = unit_of(side);
    follow(side);
  }
  find_homes();
}

/// Walks around one face and cuts the walk into simple rings where it comes back to a node.
void TileRings::follow(std::uint32_t start) {
  const auto first_ring = static_cast<std::uint32_t>(rings_.size());
  path_.clear();
  std::uint32_t side = start;
  do {
    walked_[side] = 1;
    const std::uint32_t node = ground_->tail(side);
    if (const std::uint32_t place = place_in_path_[node]; place != none) {
      finish_ring(place);
    }
    place_in_path_[node] = static_cast<std::uint32_t>(path_.size());
    path_.push_back(node);
    const auto leaving = ground_->leaving(ground_->head(side));
    std::uint32_t at = ground_->place_at_tail(side ^ 1U);
    do {
      at = at == 0 ? static_cast<std::uint32_t>(leaving.size()) - 1 : at - 1;
    } while (!divides(leaving[at]));
    side = leaving[at];
  } while (side != start);
  finish_ring(0);
  // The holes that touch the outer ring of their face are parts of the same walk.
  std::uint32_t outer = none;
  for (std::uint32_t i = first_ring; i < rings_.size(); ++i) {
    if (rings_[i].twice_area > 0) outer = i;
  }
  for (std::uint32_t i = first_ring; i < rings_.size(); ++i) rings_[i].outer = outer;
}

/// Whether a node may be left out by both units that meet there, because at this level but one line passes, straight.
bool TileRings::straight(std::uint32_t before, std::uint32_t node, std::uint32_t after) const {
  const auto leaving = ground_->leaving(node);
  if (leaving.size() == 2) return ground_->straight(node);
  const TileNet& net = ground_->net();
  const auto dx = [&](std::uint32_t a, std::uint32_t b) { return std::int64_t{net.x[b]} - net.x[a]; };
  const auto dy = [&](std::uint32_t a, std::uint32_t b) { return std::int64_t{net.y[b]} - net.y[a]; };
  if (dx(before, node) * dy(node, after) != dy(before, node) * dx(node, after)) return false;
  return std::count_if(leaving.begin(), leaving.end(), [&](std::uint32_t side) { return divides(side); }) == 2;
}

/// Takes the end of the path from `from` on as a ring.
void TileRings::finish_ring(std::size_t from) {
  Ring ring{unit_, static_cast<std::uint32_t>(nodes_.size()), 0, 0, none};
  const TileNet& net = ground_->net();
  std::uint32_t last = path_.back();
  for (std::size_t i = from; i < path_.size(); ++i) {
    const std::uint32_t node = path_[i];
    ring.twice_area += std::int64_t{net.x[last]} * net.y[node] - std::int64_t{net.y[last]} * net.x[node];
    place_in_path_[node] = none;
    if (!straight(last, node, path_[i + 1 < path_.size() ? i + 1 : from])) nodes_.push_back(node);
    last = node;
  }
  path_.resize(from);
  // A ring starts where lines meet, so that each line lies in it in one piece, as it does in the layer of lines.
  const auto begin = nodes_.begin() + ring.first;
  std::rotate(begin, std::find_if(begin, nodes_.end(), [&](std::uint32_t node) { return ground_->leaving(node).size() > 2; }),
              nodes_.end());
  ring.count = static_cast<std::uint32_t>(nodes_.size()) - ring.first;
  rings_.push_back(ring);
}

/// Gives every hole its outer ring and sorts.
void TileRings::find_homes() {
  std::vector<std::uint32_t>& order = order_;
  order.resize(rings_.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return rings_[a].unit != rings_[b].unit ? rings_[a].unit < rings_[b].unit : a < b;
  });
  for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
    while (end < order.size() && rings_[order[end]].unit == rings_[order[begin]].unit) ++end;
    for (std::size_t i = begin; i < end; ++i) {
      Ring& hole = rings_[order[i]];
      if (hole.outer != none) continue;
      for (std::size_t k = begin; k < end; ++k) {
        const Ring& outer = rings_[order[k]];
        if (outer.twice_area <= 0 || (hole.outer != none && outer.twice_area >= rings_[hole.outer].twice_area)) continue;
        if (holds(outer, hole)) hole.outer = order[k];
      }
    }
  }
  std::erase_if(order, [&](std::uint32_t i) { return rings_[i].outer == none; });
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Ring& one = rings_[a];
    const Ring& other = rings_[b];
    if (one.unit != other.unit) return one.unit < other.unit;
    if (one.outer != other.outer) return one.outer < other.outer;
    return (a != one.outer) != (b != other.outer) ? a == one.outer : a < b;
  });
  sorted_.clear();
  for (const std::uint32_t i : order) {
    Ring ring = rings_[i];
    ring.outer = i == rings_[i].outer ? static_cast<std::uint32_t>(sorted_.size()) : sorted_.back().outer;
    sorted_.push_back(ring);
  }
  std::swap(rings_, sorted_);
}

/// Rings do not cross, so one corner off the outer ring's edges decides.
bool TileRings::holds(const Ring& outer, const Ring& hole) const {
  if (outer.twice_area <= -hole.twice_area) return false;
  const TileNet& net = ground_->net();
  const auto corners = nodes_of(outer);
  const auto side_of = [&](std::int64_t x, std::int64_t y) {  // in half tile units; 0 on the ring
    bool within = false;
    for (std::size_t i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
      const std::int64_t ax = 2 * net.x[corners[j]];
      const std::int64_t ay = 2 * net.y[corners[j]];
      const std::int64_t bx = 2 * net.x[corners[i]];
      const std::int64_t by = 2 * net.y[corners[i]];
      const std::int64_t turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
      if (turn == 0 && std::min(ax, bx) <= x && x <= std::max(ax, bx) && std::min(ay, by) <= y &&
          y <= std::max(ay, by)) {
        return 0;
      }
      if ((ay <= y) != (by <= y) && (turn > 0) == (by > ay)) within = !within;
    }
    return within ? 1 : -1;
  };
  const auto nodes = nodes_of(hole);
  for (std::size_t i = 0, j = nodes.size() - 1; i < nodes.size(); j = i++) {
    const std::int64_t x = 2 * net.x[nodes[i]];
    const std::int64_t y = 2 * net.y[nodes[i]];
    if (const int side = side_of(x, y); side != 0) return side > 0;
    if (const int side = side_of(x / 2 + net.x[nodes[j]], y / 2 + net.y[nodes[j]]); side != 0) return side > 0;
  }
  return false;
}

}  // namespace merestone
