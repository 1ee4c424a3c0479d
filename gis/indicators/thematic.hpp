// SPDX-License-Identifier: Apache-2.0
/// What a thematic map, its table and its chart show: an indicator by division in classes, with the years before and the
/// trend, all on the divisions of one day.
#pragma once

#include "gis/indicators/classes.hpp"
#include "gis/indicators/figures.hpp"
#include "gis/indicators/trend.hpp"

namespace merestone {

struct ThematicQuestion {
  FigureQuestion figures{};
  DivisionId within{};            ///< only divisions below this one; no id: all
  ClassMethod method = ClassMethod::natural_breaks;
  std::size_t classes = 5;
  std::vector<double> limits{};   ///< of ClassMethod::given
  TrendMethod trend = TrendMethod::theil_sen;
};

struct ThematicRow {
  Figure figure{};
  std::optional<std::size_t> in_class{};  ///< from 0
  std::vector<YearValue> series{};        ///< years up to the one asked for in which it has a value
  std::optional<Trend> trend{};
};

struct Thematic {
  FigureTable table{};           ///< its figures are those of the rows
  Date day{};                    ///< whose divisions they are of
  std::vector<ThematicRow> rows{};
  /// All rows together: the sum of those that have a value, a rate of their summed counts. Nothing for what does not add up.
  ThematicRow whole{};
  std::optional<ValueClasses> classes{};  ///< none where no division has a value
  TrendMethod trend = TrendMethod::theil_sen;
};

/// @throws what figures_of() and classify() do, but not for a lack of values.
Thematic thematic_of(const IndicatorRecord& record, const ThematicQuestion& question);

}  // namespace merestone
