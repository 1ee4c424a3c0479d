// SPDX-License-Identifier: Apache-2.0
#include "gis/boundaries/monument_status.hpp"

#include "gis/geodesy/geodesic.hpp"

#include <cmath>

namespace merestone {
namespace {

/// What was seen before this day was made good.
Date last_repair(const Monument& monument, std::span<const RepairOrder> repairs, Date day) {
  Date last = unknown_start;
  for (const RepairOrder& order : repairs) {
    if (order.monument == monument.id && order.done_on && *order.done_on <= day) last = std::max(last, *order.done_on);
  }
  return last;
}

}  // namespace

std::string_view to_text(MonumentStatus status) {
  switch (status) {
    case MonumentStatus::not_observed: return "not_observed";
    case MonumentStatus::in_place: return "in_place";
    case MonumentStatus::damaged: return "damaged";
    case MonumentStatus::displaced: return "displaced";
    case MonumentStatus::missing: return "missing";
  }
  return "";
}

MonumentJudgement judge(const Monument& monument, std::span<const Observation> observations,
                        std::span<const RepairOrder> repairs, Date day, const MonumentRules& rules) {
  const Date repaired = last_repair(monument, repairs, day);
  const Observation* seen = nullptr;
  const Observation* measured = nullptr;
  const auto later = [](const Observation* best, const Observation& other) {
    return !best || best->on < other.on || (best->on == other.on && best->id < other.id);
  };
  for (const Observation& observation : observations) {
    if (observation.monument != monument.id || observation.on > day || observation.on < repaired) continue;
    if (later(seen, observation)) seen = &observation;
    if (observation.position && later(measured, observation)) measured = &observation;
  }
  MonumentJudgement judgement;
  if (!seen) {
    if (repaired != unknown_start) judgement = {.status = MonumentStatus::in_place, .on = repaired, .moved_m = {}};
    return judgement;
  }
  judgement.status = MonumentStatus::in_place;
  judgement.on = seen->on;
  if (measured) {
    const Geodesic way = geodesic(monument.position, *measured->position);
    judgement.moved_m = way.distance_m;
    judgement.azimuth_deg = way.azimuth_deg;
    judgement.allowed_m = rules.tolerance * std::hypot(monument.accuracy_m, measured->accuracy_m);
  }
  if (seen->state == SeenAs::missing) {
    judgement.status = MonumentStatus::missing;
  } else if (judgement.moved_m && *judgement.moved_m > judgement.allowed_m) {
    judgement.status = MonumentStatus::displaced;
    judgement.on = measured->on;
  } else if (seen->state == SeenAs::damaged) {
    judgement.status = MonumentStatus::damaged;
  }
  return judgement;
}

}  // namespace merestone
