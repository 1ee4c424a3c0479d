// SPDX-License-Identifier: Apache-2.0
#include "gis/relief/assignment.hpp"

#include "gis/geodesy/geodesic.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <queue>

namespace merestone {
namespace {

/// A shelter within reach of a place.
struct Way {
  std::size_t from = 0, to = 0;
  double distance_m = 0;
};

/// All of them, by place, nearest first.
std::vector<Way> ways_between(std::span<const PeopleAt> places, std::span<const Refuge> refuges) {
  std::vector<std::size_t> by_lat(refuges.size());
  std::iota(by_lat.begin(), by_lat.end(), std::size_t{0});
  std::sort(by_lat.begin(), by_lat.end(), [&](std::size_t a, std::size_t b) { return refuges[a].position.lat < refuges[b].position.lat; });
  double widest = 0;
  for (const Refuge& refuge : refuges) widest = std::max(widest, refuge.radius_m);
  // A degree of latitude is 110,574 m at least.
  const auto reach = static_cast<std::int64_t>(std::ceil(widest / 110'000 * 1e9));
  std::vector<Way> ways;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (places[i].people <= 0) continue;
    const std::size_t first_way = ways.size();
    const std::int64_t south = places[i].position.lat - reach, north = places[i].position.lat + reach;
    auto at = std::lower_bound(by_lat.begin(), by_lat.end(), south, [&](std::size_t r, std::int64_t lat) { return refuges[r].position.lat < lat; });
    for (; at != by_lat.end() && refuges[*at].position.lat <= north; ++at) {
      const double distance = distance_m(places[i].position, refuges[*at].position);
      if (distance <= refuges[*at].radius_m) ways.push_back({i, *at, distance});
    }
    std::sort(ways.begin() + static_cast<std::ptrdiff_t>(first_way), ways.end(), [](const Way& a, const Way& b) {
      return a.distance_m != b.distance_m ? a.distance_m < b.distance_m : a.to < b.to;
    });
  }
  return ways;
}

Assignment summed(std::span<const PeopleAt> places, std::span<const Refuge> refuges, const std::vector<Way>& ways, std::vector<Allocation> allocations) {
  Assignment result;
  std::sort(allocations.begin(), allocations.end(), [](const Allocation& a, const Allocation& b) { return a.from != b.from ? a.from < b.from : a.to < b.to; });
  result.allocations = std::move(allocations);
  result.load.assign(refuges.size(), 0);
  for (const PeopleAt& place : places) result.unserved.push_back(std::max<std::int64_t>(0, place.people));
  result.out_of_reach = result.unserved;
  for (const Way& way : ways) result.out_of_reach[way.from] = 0;
  for (const Allocation& a : result.allocations) {
    result.load[a.to] += a.people;
    result.unserved[a.from] -= a.people;
    result.served += a.people;
    result.person_metres += static_cast<double>(a.people) * a.distance_m;
  }
  return result;
}

/// Places and shelters that ways join, directly or through others: what one of them decides does not touch another.
class Groups {
 public:
  Groups(std::size_t places, std::size_t refuges, const std::vector<Way>& ways) : parent_(places + refuges) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    for (const Way& way : ways) parent_[find(way.from)] = find(places + way.to);
  }
  std::size_t find(std::size_t node) {
    while (parent_[node] != node) node = parent_[node] = parent_[parent_[node]];
    return node;
  }

 private:
  std::vector<std::size_t> parent_;
};

/// Successive shortest ways with potentials (Edmonds and Karp 1972). Costs are whole millimetres, so that sums are exact.
class Flow {
 public:
  explicit Flow(std::size_t nodes) : first_(nodes), potential_(nodes, 0) {}

  std::size_t add(std::size_t from, std::size_t to, std::int64_t capacity, std::int64_t cost) {
    const std::size_t edge = edges_.size();
    edges_.push_back({to, capacity, cost});
    edges_.push_back({from, 0, -cost});
    first_[from].push_back(edge);
    first_[to].push_back(edge + 1);
    return edge;
  }

  void run(std::size_t source, std::size_t sink) {
    while (search(source, sink)) {
      std::int64_t amount = std::numeric_limits<std::int64_t>::max();
      for (std::size_t node = sink; node != source; node = edges_[into_[node] ^ 1U].to) amount = std::min(amount, edges_[into_[node]].left);
      for (std::size_t node = sink; node != source; node = edges_[into_[node] ^ 1U].to) {
        edges_[into_[node]].left -= amount;
        edges_[into_[node] ^ 1U].left += amount;
      }
    }
  }
  std::int64_t through(std::size_t edge) const { return edges_[edge ^ 1U].left; }

 private:
  struct Edge {
    std::size_t to;
    std::int64_t left;
    std::int64_t cost;
  };
  static constexpr std::int64_t far = std::numeric_limits<std::int64_t>::max();

  bool search(std::size_t source, std::size_t sink) {
    std::vector<std::int64_t> distance(first_.size(), far);
    into_.assign(first_.size(), 0);
    using Entry = std::pair<std::int64_t, std::size_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    distance[source] = 0;
    queue.emplace(0, source);
    while (!queue.empty()) {
      const auto [so_far, node] = queue.top();
      queue.pop();
      if (so_far > distance[node]) continue;
      for (const std::size_t edge : first_[node]) {
        const Edge& e = edges_[edge];
        if (e.left <= 0) continue;
        const std::int64_t next = so_far + e.cost + potential_[node] - potential_[e.to];
        if (next >= distance[e.to]) continue;
        distance[e.to] = next;
        into_[e.to] = edge;
        queue.emplace(next, e.to);
      }
    }
    if (distance[sink] == far) return false;
    for (std::size_t i = 0; i < potential_.size(); ++i) {
      if (distance[i] != far) potential_[i] += distance[i];
    }
    return true;
  }

  std::vector<Edge> edges_;
  std::vector<std::vector<std::size_t>> first_;
  std::vector<std::int64_t> potential_;
  std::vector<std::size_t> into_;
};

/// One group by itself.
void solve(std::span<const PeopleAt> places, std::span<const Refuge> refuges, std::span<const Way> ways, std::vector<Allocation>& allocations) {
  std::vector<std::size_t> from, to;
  for (const Way& way : ways) from.push_back(way.from), to.push_back(way.to);
  const auto unique = [](std::vector<std::size_t>& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  };
  unique(from), unique(to);
  const auto node_of = [](const std::vector<std::size_t>& list, std::size_t value) {
    return static_cast<std::size_t>(std::lower_bound(list.begin(), list.end(), value) - list.begin());
  };
  const std::size_t source = from.size() + to.size(), sink = source + 1;
  Flow flow{sink + 1};
  for (std::size_t i = 0; i < from.size(); ++i) flow.add(source, i, places[from[i]].people, 0);
  for (std::size_t i = 0; i < to.size(); ++i) flow.add(from.size() + i, sink, std::max<std::int64_t>(0, refuges[to[i]].capacity), 0);
  std::vector<std::size_t> edges;
  for (const Way& way : ways) {
    edges.push_back(flow.add(node_of(from, way.from), from.size() + node_of(to, way.to), places[way.from].people, std::llround(way.distance_m * 1000)));
  }
  flow.run(source, sink);
  for (std::size_t i = 0; i < ways.size(); ++i) {
    if (const std::int64_t people = flow.through(edges[i]); people > 0) allocations.push_back({ways[i].from, ways[i].to, people, ways[i].distance_m});
  }
}

}  // namespace

Assignment to_nearest(std::span<const PeopleAt> places, std::span<const Refuge> refuges) {
  const std::vector<Way> ways = ways_between(places, refuges);
  std::vector<Allocation> allocations;
  for (std::size_t i = 0; i < ways.size(); ++i) {
    if (i > 0 && ways[i - 1].from == ways[i].from) continue;
    allocations.push_back({ways[i].from, ways[i].to, places[ways[i].from].people, ways[i].distance_m});
  }
  return summed(places, refuges, ways, std::move(allocations));
}

Assignment within_capacity(std::span<const PeopleAt> places, std::span<const Refuge> refuges) {
  const std::vector<Way> ways = ways_between(places, refuges);
  Groups groups{places.size(), refuges.size(), ways};
  std::vector<std::pair<std::size_t, std::size_t>> order;  // group, way
  for (std::size_t i = 0; i < ways.size(); ++i) order.emplace_back(groups.find(ways[i].from), i);
  std::sort(order.begin(), order.end());
  std::vector<Allocation> allocations;
  std::vector<Way> group;
  for (std::size_t i = 0; i < order.size(); ++i) {
    group.push_back(ways[order[i].second]);
    if (i + 1 < order.size() && order[i + 1].first == order[i].first) continue;
    solve(places, refuges, group, allocations);
    group.clear();
  }
  return summed(places, refuges, ways, std::move(allocations));
}

}  // namespace merestone
