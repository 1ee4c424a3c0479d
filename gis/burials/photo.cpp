// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/photo.hpp"

#include "gis/base/text.hpp"
#include "gis/geodesy/geodesic.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace merestone {
namespace {

/// Of a position whose source does not say how good it is.
constexpr double assumed_accuracy_m = 10;
constexpr double same_way_deg = 45;
constexpr double same_place_m = 30;

std::optional<Date> day_of(const CasePhoto& photo) {
  if (photo.taken.taken_at.size() < 10) return {};
  return parse_date(std::string_view{photo.taken.taken_at}.substr(0, 10));
}

/// How likely two photos show the same: nothing where they do not.
std::optional<double> apart(const CasePhoto& before, const CasePhoto& after) {
  if (!before.taken.position || !after.taken.position) return {};
  if (before.taken.direction_deg && after.taken.direction_deg) {
    const double turn = std::abs(std::remainder(*before.taken.direction_deg - *after.taken.direction_deg, 360.0));
    if (turn > same_way_deg) return {};
  }
  return distance_m(*before.taken.position, *after.taken.position);
}

}  // namespace

std::vector<Finding> check_photo(const CasePhoto& photo, const Grave& grave, std::optional<Date> corrected, Date today,
                                 const PhotoLimits& limits) {
  std::vector<Finding> findings;
  const auto tell = [&](const char* rule, Severity severity, std::vector<std::pair<std::string, std::string>> facts) {
    Finding found;
    found.rule = rule;
    found.severity = severity;
    found.subject.record = grave.local_id;
    found.subject.field = "photo";
    found.facts = std::move(facts);
    found.facts.emplace_back("photo", photo.label);
    found.facts.emplace_back("grave", grave.local_id);
    findings.push_back(std::move(found));
  };
  if (!photo.taken.position) {
    tell("photo.no_position", Severity::warning, {});
  } else {
    const double off = std::hypot(photo.taken.accuracy_m.value_or(assumed_accuracy_m), grave.accuracy_m.value_or(assumed_accuracy_m));
    const double away = distance_m(*photo.taken.position, grave.position);
    if (away > limits.far_m + 2 * off) {
      tell("photo.far", Severity::warning, {{"distance_m", fixed(away, 0)}, {"limit_m", fixed(limits.far_m + 2 * off, 0)}});
    }
  }
  const std::optional<Date> day = day_of(photo);
  if (!day) tell("photo.no_time", Severity::warning, {});
  if (day && *day > today) tell("photo.in_future", Severity::error, {{"taken", photo.taken.taken_at}, {"today", to_string(today)}});
  if (day && photo.phase == "after" && corrected && *day < *corrected) {
    tell("photo.too_early", Severity::warning, {{"taken", photo.taken.taken_at}, {"corrected", to_string(*corrected)}});
  }
  return findings;
}

std::vector<PhotoPair> photo_pairs(const std::vector<CasePhoto>& photos) {
  /// Views first, then the nearest; ties by number, so that the order of trying does not matter.
  using Candidate = std::tuple<bool, double, std::size_t, std::size_t>;
  std::vector<Candidate> candidates;
  for (std::size_t b = 0; b < photos.size(); ++b) {
    if (photos[b].phase != "before") continue;
    for (std::size_t a = 0; a < photos.size(); ++a) {
      if (photos[a].phase != "after") continue;
      const auto metres = apart(photos[b], photos[a]);
      if (!photos[b].view.empty() && photos[b].view == photos[a].view) candidates.emplace_back(false, metres.value_or(0), b, a);
      else if ((photos[b].view.empty() || photos[a].view.empty()) && metres && *metres <= same_place_m) candidates.emplace_back(true, *metres, b, a);
    }
  }
  std::sort(candidates.begin(), candidates.end());
  std::vector<PhotoPair> pairs;
  std::vector<bool> taken(photos.size(), false);
  for (const auto& [guessed, metres, b, a] : candidates) {
    if (taken[b] || taken[a]) continue;
    taken[b] = taken[a] = true;
    PhotoPair pair{b, a, {}};
    if (photos[b].taken.position && photos[a].taken.position) pair.apart_m = distance_m(*photos[b].taken.position, *photos[a].taken.position);
    pairs.push_back(pair);
  }
  std::sort(pairs.begin(), pairs.end(), [](const PhotoPair& x, const PhotoPair& y) { return x.before < y.before; });
  return pairs;
}

}  // namespace merestone
