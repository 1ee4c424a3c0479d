// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/public_counts.hpp"
#include "gis/burials/route.hpp"
#include "gis/burials/survey_match.hpp"
#include "gis/geodesy/geodesic.hpp"

#include <rapidcheck/catch.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

using namespace merestone;

namespace {

const Position origin = from_degrees(112, 31.3);

Position any_place(double reach_m) {
  return destination(origin, *rc::gen::inRange(0, 360), reach_m * *rc::gen::inRange(0, 1000) / 1000.0);
}

std::vector<SurveyedGrave> any_survey(const char* prefix) {
  std::vector<SurveyedGrave> survey;
  const int size = *rc::gen::inRange(0, 25);
  for (int i = 0; i < size; ++i) {
    survey.push_back({prefix + std::to_string(i), any_place(60), 1.0 * *rc::gen::inRange(1, 8), 1.0 * *rc::gen::inRange(2, 9), *rc::gen::element<std::string>("", "yes", "no")});
  }
  return survey;
}

using Told = std::set<std::tuple<SurveyChange, std::string, std::string>>;
Told told(const std::vector<SurveyedGrave>& earlier, const std::vector<SurveyedGrave>& later, const SurveyMatchOptions& options = {}) {
  Told all;
  for (const auto& c : match_surveys(earlier, later, options)) all.emplace(c.change, c.before ? earlier[*c.before].id : "", c.after ? later[*c.after].id : "");
  return all;
}

}  // namespace

TEST_CASE("every grave of both surveys is told once, whatever their order, and pairs keep within reach") {
  rc::prop("matching", [] {
    const auto earlier = any_survey("a"), later = any_survey("b");
    const auto found = match_surveys(earlier, later);
    std::set<std::size_t> before, after;
    for (const SurveyCandidate& c : found) {
      if (c.before) RC_ASSERT(before.insert(*c.before).second);
      if (c.after) RC_ASSERT(after.insert(*c.after).second);
      if (c.change == SurveyChange::same || c.change == SurveyChange::changed) RC_ASSERT(c.apart_m <= c.tolerance_m);
      if (c.change == SurveyChange::moved) RC_ASSERT((c.apart_m > c.tolerance_m && c.apart_m <= 15));
    }
    RC_ASSERT(before.size() == earlier.size());
    RC_ASSERT(after.size() == later.size());
    auto turned = earlier;
    std::reverse(turned.begin(), turned.end());
    RC_ASSERT(told(turned, later) == told(earlier, later));
  });
}

TEST_CASE("a survey against itself has nothing new and nothing gone") {
  rc::prop("matching itself", [] {
    const auto survey = any_survey("a");
    for (const SurveyCandidate& c : match_surveys(survey, survey)) {
      RC_ASSERT((c.change != SurveyChange::appeared && c.change != SurveyChange::gone));
    }
  });
}

TEST_CASE("no public figure, and no difference of a township's sum and its rows or of two days, is between nothing and the least") {
  rc::prop("public counts", [] {
    const auto least = *rc::gen::inRange<std::int64_t>(2, 9);
    std::vector<CountedUnit> counts;
    const int size = *rc::gen::inRange(0, 30);
    for (int i = 0; i < size; ++i) counts.push_back({"v" + std::to_string(i), "t" + std::to_string(*rc::gen::inRange(0, 4)), *rc::gen::inRange<std::int64_t>(0, 3 * least)});
    const PublicCounts shown = public_counts(counts, least);
    std::int64_t sum = 0, all = 0;
    std::map<std::string, std::int64_t> of_township, told, rows;
    for (const CountedUnit& each : counts) {
      all += each.count;
      of_township[each.within] += each.count;
    }
    for (const PublicCount& row : shown.rows) {
      RC_ASSERT(row.count % least == 0);
      sum += row.count;
      told[row.within] += row.count;
      ++rows[row.within];
    }
    RC_ASSERT(sum == shown.shown);
    for (const auto& [township, count] : of_township) {
      const bool hidden = std::count(shown.hidden.begin(), shown.hidden.end(), township) > 0;
      RC_ASSERT((hidden ? count > 0 && count < least : told[township] <= count));
      RC_ASSERT(hidden || count == 0 || told[township] > count - least * (rows[township] + 1));  // no more is kept back than rounding takes
    }
    RC_ASSERT(sum <= all);
    // A later day with one grave more: what both tables show differs by nothing, or by no fewer than the least.
    if (counts.empty()) return;
    ++counts[*rc::gen::inRange<std::size_t>(0, counts.size())].count;
    const PublicCounts later = public_counts(counts, least);
    RC_ASSERT(std::abs(later.shown - shown.shown) % least == 0);
    for (const PublicCount& row : later.rows) {
      for (const PublicCount& before : shown.rows) {
        if (row.unit == before.unit && row.within == before.within && row.together == before.together) RC_ASSERT((row.count - before.count) % least == 0);
      }
    }
  });
}

TEST_CASE("a route visits each grave once, keeps its days, and no exchange of two legs makes a day shorter") {
  rc::prop("route", [] {
    std::vector<Position> stops;
    std::vector<std::string> names;
    const int size = *rc::gen::inRange(0, 30);
    for (int i = 0; i < size; ++i) {
      stops.push_back(any_place(9000));
      names.push_back(std::to_string(i));
    }
    const RouteLimits limits{1000.0 * *rc::gen::inRange(10, 60), *rc::gen::inRange<std::size_t>(1, 12)};
    const Route route = plan_route(origin, stops, names, limits);
    std::set<std::size_t> visited;
    double sum = 0;
    for (const RouteDay& day : route.days) {
      RC_ASSERT((!day.stops.empty() && day.stops.size() <= limits.day_stops));
      RC_ASSERT((day.length_m <= limits.day_m + 1e-3 || day.stops.size() == 1));
      sum += day.length_m;
      std::vector<Position> tour{origin};
      for (const std::size_t stop : day.stops) {
        RC_ASSERT(visited.insert(stop).second);
        tour.push_back(stops[stop]);
      }
      for (std::size_t i = 0; i + 2 < tour.size(); ++i) {
        for (std::size_t j = i + 2; j < tour.size(); ++j) {
          const Position after = tour[(j + 1) % tour.size()];
          if (after == tour[i]) continue;
          RC_ASSERT(distance_m(tour[i], tour[i + 1]) + distance_m(tour[j], after) <=
                    distance_m(tour[i], tour[j]) + distance_m(tour[i + 1], after) + 1e-3);
        }
      }
    }
    RC_ASSERT(visited.size() == stops.size());
    RC_ASSERT(std::abs(sum - route.length_m) < 1e-6);
  });
}
