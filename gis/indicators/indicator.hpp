// SPDX-License-Identifier: Apache-2.0
/// Figures by division and year: as tables bring them, and as the record holds them.
#pragma once

#include "gis/base/finding.hpp"
#include "gis/divisions/change.hpp"
#include "gis/law/indicator_rules.hpp"

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace merestone {

struct IndicatorValue {
  DivisionId division{};
  std::string indicator{};
  int year = 0;
  double value = 0;
  std::string source{};
};

/// Valid from the first day of its year to the last.
Period period_of_year(int year);
Date last_day_of_year(int year);

/// When divisions existed.
class Lifetimes {
 public:
  explicit Lifetimes(const DivisionFacts& facts);
  /// The last day in the year on which a division existed: that its figure counts for; nothing when it did not.
  std::optional<Date> last_day_in(DivisionId division, int year) const;

 private:
  std::unordered_map<DivisionId, std::vector<Period>> periods_;
};

/// As a table has it.
struct DeliveredValue {
  std::string code{};
  int year = 0;
  std::string indicator{};
  double value = 0;
  std::string source{};
  std::size_t record = 0;  ///< counted from 1
};

struct JudgedValues {
  std::vector<IndicatorValue> values;  ///< without those that errors speak of
  std::vector<Finding> findings;
};

/// Holds a delivery against the rules and the divisions of each year. Errors: indicator.unknown, indicator.is_rate,
/// indicator.negative, indicator.not_whole, indicator.value_twice, indicator.bad_year, indicator.unknown_division, and
/// indicator.not_in_year with the time in which the code was in use. Warnings: indicator.over_whole for a part above its
/// whole, whatever place it is counted at; indicator.parts_exceed for parts that are together more than their parent.
/// At most a hundred findings of a rule.
JudgedValues judge_values(std::span<const DeliveredValue> delivered, const std::vector<IndicatorRule>& rules,
                          const DivisionFacts& facts, const std::string& file);

}  // namespace merestone
