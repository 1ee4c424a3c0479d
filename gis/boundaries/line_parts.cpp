// SPDX-License-Identifier: Apache-2.0
#include "gis/boundaries/line_parts.hpp"

#include "gis/boundaries/walking.hpp"

#include <algorithm>

namespace merestone {
namespace {

std::vector<Date> days_of_change(std::span<const LineStretch> stretches) {
  std::vector<Date> days;
  for (const LineStretch& s : stretches) {
    days.push_back(s.valid.from);
    days.push_back(s.valid.until);
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

std::vector<LooseStretch> held_on(std::span<const LineStretch> stretches, Date day) {
  std::vector<LooseStretch> held;
  for (const LineStretch& s : stretches) {
    if (s.valid.contains(day)) held.push_back({s.stretch, s.path});
  }
  std::sort(held.begin(), held.end(), [](const auto& a, const auto& b) { return a.stretch < b.stretch; });
  held.erase(std::unique(held.begin(), held.end(), [](const auto& a, const auto& b) { return a.stretch == b.stretch; }),
             held.end());
  return held;
}

}  // namespace

std::vector<DatedPart> parts_through_time(std::span<const LineStretch> stretches) {
  std::vector<DatedPart> parts;
  std::size_t before = 0;  ///< where the parts of the period before begin
  const std::vector<Date> days = days_of_change(stretches);
  for (std::size_t i = 0; i + 1 < days.size(); ++i) {
    const std::size_t now = parts.size();
    std::int64_t ordinal = 0;
    for (const BoundaryLine::Part& part : in_walking_order(held_on(stretches, days[i]))) {
      parts.push_back({++ordinal, part, {days[i], days[i + 1]}});
    }
    // A part that stands where it stood takes over the beginning of its predecessor, which then goes.
    for (std::size_t p = now; p < parts.size(); ++p) {
      const std::size_t q = before + (p - now);  // both lists are in walking order, numbered from 1
      if (q >= now || parts[q].part.stretch != parts[p].part.stretch) continue;
      if (parts[q].part.forward != parts[p].part.forward) continue;
      parts[p].valid.from = parts[q].valid.from;
      parts[q].valid.until = parts[q].valid.from;
    }
    before = now;
  }
  parts.erase(std::remove_if(parts.begin(), parts.end(), [](const DatedPart& p) { return p.valid.from == p.valid.until; }),
              parts.end());
  std::stable_sort(parts.begin(), parts.end(), [](const DatedPart& a, const DatedPart& b) {
    return a.valid.from != b.valid.from ? a.valid.from < b.valid.from : a.ordinal < b.ordinal;
  });
  return parts;
}

std::vector<Period> periods_of(std::span<const LineStretch> stretches) {
  std::vector<Period> periods;
  for (const LineStretch& s : stretches) periods.push_back(s.valid);
  std::sort(periods.begin(), periods.end(), [](const Period& a, const Period& b) { return a.from < b.from; });
  std::vector<Period> joined;
  for (const Period& p : periods) {
    if (!joined.empty() && p.from <= joined.back().until) joined.back().until = std::max(joined.back().until, p.until);
    else joined.push_back(p);
  }
  return joined;
}

}  // namespace merestone
