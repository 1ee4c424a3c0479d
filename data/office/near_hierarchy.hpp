// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/office/hierarchy.hpp"
#include "data/store/division_store.hpp"

#include <set>

namespace merestone {

/// What belongs to what, through all time, read as far as it is asked for.
class NearHierarchy {
 public:
  NearHierarchy(Connection& connection, Revision revision) : connection_{connection}, window_{revision} {}

  /// Reads divisions and all that were ever above them.
  void know(std::vector<DivisionId> divisions);
  const Hierarchy& hierarchy() const { return hierarchy_; }

 private:
  Connection& connection_;
  Window window_;
  Hierarchy hierarchy_;
  std::set<DivisionId> known_;
};

}  // namespace merestone
