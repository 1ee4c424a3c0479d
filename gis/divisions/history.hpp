// SPDX-License-Identifier: Apache-2.0
/// The lives of divisions, read out of a register that lists dated states by code.
#pragma once

#include "gis/divisions/delivery.hpp"

#include <optional>

namespace merestone {

/// One division through all its states.
struct DivisionHistory {
  std::vector<std::size_t> states;  ///< indexes into the delivery, in order of time, without holes between
  /// Who took its ground when it ended, as an index of a history; empty while it lasts, when the register names
  /// nobody, and when it names a code that has no state on that day (`heir_code` then says which).
  std::optional<std::size_t> heir;
  std::string heir_code;
};

struct HistoryReading {
  std::vector<DivisionHistory> histories;  ///< by first day, then code, then level
  std::vector<Finding> findings;
};

/// Tells which states belong to one division (domain.md §2.4: the division is an id that never changes).
///
/// 1. A state goes on under its code when the next one begins on the day it ends, and either bears the same name
///    or nobody else gave its ground to that code that day: growing, or taking another name, ends nothing.
/// 2. A state goes on under another code when it is the only one that ended in favour of that code that day, and
///    the code was not in use before: the division was renumbered.
/// 3. Else a division ends and another one begins, also where the code lives on.
///
/// Findings: history.overlapping_states (one code twice on a day, at one level), history.bad_period,
/// history.missing_code, history.missing_name. Time O(n log n).
HistoryReading read_history(const std::vector<DeliveredState>& states);

}  // namespace merestone
