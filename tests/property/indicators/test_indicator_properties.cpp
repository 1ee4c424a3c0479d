// SPDX-License-Identifier: Apache-2.0
#include "gis/indicators/classes.hpp"
#include "gis/indicators/figures.hpp"
#include "gis/indicators/trend.hpp"

#include <rapidcheck/catch.h>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace merestone;

namespace {

std::vector<double> any_values(int least, int most) {
  const int count = *rc::gen::inRange(least, most);
  std::vector<double> values;
  const double far = *rc::gen::element(0.0, 1e6);
  for (int i = 0; i < count; ++i) values.push_back(far + *rc::gen::inRange(-40, 40) / 4.0);
  return values;
}

double spread(const std::vector<double>& sorted, std::size_t first, std::size_t end) {
  const double count = static_cast<double>(end - first);
  const double mean = std::accumulate(sorted.begin() + static_cast<std::ptrdiff_t>(first), sorted.begin() + static_cast<std::ptrdiff_t>(end), 0.0) / count;
  double sum = 0;
  for (std::size_t i = first; i < end; ++i) sum += (sorted[i] - mean) * (sorted[i] - mean);
  return sum;
}

/// The least spread of all ways to part sorted values into runs, tried one by one.
double least_spread(const std::vector<double>& sorted, std::size_t first, std::size_t classes) {
  if (classes == 1) return spread(sorted, first, sorted.size());
  double best = spread(sorted, first, sorted.size());
  for (std::size_t end = first + 1; end < sorted.size(); ++end) {
    best = std::min(best, spread(sorted, first, end) + least_spread(sorted, end, classes - 1));
  }
  return best;
}

/// Divisions of one level that split, merge and give parts, by whole quarters.
struct History {
  DivisionFacts facts;
  std::vector<SuccessionShare> shares;
  std::vector<DivisionFigure> figures;
};

History any_history() {
  History h;
  const Date begin = parse_date("2000-01-01");
  std::vector<std::int64_t> alive;
  std::int64_t last = 0;
  const auto open = [&](Date day) {
    h.facts.versions.push_back({DivisionId{++last}, 4, "town", {day, open_end}});
    alive.push_back(last);
    return DivisionId{last};
  };
  for (int i = *rc::gen::inRange(2, 6); i > 0; --i) h.figures.push_back({open(begin), begin, double(*rc::gen::inRange(0, 1000))});
  for (int step = *rc::gen::inRange(0, 8); step > 0; --step) {
    const Date day = begin + std::chrono::days{365 * (9 - step)};
    const auto at = static_cast<std::size_t>(*rc::gen::inRange(0, int(alive.size())));
    const DivisionId giver{alive[at]};
    const auto give = [&](DivisionId to, bool whole, double share) {
      h.shares.push_back({h.facts.successions.size(), {}, whole, share, {}});
      h.facts.successions.push_back({giver, to, day, "change"});
    };
    const int kind = *rc::gen::inRange(0, 3);
    if (kind == 2 && alive.size() > 1) {  // a part goes to another
      give(DivisionId{alive[(at + 1) % alive.size()]}, false, 0.25);
      continue;
    }
    alive.erase(alive.begin() + static_cast<std::ptrdiff_t>(at));
    for (DivisionVersion& v : h.facts.versions) {
      if (v.division == giver) v.valid.until = day;
    }
    if (kind == 1 || alive.empty()) {
      const DivisionId one = open(day), two = open(day);
      give(one, true, 0.75), give(two, true, 0.25);
    } else {
      give(DivisionId{alive[0]}, true, 1);
    }
  }
  return h;
}

double sum_of(const Reaggregation& r) {
  double sum = 0;
  for (const CarriedFigure& f : r.figures) sum += f.value;
  for (const DivisionFigure& f : r.unplaced) sum += f.value;
  return sum;
}

}  // namespace

TEST_CASE("properties of indicators") {
  rc::prop("natural breaks are no worse than any other way to part the values", [] {
    const auto values = any_values(1, 12);
    const auto wanted = static_cast<std::size_t>(*rc::gen::inRange(2, 5));
    auto sorted = values;
    std::sort(sorted.begin(), sorted.end());
    const ValueClasses classes = classify(values, ClassMethod::natural_breaks, wanted);
    RC_ASSERT(within_classes(values, classes) <= least_spread(sorted, 0, wanted) + 1e-7);
  });
  rc::prop("classes ascend, hold every value once, and keep equal values together", [] {
    const auto values = any_values(1, 60);
    const auto wanted = static_cast<std::size_t>(*rc::gen::inRange(2, 10));
    for (const ClassMethod method : {ClassMethod::quantile, ClassMethod::natural_breaks, ClassMethod::equal_interval}) {
      const ValueClasses classes = classify(values, method, wanted);
      RC_ASSERT(classes.size() >= 1u && classes.size() <= wanted);
      RC_ASSERT(std::is_sorted(classes.uppers.begin(), classes.uppers.end(), std::less_equal<>{}));
      RC_ASSERT(std::accumulate(classes.counts.begin(), classes.counts.end(), std::size_t{0}) == values.size());
      for (const double value : values) {
        const std::size_t index = classes.class_of(value);
        RC_ASSERT(value <= classes.uppers[index]);
        RC_ASSERT(index == 0 || value > classes.lower(index));
      }
      if (method != ClassMethod::equal_interval) RC_ASSERT(std::find(classes.counts.begin(), classes.counts.end(), 0u) == classes.counts.end());
    }
  });
  rc::prop("figures carried to any later day keep their sum, at once or in steps", [] {
    const History h = any_history();
    double given = 0;
    for (const DivisionFigure& f : h.figures) given += f.value;
    const Date middle = parse_date("2004-06-01"), end = parse_date("2020-01-01");
    const Reaggregation direct = reaggregate(h.figures, h.facts, h.shares, end);
    RC_ASSERT(std::abs(sum_of(direct) - given) < 1e-6);
    const Reaggregation half = reaggregate(h.figures, h.facts, h.shares, middle);
    std::vector<DivisionFigure> again;
    for (const CarriedFigure& f : half.figures) again.push_back({f.division, middle, f.value});
    const Reaggregation steps = reaggregate(again, h.facts, h.shares, end);
    RC_ASSERT(steps.figures.size() == direct.figures.size());
    for (std::size_t i = 0; i < steps.figures.size(); ++i) RC_ASSERT(std::abs(steps.figures[i].value - direct.figures[i].value) < 1e-6);
  });
  rc::prop("a constant added moves a trend up, a slope added turns it, by both methods", [] {
    std::vector<YearValue> values;
    for (int i = *rc::gen::inRange(3, 12); i > 0; --i) values.push_back({2000 + 2 * i, double(*rc::gen::inRange(-50, 50))});
    const double up = *rc::gen::inRange(-9, 9), turn = *rc::gen::inRange(-9, 9);
    auto moved = values;
    for (YearValue& v : moved) v.value += up + turn * (v.year - 2002);
    for (const TrendMethod method : {TrendMethod::theil_sen, TrendMethod::least_squares}) {
      const auto a = trend_of(values, method), b = trend_of(moved, method);
      RC_ASSERT(std::abs(b->per_year - a->per_year - turn) < 1e-9);
      RC_ASSERT(std::abs(b->at(2002) - a->at(2002) - up) < 1e-8);
    }
  });
}
