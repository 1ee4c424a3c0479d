// SPDX-License-Identifier: Apache-2.0
#include "gis/proposals/proposal.hpp"

#include "gis/base/error.hpp"
#include "gis/geodesy/geodesic.hpp"
#include "gis/geodesy/measure.hpp"
#include "gis/proposals/noding.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {
namespace {

Finding fault_at(const char* rule, Position at) {
  return {.rule = rule, .place = Place{degrees(at.lon), degrees(at.lat)}};
}

/// Where a part of a line leaves its section.
std::optional<Position> leaving(const ContestedBand& band, const BandSection& section, const Polyline& part) {
  if (section.agreed()) {
    if (part == section.a) return {};
    return part.size() > 2 ? part[1] : part.front();
  }
  for (const Polyline* claim : {&section.a, &section.b}) {
    for (const proposals::EdgePair& pair : proposals::meetings(part, *claim)) {
      if (pair.meeting == Meeting::cross) return part[pair.a];
    }
  }
  const MultiPolygon ground = ground_of({{section}, band.closed});
  bool before = true;
  for (std::size_t i = 0; i < part.size(); ++i) {
    const Containment where = locate(ground, part[i]);
    if (where == Containment::outside) return part[i];
    const bool on_edge = where == Containment::on_edge;
    if (i > 0 && on_edge && before) {
      // Between two positions on the claims an edge may run outside; an edge of a claim itself does not.
      const Position p = part[i - 1];
      const Position middle{(p.lon + part[i].lon) / 2, (p.lat + part[i].lat) / 2};
      const auto is_edge = [&](const Polyline& claim) { return proposals::has_edge(claim, p, part[i]); };
      if (!is_edge(section.a) && !is_edge(section.b) && locate(ground, middle) == Containment::outside) return middle;
    }
    before = on_edge;
  }
  return {};
}

}  // namespace

std::vector<Polyline> parts_of(const ContestedBand& band, const Polyline& line) {
  if (band.closed) return {line};
  std::vector<Polyline> parts;
  auto from = line.begin();
  for (const BandSection& section : band.sections) {
    const auto to = std::find(from + 1, line.end(), section.a.back());
    if (to == line.end()) {
      throw Error{Fault::invalid, "a line misses where the claims meet",
                  {fault_at("proposal.leaves_ground", section.a.back())}};
    }
    parts.emplace_back(from, to + 1);
    from = to;
  }
  return parts;
}

std::optional<Finding> proposal_fault(const ContestedBand& band, const Polyline& line) {
  if (line.size() < 2) return Finding{.rule = "proposal.too_short"};
  if (band.closed ? line.front() != line.back() : line.front() != band.start() || line.back() != band.end()) {
    return fault_at("proposal.off_terminals", line.front() == band.start() ? line.back() : line.front());
  }
  if (const auto place = proposals::self_meeting(line)) return fault_at("proposal.self_crossing", *place);
  auto from = line.begin();
  for (const BandSection& section : band.sections) {
    auto to = band.closed ? line.end() - 1 : std::find(from + 1, line.end(), section.a.back());
    if (to == line.end()) return fault_at("proposal.leaves_ground", section.a.back());
    const Polyline part{from, to + 1};
    if (const auto place = leaving(band, section, part)) return fault_at("proposal.leaves_ground", *place);
    from = to;
  }
  if (!band.closed && from + 1 != line.end()) return fault_at("proposal.leaves_ground", line.back());
  return {};
}

Polyline proposals::settled(const ContestedBand& band, Polyline line) {
  std::optional<Finding> fault = proposal_fault(band, line);
  for (int i = 0; fault && i < 64 && line.size() > 2; ++i) {
    if (!fault->place) break;
    const Position at = from_degrees(fault->place->lon, fault->place->lat);
    const auto distance = [&](Position p) { return std::hypot(degrees(p.lon - at.lon), degrees(p.lat - at.lat)); };
    const auto nearest = std::min_element(line.begin() + 1, line.end() - 1, [&](Position p, Position q) {
      return distance(p) < distance(q);
    });
    line.erase(nearest);
    fault = proposal_fault(band, line);
  }
  if (fault) throw Error{Fault::invalid, "no room for a line", {std::move(*fault)}};
  return line;
}

double proposals::conceded_m2(const ContestedBand& band, const Polyline& line) {
  double sum = 0;
  const std::vector<Polyline> parts = parts_of(band, line);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    PathMeasure walk = measure(band.sections[i].a);
    walk += measure(parts[i]).reversed();
    sum += std::abs(square_metres(walk.area_um2));
  }
  return sum;
}

double proposals::even_out(const ContestedBand& band, Polyline& line, double target_m2, double most_m) {
  const auto meets_here = [&](Position p) {
    return std::any_of(band.sections.begin(), band.sections.end(),
                       [p](const BandSection& section) {
                         return section.a.back() == p ||
                                (section.agreed() && std::find(section.a.begin(), section.a.end(), p) != section.a.end());
                       });
  };
  const auto moved = [&](double by_m, std::size_t first, std::size_t last) {
    Polyline result = line;
    for (std::size_t i = first; i < last; ++i) {
      if (meets_here(line[i])) continue;
      const Geodesic way = geodesic(line[i - 1], line[i + 1]);
      result[i] = destination(line[i], way.azimuth_deg + 90, by_m);
    }
    return result;
  };
  double here = conceded_m2(band, line);
  const double start = here;
  for (int round = 0; round < 6 && std::abs(here - target_m2) > 0.25 && line.size() > 2; ++round) {
    const bool all = round < 3;
    const std::size_t first = all ? 1 : line.size() / 2;
    const std::size_t last = all ? line.size() - 1 : first + 1;
    const Polyline probe = moved(0.05, first, last);
    const double slope = (conceded_m2(band, probe) - here) / 0.05;
    if (slope == 0) break;
    Polyline next = moved((target_m2 - here) / slope, first, last);
    const double there = conceded_m2(band, next);
    if (std::abs(there - target_m2) >= std::abs(here - target_m2) || proposal_fault(band, next)) break;
    if (std::abs(there - start) > most_m * length_m(line)) break;
    line = std::move(next);
    here = there;
  }
  return here;
}

}  // namespace merestone
