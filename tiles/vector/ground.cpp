// SPDX-License-Identifier: Apache-2.0
#include "tiles/vector/ground.hpp"

#include <algorithm>

namespace merestone {

void TileGround::build(const TileNet& net, std::span<const Arc> arcs, UnitIndex units,
                       std::span<const std::uint8_t> rank, UnitIndex middle) {
  net_ = &net;
  units_ = units;
  edges_.clear();
  seams_.clear();
  gather(arcs, rank);
  has_lines_ = !edges_.empty();
  close(middle);
  link();
}

void TileGround::gather(std::span<const Arc> arcs, std::span<const std::uint8_t> rank) {
  const auto each_step = [&](const auto& visit) {
    for (const TileNet::Chain& chain : net_->chains) {
      for (std::uint32_t i = chain.first; i + 1 < chain.first + chain.count; ++i) {
        const std::uint32_t a = net_->walk[i];
        const std::uint32_t b = net_->walk[i + 1];
        visit(std::min(a, b), Step{std::max(a, b), i, chain.arc, a < b});
      }
    }
  };
  first_.assign(net_->x.size() + 2, 0);
  each_step([&](std::uint32_t from, const Step&) { ++first_[from + 2]; });
  for (std::size_t i = 2; i < first_.size(); ++i) first_[i] += first_[i - 1];
  steps_.resize(first_.back());
  each_step([&](std::uint32_t from, const Step& step) { steps_[first_[from + 1]++] = step; });
  edge_of_step_.assign(net_->walk.size(), none);
  for (std::uint32_t from = 0; from < net_->x.size(); ++from) {
    const auto begin = steps_.begin() + first_[from];
    const auto end = steps_.begin() + first_[from + 1];
    if (end - begin > 1) {
      std::sort(begin, end, [](const Step& a, const Step& b) { return a.to != b.to ? a.to < b.to : a.at < b.at; });
    }
    for (auto run = begin; run != end;) {
      const auto next = std::find_if(run, end, [&](const Step& step) { return step.to != run->to; });
      merge(from, {run, next}, arcs, rank);
      run = next;
    }
  }
}

void TileGround::merge(std::uint32_t from, std::span<Step> steps, std::span<const Arc> arcs,
                       std::span<const std::uint8_t> rank) {
  Edge edge{from, steps.front().to, nobody, nobody, steps.front().arc, static_cast<std::uint32_t>(steps.size())};
  const auto left_of = [&](const Step& s) { return s.forward ? arcs[s.arc].left : arcs[s.arc].right; };
  const auto right_of = [&](const Step& s) { return s.forward ? arcs[s.arc].right : arcs[s.arc].left; };
  if (steps.size() == 1) {
    edge.left = left_of(steps.front());
    edge.right = right_of(steps.front());
  } else {
    // Side by side the lines read A|B, B|C, C|D: what one has on its right another has on its left, but for the ends.
    lefts_.clear();
    rights_.clear();
    for (const Step& step : steps) {
      lefts_.push_back(left_of(step));
      rights_.push_back(right_of(step));
    }
    for (std::size_t i = 0; i < lefts_.size();) {
      const auto pair = std::find(rights_.begin(), rights_.end(), lefts_[i]);
      if (pair == rights_.end()) {
        ++i;
      } else {
        edge.closed_water = edge.closed_water || is_nobodys(*pair);
        rights_.erase(pair);
        lefts_.erase(lefts_.begin() + static_cast<std::ptrdiff_t>(i));
      }
    }
    if (lefts_.empty()) {
      if (edge.closed_water) seams_.push_back({edge.from, edge.to, edge.lines});
      return;
    }
    edge.left = lefts_.front();
    edge.right = rights_.front();
    if (is_nobodys(edge.left) && is_nobodys(edge.right)) return;
    if (!rank.empty()) {
      for (const Step& step : steps) {
        if (rank[step.arc] < rank[edge.arc]) edge.arc = step.arc;
      }
    }
  }
  for (const Step& step : steps) edge_of_step_[step.at] = static_cast<std::uint32_t>(edges_.size());
  edges_.push_back(edge);
}

void TileGround::give(std::uint32_t side, UnitIndex unit) {
  Edge& edge = edges_[side / 2];
  (side & 1U ? edge.right : edge.left) = unit;
  if (edge.left == edge.right) edge.arc = none;
}

/// Twice the area to the left between two sides that leave one node: positive if b lies within a half turn
/// counter-clockwise of a.
std::int64_t TileGround::turn(std::uint32_t a, std::uint32_t b) const {
  const auto dx = [&](std::uint32_t side) { return std::int64_t{net_->x[head(side)]} - net_->x[tail(side)]; };
  const auto dy = [&](std::uint32_t side) { return std::int64_t{net_->y[head(side)]} - net_->y[tail(side)]; };
  return dx(a) * dy(b) - dy(a) * dx(b);
}

/// Adds the tile's outline as edges, with the ground behind them as the lines that end there tell.
void TileGround::close(UnitIndex middle) {
  const TileNet& net = *net_;
  const std::int32_t low = net.x[net.corners[0]];
  const std::int32_t high = net.x[net.corners[2]];
  const std::int32_t length = high - low;
  outline_.clear();
  for (std::uint32_t i = 0; i < net.x.size(); ++i) {
    if (net.x[i] == low || net.x[i] == high || net.y[i] == low || net.y[i] == high) outline_.push_back(i);
  }
  const auto along = [&](std::uint32_t node) {
    const std::int32_t x = net.x[node];
    const std::int32_t y = net.y[node];
    if (y == low) return x - low;
    if (x == high) return length + y - low;
    return y == high ? 2 * length + high - x : 3 * length + high - y;
  };
  std::sort(outline_.begin(), outline_.end(), [&](std::uint32_t a, std::uint32_t b) { return along(a) < along(b); });
  const std::size_t count = outline_.size();
  outline_place_.assign(net.x.size(), none);
  for (std::uint32_t i = 0; i < count; ++i) outline_place_[outline_[i]] = i;
  first_inwards_.assign(count, none);
  owner_.assign(count, nobody);
  owner_known_.assign(count, 0);

  std::size_t kept = 0;
  std::vector<std::uint32_t>& number = first_;  // of each edge after those on the outline have gone
  number.assign(edges_.size(), none);
  for (std::uint32_t e = 0; e < edges_.size(); ++e) {
    const Edge& edge = edges_[e];
    const bool along_side = (net.x[edge.from] == net.x[edge.to] && (net.x[edge.from] == low || net.x[edge.from] == high)) ||
                            (net.y[edge.from] == net.y[edge.to] && (net.y[edge.from] == low || net.y[edge.from] == high));
    if (!along_side) {
      number[e] = static_cast<std::uint32_t>(kept);
      edges_[kept++] = edge;
      continue;
    }
    const std::uint32_t from = outline_place_[edge.from];
    const std::uint32_t to = outline_place_[edge.to];
    const bool forward = (from + 1) % count == to;
    owner_[forward ? from : to] = forward ? edge.left : edge.right;
    owner_known_[forward ? from : to] = 1;
  }
  edges_.resize(kept);
  for (std::uint32_t& edge : edge_of_step_) {
    if (edge != none) edge = number[edge];
  }

  bool any_known = std::find(owner_known_.begin(), owner_known_.end(), 1) != owner_known_.end();
  for (std::uint32_t side = 0; side < 2 * kept; ++side) {
    const std::uint32_t place = outline_place_[tail(side)];
    if (place == none) continue;
    std::uint32_t& first = first_inwards_[place];
    if (first == none || turn(side, first) > 0) first = side;
    any_known = true;
  }
  if (!any_known) {
    std::fill(owner_.begin(), owner_.end(), kept == 0 ? middle : outside_of_lines());
  } else {
    for (std::size_t i = 0; i < count; ++i) {
      if (owner_known_[i] || first_inwards_[i] == none) continue;
      owner_[i] = ground(first_inwards_[i] ^ 1U);
      owner_known_[i] = 1;
    }
    std::size_t start = 0;
    while (!owner_known_[start]) ++start;
    for (std::size_t k = 1; k < count; ++k) {
      const std::size_t i = (start + k) % count;
      if (!owner_known_[i]) owner_[i] = owner_[(i + count - 1) % count];
    }
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (!is_nobodys(owner_[i])) edges_.push_back({outline_[i], outline_[(i + 1) % count], owner_[i], nobody, none});
  }
}

/// Who lies around lines of which none reaches the outline: seen from the westernmost node.
UnitIndex TileGround::outside_of_lines() const {
  std::uint32_t best = 0;
  const auto key = [&](std::uint32_t side) { return std::pair{net_->x[tail(side)], net_->y[tail(side)]}; };
  for (std::uint32_t side = 1; side < 2 * edges_.size(); ++side) {
    if (key(side) < key(best) || (key(side) == key(best) && turn(best, side) > 0)) best = side;
  }
  return ground(best);
}

bool TileGround::before(std::uint32_t a, std::uint32_t b) const {
  const auto upper = [&](std::uint32_t side) {
    const std::int32_t dy = net_->y[head(side)] - net_->y[tail(side)];
    return dy > 0 || (dy == 0 && net_->x[head(side)] > net_->x[tail(side)]);
  };
  if (upper(a) != upper(b)) return upper(a);
  return turn(a, b) > 0;
}

void TileGround::link() {
  const auto sides = static_cast<std::uint32_t>(2 * edges_.size());
  const std::size_t nodes = net_->x.size();
  leaving_first_.assign(nodes + 2, 0);
  for (std::uint32_t side = 0; side < sides; ++side) ++leaving_first_[tail(side) + 2];
  for (std::size_t i = 2; i < leaving_first_.size(); ++i) leaving_first_[i] += leaving_first_[i - 1];
  leaving_.resize(sides);
  place_.resize(sides);
  for (std::uint32_t side = 0; side < sides; ++side) leaving_[leaving_first_[tail(side) + 1]++] = side;
  leaving_first_.pop_back();
  straight_.assign(nodes, 0);
  for (std::uint32_t node = 0; node < nodes; ++node) {
    const std::span<std::uint32_t> own{leaving_.data() + leaving_first_[node],
                                       leaving_first_[node + 1] - leaving_first_[node]};
    if (own.size() > 2) {
      std::sort(own.begin(), own.end(), [&](std::uint32_t a, std::uint32_t b) { return before(a, b); });
    } else if (own.size() == 2) {
      straight_[node] = turn(own[0], own[1]) == 0;
    }
    for (std::uint32_t i = 0; i < own.size(); ++i) place_[own[i]] = i;
  }
}

}  // namespace merestone
