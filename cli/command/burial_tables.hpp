// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/office/personal_acts.hpp"

#include <string>

namespace merestone {

/// Paths of tables on cases; empty ones are passed over.
struct BurialTables {
  std::string acts, photos, persons;
};
struct PlayedTables {
  std::size_t cases = 0, kept = 0, acts = 0, persons = 0;
};

/// Takes the acts of a table down one after the other, each an act of the office. What is refused ends it, with the row in the
/// finding; what stands before stays on record, as it would by hand. enforcement.bad_table (a cell that cannot be read).
PlayedTables play_burial_tables(Project& project, const std::string& author, const BurialTables& tables, const ActingRole& acting);

}  // namespace merestone
