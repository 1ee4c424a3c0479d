// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace merestone {

struct YearValue {
  int year = 0;
  double value = 0;
};

enum class TrendMethod {
  theil_sen,      ///< the median of the slopes of all pairs (Theil 1950, Sen 1968): single odd years do not move it
  least_squares,  ///< of the vertical distances
};

/// A straight line through yearly values.
struct Trend {
  TrendMethod method = TrendMethod::theil_sen;
  double per_year = 0;  ///< change of the value in a year
  double at_first = 0;  ///< of the line, in the first year
  int first = 0, last = 0;
  std::size_t years = 0;
  double at(int year) const { return at_first + per_year * (year - first); }
};

/// Nothing below three years; the order of the values does not matter. A year must not occur twice.
std::optional<Trend> trend_of(std::span<const YearValue> values, TrendMethod method);

std::string_view word_of(TrendMethod method);  ///< "theil-sen", "least-squares"

}  // namespace merestone
