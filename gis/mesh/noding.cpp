// SPDX-License-Identifier: Apache-2.0
#include "gis/mesh/noding.hpp"

#include "gis/mesh/path_index.hpp"
#include "gis/mesh/vertices.hpp"

#include <algorithm>
#include <compare>
#include <stdexcept>
#include <utility>

namespace merestone {
namespace {

/// A bound of the parameter of an edge, from 0 at its start to 1 at its end.
struct Bound {
  Wide over = 0;
  Wide under = 1;  ///< > 0
  bool open = false;

  int compared(const Bound& other) const {
    const Wide mine = over * other.under;
    const Wide theirs = other.over * under;
    return mine < theirs ? -1 : mine > theirs;
  }
};

/// Whether the edge a b passes through the pixel of `p`: [p − ½, p + ½) in both coordinates. Exact.
bool passes(Position a, Position b, Position p) {
  Bound low{0, 1, false};
  Bound high{1, 1, false};
  const auto narrow = [&](std::int64_t from, std::int64_t to, std::int64_t centre) {
    const std::int64_t start = 2 * (from - centre) + 1;  // doubled, from the lower side of the pixel, which is 2 wide
    const std::int64_t run = 2 * (to - from);
    if (run == 0) return start >= 0 && start < 2;
    const Bound enters = run > 0 ? Bound{-start, run, false} : Bound{start - 2, -run, true};
    const Bound leaves = run > 0 ? Bound{2 - start, run, true} : Bound{start, -run, false};
    if (const int c = enters.compared(low); c > 0 || (c == 0 && enters.open)) low = enters;
    if (const int c = leaves.compared(high); c < 0 || (c == 0 && leaves.open)) high = leaves;
    return true;
  };
  if (!narrow(a.lon, b.lon, p.lon) || !narrow(a.lat, b.lat, p.lat)) return false;
  const int order = low.compared(high);
  return order < 0 || (order == 0 && !low.open && !high.open);
}

/// `over / under`, rounded to the nearest whole number, halves upwards; the rule of pixels.
std::int64_t nearest(Wide over, Wide under) {
  if (under < 0) over = -over, under = -under;
  const Wide doubled = 2 * over + under;
  const Wide whole = doubled / (2 * under);
  return static_cast<std::int64_t>(doubled % (2 * under) < 0 ? whole - 1 : whole);
}

/// The pixel in which the edges a b and c d cross. Products stay below 2^119.
Position crossing_of(Position a, Position b, Position c, Position d) {
  const Wide under = Wide{b.lon - a.lon} * (d.lat - c.lat) - Wide{b.lat - a.lat} * (d.lon - c.lon);
  const Wide along = Wide{c.lon - a.lon} * (d.lat - c.lat) - Wide{c.lat - a.lat} * (d.lon - c.lon);
  return {a.lon + nearest(along * (b.lon - a.lon), under), a.lat + nearest(along * (b.lat - a.lat), under)};
}

struct Line {
  Polyline path;
  std::vector<std::uint32_t> edge;  ///< by edge: which edge of the path given it is part of
  bool live = false;                ///< fresh, or an old one that was bent: it is led through vertices that it passes
  std::vector<char> looked{};       ///< by edge of a live one: whether it was compared with all others, as it now is
};

class Rounding {
 public:
  explicit Rounding(std::vector<Line>& lines) : lines_{lines} {}

  void run() {
    for (Line& line : lines_) line.looked.assign(line.live ? line.edge.size() : 0, 0);
    constexpr int more_than_ever = 1000;
    for (int pass = 0; pass < more_than_ever; ++pass) {
      if (!improve()) return;
    }
    throw std::logic_error{"snap rounding does not end"};
  }

 private:
  struct Edge {
    std::uint32_t line;
    std::uint32_t edge;
    friend auto operator<=>(const Edge&, const Edge&) = default;
  };
  struct Insertion {
    std::uint32_t line;
    std::uint32_t edge;
    Position at;
  };
  struct Crossing {
    Edge one;
    Edge other;
    Position at;
  };

  /// One pass: finds all positions to be put into edges, then puts them there. False when there are none, which
  /// means that no edge crosses or touches another elsewhere than at a common position. Edges that nothing was put
  /// into are not compared with each other again.
  ///
  /// An edge that passes vertices is led through these alone, and crosses others as it then runs: where it had met them
  /// before, at a rounded crossing, it meets them there again and not a hair beside.
  bool improve() {
    Mesh mesh;
    for (const Line& line : lines_) mesh.add(line.path, nobody, nobody);
    const PathIndex index{mesh};
    insertions_.clear();
    crossings_.clear();
    for (std::uint32_t l = 0; l < lines_.size(); ++l) {
      for (std::uint32_t e = 0; e < lines_[l].looked.size(); ++e) {
        if (lines_[l].looked[e] == 0) compare(mesh, index, l, e);
        lines_[l].looked[e] = 1;
      }
    }
    led_.clear();
    for (const Insertion& i : insertions_) led_.push_back({i.line, i.edge});
    std::sort(led_.begin(), led_.end());
    std::vector<Position> crossings;
    for (const Crossing& c : crossings_) {
      if (!is_led(c.one) && !is_led(c.other)) crossings.push_back(c.at);
    }
    std::sort(crossings.begin(), crossings.end());
    crossings.erase(std::unique(crossings.begin(), crossings.end()), crossings.end());
    for (const Position p : crossings) attract(mesh, index, p);
    return insert();
  }

  /// Whether vertices are put into the edge in this pass.
  bool is_led(const Edge& edge) const { return std::binary_search(led_.begin(), led_.end(), edge); }

  static Box around(Position a, Position b) {
    Box box;
    box.add(a);
    box.add(b);
    return {box.west - 1, box.south - 1, box.east + 1, box.north + 1};
  }

  static bool in_the_way(Position a, Position b, const Box& near, Position p) {
    return near.contains(p) && p != a && p != b && passes(a, b, p);
  }

  /// Leads edge `e` of line `l` through the vertices that it passes and others through its own ends, and notes where it
  /// crosses others.
  void compare(const Mesh& mesh, const PathIndex& index, std::uint32_t l, std::uint32_t e) {
    const Position a = lines_[l].path[e];
    const Position b = lines_[l].path[e + 1];
    const Box box = around(a, b);
    index.visit(box, [&](const PathIndex::Piece& piece) {
      for (std::uint32_t i = piece.first; i < piece.last; ++i) {
        const Position c = mesh.positions[i];
        const Position d = mesh.positions[i + 1];
        const Box other = around(c, d);
        if (!other.meets(box)) continue;
        for (const Position p : {c, d}) {
          if (in_the_way(a, b, box, p)) insertions_.push_back({l, e, p});
        }
        for (const Position p : {a, b}) {
          if (in_the_way(c, d, other, p)) insertions_.push_back({piece.arc, i - mesh.arcs[piece.arc].first, p});
        }
        if (meeting(a, b, c, d) != Meeting::cross) continue;
        crossings_.push_back({{l, e}, {piece.arc, i - mesh.arcs[piece.arc].first}, crossing_of(a, b, c, d)});
      }
      return true;
    });
  }

  /// Puts `p` into every edge that passes through its pixel, but for those that are led through vertices.
  void attract(const Mesh& mesh, const PathIndex& index, Position p) {
    index.visit(around(p, p), [&](const PathIndex::Piece& piece) {
      for (std::uint32_t i = piece.first; i < piece.last; ++i) {
        const Position a = mesh.positions[i];
        const Position b = mesh.positions[i + 1];
        const std::uint32_t edge = i - mesh.arcs[piece.arc].first;
        if (in_the_way(a, b, around(a, b), p) && !is_led({piece.arc, edge})) insertions_.push_back({piece.arc, edge, p});
      }
      return true;
    });
  }

  bool insert() {
    if (insertions_.empty()) return false;
    const auto along = [&](const Insertion& i) {  // no two pixels on one edge are equally far along it
      const Position a = lines_[i.line].path[i.edge];
      const Position b = lines_[i.line].path[i.edge + 1];
      return Wide{i.at.lon - a.lon} * (b.lon - a.lon) + Wide{i.at.lat - a.lat} * (b.lat - a.lat);
    };
    std::sort(insertions_.begin(), insertions_.end(), [&](const Insertion& x, const Insertion& y) {
      if (x.line != y.line) return x.line < y.line;
      return x.edge != y.edge ? x.edge < y.edge : along(x) < along(y);
    });
    for (auto first = insertions_.begin(); first != insertions_.end();) {
      Line& line = lines_[first->line];
      Line longer{{}, {}, true};
      auto next = first;
      for (std::uint32_t e = 0; e < line.path.size(); ++e) {
        longer.path.push_back(line.path[e]);
        const char looked = line.live && (next == insertions_.end() || next->line != first->line || next->edge != e) ? 1 : 0;
        for (; next != insertions_.end() && next->line == first->line && next->edge == e; ++next) {
          if (longer.path.back() == next->at) continue;
          longer.path.push_back(next->at);
          longer.edge.push_back(line.edge[e]);
          longer.looked.push_back(looked);
        }
        if (e + 1 == line.path.size()) continue;
        longer.edge.push_back(line.edge[e]);
        longer.looked.push_back(looked);
      }
      line = std::move(longer);
      first = next;
    }
    return true;
  }

  std::vector<Line>& lines_;
  std::vector<Insertion> insertions_;
  std::vector<Crossing> crossings_;
  std::vector<Edge> led_;  ///< sorted
};

/// From lines that share edges only as a whole to arcs that meet at ends only.
class Cutter {
 public:
  Cutter(std::span<const std::span<const Position>> old, std::vector<Line> lines, std::vector<std::uint32_t> line_of)
      : old_{old}, lines_{std::move(lines)}, line_of_{std::move(line_of)} {}

  Noding run(std::size_t fresh) {
    first_fresh_ = lines_.size() - fresh;
    number();
    find_nodes();
    result_.pieces.resize(old_.size());
    for (std::uint32_t p = 0; p < old_.size(); ++p) {
      if (line_of_[p] == fresh_arc) {
        result_.pieces[p].push_back(add(old_[p], p));
        continue;
      }
      cut(line_of_[p], p);
      tell_cut_edges(p);
    }
    if (!result_.collapsed.empty()) return std::move(result_);
    for (std::size_t l = first_fresh_; l < lines_.size(); ++l) cut(l, fresh_arc);
    for (std::size_t l = first_fresh_; l < lines_.size(); ++l) walk(l);
    return std::move(result_);
  }

 private:
  /// A step of a line along an edge.
  struct Step {
    std::uint32_t edge;
    bool ascending;  ///< from its smaller end
  };
  /// Part of a line between two nodes.
  struct Run {
    Polyline path;
    std::vector<Step> steps;
  };

  void number() {
    std::size_t positions = 0;
    for (const Line& line : lines_) positions += line.path.size();
    Vertices vertices{positions};
    VertexPairs edges{positions};
    for (const Line& line : lines_) {
      auto& ids = ids_.emplace_back();
      auto& steps = steps_.emplace_back();
      ids.reserve(line.path.size());
      steps.reserve(line.path.size());
      for (std::size_t i = 0; i < line.path.size(); ++i) {
        ids.push_back(vertices.number(line.path[i], hash_of(line.path[i]), i == 0 ? Vertices::none : ids.back()));
        if (i > 0) steps.push_back({edges.number(ids[i - 1], ids[i]), line.path[i - 1] < line.path[i]});
      }
    }
    node_.assign(vertices.at.size(), 0);
    side_of_.assign(edges.size(), Side{fresh_arc, true});
  }

  /// Ends of old paths, ends of fresh ones, and wherever the edges at a position are not two that go on.
  void find_nodes() {
    std::vector<char> seen(side_of_.size(), 0);
    std::vector<std::pair<int, int>> degree(node_.size());  // of old edges and fresh ones
    for (std::size_t l = 0; l < lines_.size(); ++l) {
      const bool old = l < first_fresh_;
      const std::vector<std::uint32_t>& ids = ids_[l];
      for (std::size_t i = 1; i < ids.size(); ++i) {
        if (std::exchange(seen[steps_[l][i - 1].edge], 1) != 0) continue;
        for (const std::uint32_t id : {ids[i - 1], ids[i]}) ++(old ? degree[id].first : degree[id].second);
      }
      for (std::size_t i = 1; i + 1 < ids.size(); ++i) {
        if (ids[i - 1] == ids[i + 1]) node_[ids[i]] = 1;  // it turns back there
      }
      const bool ring = !old && ids.front() == ids.back() && ids[1] != ids[ids.size() - 2];
      if (!ring) node_[ids.front()] = node_[ids.back()] = 1;
    }
    for (std::size_t id = 0; id < degree.size(); ++id) {
      const auto [old, fresh] = degree[id];
      if (old + fresh != 2 || (old > 0 && fresh > 0)) node_[id] = 1;
    }
  }

  Side add(std::span<const Position> path, std::uint32_t old_path) {
    const auto arc = static_cast<std::uint32_t>(result_.mesh.arcs.size());
    result_.mesh.add(path, nobody, nobody);
    result_.old_path.push_back(old_path);
    return {arc, true};
  }

  /// `turned`: the arc runs against the run.
  void take(const Run& run, Side arc, bool turned) {
    for (const Step step : run.steps) side_of_[step.edge] = {arc.arc, step.ascending != turned};
  }
  bool is_taken(Step step) const { return side_of_[step.edge].arc != fresh_arc; }

  void cut(std::size_t l, std::uint32_t old_path) {
    const bool old = old_path != fresh_arc;
    const Polyline& path = lines_[l].path;
    const std::vector<std::uint32_t>& ids = ids_[l];
    const auto is_node = [&](std::size_t i) { return node_[ids[i]] != 0; };
    const std::size_t edges = path.size() - 1;
    std::size_t start = 0;  // of a ring: its first node, so that arcs do not depend on where it begins
    if (!old && path.front() == path.back()) {
      while (start < edges && !is_node(start)) ++start;
      if (start == edges) return add_ring(l);
    }
    Run run{{path[start]}, {}};
    for (std::size_t k = 0; k < edges; ++k) {
      const std::size_t edge = (start + k) % edges;
      const Step step = steps_[l][edge];
      if (is_taken(step)) {
        if (old) result_.collapsed.push_back(path[edge]);
        run = {{path[edge + 1]}, {}};
        continue;
      }
      run.path.push_back(path[edge + 1]);
      run.steps.push_back(step);
      if (!is_node(edge + 1) && k + 1 < edges) continue;
      if (old) {
        result_.pieces[old_path].push_back(add(run.path, old_path));
        take(run, result_.pieces[old_path].back(), false);
      } else {
        add_fresh(run);
      }
      run = {{path[edge + 1]}, {}};
    }
  }

  void add_fresh(Run& run) {
    Polyline& path = run.path;
    const bool closed = path.front() == path.back();
    const bool turned = closed ? std::lexicographical_compare(path.rbegin(), path.rend(), path.begin(), path.end()) : path.back() < path.front();
    if (turned) std::reverse(path.begin(), path.end());
    take(run, add(path, fresh_arc), turned);
  }

  void add_ring(std::size_t l) {
    if (is_taken(steps_[l].front())) return;
    const Polyline& path = lines_[l].path;
    Run ring{Polyline(path.begin(), path.end() - 1), steps_[l]};
    std::rotate(ring.path.begin(), std::min_element(ring.path.begin(), ring.path.end()), ring.path.end());
    ring.path.push_back(ring.path.front());
    add_fresh(ring);
  }

  void walk(std::size_t l) {
    std::vector<Side>& sides = result_.walks.emplace_back();
    for (const Step step : steps_[l]) {
      const Side along = side_of_[step.edge];
      const Side side{along.arc, along.forward == step.ascending};
      if (sides.empty() || !(sides.back() == side)) sides.push_back(side);
    }
    if (sides.size() > 1 && sides.front() == sides.back()) sides.pop_back();  // a ring that begins inside an arc
  }

  void tell_cut_edges(std::uint32_t p) {
    const Line& line = lines_[line_of_[p]];
    for (std::size_t e = 1; e < line.edge.size(); ++e) {
      if (line.edge[e] != line.edge[e - 1]) continue;
      auto& all = result_.cut_edges;
      if (all.empty() || all.back().path != p || all.back().edge != line.edge[e]) all.push_back({p, line.edge[e], {}});
      all.back().through.push_back(line.path[e]);
    }
  }

  std::span<const std::span<const Position>> old_;
  std::vector<Line> lines_;
  std::vector<std::uint32_t> line_of_;  ///< by old path: its line, or `fresh_arc` where nothing comes near
  std::size_t first_fresh_ = 0;
  std::vector<std::vector<std::uint32_t>> ids_;  ///< by line: numbers of its positions
  std::vector<std::vector<Step>> steps_;         ///< by line
  std::vector<char> node_;                       ///< by number of a position
  std::vector<Side> side_of_;                    ///< by edge; `forward`: the arc runs from the smaller end; `fresh_arc`: none yet
  Noding result_;
};

Line line_along(std::span<const Position> path, bool live) {
  Line line{{}, {}, live};
  for (const Position p : path) {
    if (line.path.empty() || line.path.back() != p) line.path.push_back(p);
  }
  for (std::uint32_t e = 0; e + 1 < line.path.size(); ++e) line.edge.push_back(e);
  return line;
}

/// The old lines that take part: those near the fresh ones, and those near edges that were bent.
class Neighbourhood {
 public:
  Neighbourhood(std::span<const std::span<const Position>> old, std::span<const std::span<const Position>> fresh) : old_{old} {
    boxes_.reserve(old.size());
    for (const auto path : old) boxes_.push_back(box_of(path));
    line_of_.assign(old.size(), fresh_arc);
    for (const auto path : fresh) lines_.push_back(line_along(path, true));
    std::vector<Box> near;
    for (const auto path : fresh) near.push_back(wider(box_of(path)));
    take_in(near);
    do {
      Rounding{lines_}.run();
    } while (take_in(bent()));
  }

  std::vector<Line> take_lines() { return std::move(lines_); }
  std::vector<std::uint32_t> take_numbers() { return std::move(line_of_); }

 private:
  static Box wider(const Box& box) { return {box.west - 1, box.south - 1, box.east + 1, box.north + 1}; }

  bool take_in(const std::vector<Box>& near) {
    bool any = false;
    Box whole;
    for (const Box& box : near) whole.add(box);
    for (std::size_t p = 0; p < old_.size(); ++p) {
      if (line_of_[p] != fresh_arc || !boxes_[p].meets(whole)) continue;
      if (std::none_of(near.begin(), near.end(), [&](const Box& box) { return boxes_[p].meets(box); })) continue;
      line_of_[p] = count_;
      lines_.insert(lines_.begin() + count_++, line_along(old_[p], false));
      any = true;
    }
    return any;
  }

  /// Boxes of the old edges that were led through something.
  std::vector<Box> bent() const {
    std::vector<Box> all;
    for (std::size_t l = 0; l < count_; ++l) {
      const Line& line = lines_[l];
      for (std::size_t e = 0; e < line.edge.size(); ++e) {
        const bool whole = (e == 0 || line.edge[e - 1] != line.edge[e]) && (e + 1 == line.edge.size() || line.edge[e + 1] != line.edge[e]);
        if (!whole) all.push_back(wider(box_of({line.path.data() + e, 2})));
      }
    }
    return all;
  }

  std::span<const std::span<const Position>> old_;
  std::vector<Box> boxes_;
  std::vector<std::uint32_t> line_of_;  ///< by old path: its line, or `fresh_arc` where nothing comes near
  std::vector<Line> lines_;             ///< old ones, then fresh ones
  std::uint32_t count_ = 0;             ///< of old ones
};

}  // namespace

Noding node(std::span<const std::span<const Position>> old, std::span<const std::span<const Position>> fresh) {
  Neighbourhood near{old, fresh};
  return Cutter{old, near.take_lines(), near.take_numbers()}.run(fresh.size());
}

}  // namespace merestone
