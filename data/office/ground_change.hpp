// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/office/hierarchy.hpp"
#include "data/store/fact_writer.hpp"
#include "gis/boundaries/inheritance.hpp"

#include <functional>
#include <string>
#include <unordered_set>

namespace merestone {

/// Ends of divisions that reach the ground.
struct GroundChange {
  Revision before = 0;
  const Bequests& bequests;
  const Hierarchy& hierarchy;  ///< as it is after the change
  DocumentId document;         ///< that says so
  std::function<std::string(DivisionId)> name_of;
  Date day{};                                 ///< of changes of superiors
  bool moved_alone = false;                   ///< `moved` names all members of superiors that end
  std::unordered_set<DivisionId> moved{};     ///< divisions that have another superior from that day
};

/// Lets heirs take the ground of divisions that ended: their delimitations are superseded by pieces in time, and the
/// boundary lines follow. What does not change is not touched.
/// @throws Error conflict store.no_successor when a division with ground ended and nobody on record took it.
void change_ground(FactWriter& writer, const GroundChange& change);

}  // namespace merestone
