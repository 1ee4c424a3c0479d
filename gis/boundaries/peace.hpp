// SPDX-License-Identifier: Apache-2.0
/// What neighbours do to keep a boundary peaceful (平安边界, domain.md §3.7): the log that an office keeps of each line.
#pragma once

#include "gis/boundaries/segment.hpp"
#include "gis/boundaries/terms.hpp"

namespace merestone {

enum class PeaceActivity {
  agreement,  ///< between the two governments; some renew it every three years
  meeting,    ///< joint: yearly, of townships twice a year
  pact,       ///< between villages on both sides
  screening,  ///< for disputes that nobody has brought up yet (隐患排查)
  emergency_plan,
  contacts,   ///< persons named on both sides, who tell each other what they hear (信息员)
  mediation,
  publicity,
  appraisal
};
std::string_view to_text(PeaceActivity activity);
template <>
std::optional<PeaceActivity> from_text(std::string_view word);
template <>
std::string_view words_of<PeaceActivity>();

struct PeaceEntry {
  BoundaryLineId line;
  PeaceActivity activity = PeaceActivity::meeting;
  Date on{};
  std::string left_by, right_by;  ///< who took part for each side
  int incidents = 0;              ///< that it counted, or was about
  std::optional<Date> next_on;    ///< when it is to be done again
  std::string document;           ///< its number
  std::string note;
};

/// Errors: peace.one_sided (an agreement, a meeting or a pact without both sides), peace.next_before (next not after it),
/// peace.in_future. Warning: peace.vetoed, an appraisal of a time with incidents, which veto it.
std::vector<Finding> check_peace(const PeaceEntry& entry, const std::string& line, Date today);

/// Of each activity along each line the last entry whose next time is on or before `day`, the earliest first.
std::vector<PeaceEntry> due_again(std::span<const PeaceEntry> entries, Date day);

}  // namespace merestone
