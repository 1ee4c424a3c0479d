// SPDX-License-Identifier: Apache-2.0
/// An indicator by division: rolled up to a level, on the divisions of its own year or carried over to those of a later day.
#pragma once

#include "gis/divisions/reaggregation.hpp"
#include "gis/divisions/register.hpp"
#include "gis/indicators/indicator.hpp"

#include <optional>

namespace merestone {

/// What figures are made of; all periods.
struct IndicatorRecord {
  std::vector<IndicatorRule> rules;
  std::vector<IndicatorValue> values;  ///< one of a division, indicator and year
  DivisionFacts facts;
  std::vector<SuccessionShare> shares;
};

struct FigureQuestion {
  std::string indicator;
  int year = 0;
  Level level = 0;               ///< 0: the finest that has a value
  std::optional<Date> onto{};    ///< divisions of this day; none: of the last day of the year
  ShareBasis basis = ShareBasis::people;
};

/// Of one division. A sum that lacks parts is told as such and has no value; a rate is that of the parts whose both counts
/// are known.
struct Figure {
  DivisionId division{};
  std::optional<double> value{};
  double numerator = 0, denominator = 0;  ///< of a rate
  std::size_t parts = 1;    ///< that should have been counted
  std::size_t missing = 0;  ///< that were not
  double shared = 0;        ///< what came by shares below the whole: an estimate; of a rate in its numerator
  bool reported = false;    ///< the division's own figure, not the sum of its parts
};

struct FigureTable {
  IndicatorRule rule{};
  FigureQuestion question{};       ///< with level and day filled in
  std::vector<Figure> figures{};   ///< of all divisions of the level, in the register's order
  std::vector<UsedShare> shares{}; ///< that figures were divided by
  double unplaced = 0;             ///< of the values of the year, what no share leads to a division of the day
  double given = 0;                ///< the sum of the year's values
  std::vector<Finding> findings{}; ///< indicator.over_whole, indicator.sum_differs, indicator.shared, indicator.unplaced
};

/// `known` is the register of the day that is asked for, where the caller has it. @throws Error missing indicator.unknown;
/// invalid division.reaggregation_backwards.
FigureTable figures_of(const IndicatorRecord& record, const FigureQuestion& question, const DivisionRegister* known = nullptr);

/// Years that have a value of the indicator, of a rate those that have one of both counts; ascending.
std::vector<int> years_of(const IndicatorRecord& record, std::string_view indicator);

}  // namespace merestone
