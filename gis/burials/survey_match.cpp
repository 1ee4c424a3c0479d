// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/survey_match.hpp"

#include "gis/base/text.hpp"
#include "gis/geodesy/geodesic.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace merestone {
namespace {

/// Nanodegrees of latitude that a metre is at most.
constexpr double nanodegrees_per_metre = 9045;

/// The later graves by cell, so that only neighbours are measured. Cells are as high as the reach; in longitude the same
/// reach is more nanodegrees, which `columns` of them cover.
class Neighbours {
 public:
  Neighbours(std::span<const SurveyedGrave> graves, double reach_m) : cell_{std::max(1.0, reach_m * nanodegrees_per_metre)} {
    for (std::size_t i = 0; i < graves.size(); ++i) cells_[key(column(graves[i].position.lon), column(graves[i].position.lat))].push_back(i);
  }

  template <class Visit>
  void around(Position p, Visit visit) const {
    const double narrow = std::cos(degrees(p.lat) * 3.14159265358979323846 / 180);
    const auto columns = static_cast<std::int64_t>(std::ceil(1 / std::max(0.05, narrow)));
    for (std::int64_t x = column(p.lon) - columns; x <= column(p.lon) + columns; ++x) {
      for (std::int64_t y = column(p.lat) - 1; y <= column(p.lat) + 1; ++y) {
        const auto found = cells_.find(key(x, y));
        if (found == cells_.end()) continue;
        for (const std::size_t i : found->second) visit(i);
      }
    }
  }

 private:
  std::int64_t column(std::int64_t nanodegrees) const { return static_cast<std::int64_t>(std::floor(static_cast<double>(nanodegrees) / cell_)); }
  static std::uint64_t key(std::int64_t x, std::int64_t y) { return hash_of({x, y}); }

  double cell_;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> cells_;
};

bool areas_differ(const SurveyedGrave& a, const SurveyedGrave& b, double share) {
  return a.area_m2 && b.area_m2 && std::abs(*a.area_m2 - *b.area_m2) > share * std::max(*a.area_m2, *b.area_m2);
}

bool hardening_differs(const SurveyedGrave& a, const SurveyedGrave& b) {
  return !a.hardened.empty() && !b.hardened.empty() && a.hardened != b.hardened;
}

}  // namespace

std::string_view to_text(SurveyChange change) {
  switch (change) {
    case SurveyChange::same: return "same";
    case SurveyChange::changed: return "changed";
    case SurveyChange::moved: return "moved";
    case SurveyChange::appeared: return "new";
    case SurveyChange::gone: break;
  }
  return "gone";
}

std::vector<SurveyCandidate> match_surveys(std::span<const SurveyedGrave> earlier, std::span<const SurveyedGrave> later,
                                           const SurveyMatchOptions& options) {
  double worst_earlier = 0, worst_later = 0;
  for (const SurveyedGrave& grave : earlier) worst_earlier = std::max(worst_earlier, grave.accuracy_m);
  for (const SurveyedGrave& grave : later) worst_later = std::max(worst_later, grave.accuracy_m);
  const double reach = std::max(options.moved_m, options.deviations * std::hypot(worst_earlier, worst_later));
  const Neighbours neighbours{later, reach};

  using Pair = std::tuple<bool, double, std::string_view, std::string_view, std::size_t, std::size_t>;
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < earlier.size(); ++i) {
    std::set<std::size_t> seen;  // cells can share a key
    neighbours.around(earlier[i].position, [&](std::size_t j) {
      if (!seen.insert(j).second) return;
      const double apart = distance_m(earlier[i].position, later[j].position);
      const double tolerance = options.deviations * std::hypot(earlier[i].accuracy_m, later[j].accuracy_m);
      const bool one = apart <= tolerance;
      const bool perhaps_moved = apart <= options.moved_m && !areas_differ(earlier[i], later[j], options.area_share);
      if (one || perhaps_moved) pairs.emplace_back(!one, apart, earlier[i].id, later[j].id, i, j);
    });
  }
  std::sort(pairs.begin(), pairs.end());

  std::vector<SurveyCandidate> candidates;
  std::vector<bool> has_partner(earlier.size(), false), is_partner(later.size(), false);
  for (const auto& [moved, apart, from, to, i, j] : pairs) {
    if (has_partner[i] || is_partner[j]) continue;
    has_partner[i] = is_partner[j] = true;
    SurveyCandidate one{moved ? SurveyChange::moved : SurveyChange::same, i, j, apart,
                        options.deviations * std::hypot(earlier[i].accuracy_m, later[j].accuracy_m), {}};
    if (areas_differ(earlier[i], later[j], options.area_share)) one.fields.emplace_back("area_m2");
    if (hardening_differs(earlier[i], later[j])) one.fields.emplace_back("hardened");
    if (!moved && !one.fields.empty()) one.change = SurveyChange::changed;
    candidates.push_back(std::move(one));
  }
  for (std::size_t i = 0; i < earlier.size(); ++i) {
    if (!has_partner[i]) candidates.push_back({SurveyChange::gone, i, {}, 0, options.deviations * earlier[i].accuracy_m, {}});
  }
  for (std::size_t j = 0; j < later.size(); ++j) {
    if (!is_partner[j]) candidates.push_back({SurveyChange::appeared, {}, j, 0, options.deviations * later[j].accuracy_m, {}});
  }
  const auto name = [&](const SurveyCandidate& c) { return std::string_view{c.before ? earlier[*c.before].id : later[*c.after].id}; };
  std::stable_sort(candidates.begin(), candidates.end(), [&](const SurveyCandidate& a, const SurveyCandidate& b) {
    return std::pair{a.change, name(a)} < std::pair{b.change, name(b)};
  });
  return candidates;
}

std::vector<Finding> check_surveys(std::span<const SurveyedGrave> earlier, Date earlier_day, std::span<const SurveyedGrave> later, Date later_day) {
  std::vector<Finding> findings;
  const auto tell = [&](const char* rule, const std::string& record, std::vector<std::pair<std::string, std::string>> facts) {
    findings.push_back({.rule = rule, .subject = {{}, record, {}}, .facts = std::move(facts)});
  };
  if (later_day <= earlier_day) tell("survey.dates", "", {{"earlier", to_string(earlier_day)}, {"later", to_string(later_day)}});
  for (const auto& [survey, day] : {std::pair{earlier, earlier_day}, std::pair{later, later_day}}) {
    std::set<std::string_view> ids;
    for (const SurveyedGrave& grave : survey) {
      if (!(grave.accuracy_m > 0) || !std::isfinite(grave.accuracy_m)) {
        tell("survey.no_accuracy", grave.id, {{"id", grave.id}, {"survey", to_string(day)}, {"accuracy_m", shortest(grave.accuracy_m)}});
      }
      if (!ids.insert(grave.id).second) tell("survey.twice", grave.id, {{"id", grave.id}, {"survey", to_string(day)}});
    }
  }
  return findings;
}

}  // namespace merestone
