// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/boundaries/dividing.hpp"
#include "gis/divisions/division.hpp"

#include <set>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace merestone {

/// What belongs to what, on any day; it grows while an act adds to it.
class Hierarchy {
 public:
  void add(const DivisionVersion& version);
  void add(const Membership& membership);  ///< legal ones count

  /// The division and its superiors on `day`, finest first; ends where a level is not known or a cycle begins.
  std::vector<Rank> chain(DivisionId division, Date day) const;
  DivisionId superior(DivisionId division, Date day) const;
  /// Days inside `period` on which something in the chain of a division begins or ends.
  void add_days(DivisionId division, const Period& period, std::set<Date>& days) const;
  /// Whether anything ever belonged to it.
  bool has_members(DivisionId division) const { return with_members_.contains(division); }

 private:
  struct LevelFact {
    Period valid;
    Level level;
  };
  struct SuperiorFact {
    Period valid;
    DivisionId superior;
  };
  void add_days(DivisionId division, const Period& period, std::set<Date>& days, int depth) const;
  std::unordered_map<DivisionId, std::vector<LevelFact>> levels_;
  std::unordered_map<DivisionId, std::vector<SuperiorFact>> superiors_;
  std::unordered_set<DivisionId> with_members_;
};

}  // namespace merestone
