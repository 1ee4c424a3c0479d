// SPDX-License-Identifier: Apache-2.0
#include "gis/mesh/cutting.hpp"

#include "gis/mesh/measure.hpp"
#include "gis/mesh/numbering.hpp"

#include <algorithm>

namespace merestone {
namespace {

constexpr std::uint32_t none = 0xFFFFFFFFU;

/// For each vertex whether it is a node.
std::vector<bool> find_nodes(const NumberedRings& rings) {
  struct Neighbours {
    std::uint32_t low = none, high = none;
  };
  std::vector<Neighbours> seen(rings.at.size());
  std::vector<bool> node(rings.at.size(), false);
  for (std::size_t r = 0; r < rings.unit.size(); ++r) {
    const std::uint32_t* ids = rings.ids.data() + rings.first[r];
    const std::size_t n = rings.first[r + 1] - rings.first[r];
    for (std::size_t i = 0; i < n; ++i) {
      const std::uint32_t before = ids[i == 0 ? n - 1 : i - 1];
      const std::uint32_t after = ids[i + 1 == n ? 0 : i + 1];
      const auto [low, high] = std::minmax(before, after);
      Neighbours& known = seen[ids[i]];
      if (known.low == none) {
        known = {low, high};
        if (low == high) node[ids[i]] = true;
      } else if (known.low != low || known.high != high) {
        node[ids[i]] = true;
      }
    }
  }
  return node;
}

/// A border as it was first met: `count` numbers of a ring from `start` on, wrapping round.
struct Border {
  std::uint32_t ring;
  std::uint32_t start;
  std::uint32_t count;
  UnitIndex left = nobody;
  UnitIndex right = nobody;
  bool one_ring = true;  ///< no other ring walks it
};

class Cutter {
 public:
  Cutter(const NumberedRings& rings, const std::vector<bool>& node) : rings_{rings}, node_{node} {
    std::size_t size = 64;
    while (size < rings.ids.size() / 3) size *= 2;
    slots_.assign(size, none);
  }

  CutRings cut() {
    for (std::uint32_t r = 0; r < rings_.unit.size(); ++r) cut_ring(r);
    return sorted();
  }

 private:
  std::uint32_t id(std::uint32_t ring, std::size_t i) const {
    const std::size_t n = rings_.first[ring + 1] - rings_.first[ring];
    return rings_.ids[rings_.first[ring] + (i >= n ? i - n : i)];
  }

  void cut_ring(std::uint32_t r) {
    const auto n = static_cast<std::uint32_t>(rings_.first[r + 1] - rings_.first[r]);
    std::uint32_t start = 0;
    while (start < n && !node_[id(r, start)]) ++start;
    if (start == n) return add_loop(r, n);
    for (std::uint32_t from = start; from < start + n;) {
      std::uint32_t to = from + 1;
      while (!node_[id(r, to >= 2 * n ? to - 2 * n : to)]) ++to;
      add(r, from >= n ? from - n : from, to - from + 1);
      from = to;
    }
  }

  /// A ring without nodes starts at its smallest position, whoever delivers it.
  void add_loop(std::uint32_t r, std::uint32_t n) {
    std::uint32_t least = 0;
    for (std::uint32_t i = 1; i < n; ++i) {
      if (rings_.at[id(r, i)] < rings_.at[id(r, least)]) least = i;
    }
    add(r, least, n + 1);
  }

  void add(std::uint32_t r, std::uint32_t start, std::uint32_t count) {
    const std::uint64_t forward = key(id(r, start), id(r, start + 1));
    const std::uint64_t backward = key(at(r, start + count - 1), at(r, start + count - 2));
    const bool ahead = forward <= backward;
    Border& border = find_or_add(std::min(forward, backward), {r, start, count, nobody, nobody, true});
    // `left` and `right` are kept as seen along the direction of the smaller key.
    UnitIndex& side = ahead ? border.left : border.right;
    const UnitIndex unit = rings_.unit[r];
    border.one_ring = border.one_ring && border.ring == r;
    if (side == nobody) {
      side = unit;
    } else {
      extra_.push_back({static_cast<std::uint32_t>(&border - borders_.data()), ahead, unit});
    }
  }
  std::uint32_t at(std::uint32_t r, std::size_t i) const {
    const std::size_t n = rings_.first[r + 1] - rings_.first[r];
    return rings_.ids[rings_.first[r] + i % n];
  }
  static std::uint64_t key(std::uint32_t a, std::uint32_t b) { return std::uint64_t{a} << 32 | b; }
  std::uint64_t key_of(const Border& b) const {
    return std::min(key(at(b.ring, b.start), at(b.ring, b.start + 1)),
                    key(at(b.ring, b.start + b.count - 1), at(b.ring, b.start + b.count - 2)));
  }

  Border& find_or_add(std::uint64_t wanted, const Border& fresh) {
    if (2 * borders_.size() >= slots_.size()) grow();
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t slot = mixed(wanted) & mask;; slot = (slot + 1) & mask) {
      if (slots_[slot] == none) {
        slots_[slot] = static_cast<std::uint32_t>(borders_.size());
        borders_.push_back(fresh);
        return borders_.back();
      }
      if (key_of(borders_[slots_[slot]]) == wanted) return borders_[slots_[slot]];
    }
  }
  static std::uint64_t mixed(std::uint64_t k) {
    k *= 0x9E3779B97F4A7C15ULL;
    return k ^ (k >> 29);
  }
  void grow() {
    std::vector<std::uint32_t> larger(2 * slots_.size(), none);
    for (std::uint32_t i = 0; i < borders_.size(); ++i) {
      std::size_t slot = mixed(key_of(borders_[i])) & (larger.size() - 1);
      while (larger[slot] != none) slot = (slot + 1) & (larger.size() - 1);
      larger[slot] = i;
    }
    slots_.swap(larger);
  }

  /// The order and direction of arcs follow from their positions alone.
  CutRings sorted() {
    struct Item {
      Position first, second;
      std::uint32_t border;
      bool reversed;   ///< against the way the border was met
      bool swapped;    ///< against the direction of its smaller key
    };
    std::vector<Item> items;
    items.reserve(borders_.size());
    std::size_t total = 0;
    for (std::uint32_t i = 0; i < borders_.size(); ++i) {
      const Border& b = borders_[i];
      total += b.count;
      const auto p = [&](std::size_t k) { return rings_.at[at(b.ring, b.start + k)]; };
      const Position ends[2] = {p(0), p(b.count - 1)};
      const Position inner[2] = {p(1), p(b.count - 2)};
      const bool reversed = ends[1] < ends[0] || (ends[0] == ends[1] && inner[1] < inner[0]);
      const bool key_reversed = key(at(b.ring, b.start + b.count - 1), at(b.ring, b.start + b.count - 2)) <
                                key(at(b.ring, b.start), at(b.ring, b.start + 1));
      items.push_back({ends[reversed], inner[reversed], i, reversed, reversed != key_reversed});
    }
    std::sort(items.begin(), items.end(), [](const Item& a, const Item& b) {
      return a.first != b.first ? a.first < b.first : a.second < b.second;
    });
    CutRings result;
    result.mesh.positions.reserve(total);
    result.mesh.arcs.reserve(items.size());
    std::vector<std::uint32_t> rank(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
      const Border& b = borders_[items[i].border];
      rank[items[i].border] = static_cast<std::uint32_t>(i);
      result.mesh.arcs.push_back({static_cast<std::uint32_t>(result.mesh.positions.size()), b.count,
                                  items[i].swapped ? b.right : b.left, items[i].swapped ? b.left : b.right});
      for (std::size_t k = 0; k < b.count; ++k) {
        result.mesh.positions.push_back(rings_.at[at(b.ring, b.start + (items[i].reversed ? b.count - 1 - k : k))]);
      }
      if (b.left != nobody && b.left == b.right) {
        const auto kind = b.one_ring ? MeshFaultKind::dangle : MeshFaultKind::inner_border;
        result.faults.push_back({kind, result.mesh.path(i)[0], b.left, b.left, 0, sphere_length_m(result.mesh.path(i)), 0});
      }
    }
    for (ExtraClaim claim : extra_) {
      const Item& item = items[rank[claim.arc]];
      result.extra.push_back({rank[claim.arc], claim.forward != item.swapped, claim.unit});
    }
    return result;
  }

  const NumberedRings& rings_;
  const std::vector<bool>& node_;
  std::vector<Border> borders_;
  std::vector<std::uint32_t> slots_;
  std::vector<ExtraClaim> extra_;
};

}  // namespace

CutRings cut_rings(const RingSet& rings) {
  const NumberedRings numbered = number_rings(rings);
  const std::vector<bool> node = find_nodes(numbered);
  return Cutter{numbered, node}.cut();
}

}  // namespace merestone
