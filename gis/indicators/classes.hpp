// SPDX-License-Identifier: Apache-2.0
/// Classes of a thematic map: which values are drawn in one colour.
#pragma once

#include "gis/base/finding.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace merestone {

enum class ClassMethod {
  quantile,        ///< as many divisions in each, as far as equal values allow
  natural_breaks,  ///< least squared distance from the means of the classes (Fisher 1958, Jenks), exact
  equal_interval,  ///< equally wide
  given,           ///< by limits that somebody chose
};
std::string_view word_of(ClassMethod method);  ///< "quantile", "natural-breaks", "equal-interval", "given"
std::optional<ClassMethod> class_method(std::string_view word);

/// A class reaches from above the upper limit of the one before up to and with its own.
struct ValueClasses {
  ClassMethod method = ClassMethod::quantile;
  double lowest = 0;                ///< of all values
  std::vector<double> uppers;       ///< ascending, the last no less than the highest value
  std::vector<std::size_t> counts;  ///< of values in each
  std::size_t without = 0;          ///< divisions without a value
  std::vector<Finding> findings;    ///< thematic.fewer_classes: fewer different values than classes

  std::size_t size() const { return uppers.size(); }
  double lower(std::size_t index) const { return index == 0 ? lowest : uppers[index - 1]; }
  /// Of a value no higher than the last limit.
  std::size_t class_of(double value) const;
};

/// `wanted` classes, 2 to 9; `given` limits count for that method alone and replace `wanted`: values above the last are one
/// more class. Equal values are never parted. Time O(k n log n), also for natural breaks.
/// @throws Error invalid thematic.class_count, thematic.bad_limits, thematic.no_values.
ValueClasses classify(std::span<const double> values, ClassMethod method, std::size_t wanted, std::span<const double> given = {});

/// Sum of squared distances of the values from the means of their classes: what natural breaks make least.
double within_classes(std::span<const double> values, const ValueClasses& classes);

}  // namespace merestone
