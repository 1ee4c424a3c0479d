// SPDX-License-Identifier: Apache-2.0
#include "gis/proposals/band.hpp"

#include "gis/base/error.hpp"
#include "gis/geodesy/geodesic.hpp"
#include "gis/proposals/noding.hpp"

#include <algorithm>
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

/// Cuts two noded paths with common ends at every position that they share.
std::vector<BandSection> sections_of(const Polyline& a, const Polyline& b) {
  std::unordered_map<Position, std::size_t, PositionHash> in_b;
  const bool rings = is_ring(a);
  for (std::size_t j = 0; j < b.size() - (rings ? 1 : 0); ++j) in_b.emplace(b[j], j);
  std::vector<BandSection> sections;
  std::size_t i0 = 0;
  std::size_t j0 = 0;
  for (std::size_t i = 1; i < a.size(); ++i) {
    std::size_t j = b.size() - 1;
    if (i + 1 < a.size()) {
      const auto found = in_b.find(a[i]);
      if (found == in_b.end()) continue;
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
    for (const auto& [path, which] : {std::pair{&a, "A"}, {&b, "B"}}) {
      if (const auto place = proposals::self_meeting(*path)) refuse("proposal.tangled", *place, which);
    }
    band.sections = sections_of(a, b);
    // Claims that wind back into ground that they enclosed before: no line passes everywhere once.
    for (std::size_t i = 0; i < band.sections.size(); ++i) {
      if (band.sections[i].agreed()) continue;
      const MultiPolygon ground = ground_of({{band.sections[i]}, false});
      for (std::size_t k = i > 0 ? i - 1 : i; k < std::min(i + 2, band.sections.size()); ++k) {
        if (k == i) continue;
        for (const Polyline* claim : {&band.sections[k].a, &band.sections[k].b}) {
          const Position beside = k > i ? (*claim)[1] : (*claim)[claim->size() - 2];
          if (locate(ground, beside) == Containment::inside) refuse("proposal.tangled", beside);
        }
      }
    }
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

Polyline claim_a(const ContestedBand& band) {
  return joined(band, [](const BandSection& s) -> const Polyline& { return s.a; });
}
Polyline claim_b(const ContestedBand& band) {
  return joined(band, [](const BandSection& s) -> const Polyline& { return s.b; });
}

bool is_simple(std::span<const Position> path) { return !proposals::self_meeting(path); }

}  // namespace merestone
