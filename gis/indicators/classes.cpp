// SPDX-License-Identifier: Apache-2.0
#include "gis/indicators/classes.hpp"

#include "gis/base/error.hpp"
#include "gis/base/text.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

namespace merestone {
namespace {

constexpr std::size_t most_classes = 9;

[[noreturn]] void refuse(const char* rule, const std::string& value) {
  throw Error{Fault::invalid, "the classes cannot be made", {{.rule = rule, .facts = {{"value", value}}}}};
}

/// Different values with how often they occur.
struct Weighted {
  std::vector<double> values;
  std::vector<std::size_t> counts;
};

Weighted weighted(const std::vector<double>& sorted) {
  Weighted all;
  for (const double value : sorted) {
    if (all.values.empty() || all.values.back() != value) {
      all.values.push_back(value);
      all.counts.push_back(0);
    }
    ++all.counts.back();
  }
  return all;
}

/// Fisher's optimal partition of ordered values by dynamic programming. The best place of the last limit never moves back
/// as values are added, so each row is filled by halving (Knuth 1971; Wu 1991).
class NaturalBreaks {
 public:
  explicit NaturalBreaks(const Weighted& values) : values_{values.values} {
    const std::size_t count = values_.size();
    // Counted from the middle value, so that squares of far-off values do not swallow the differences.
    const long double middle = values_[count / 2];
    weight_.resize(count + 1), sum_.resize(count + 1), square_.resize(count + 1);
    for (std::size_t i = 0; i < count; ++i) {
      const long double w = static_cast<long double>(values.counts[i]);
      const long double x = values_[i] - middle;
      weight_[i + 1] = weight_[i] + w;
      sum_[i + 1] = sum_[i] + w * x;
      square_[i + 1] = square_[i] + w * x * x;
    }
  }

  std::vector<double> limits(std::size_t classes) {
    const std::size_t count = values_.size();
    best_.assign(count + 1, std::numeric_limits<long double>::infinity());
    best_[0] = 0;
    starts_.assign(classes, std::vector<std::size_t>(count + 1, 0));
    for (std::size_t k = 0; k < classes; ++k) {
      before_ = best_;
      best_.assign(count + 1, std::numeric_limits<long double>::infinity());
      fill(starts_[k], k + 1, count, k, count - 1);
    }
    std::vector<double> uppers(classes);
    for (std::size_t k = classes, end = count; k > 0; --k) {
      uppers[k - 1] = values_[end - 1];
      end = starts_[k - 1][end];
    }
    return uppers;
  }

 private:
  /// Squared distances of values first … end - 1 from their mean.
  long double cost(std::size_t first, std::size_t end) const {
    const long double w = weight_[end] - weight_[first], s = sum_[end] - sum_[first];
    return std::max(0.0L, square_[end] - square_[first] - s * s / w);
  }

  /// For ends low … high the best start of the last class, which lies in first … last.
  void fill(std::vector<std::size_t>& starts, std::size_t low, std::size_t high, std::size_t first, std::size_t last) {
    if (low > high) return;
    const std::size_t end = low + (high - low) / 2;
    std::size_t at = first;
    for (std::size_t start = first; start <= std::min(last, end - 1); ++start) {
      const long double sum = before_[start] + cost(start, end);
      if (sum < best_[end]) best_[end] = sum, at = start;
    }
    starts[end] = at;
    if (end > low) fill(starts, low, end - 1, first, at);
    fill(starts, end + 1, high, at, last);
  }

  const std::vector<double>& values_;
  std::vector<long double> weight_, sum_, square_, before_, best_;
  std::vector<std::vector<std::size_t>> starts_;
};

std::vector<double> quantiles(const std::vector<double>& sorted, std::size_t classes) {
  std::vector<double> uppers;
  for (std::size_t k = 1; k <= classes; ++k) {
    const std::size_t last = (sorted.size() * k + classes - 1) / classes;
    const double upper = sorted[std::max<std::size_t>(last, 1) - 1];
    if (uppers.empty() || upper > uppers.back()) uppers.push_back(upper);
  }
  return uppers;
}

std::vector<double> equal_intervals(double low, double high, std::size_t classes) {
  if (!(low < high)) return {high};
  std::vector<double> uppers;
  for (std::size_t k = 1; k < classes; ++k) uppers.push_back(low + (high - low) * static_cast<double>(k) / static_cast<double>(classes));
  uppers.push_back(high);
  return uppers;
}

std::vector<double> given_limits(std::span<const double> given, double high) {
  std::vector<double> uppers{given.begin(), given.end()};
  std::string text;
  for (const double limit : uppers) text += (text.empty() ? "" : ", ") + shortest(limit);
  const bool ascending = std::adjacent_find(uppers.begin(), uppers.end(), std::greater_equal<>{}) == uppers.end();
  const bool finite = std::all_of(uppers.begin(), uppers.end(), [](double limit) { return std::isfinite(limit); });
  if (uppers.empty() || uppers.size() >= most_classes || !ascending || !finite) refuse("thematic.bad_limits", text.empty() ? "–" : text);
  if (high > uppers.back()) uppers.push_back(high);
  return uppers;
}

}  // namespace

std::string_view word_of(ClassMethod method) {
  switch (method) {
    case ClassMethod::quantile: return "quantile";
    case ClassMethod::natural_breaks: return "natural-breaks";
    case ClassMethod::equal_interval: return "equal-interval";
    case ClassMethod::given: break;
  }
  return "given";
}

std::optional<ClassMethod> class_method(std::string_view word) {
  for (const ClassMethod method : {ClassMethod::quantile, ClassMethod::natural_breaks, ClassMethod::equal_interval, ClassMethod::given}) {
    if (word_of(method) == word) return method;
  }
  return {};
}

std::size_t ValueClasses::class_of(double value) const {
  const auto found = std::lower_bound(uppers.begin(), uppers.end(), value);
  return std::min(static_cast<std::size_t>(found - uppers.begin()), uppers.size() - 1);
}

ValueClasses classify(std::span<const double> values, ClassMethod method, std::size_t wanted, std::span<const double> given) {
  if (method != ClassMethod::given && (wanted < 2 || wanted > most_classes)) refuse("thematic.class_count", std::to_string(wanted));
  if (values.empty()) refuse("thematic.no_values", "0");
  std::vector<double> sorted{values.begin(), values.end()};
  std::sort(sorted.begin(), sorted.end());
  const Weighted different = weighted(sorted);
  ValueClasses classes;
  classes.method = method;
  classes.lowest = sorted.front();
  switch (method) {
    case ClassMethod::quantile: classes.uppers = quantiles(sorted, wanted); break;
    case ClassMethod::natural_breaks:
      classes.uppers = different.values.size() <= wanted ? different.values : NaturalBreaks{different}.limits(wanted);
      break;
    case ClassMethod::equal_interval: classes.uppers = equal_intervals(sorted.front(), sorted.back(), wanted); break;
    case ClassMethod::given: classes.uppers = given_limits(given, sorted.back()); break;
  }
  classes.counts.assign(classes.size(), 0);
  for (const double value : sorted) ++classes.counts[classes.class_of(value)];
  if (method != ClassMethod::given && classes.size() < wanted) {
    classes.findings.push_back({.rule = "thematic.fewer_classes", .severity = Severity::note,
                                .facts = {{"classes", std::to_string(classes.size())}, {"wanted", std::to_string(wanted)},
                                          {"values", std::to_string(different.values.size())}}});
  }
  return classes;
}

double within_classes(std::span<const double> values, const ValueClasses& classes) {
  std::vector<long double> sums(classes.size(), 0);
  for (const double value : values) sums[classes.class_of(value)] += value;
  long double total = 0;
  for (const double value : values) {
    const std::size_t index = classes.class_of(value);
    const long double away = value - sums[index] / static_cast<long double>(classes.counts[index]);
    total += away * away;
  }
  return static_cast<double>(total);
}

}  // namespace merestone
