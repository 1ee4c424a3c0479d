// SPDX-License-Identifier: Apache-2.0
/// Divisions and what is known of them, as rows.
#pragma once

#include "data/store/fact_writer.hpp"
#include "data/store/statement.hpp"
#include "gis/divisions/division.hpp"

namespace merestone {

/// A fact and the number of its row, by which it is superseded.
template <class Fact>
struct Kept {
  std::int64_t number = 0;
  Fact fact;
};

struct KeptDivisionFacts {
  std::vector<Kept<DivisionVersion>> versions;
  std::vector<Kept<DivisionCode>> codes;
  std::vector<Kept<DivisionName>> names;
  std::vector<Kept<Membership>> memberships;
};

KeptDivisionFacts read_kept_facts(Connection& connection, const Window& window);
/// Those of one division, by index.
KeptDivisionFacts read_kept_facts(Connection& connection, const Window& window, DivisionId division);
std::vector<Kept<Succession>> read_kept_successions(Connection& connection, Revision revision);
std::vector<Succession> read_successions(Connection& connection, Revision revision);

/// Without the numbers of the rows.
DivisionFacts plain(KeptDivisionFacts facts);

/// A successor that is not on record here has no id, only the code that the register gives.
struct NewSuccession {
  Succession succession;
  std::string to_code;
};

/// Gives out `count` ids, in a row, and records them. Returns the first.
DivisionId add_divisions(FactWriter& writer, std::size_t count);
void add_versions(FactWriter& writer, const std::vector<DivisionVersion>& versions);
void add_codes(FactWriter& writer, const std::vector<DivisionCode>& codes);
void add_names(FactWriter& writer, const std::vector<DivisionName>& names);
void add_memberships(FactWriter& writer, const std::vector<Membership>& memberships);
void add_successions(FactWriter& writer, const std::vector<NewSuccession>& successions);

}  // namespace merestone
