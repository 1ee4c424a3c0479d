// SPDX-License-Identifier: Apache-2.0
#include "gis/mesh/arrangement.hpp"

#include "gis/geometry/ray.hpp"

#include <algorithm>
#include <optional>

namespace merestone {
namespace {

constexpr std::uint32_t none = 0xFFFFFFFFU;

std::uint32_t number(std::size_t arc, bool forward) { return static_cast<std::uint32_t>(2 * arc + (forward ? 0 : 1)); }
std::uint32_t twin(std::uint32_t side) { return side ^ 1U; }

Wide origin_cross(Position a, Position b) { return Wide{a.lon} * b.lat - Wide{a.lat} * b.lon; }

bool upper_half(Position origin, Position p) {
  return p.lat > origin.lat || (p.lat == origin.lat && p.lon > origin.lon);
}

/// Counter-clockwise order of two directions out of `origin`, from due east.
bool before(Position origin, Position a, Position b) {
  const bool a_up = upper_half(origin, a);
  const bool b_up = upper_half(origin, b);
  return a_up != b_up ? a_up : cross(origin, a, b) > 0;
}

/// Numbers equal end positions alike.
class Nodes {
 public:
  explicit Nodes(const Mesh& mesh) {
    std::size_t size = 16;
    while (size < 3 * mesh.arcs.size()) size *= 2;
    slots_.assign(size, none);
    start.reserve(mesh.arcs.size());
    end.reserve(mesh.arcs.size());
    for (const Arc& arc : mesh.arcs) {
      const auto path = mesh.path(arc);
      start.push_back(number_of(path.front()));
      end.push_back(number_of(path.back()));
    }
  }
  std::size_t count() const { return at.size(); }

  std::vector<std::uint32_t> start, end;  ///< by arc
  std::vector<Position> at;

 private:
  std::uint32_t number_of(Position p) {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t slot = hash_of(p) & mask;; slot = (slot + 1) & mask) {
      if (slots_[slot] == none) {
        slots_[slot] = static_cast<std::uint32_t>(at.size());
        at.push_back(p);
        return slots_[slot];
      }
      if (at[slots_[slot]] == p) return slots_[slot];
    }
  }
  std::vector<std::uint32_t> slots_;
};

class Tracer {
 public:
  explicit Tracer(const Mesh& mesh) : mesh_{mesh}, nodes_{mesh} {}

  Arrangement trace() {
    drop_dead_ends();
    order_departures();
    result_.cycle_of_side.assign(2 * mesh_.arcs.size(), none);
    summarise_arcs();
    walk();
    find_homes();
    return std::move(result_);
  }

 private:
  /// Follows chains of arcs that end in a node of degree one, as deep as they go.
  void drop_dead_ends() {
    dead_.assign(mesh_.arcs.size(), false);
    std::vector<std::uint32_t> degree(nodes_.count(), 0);
    for (std::size_t arc = 0; arc < mesh_.arcs.size(); ++arc) {
      ++degree[nodes_.start[arc]];
      ++degree[nodes_.end[arc]];
    }
    if (std::find(degree.begin(), degree.end(), 1U) == degree.end()) return;
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t arc = 0; arc < mesh_.arcs.size(); ++arc) {
        if (dead_[arc] || (degree[nodes_.start[arc]] != 1 && degree[nodes_.end[arc]] != 1)) continue;
        dead_[arc] = changed = true;
        --degree[nodes_.start[arc]];
        --degree[nodes_.end[arc]];
      }
    }
  }

  /// The position met after the start of a side.
  Position second(std::uint32_t side) const {
    const auto path = mesh_.path(side / 2);
    return side % 2 == 0 ? path[1] : path[path.size() - 2];
  }
  std::uint32_t origin(std::uint32_t side) const {
    return side % 2 == 0 ? nodes_.start[side / 2] : nodes_.end[side / 2];
  }

  /// For every node the sides that leave it, counter-clockwise, in one flat list.
  void order_departures() {
    first_.assign(nodes_.count() + 1, 0);
    const auto sides = static_cast<std::uint32_t>(2 * mesh_.arcs.size());
    for (std::uint32_t side = 0; side < sides; ++side) {
      if (!dead_[side / 2]) ++first_[origin(side) + 1];
    }
    for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
    departures_.resize(first_.back());
    std::vector<std::uint32_t> fill(first_.begin(), first_.end() - 1);
    for (std::uint32_t side = 0; side < sides; ++side) {
      if (!dead_[side / 2]) departures_[fill[origin(side)]++] = side;
    }
    place_.resize(sides);
    for (std::size_t node = 0; node < nodes_.count(); ++node) {
      std::sort(departures_.begin() + first_[node], departures_.begin() + first_[node + 1],
                [&](std::uint32_t a, std::uint32_t b) {
                  return a != b && before(nodes_.at[node], second(a), second(b));
                });
      for (std::uint32_t i = first_[node]; i < first_[node + 1]; ++i) place_[departures_[i]] = i;
    }
  }

  void summarise_arcs() {
    area_.resize(mesh_.arcs.size());
    smallest_.resize(mesh_.arcs.size());
    for (std::size_t arc = 0; arc < mesh_.arcs.size(); ++arc) {
      const auto path = mesh_.path(arc);
      Wide sum = 0;
      Position least = path[0];
      for (std::size_t i = 1; i < path.size(); ++i) {
        sum += origin_cross(path[i - 1], path[i]);
        if (path[i] < least) least = path[i];
      }
      area_[arc] = sum;
      smallest_[arc] = least;
    }
  }

  /// The side that follows `side` when its ground is kept on the left: the sharpest left turn.
  std::uint32_t next(std::uint32_t side) const {
    const std::uint32_t back = twin(side);
    const std::uint32_t node = origin(back);
    const std::uint32_t at = place_[back];
    return departures_[at == first_[node] ? first_[node + 1] - 1 : at - 1];
  }

  void walk() {
    const auto sides = static_cast<std::uint32_t>(2 * mesh_.arcs.size());
    for (std::uint32_t start = 0; start < sides; ++start) {
      if (dead_[start / 2] || result_.cycle_of_side[start] != none) continue;
      const auto id = static_cast<std::uint32_t>(result_.cycles.size());
      Cycle cycle;
      Position least = smallest_[start / 2];
      for (std::uint32_t side = start; result_.cycle_of_side[side] == none; side = next(side)) {
        result_.cycle_of_side[side] = id;
        cycle.sides.push_back({side / 2, side % 2 == 0});
        cycle.twice_area += side % 2 == 0 ? area_[side / 2] : -area_[side / 2];
        least = std::min(least, smallest_[side / 2]);
      }
      result_.cycles.push_back(std::move(cycle));
      result_.smallest.push_back(least);
    }
  }

  /// Arcs by the band of latitude they touch.
  void fill_bands() {
    Box box;
    for (const Position p : mesh_.positions) box.add(p);
    south_ = box.south;
    bands_ = std::clamp<std::size_t>(mesh_.arcs.size() / 8, 1, 4096);
    band_height_ = (box.north - box.south) / static_cast<std::int64_t>(bands_) + 1;
    band_first_.assign(bands_ + 1, 0);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> span(mesh_.arcs.size());
    for (std::size_t arc = 0; arc < mesh_.arcs.size(); ++arc) {
      const Box own = box_of(mesh_.path(arc));
      span[arc] = {band(own.south), band(own.north)};
      for (std::uint32_t b = span[arc].first; b <= span[arc].second; ++b) ++band_first_[b + 1];
    }
    for (std::size_t i = 1; i <= bands_; ++i) band_first_[i] += band_first_[i - 1];
    band_arcs_.resize(band_first_.back());
    std::vector<std::uint32_t> fill(band_first_.begin(), band_first_.end() - 1);
    for (std::uint32_t arc = 0; arc < mesh_.arcs.size(); ++arc) {
      for (std::uint32_t b = span[arc].first; b <= span[arc].second; ++b) band_arcs_[fill[b]++] = arc;
    }
  }
  std::uint32_t band(std::int64_t lat) const { return static_cast<std::uint32_t>((lat - south_) / band_height_); }

  /// The cycle on the east of the segment that a ray westwards from `p` meets first.
  std::uint32_t cycle_west_of(Position p) const {
    std::uint32_t found = none;
    std::optional<ParallelCrossing> nearest;
    const std::uint32_t b = band(p.lat);
    for (std::uint32_t i = band_first_[b]; i < band_first_[b + 1]; ++i) {
      const std::uint32_t arc = band_arcs_[i];
      if (dead_[arc] || smallest_[arc].lon >= p.lon) continue;
      const auto path = mesh_.path(arc);
      for (std::size_t k = 1; k < path.size(); ++k) {
        const auto crossing = ParallelCrossing::of(path[k - 1], path[k], p.lat);
        if (!crossing || !crossing->west_of(p.lon)) continue;
        if (nearest && !nearest->west_of(*crossing)) continue;
        nearest = crossing;
        found = result_.cycle_of_side[number(arc, !crossing->rises())];
      }
    }
    return found;
  }

  void find_homes() {
    const auto count = static_cast<std::uint32_t>(result_.cycles.size());
    result_.face_of_cycle.assign(count, none);
    std::vector<std::uint32_t> west(count, none);
    bool banded = false;
    for (std::uint32_t cycle = 0; cycle < count; ++cycle) {
      if (result_.cycles[cycle].twice_area > 0) {
        result_.face_of_cycle[cycle] = cycle;
        continue;
      }
      if (!banded) fill_bands();
      banded = true;
      west[cycle] = cycle_west_of(result_.smallest[cycle]);
    }
    for (std::uint32_t cycle = 0; cycle < count; ++cycle) {  // what lies west of a hole may be another hole of the same face
      std::uint32_t home = cycle;
      while (home != none && result_.cycles[home].twice_area <= 0) home = west[home];
      result_.face_of_cycle[cycle] = home;
    }
  }

  const Mesh& mesh_;
  Nodes nodes_;
  std::vector<bool> dead_;
  std::vector<std::uint32_t> first_, departures_, place_;
  std::vector<Wide> area_;
  std::vector<Position> smallest_;
  std::int64_t south_ = 0, band_height_ = 1;
  std::size_t bands_ = 1;
  std::vector<std::uint32_t> band_first_, band_arcs_;
  Arrangement result_;
};

}  // namespace

Arrangement arrange(const Mesh& mesh) { return Tracer{mesh}.trace(); }

}  // namespace merestone
