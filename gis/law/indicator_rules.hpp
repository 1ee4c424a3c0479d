// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/law/wording.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// How the figure of a whole comes from those of its parts.
enum class SumRule {
  sum,   ///< they add up
  rate,  ///< never delivered: numerator over denominator, each of which adds up
  none,  ///< it cannot be told from the parts
};

/// What is counted or measured by division and year (domain.md §5.6, DR-02).
struct IndicatorRule {
  std::string id;  ///< "deaths", "cremation_rate"
  Wording words{};
  Wording unit{};
  SumRule sum = SumRule::sum;
  std::string parent{};  ///< it is a part of that one: all parts together are no more than it
  std::string numerator{}, denominator{};  ///< of a rate
  double scale = 1;          ///< of a rate: 100 for per cent
  /// Of a rate whose numerator should be a part of its denominator: why it may be more, which is warned of and never
  /// clipped. Empty: it has no limit.
  Wording over{};
  bool whole = false;        ///< people and things: no fractions
  std::string source{};
};

/// One is never more than the other: dead, affected people.
struct IndicatorOrder {
  std::string lesser;
  std::string greater;
};

const IndicatorRule* find_indicator(const std::vector<IndicatorRule>& rules, std::string_view id);

}  // namespace merestone
