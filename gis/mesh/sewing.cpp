// SPDX-License-Identifier: Apache-2.0
#include "gis/mesh/sewing.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace merestone {
namespace {

struct PositionHash {
  std::size_t operator()(Position p) const noexcept { return static_cast<std::size_t>(hash_of(p)); }
};
using Segment = std::pair<Position, Position>;
struct SegmentHash {
  std::size_t operator()(const Segment& s) const noexcept {
    return static_cast<std::size_t>(hash_of(s.first) * 31 + hash_of(s.second));
  }
};

/// A place on an old path: a position or the segment that begins there.
struct OldPlace {
  std::uint32_t path;
  std::uint32_t index;
};

class Sewer {
 public:
  Sewer(std::span<const std::span<const Position>> old_paths, const Mesh& fresh) : old_{old_paths}, fresh_{fresh} {
    sewing_.cuts.resize(old_paths.size());
    for (std::uint32_t p = 0; p < old_paths.size(); ++p) {
      const auto path = old_paths[p];
      for (std::uint32_t i = 0; i < path.size(); ++i) {
        positions_.emplace(path[i], OldPlace{p, i});
        if (i + 1 < path.size()) segments_.emplace(std::minmax(path[i], path[i + 1]), OldPlace{p, i});
      }
    }
  }

  Sewing run() {
    for (std::uint32_t arc = 0; arc < fresh_.arcs.size(); ++arc) {
      const Arc& a = fresh_.arcs[arc];
      if (old_.empty() || (a.left != nobody && a.right != nobody)) sewing_.fresh.push_back({arc, 0, a.count - 1});
      else walk(arc);
    }
    for (auto& cuts : sewing_.cuts) {
      std::sort(cuts.begin(), cuts.end());
      cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    }
    return std::move(sewing_);
  }

 private:
  /// Where on an old path the way from a to b runs, if it does, and whether in its direction.
  struct Along {
    bool found = false;
    OldPlace place{};
    bool forward = true;
  };
  Along along(Position a, Position b) const {
    const auto found = segments_.find(std::minmax(a, b));
    if (found == segments_.end()) return {};
    return {true, found->second, old_[found->second.path][found->second.index] == a};
  }

  static bool goes_on(const Along& one, const Along& next) {
    if (!one.found || !next.found || one.place.path != next.place.path || one.forward != next.forward) return false;
    return one.forward ? next.place.index == one.place.index + 1 : next.place.index + 1 == one.place.index;
  }

  void walk(std::uint32_t arc) {
    const auto path = fresh_.path(fresh_.arcs[arc]);
    cut(path.front());
    cut(path.back());
    for (std::uint32_t first = 0; first + 1 < path.size();) {
      const Along begin = along(path[first], path[first + 1]);
      std::uint32_t last = first + 1;
      for (Along now = begin; last + 1 < path.size(); ++last) {
        const Along next = along(path[last], path[last + 1]);
        if (begin.found ? !goes_on(now, next) : next.found || positions_.contains(path[last])) break;
        now = next;
      }
      if (begin.found) add_seam(arc, begin, last - first);
      else sewing_.fresh.push_back({arc, first, last});
      cut(path[first]);
      cut(path[last]);
      first = last;
    }
  }

  void add_seam(std::uint32_t arc, const Along& begin, std::uint32_t segments) {
    const auto [path, index] = begin.place;
    const PathPart part = begin.forward ? PathPart{path, index, index + segments}
                                        : PathPart{path, index + 1 - segments, index + 1};
    sewing_.seams.push_back({part, arc, begin.forward});
  }

  /// Notes that old paths end at `p`, where they run through it.
  void cut(Position p) {
    for (auto [at, end] = positions_.equal_range(p); at != end; ++at) {
      const auto [path, index] = at->second;
      if (index != 0 && index + 1 != old_[path].size()) sewing_.cuts[path].push_back(index);
    }
  }

  std::span<const std::span<const Position>> old_;
  const Mesh& fresh_;
  std::unordered_multimap<Position, OldPlace, PositionHash> positions_;
  std::unordered_map<Segment, OldPlace, SegmentHash> segments_;
  Sewing sewing_;
};

}  // namespace

Sewing sew(std::span<const std::span<const Position>> old_paths, const Mesh& fresh) { return Sewer{old_paths, fresh}.run(); }

}  // namespace merestone
