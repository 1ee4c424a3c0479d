// SPDX-License-Identifier: Apache-2.0
#include "gis/proposals/compare.hpp"

#include "gis/geodesy/geodesic.hpp"
#include "gis/geodesy/measure.hpp"
#include "gis/geometry/geos_bridge.hpp"
#include "gis/proposals/noding.hpp"
#include "gis/proposals/plane_path.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace merestone {
namespace {

using proposals::operator+;
using proposals::operator*;

constexpr double pi = 3.14159265358979323846;
/// Courts have called 1 : 8.2 coasts against 1 : 3.44 areas not grossly disproportionate (Nicaragua v. Colombia,
/// 2012, a factor of 2.4), and 1 : 2.8 against 1 : 2.1 (Black Sea, 2009).
constexpr double gross_disproportion = 4;

Polyline oriented(Polyline line, const ContestedBand& band) {
  if (!band.closed && line.front() == band.end() && line.back() == band.start()) std::reverse(line.begin(), line.end());
  return line;
}

LocalPlane plane_of(const ContestedBand& band) {
  const Box box = box_of(ground_of(band));
  return LocalPlane{{(box.west + box.east) / 2, (box.south + box.north) / 2}};
}

double most_distance(const proposals::PlaneLine& line, const proposals::NearestOnPath& from) {
  double most = 0;
  for (const PlanePoint p : line) most = std::max(most, from.nearest(p).distance);
  return most;
}

/// The ground of the sections that both claim, or that nobody does.
MultiPolygon ground_claimed(const ContestedBand& band, bool by_both) {
  ContestedBand some{{}, band.closed};
  for (const BandSection& section : band.sections) {
    if (!section.agreed() && claimed_by_both(section) == by_both) some.sections.push_back(section);
  }
  return ground_of(some);
}

double compactness(const MultiPolygon& ground) {
  const double perimeter = perimeter_m(ground);
  return perimeter > 0 ? 4 * pi * area_m2(ground) / (perimeter * perimeter) : 0;
}

std::size_t monuments_on(const Polyline& line, const ComparisonSetting& setting) {
  if (line.size() < 2) return 0;
  std::size_t count = 1;
  double since = 0;
  std::optional<double> heading;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    const Geodesic edge = geodesic(line[i], line[i + 1]);
    if (heading) {
      const double turn = std::abs(std::remainder(edge.azimuth_deg - *heading, 360));
      if (turn > setting.monument_turn_deg) {
        ++count;
        since = 0;
        heading = edge.azimuth_deg;
      }
    } else {
      heading = edge.azimuth_deg;
    }
    since += edge.distance_m;
    const double whole = std::floor(since / setting.monument_step_m);
    if (whole >= 1) {
      count += static_cast<std::size_t>(whole);
      since -= whole * setting.monument_step_m;
      heading = edge.azimuth_deg;
    }
  }
  return line.front() == line.back() ? count : count + 1;
}

}  // namespace

std::pair<MultiPolygon, MultiPolygon> held_ground(const ContestedBand& band, const Polyline& line) {
  MultiPolygon beside_b = ground_between(claim_b(band), line), beside_a = ground_between(claim_a(band), line);
  const MultiPolygon unclaimed = ground_claimed(band, false);
  if (unclaimed.empty()) return {std::move(beside_b), std::move(beside_a)};
  const MultiPolygon claimed = ground_claimed(band, true);
  const auto joined = [&](const MultiPolygon& of_claimed, const MultiPolygon& of_unclaimed) {
    MultiPolygon all = intersection_of(of_claimed, claimed);
    for (Polygon& polygon : intersection_of(of_unclaimed, unclaimed)) all.push_back(std::move(polygon));
    return all;
  };
  return {joined(beside_b, beside_a), joined(beside_a, beside_b)};
}

ProposalFigures figures_of(const ContestedBand& band, const Polyline& given, const std::string& title,
                           const ImpactGround& ground, const ComparisonSetting& setting) {
  const Polyline line = oriented(given, band);
  ProposalFigures figures;
  figures.title = title;
  const LocalPlane plane = plane_of(band);
  const proposals::PlaneLine laid = proposals::laid_out(line, plane);
  const double contested = ground.within_m2();

  const Polyline a = claim_a(band);
  const Polyline b = claim_b(band);
  const auto [kept_by_a, kept_by_b] = held_ground(band, line);
  const MultiPolygon unclaimed = ground_claimed(band, false);  // nobody concedes what he leaves to the other anyway
  std::tie(figures.a.impact, figures.b.impact) = ground.divided(kept_by_a, line, setting.claim_sigma_m);
  const auto side = [&](SideFigures& out, const Polyline& own, const MultiPolygon& kept, const MultiPolygon& conceded, const MultiPolygon& territory_now) {
    out.share = contested > 0 ? out.impact.area_m2.value / contested : 0;
    out.conceded_m2 = area_m2(conceded) - (unclaimed.empty() ? 0 : area_m2(intersection_of(conceded, unclaimed)));
    const double own_length = length_m(own);
    out.mean_setback_m = own_length > 0 ? out.conceded_m2 / own_length : 0;
    out.most_setback_m = most_distance(laid, proposals::NearestOnPath{proposals::laid_out(own, plane)});
    if (territory_now.empty()) return;
    const MultiPolygon parts[] = {territory_now, kept};
    const MultiPolygon territory = union_of(parts);
    out.pieces = territory.size();
    for (const Polygon& polygon : territory) out.enclaves += polygon.holes.size();
    out.compactness_before = compactness(territory_now);
    out.compactness = compactness(territory);
  };
  side(figures.a, a, kept_by_a, kept_by_b, setting.ground_a);
  side(figures.b, b, kept_by_b, kept_by_a, setting.ground_b);

  const double more = std::max(figures.a.conceded_m2, figures.b.conceded_m2);
  figures.swap_ratio = more > 0 ? std::min(figures.a.conceded_m2, figures.b.conceded_m2) / more : 1;
  figures.length_m = length_m(line);
  const double chord = distance_m(line.front(), line.back());
  figures.sinuosity = chord > 0 ? figures.length_m / chord : 0;
  figures.monuments = monuments_on(line, setting);
  for (const ImpactLayer& layer : ground.layers()) figures.layer_keys.push_back(layer.key);

  if (setting.in_force) {
    const std::vector<ChangedGround> changes = changed_ground(*setting.in_force, line);
    for (const ChangedGround& change : changes) figures.changed_m2 += area_m2(change.ground);
    for (const ImpactLayer& layer : ground.layers()) {
      for (const VillageChange& change : changed_sides(changes, layer.points, false)) {
        if (layer.weight == "people") figures.people_moved += change.people;
        figures.places_moved.push_back(change);
      }
      for (const VillageChange& change : changed_sides(changes, layer.points, true)) figures.villages_moved.push_back(change);
    }
    figures.needs_division_change = !figures.villages_moved.empty();
  }
  for (const MultiPolygon& settlement : setting.settlements) {
    if (!box_of(settlement).meets(box_of(line))) continue;
    bool split = false;
    for (const Polygon& polygon : settlement) {
      Polyline ring{polygon.outer.begin(), polygon.outer.end()};
      ring.push_back(ring.front());
      for (const proposals::EdgePair& pair : proposals::meetings(line, ring)) split |= pair.meeting == Meeting::cross;
    }
    figures.settlements_split += split;
  }
  const EvidenceSupport support = evidence_support(band, line, setting.evidence, setting.claim_sigma_m);
  figures.evidence = support.agreement;
  figures.unsupported_m = support.unsupported_m;
  if (setting.frontage_a_m > 0 && setting.frontage_b_m > 0 && figures.a.share > 0 && figures.b.share > 0) {
    figures.disproportion = (figures.a.share / figures.b.share) / (setting.frontage_a_m / setting.frontage_b_m);
    figures.gross_disproportion = *figures.disproportion > gross_disproportion || *figures.disproportion < 1 / gross_disproportion;
  }
  return figures;
}

std::vector<ProposalFigures> compare(const ContestedBand& band, std::span<const Proposal> proposals,
                                     const ImpactGround& ground, const ComparisonSetting& setting) {
  const LocalPlane plane = plane_of(band);
  std::vector<ProposalFigures> rows;
  std::vector<proposals::PlaneLine> lines;
  for (const Proposal& proposal : proposals) {
    rows.push_back(figures_of(band, proposal.line, proposal.method, ground, setting));
    proposals::PlaneLine line = proposals::laid_out(proposal.line, plane);
    const proposals::NearestOnPath path{line};
    const double alike = 2 * std::sqrt(2.0) * setting.claim_sigma_m;  // of the difference of two lines, twice
    for (std::size_t i = 0; i < lines.size() && rows.back().distinguishable && alike > 0; ++i) {
      if (most_distance(line, proposals::NearestOnPath{lines[i]}) <= alike && most_distance(lines[i], path) <= alike) {
        rows.back().distinguishable = false;
        rows.back().same_as = rows[i].title;
      }
    }
    lines.push_back(std::move(line));
  }
  return rows;
}

}  // namespace merestone
