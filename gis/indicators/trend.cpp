// SPDX-License-Identifier: Apache-2.0
#include "gis/indicators/trend.hpp"

#include <algorithm>
#include <vector>

namespace merestone {
namespace {

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  if (values.size() % 2 == 1) return *middle;
  return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

double sen_slope(std::span<const YearValue> values) {
  std::vector<double> slopes;
  for (std::size_t i = 0; i < values.size(); ++i) {
    for (std::size_t j = i + 1; j < values.size(); ++j) slopes.push_back((values[j].value - values[i].value) / (values[j].year - values[i].year));
  }
  return median(std::move(slopes));
}

}  // namespace

std::optional<Trend> trend_of(std::span<const YearValue> given, TrendMethod method) {
  if (given.size() < 3) return {};
  std::vector<YearValue> values{given.begin(), given.end()};
  std::sort(values.begin(), values.end(), [](const YearValue& a, const YearValue& b) { return a.year < b.year; });
  Trend trend{method, 0, 0, values.front().year, values.back().year, values.size()};
  if (method == TrendMethod::theil_sen) {
    trend.per_year = sen_slope(values);
    std::vector<double> starts;
    for (const YearValue& v : values) starts.push_back(v.value - trend.per_year * (v.year - trend.first));
    trend.at_first = median(std::move(starts));
    return trend;
  }
  const double count = static_cast<double>(values.size());
  double year = 0, value = 0;
  for (const YearValue& v : values) year += v.year - trend.first, value += v.value;
  year /= count, value /= count;
  double both = 0, square = 0;
  for (const YearValue& v : values) {
    const double away = v.year - trend.first - year;
    both += away * (v.value - value), square += away * away;
  }
  trend.per_year = both / square;
  trend.at_first = value - trend.per_year * year;
  return trend;
}

std::string_view word_of(TrendMethod method) { return method == TrendMethod::theil_sen ? "theil-sen" : "least-squares"; }

}  // namespace merestone
