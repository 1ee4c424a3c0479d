// SPDX-License-Identifier: Apache-2.0
#include "gis/proposals/band.hpp"

#include "gis/base/error.hpp"
#include "gis/geodesy/geodesic.hpp"
#include "gis/proposals/noding.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <unordered_map>

namespace merestone {
namespace {

constexpr double same_place_m = 0.1;

struct PositionHash {
  std::size_t operator()(Position p) const noexcept { return hash_of(p); }
};

[[noreturn]] void refuse(const char* rule, std::optional<Position> at, const char* which = "",
                         std::vector<std::pair<std::string, std::string>> facts = {}) {
  Finding finding{.rule = rule, .subject = {"", which, ""}, .facts = std::move(facts)};
  if (at) finding.place = Place{degrees(at->lon), degrees(at->lat)};
  throw Error{Fault::invalid, rule, {std::move(finding)}};
}

bool is_ring(const Polyline& path) { return path.front() == path.back(); }

Wide twice_area_of_ring(const Polyline& closed) {
  return twice_area(std::span{closed}.first(closed.size() - 1));
}

void check_path(Polyline& path, const char* which) {
  proposals::drop_repeats(path);
  if (path.size() < 2) refuse("proposal.too_short", path.empty() ? std::nullopt : std::optional{path.front()}, which);
  if (const auto place = proposals::self_meeting(path)) refuse("proposal.self_crossing", *place, which);
}

void rotate_ring(Polyline& ring, Position first) {
  ring.pop_back();
  std::rotate(ring.begin(), std::find(ring.begin(), ring.end(), first), ring.end());
  ring.push_back(ring.front());
}

/// A position that two paths share, by its place in each.
struct Shared {
  std::size_t in_a, in_b;
};

/// Positions of `a` but its ends that `b` has too, along `a`.
std::vector<Shared> shared_positions(const Polyline& a, const Polyline& b) {
  std::unordered_map<Position, std::size_t, PositionHash> in_b;
  for (std::size_t j = 0; j < b.size() - (is_ring(a) ? 1 : 0); ++j) in_b.emplace(b[j], j);
  std::vector<Shared> shared;
  for (std::size_t i = 1; i + 1 < a.size(); ++i) {
    if (const auto found = in_b.find(a[i]); found != in_b.end()) shared.push_back({i, found->second});
  }
  return shared;
}

/// Where the paths come to shared positions in opposite order they cross: first and last of each such group.
std::vector<std::pair<std::size_t, std::size_t>> opposite_groups(const std::vector<Shared>& shared) {
  std::vector<std::pair<std::size_t, std::size_t>> groups;
  for (std::size_t k = 0; k < shared.size(); ++k) {
    std::size_t last = k;
    while (last + 1 < shared.size() && shared[last + 1].in_b < shared[last].in_b) ++last;
    if (last > k) groups.emplace_back(k, last);
    k = last;
  }
  return groups;
}

/// Places in `a` of the positions that a line has to pass, with those in `b`: of an opposite group the middle one.
std::unordered_map<std::size_t, std::size_t> meetings_of(const Polyline& a, const Polyline& b) {
  const std::vector<Shared> shared = shared_positions(a, b);
  std::unordered_map<std::size_t, std::size_t> meetings;
  for (const auto& [i, j] : shared) meetings.emplace(i, j);
  for (const auto& [first, last] : opposite_groups(shared)) {
    for (std::size_t k = first; k <= last; ++k) {
      if (k != (first + last) / 2) meetings.erase(shared[k].in_a);
    }
  }
  return meetings;
}

struct Replacement {
  std::size_t first, last;
  Polyline by;
};

void replace(Polyline& path, std::vector<Replacement> all) {
  std::sort(all.begin(), all.end(), [](const Replacement& x, const Replacement& y) { return x.first > y.first; });
  for (const Replacement& one : all) {
    using Step = std::ptrdiff_t;
    const auto at = path.erase(path.begin() + Step(one.first), path.begin() + Step(one.last) + 1);
    path.insert(at, one.by.begin(), one.by.end());
  }
}

/// Between positions that both come to in opposite order lies ground that both leave to the same side: nobody contests it.
/// Where the sections on both sides of the crossing would both take it in, the paths change places along it.
void leave_out_agreed(Polyline& a, Polyline& b) {
  const std::vector<Shared> shared = shared_positions(a, b);
  std::vector<Replacement> in_a, in_b;
  Shared before{0, 0};
  for (const auto& [first, last] : opposite_groups(shared)) {
    using Step = std::ptrdiff_t;
    const auto part = [](const Polyline& path, std::size_t from, std::size_t to) {
      return Polyline{path.begin() + Step(from), path.begin() + Step(to) + 1};
    };
    const std::size_t middle = (first + last) / 2;
    Polyline around = part(a, before.in_a, shared[middle].in_a);
    if (before.in_b >= shared[middle].in_b) return;
    const Polyline back = part(b, before.in_b, shared[middle].in_b);
    around.insert(around.end(), back.rbegin() + 1, back.rend() - 1);
    const bool left_before = twice_area(around) > 0;  // the ground before the crossing, seen along `a`
    for (std::size_t k = first; k < last; ++k) {
      for (const Shared& other : shared) {  // two paths that meet a third time on the way make no simple lens
        if (other.in_b > shared[k + 1].in_b && other.in_b < shared[k].in_b) refuse("proposal.tangled", a[other.in_a]);
      }
      const Polyline along_a = part(a, shared[k].in_a, shared[k + 1].in_a);
      const Polyline along_b = part(b, shared[k + 1].in_b, shared[k].in_b);
      if (along_a.size() == 2 && along_b.size() == 2) continue;
      Polyline lens = along_a;
      lens.insert(lens.end(), along_b.begin() + 1, along_b.end() - 1);
      const bool left = k < middle ? left_before : !left_before;
      if ((twice_area(lens) > 0) != left) continue;
      in_a.push_back({shared[k].in_a, shared[k + 1].in_a, {along_b.rbegin(), along_b.rend()}});
      in_b.push_back({shared[k + 1].in_b, shared[k].in_b, {along_a.rbegin(), along_a.rend()}});
    }
    before = shared[middle];
  }
  // Parts that follow each other share an end: it is put in once.
  for (auto* all : {&in_a, &in_b}) {
    for (Replacement& one : *all) {
      one.by.erase(one.by.begin());
      one.by.pop_back();
      ++one.first;
      --one.last;
    }
  }
  replace(a, std::move(in_a));
  replace(b, std::move(in_b));
}

/// Cuts two noded paths with common ends at every position that they share.
std::vector<BandSection> sections_of(const Polyline& a, const Polyline& b) {
  const auto meetings = meetings_of(a, b);
  std::vector<BandSection> sections;
  std::size_t i0 = 0;
  std::size_t j0 = 0;
  for (std::size_t i = 1; i < a.size(); ++i) {
    std::size_t j = b.size() - 1;
    if (i + 1 < a.size()) {
      const auto found = meetings.find(i);
      if (found == meetings.end()) continue;
      j = found->second;
      if (j <= j0 || j + 1 == b.size()) {
        // Lines that run on top of each other but for rounding meet in any order.
        if (distance_m(a[i], b[j0]) < same_place_m) continue;
        refuse("proposal.tangled", a[i]);
      }
    }
    using Step = std::ptrdiff_t;
    BandSection next{{a.begin() + Step(i0), a.begin() + Step(i) + 1}, {b.begin() + Step(j0), b.begin() + Step(j) + 1}};
    if (next.agreed() && !sections.empty() && sections.back().agreed()) {
      sections.back().a.insert(sections.back().a.end(), next.a.begin() + 1, next.a.end());
      sections.back().b = sections.back().a;
    } else {
      sections.push_back(std::move(next));
    }
    i0 = i;
    j0 = j;
  }
  return sections;
}

ContestedBand closed_band(Polyline a, Polyline b) {
  if ((twice_area_of_ring(a) > 0) != (twice_area_of_ring(b) > 0)) std::reverse(b.begin(), b.end());
  proposals::node(a, b);
  for (const Position p : a) {
    if (std::find(b.begin(), b.end(), p) == b.end()) continue;
    rotate_ring(a, p);
    rotate_ring(b, p);
    return {sections_of(a, b), false};
  }
  const auto holds = [](const Polyline& outer, const Polyline& inner) {
    return locate(std::span{outer}.first(outer.size() - 1), inner.front()) == Containment::inside;
  };
  if (!holds(a, b) && !holds(b, a)) refuse("proposal.not_nested", a.front());
  return {{{std::move(a), std::move(b)}}, true};
}

Polygon polygon_between(const BandSection& section) {
  Polygon polygon;
  polygon.outer = section.a;
  polygon.outer.insert(polygon.outer.end(), section.b.rbegin() + 1, section.b.rend() - 1);
  if (twice_area(polygon.outer) < 0) std::reverse(polygon.outer.begin(), polygon.outer.end());
  return polygon;
}

Polygon annulus(const BandSection& section) {
  Polygon polygon;
  Ring a{section.a.begin(), section.a.end() - 1};
  Ring b{section.b.begin(), section.b.end() - 1};
  const auto size = [](const Ring& ring) { return twice_area(ring) < 0 ? -twice_area(ring) : twice_area(ring); };
  polygon.outer = size(a) > size(b) ? a : b;
  polygon.holes = {size(a) > size(b) ? b : a};
  if (twice_area(polygon.outer) < 0) std::reverse(polygon.outer.begin(), polygon.outer.end());
  if (twice_area(polygon.holes[0]) > 0) std::reverse(polygon.holes[0].begin(), polygon.holes[0].end());
  return polygon;
}

/// Where claims wind back into ground between them that they passed before: no line passes everywhere once. In noded
/// paths that begins at a position which two sections have.
std::optional<Position> wound_back(const ContestedBand& band) {
  std::vector<MultiPolygon> grounds;
  std::unordered_multimap<Position, std::size_t, PositionHash> sections;
  for (std::size_t i = 0; i < band.sections.size(); ++i) {
    const BandSection& section = band.sections[i];
    grounds.push_back(ground_of({{section}, false}));
    if (section.agreed()) continue;
    for (const Polyline* path : {&section.a, &section.b}) {
      for (const Position p : *path) sections.emplace(p, i);
    }
  }
  const auto enters = [&](std::size_t section, Position here, Position beside) {
    const Containment where = locate(grounds[section], beside);
    if (where != Containment::on_edge) return where == Containment::inside;
    const Position middle{std::midpoint(here.lon, beside.lon), std::midpoint(here.lat, beside.lat)};
    return !proposals::has_edge(band.sections[section].a, here, beside) &&
           !proposals::has_edge(band.sections[section].b, here, beside) &&
           locate(grounds[section], middle) == Containment::inside;
  };
  for (std::size_t k = 0; k < band.sections.size(); ++k) {
    for (const Polyline* path : {&band.sections[k].a, &band.sections[k].b}) {
      for (std::size_t i = 0; i < path->size(); ++i) {
        const Position here = (*path)[i];
        for (auto [at, end] = sections.equal_range(here); at != end; ++at) {
          if (at->second == k) continue;
          if (i > 0 && enters(at->second, here, (*path)[i - 1])) return here;
          if (i + 1 < path->size() && enters(at->second, here, (*path)[i + 1])) return here;
        }
      }
    }
  }
  return {};
}

template <class Pick>
Polyline joined(const ContestedBand& band, const Pick& pick) {
  Polyline whole;
  for (const BandSection& section : band.sections) {
    const Polyline& part = pick(section);
    whole.insert(whole.end(), part.begin() + (whole.empty() ? 0 : 1), part.end());
  }
  return whole;
}

}  // namespace

ContestedBand band_between(Polyline a, Polyline b) {
  check_path(a, "A");
  check_path(b, "B");
  if (is_ring(a) != is_ring(b)) refuse("proposal.open_and_closed", is_ring(a) ? a.front() : b.front());
  ContestedBand band;
  if (is_ring(a)) {
    band = closed_band(std::move(a), std::move(b));
  } else {
    if (a.front() == b.back() && a.back() == b.front()) std::reverse(b.begin(), b.end());
    const bool at_start = a.front() == b.front();
    if (!at_start || a.back() != b.back()) {
      const Position mine = at_start ? a.back() : a.front();
      const double gap = std::min(distance_m(mine, b.front()), distance_m(mine, b.back()));
      refuse("proposal.ends_apart", mine, "", {{"distance_m", std::to_string(gap)}});
    }
    proposals::node(a, b);
    leave_out_agreed(a, b);
    for (const auto& [path, which] : {std::pair{&a, "A"}, {&b, "B"}}) {
      if (const auto place = proposals::self_meeting(*path)) refuse("proposal.tangled", *place, which);
    }
    band.sections = sections_of(a, b);
    if (const auto place = wound_back(band)) refuse("proposal.tangled", *place);
  }
  if (std::all_of(band.sections.begin(), band.sections.end(), [](const BandSection& s) { return s.agreed(); })) {
    refuse("proposal.same_line", band.start());
  }
  return band;
}

MultiPolygon ground_between(const Polyline& from, const Polyline& to) {
  if (is_ring(from)) return ground_of(closed_band(from, to));
  Polyline a = from;
  Polyline b = to;
  proposals::node(a, b);
  leave_out_agreed(a, b);
  MultiPolygon ground;
  for (const BandSection& section : sections_of(a, b)) {
    if (!section.agreed()) ground.push_back(polygon_between(section));
  }
  return ground;
}

MultiPolygon ground_of(const ContestedBand& band) {
  MultiPolygon ground;
  for (const BandSection& section : band.sections) {
    if (!section.agreed()) ground.push_back(band.closed ? annulus(section) : polygon_between(section));
  }
  return ground;
}

bool claimed_by_both(const BandSection& section) {
  if (is_ring(section.a)) return twice_area_of_ring(section.a) > twice_area_of_ring(section.b);
  Ring outline = section.a;
  outline.insert(outline.end(), section.b.rbegin() + 1, section.b.rend() - 1);
  return twice_area(outline) > 0;
}

ContestedBand most_held(ContestedBand band) {
  for (BandSection& section : band.sections) {
    if (!section.agreed() && !claimed_by_both(section)) std::swap(section.a, section.b);
  }
  return band;
}

Polyline claim_a(const ContestedBand& band) {
  return joined(band, [](const BandSection& s) -> const Polyline& { return s.a; });
}
Polyline claim_b(const ContestedBand& band) {
  return joined(band, [](const BandSection& s) -> const Polyline& { return s.b; });
}

bool is_simple(std::span<const Position> path) { return !proposals::self_meeting(path); }

}  // namespace merestone
