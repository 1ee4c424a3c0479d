// SPDX-License-Identifier: Apache-2.0
#include "gis/territory/whereabouts.hpp"

#include "gis/geodesy/geodesic.hpp"
#include "gis/geometry/area.hpp"
#include "gis/territory/pictures.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace merestone {
namespace {

constexpr double pi = 3.14159265358979323846;

/// The point of an edge nearest to `p`, in a plane that keeps directions around `p`; good as long as the edge is near.
Position foot(Position a, Position b, Position p) {
  const double scale = std::cos(degrees(p.lat) * pi / 180);
  const double ax = static_cast<double>(a.lon - p.lon) * scale, ay = static_cast<double>(a.lat - p.lat);
  const double dx = static_cast<double>(b.lon - a.lon) * scale, dy = static_cast<double>(b.lat - a.lat);
  const double square = dx * dx + dy * dy;
  const double t = square > 0 ? std::clamp(-(ax * dx + ay * dy) / square, 0.0, 1.0) : 0;
  return {a.lon + std::llround(t * static_cast<double>(b.lon - a.lon)), a.lat + std::llround(t * static_cast<double>(b.lat - a.lat))};
}

Box around(Position p, std::int64_t reach) {
  const std::int64_t pole = antimeridian / 2;
  return {std::max(p.lon - reach, -antimeridian), std::max(p.lat - reach, -pole), std::min(p.lon + reach, antimeridian),
          std::min(p.lat + reach, pole)};
}

bool holds(const Box& outer, const Box& inner) {
  return outer.west <= inner.west && outer.south <= inner.south && inner.east <= outer.east && inner.north <= outer.north;
}

/// Reaches of the boxes that are asked for, one after the other: two kilometres up to some degrees.
constexpr std::array<std::int64_t, 5> reaches{nanodegrees_per_degree / 50, nanodegrees_per_degree / 12, nanodegrees_per_degree / 3,
                                              nanodegrees_per_degree * 4 / 3, nanodegrees_per_degree * 5};

std::optional<NearestLine> nearest(Position p, const Snapshot& near) {
  const Picture picture = pictures(near, StatusQuo{}).front();
  std::optional<NearestLine> best;
  for (const Stretch& stretch : near.stretches) {
    const auto said = std::find_if(near.delimitations.begin(), near.delimitations.end(),
                                   [&](const Delimitation& d) { return d.stretch == stretch.id && picture.draws(d); });
    if (said == near.delimitations.end()) continue;
    for (std::size_t i = 1; i < stretch.path.size(); ++i) {
      const double distance = distance_m(p, foot(stretch.path[i - 1], stretch.path[i], p));
      if (best && best->distance_m <= distance) continue;
      best = NearestLine{stretch.id, said->left, said->right, distance, stretch.accuracy_m};
    }
  }
  return best;
}

/// The one division around the piece of ground that holds `p`; no id when there are several, or none, or the piece
/// reaches beyond what was read.
DivisionId all_around(Position p, const Snapshot& near, const Box& read, bool& known) {
  const Territory territory = derive(near, StatusQuo{});
  for (const Face& face : territory.faces) {
    const Ring outer = positions_of(territory.mesh, face.outer);
    if (!box_of(outer).contains(p) || locate(outer, p) == Containment::outside) continue;
    const bool in_hole = std::any_of(face.holes.begin(), face.holes.end(), [&](const Cycle& hole) {
      return locate(positions_of(territory.mesh, hole), p) == Containment::inside;
    });
    if (in_hole || !holds(read, box_of(outer))) continue;
    known = true;
    UnitIndex around_it = nobody;
    for (const Side side : face.outer.sides) {
      const Arc& arc = territory.mesh.arcs[side.arc];
      const UnitIndex other = side.forward ? arc.right : arc.left;
      if (other == nobody || (around_it != nobody && around_it != other)) return {};
      around_it = other;
    }
    return around_it == nobody ? DivisionId{} : territory.holders[around_it].front();
  }
  return {};
}

}  // namespace

std::string_view word_of(PlaceStatus status) {
  switch (status) {
    case PlaceStatus::no_data_for_date: return "NO_DATA_FOR_DATE";
    case PlaceStatus::outside: return "OUTSIDE";
    case PlaceStatus::on_line: return "ON_LINE";
    case PlaceStatus::disputed: return "DISPUTED";
    case PlaceStatus::near_line: return "NEAR_LINE";
    case PlaceStatus::used_by_other: return "USED_BY_OTHER";
    case PlaceStatus::enclave: return "ENCLAVE";
    case PlaceStatus::inside: break;
  }
  return "INSIDE";
}

Whereabouts whereabouts(const PlaceQuestion& question, const Box& whole, const SnapshotInBox& near, std::span<const GroundUse> uses) {
  Whereabouts answer;
  if (whole.empty()) {
    answer.statuses.push_back(PlaceStatus::no_data_for_date);
    return answer;
  }
  const Position p = question.place;
  const LocateResult asked = locate(p, whole, near, question.viewpoint);
  answer.holders = asked.holders;
  answer.administered_by = locate(p, whole, near, StatusQuo{}).holders;
  const LocateResult neutral = locate(p, whole, near, Neutral{});
  if (neutral.status == LocateStatus::disputed) answer.claims = neutral.claims;

  bool piece_known = false;
  for (const std::int64_t reach : reaches) {
    const Box read = around(p, reach);
    const Snapshot found = near(read);
    const auto line = nearest(p, found);
    const double certain = distance_m(p, {p.lon, read.north}) * std::cos(degrees(p.lat) * pi / 180);
    if (!answer.line && line && line->distance_m <= certain) answer.line = line;
    if (!piece_known && neutral.status == LocateStatus::inside) answer.within = all_around(p, found, read, piece_known);
    if (answer.line && (piece_known || neutral.status != LocateStatus::inside)) break;
  }
  for (std::size_t i = 0; i < uses.size(); ++i) {
    if (locate(uses[i].shape, p) != Containment::outside) answer.uses.push_back(i);
  }

  const bool on_line = asked.status == LocateStatus::on_line || neutral.status == LocateStatus::on_line;
  const auto add = [&](PlaceStatus status, bool holds_true) {
    if (holds_true) answer.statuses.push_back(status);
  };
  add(PlaceStatus::outside, answer.holders.empty() && answer.claims.empty());
  add(PlaceStatus::on_line, on_line);
  add(PlaceStatus::disputed, !answer.claims.empty());
  add(PlaceStatus::near_line, answer.line && (on_line || answer.line->distance_m < std::hypot(question.accuracy_m, answer.line->accuracy_m)));
  add(PlaceStatus::used_by_other, !answer.uses.empty());
  add(PlaceStatus::enclave, answer.within.value != 0);
  add(PlaceStatus::inside, answer.statuses.empty());
  return answer;
}

}  // namespace merestone
