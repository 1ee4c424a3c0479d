// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/office/hierarchy.hpp"
#include "data/store/division_store.hpp"
#include "gis/boundaries/inheritance.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace merestone {

/// What a project holds of divisions, indexed for the acts that add to it.
class KnownDivisions {
 public:
  KnownDivisions(Connection& connection, Revision revision);

  bool empty() const noexcept { return facts_.versions.empty(); }
  const KeptDivisionFacts& facts() const noexcept { return facts_; }
  const std::vector<Succession>& successions() const noexcept { return successions_; }
  const Hierarchy& hierarchy() const noexcept { return hierarchy_; }

  /// Facts of one division, as positions in facts().
  struct Positions {
    std::vector<std::size_t> versions, codes, names, memberships, superiorities;
  };
  const Positions& of(DivisionId division) const;

  /// A code in force at a level, as a position in facts().codes.
  std::vector<std::size_t> holders(std::string_view system, std::string_view code, Level level,
                                   const Period& overlapping) const;
  /// Who holds `code` on `day` at the nearest level above `below`; no id when nobody does.
  DivisionId superior_with(std::string_view system, std::string_view code, Level below, Date day) const;
  /// Level of a division in the first version that overlaps; 0 when there is none.
  Level level(DivisionId division, const Period& overlapping) const;
  /// The time a division exists around `day`, else the first after it.
  Period life(DivisionId division, Date day) const;
  /// Its official name on `day`, else any.
  std::string name(DivisionId division, Date day) const;
  /// Whether the two ever had the same code.
  bool share_code(DivisionId one, DivisionId other) const;
  /// Divisions on record that ended, and who took their ground.
  Bequests bequests() const;

 private:
  KeptDivisionFacts facts_;
  std::vector<Succession> successions_;
  std::unordered_map<DivisionId, Positions> positions_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_code_;
  Hierarchy hierarchy_;
};

}  // namespace merestone
