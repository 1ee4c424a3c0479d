// SPDX-License-Identifier: Apache-2.0
#include "gis/boundaries/walking.hpp"

#include "gis/geometry/area.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace merestone {
namespace {

class Walk {
 public:
  explicit Walk(std::span<const LooseStretch> stretches) : stretches_{stretches}, walked_(stretches.size(), false) {
    order_.resize(stretches.size());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) { return id(a) < id(b); });
    Box box;
    for (const std::size_t i : order_) {
      box.add(box_of(stretches[i].path));
      joints_[first(i)].push_back(i);
      joints_[last(i)].push_back(i);
    }
    if (!box.empty()) {
      const double middle = degrees(box.south + box.north) / 2 * 3.14159265358979323846 / 180;
      eastwards_ = static_cast<double>(box.east - box.west) * std::cos(middle) > static_cast<double>(box.north - box.south);
    }
  }

  std::vector<BoundaryLine::Part> run() {
    // Pieces with ends first, so that only closed ones are left to start in their middle.
    for (const auto& [joint, meeting] : joints_) {
      if (meeting.size() == 2) continue;
      for (const std::size_t i : meeting) {
        if (!walked_[i]) walk(i, first(i) == joint);
      }
    }
    for (const std::size_t i : order_) {
      if (!walked_[i]) walk(i, true);
    }
    for (Piece& piece : pieces_) turn(piece);
    std::sort(pieces_.begin(), pieces_.end(), [&](const Piece& a, const Piece& b) { return comes_first(a, b); });
    std::vector<BoundaryLine::Part> parts;
    for (const Piece& piece : pieces_) {
      for (const Step& step : piece) parts.push_back({id(step.index), step.forward});
    }
    return parts;
  }

 private:
  struct Step {
    std::size_t index;
    bool forward;
  };
  using Piece = std::vector<Step>;

  StretchId id(std::size_t i) const { return stretches_[i].stretch; }
  Position first(std::size_t i) const { return stretches_[i].path.front(); }
  Position last(std::size_t i) const { return stretches_[i].path.back(); }
  Position start(Step step) const { return step.forward ? first(step.index) : last(step.index); }
  Position end(Step step) const { return step.forward ? last(step.index) : first(step.index); }

  void walk(std::size_t i, bool forward) {
    Piece piece;
    for (Step step{i, forward};;) {
      walked_[step.index] = true;
      piece.push_back(step);
      const std::vector<std::size_t>& meeting = joints_.at(end(step));
      if (meeting.size() != 2) break;
      const std::size_t next = meeting[0] == step.index ? meeting[1] : meeting[0];
      if (walked_[next]) break;
      step = {next, first(next) == end(step)};
    }
    pieces_.push_back(std::move(piece));
  }

  /// Whether `a` comes before `b` on the way.
  bool before(Position a, Position b) const {
    const auto key = [&](Position p) { return eastwards_ ? std::pair{p.lon, -p.lat} : std::pair{-p.lat, p.lon}; };
    return key(a) < key(b);
  }

  static void reverse(Piece& piece) {
    std::reverse(piece.begin(), piece.end());
    for (Step& step : piece) step.forward = !step.forward;
  }

  void turn(Piece& piece) const {
    if (start(piece.front()) != end(piece.back())) {
      if (before(end(piece.back()), start(piece.front()))) reverse(piece);
      return;
    }
    if (twice_area_of(piece) < 0) reverse(piece);
    std::rotate(piece.begin(),
                std::min_element(piece.begin(), piece.end(), [&](Step a, Step b) { return before(start(a), start(b)); }),
                piece.end());
  }

  Wide twice_area_of(const Piece& piece) const {
    const Position origin = start(piece.front());
    Wide sum = 0;
    for (const Step& step : piece) {
      const std::span<const Position> path = stretches_[step.index].path;
      Wide along = 0;
      for (std::size_t i = 1; i < path.size(); ++i) along += cross(origin, path[i - 1], path[i]);
      sum += step.forward ? along : -along;
    }
    return sum;
  }

  bool comes_first(const Piece& a, const Piece& b) const {
    const Position from_a = start(a.front());
    const Position from_b = start(b.front());
    if (from_a != from_b) return before(from_a, from_b);
    return id(a.front().index) < id(b.front().index);
  }

  std::span<const LooseStretch> stretches_;
  std::vector<std::size_t> order_;  ///< by id
  std::map<Position, std::vector<std::size_t>> joints_;
  std::vector<bool> walked_;
  std::vector<Piece> pieces_;
  bool eastwards_ = true;
};

}  // namespace

std::vector<BoundaryLine::Part> in_walking_order(std::span<const LooseStretch> stretches) {
  return Walk{stretches}.run();
}

}  // namespace merestone
