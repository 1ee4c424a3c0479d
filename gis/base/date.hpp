// SPDX-License-Identifier: Apache-2.0
/// Civil dates and half-open validity periods: the time axis of every fact.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace merestone {

using Date = std::chrono::sys_days;

/// The end of a period that has not ended.
inline constexpr Date open_end = std::chrono::year{9999} / 12 / 31;

/// The beginning of a period whose beginning is not known.
inline constexpr Date unknown_start = std::chrono::year{1} / 1 / 1;

/// Reads "YYYY-MM-DD". @throws Error{Fault::invalid} for anything else.
Date parse_date(std::string_view text);
std::string to_string(Date date);

/// Today in UTC. Only the edge asks; rules are given their day.
Date today();

/// The days from `from` up to, and not including, `until`.
struct Period {
  Date from = unknown_start;
  Date until = open_end;

  constexpr bool contains(Date day) const noexcept { return from <= day && day < until; }
  constexpr bool overlaps(const Period& other) const noexcept { return from < other.until && other.from < until; }
  friend constexpr bool operator==(const Period&, const Period&) = default;
};

}  // namespace merestone
