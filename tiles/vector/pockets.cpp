// SPDX-License-Identifier: Apache-2.0
#include "tiles/vector/pockets.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace merestone {
namespace {

/// Twice the area of the triangle, positive if c lies left of the way from a to b.
std::int64_t turn(const TileNet& net, std::uint32_t a, std::uint32_t b, std::uint32_t c) {
  return std::int64_t{net.x[b] - net.x[a]} * (net.y[c] - net.y[a]) -
         std::int64_t{net.y[b] - net.y[a]} * (net.x[c] - net.x[a]);
}

}  // namespace

void Pockets::find(const TileGround& ground, std::int32_t extent) {
  walks_.clear();
  sides_.clear();
  const auto sides = static_cast<std::uint32_t>(2 * ground.edges().size());
  walk_of_.assign(sides, none);
  for (std::uint32_t side = 0; side < sides; ++side) {
    if (walk_of_[side] == none && ground.is_nobodys(ground.ground(side))) follow(ground, side, extent);
  }
}

void Pockets::follow(const TileGround& ground, std::uint32_t start, std::int32_t extent) {
  const TileNet& net = ground.net();
  Walk walk{.first = static_cast<std::uint32_t>(sides_.size())};
  std::uint32_t side = start;
  do {
    const std::uint32_t from = ground.tail(side);
    const std::uint32_t to = ground.head(side);
    walk_of_[side] = static_cast<std::uint32_t>(walks_.size());
    sides_.push_back(side);
    walk.twice_area += std::int64_t{net.x[from]} * net.y[to] - std::int64_t{net.y[from]} * net.x[to];
    walk.hole = std::min(walk.hole, ground.ground(side));
    walk.within = walk.within && net.x[from] > 0 && net.y[from] > 0 && net.x[from] < extent && net.y[from] < extent;
    const auto leaving = ground.leaving(to);
    const std::uint32_t back = ground.place_at_tail(side ^ 1U);
    side = leaving[back == 0 ? leaving.size() - 1 : back - 1];
  } while (side != start);
  walk.count = static_cast<std::uint32_t>(sides_.size()) - walk.first;
  walks_.push_back(walk);
}

bool Pockets::is_pocket(std::uint32_t index) const {
  const Walk& walk = walks_[index];
  if (walk.twice_area <= 0 || !walk.within) return false;
  if (walk.hole == nobody) return true;
  for (std::uint32_t i = 0; i < walks_.size(); ++i) {
    const Walk& other = walks_[i];
    if (i == index || other.hole != walk.hole) continue;
    if (!other.within) return true;
    if (other.twice_area > walk.twice_area || (other.twice_area == walk.twice_area && i < index)) return true;
  }
  return false;
}

bool Pockets::holds(const TileGround& ground, const Walk& outer, std::uint32_t node) const {
  const TileNet& net = ground.net();
  const std::int64_t x = net.x[node];
  const std::int64_t y = net.y[node];
  bool within = false;
  for (const std::uint32_t side : sides_of(outer)) {
    const std::uint32_t a = ground.tail(side);
    const std::uint32_t b = ground.head(side);
    if ((net.y[a] <= y) == (net.y[b] <= y)) continue;
    const std::int64_t off = (net.x[b] - net.x[a]) * (y - net.y[a]) - (net.y[b] - net.y[a]) * (x - net.x[a]);
    if ((off > 0) == (net.y[b] > net.y[a])) within = !within;
  }
  return within;
}

/// The walk around the ground that an island lies in.
std::uint32_t Pockets::home_of(const TileGround& ground, const Walk& island) const {
  std::uint32_t home = none;
  const std::uint32_t node = ground.tail(sides_[island.first]);
  for (std::uint32_t i = 0; i < walks_.size(); ++i) {
    if (walks_[i].twice_area <= -island.twice_area) continue;
    if (home != none && walks_[i].twice_area >= walks_[home].twice_area) continue;
    if (holds(ground, walks_[i], node)) home = i;
  }
  return home;
}

void Pockets::fill(TileGround& ground, std::int32_t extent) {
  find(ground, extent);
  std::vector<std::uint32_t> pockets;
  for (std::uint32_t i = 0; i < walks_.size(); ++i) {
    if (is_pocket(i)) pockets.push_back(i);
  }
  if (pockets.empty()) return;
  std::map<std::uint32_t, std::vector<std::uint32_t>> borders;
  for (const std::uint32_t pocket : pockets) {
    const auto own = sides_of(walks_[pocket]);
    borders[pocket].assign(own.begin(), own.end());
  }
  for (const Walk& island : walks_) {
    if (island.twice_area > 0 || !island.within) continue;
    const auto at = borders.find(home_of(ground, island));
    if (at == borders.end()) continue;
    const auto own = sides_of(island);
    at->second.insert(at->second.end(), own.begin(), own.end());
  }
  const TileNet& net = ground.net();
  for (const auto& [pocket, sides] : borders) {
    std::map<UnitIndex, std::int64_t> shared;
    for (const std::uint32_t side : sides) {
      const std::uint32_t a = ground.tail(side);
      const std::uint32_t b = ground.head(side);
      const UnitIndex unit = ground.ground(side ^ 1U);
      if (!ground.is_nobodys(unit)) shared[unit] += std::abs(net.x[a] - net.x[b]) + std::abs(net.y[a] - net.y[b]);
    }
    if (shared.empty()) continue;
    const auto most = std::max_element(shared.begin(), shared.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    for (const std::uint32_t side : sides) ground.give(side, most->first);
  }
}

bool Pockets::open_one(TileNet& net, const TileGround& ground, std::span<const Arc> arcs, std::int32_t extent,
                       std::int64_t small) {
  find(ground, extent);
  closed_.clear();
  for (std::uint32_t i = 0; i < walks_.size(); ++i) {
    if (walks_[i].twice_area <= 2 * small || !is_pocket(i)) continue;
    if (closed_.empty()) find_closed_water(ground);
    if (open(i, net, ground, arcs)) return true;
  }
  return false;
}

void Pockets::find_closed_water(const TileGround& ground) {
  const auto add = [&](std::uint32_t a, std::uint32_t b) {
    closed_.push_back({a, b});
    closed_.push_back({b, a});
  };
  for (const TileGround::Edge& edge : ground.edges()) {
    if (edge.closed_water) add(edge.from, edge.to);
  }
  for (const TileGround::Seam& seam : ground.seams()) add(seam.from, seam.to);
  std::sort(closed_.begin(), closed_.end());
}

/// Looks for the nearest other ground of nobody, from the pocket along lines in which ground of nobody was crushed.
bool Pockets::open(std::uint32_t pocket, TileNet& net, const TileGround& ground, std::span<const Arc> arcs) {
  queue_.clear();
  from_.assign(net.x.size(), none);
  for (const std::uint32_t side : sides_of(walks_[pocket])) {
    const std::uint32_t node = ground.tail(side);
    if (from_[node] != none) continue;
    from_[node] = node;
    queue_.push_back(node);
  }
  for (std::size_t i = 0; i < queue_.size(); ++i) {
    const std::uint32_t node = queue_[i];
    if (other_ground_at(ground, node, pocket)) {
      mouth_ = {node};
      while (from_[mouth_.back()] != mouth_.back()) mouth_.push_back(from_[mouth_.back()]);
      if (cut_short(mouth_, pocket, net, ground, arcs)) return true;
      continue;
    }
    const std::pair<std::uint32_t, std::uint32_t> first{node, 0};
    for (auto at = std::lower_bound(closed_.begin(), closed_.end(), first); at != closed_.end() && at->first == node; ++at) {
      if (from_[at->second] != none) continue;
      from_[at->second] = node;
      queue_.push_back(at->second);
    }
  }
  return false;
}

bool Pockets::other_ground_at(const TileGround& ground, std::uint32_t node, std::uint32_t pocket) const {
  const auto leaving = ground.leaving(node);
  return std::any_of(leaving.begin(), leaving.end(), [&](std::uint32_t side) {
    return walk_of_[side] != none && walk_of_[side] != pocket;
  });
}

/// Lets a line that runs along the mouth go straight from the node before it to the node behind it.
bool Pockets::cut_short(std::span<const std::uint32_t> mouth, std::uint32_t pocket, TileNet& net,
                        const TileGround& ground, std::span<const Arc> arcs) const {
  const auto length = static_cast<std::uint32_t>(mouth.size());
  for (std::size_t c = 0; c < net.chains.size(); ++c) {
    TileNet::Chain& chain = net.chains[c];
    const Arc& arc = arcs[chain.arc];
    const bool land_left = !ground.is_nobodys(arc.left);
    if (land_left != ground.is_nobodys(arc.right)) continue;
    for (std::uint32_t i = chain.first + 1; i + length < chain.first + chain.count; ++i) {
      const auto part = std::span{net.walk}.subspan(i, length);
      if (!std::equal(part.begin(), part.end(), mouth.begin()) && !std::equal(part.begin(), part.end(), mouth.rbegin())) {
        continue;
      }
      if (!may_go({c, i, i + length - 1, land_left}, pocket, net, ground)) continue;
      net.walk.erase(net.walk.begin() + i, net.walk.begin() + i + length);
      chain.count -= length;
      for (std::size_t later = c + 1; later < net.chains.size(); ++later) net.chains[later].first -= length;
      return true;
    }
  }
  return false;
}

/// Whether between the headland and its chord lies nothing but land of one unit, convex and not larger than half
/// the pocket, with the pocket before it and other ground of nobody behind it, or the other way round.
bool Pockets::may_go(const Headland& headland, std::uint32_t pocket, const TileNet& net,
                     const TileGround& ground) const {
  const auto step = [&](std::uint32_t at, std::uint32_t lines) {
    const std::uint32_t edge = ground.edge_of_step(at);
    return edge != none && ground.edges()[edge].lines == lines ? edge : none;
  };
  const auto seam = [&](std::uint32_t at) {
    const auto [a, b] = std::minmax(net.walk[at], net.walk[at + 1]);
    const auto seams = ground.seams();
    const auto found = std::lower_bound(seams.begin(), seams.end(), std::pair{a, b}, [](const TileGround::Seam& s, const auto& nodes) {
      return std::pair{s.from, s.to} < nodes;
    });
    return found != seams.end() && found->from == a && found->to == b && found->lines == 2;
  };
  const auto shore_of = [&](std::uint32_t at) {  // the walk on the water side of a step
    const std::uint32_t edge = step(at, 1);
    if (edge == none) return none;
    const bool forward = ground.edges()[edge].from == net.walk[at];
    return walk_of_[2 * edge + (forward == headland.land_left ? 1 : 0)];
  };
  const std::uint32_t before = shore_of(headland.first - 1);
  const std::uint32_t behind = shore_of(headland.last);
  if (before == none || behind == none || before == behind || (before != pocket && behind != pocket)) return false;
  for (std::uint32_t at = headland.first; at < headland.last; ++at) {
    if (step(at, 2) == none && !seam(at)) return false;
  }
  const auto corners = std::span{net.walk}.subspan(headland.first - 1, headland.last - headland.first + 3);
  const std::size_t count = corners.size();
  const std::int64_t sign = headland.land_left ? 1 : -1;
  const auto corner = [&](std::size_t i) { return corners[i % count]; };
  std::int64_t twice_area = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (corner(i) == corner(i + 2) || sign * turn(net, corner(i), corner(i + 1), corner(i + 2)) <= 0) return false;
    twice_area += sign * turn(net, corner(0), corner(i), corner(i + 1));
  }
  if (2 * twice_area > walks_[pocket].twice_area) return false;
  for (const std::uint32_t side : ground.leaving(corners.front())) {
    if (ground.head(side) == corners.back()) return false;
  }
  for (std::size_t i = 1; i + 1 < count; ++i) {
    for (const std::uint32_t side : ground.leaving(corners[i])) {
      const std::uint32_t head = ground.head(side);
      if (head == corners[i - 1] || head == corners[i + 1]) continue;
      if (sign * turn(net, corners[i], corners[i + 1], head) >= 0 && sign * turn(net, corners[i], head, corners[i - 1]) >= 0) {
        return false;
      }
    }
  }
  for (std::uint32_t node = 0; node < net.x.size(); ++node) {
    bool outside = std::find(corners.begin(), corners.end(), node) != corners.end();
    for (std::size_t i = 0; i < count && !outside; ++i) outside = sign * turn(net, corner(i), corner(i + 1), node) < 0;
    if (!outside) return false;
  }
  return true;
}

}  // namespace merestone
