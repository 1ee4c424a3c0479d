// SPDX-License-Identifier: Apache-2.0
#include "data/store/officer_store.hpp"

#include "data/store/optional_values.hpp"
#include "data/store/statement.hpp"

namespace merestone {

std::vector<OfficerRole> read_officer_roles(Connection& connection, Revision revision) {
  std::vector<OfficerRole> roles;
  const Value parameters[] = {revision};
  connection.query(statement("officer_role_list", connection.engine()), parameters, [&](const Row& row) {
    roles.push_back({row.integer(0), std::string{row.text(5)}, std::string{row.text(6)}, {row.is_null(1) ? 0 : row.integer(1)},
                     static_cast<int>(row.integer(7)), {row.is_null(2) ? 0 : row.integer(2)}, period_of(row, 3)});
  });
  return roles;
}

void add_officer_role(FactWriter& writer, OfficerRole& role) {
  auto rows = writer.rows("officer_role");
  role.fact = writer.next("officer_role");
  PeriodText valid;
  valid.set(role.valid);
  rows.add({role.fact, value_of(role.division), value_of(role.document), writer.revision(), valid.from, valid.until, role.officer, role.role,
            static_cast<std::int64_t>(role.body_level)});
  rows.finish();
}

}  // namespace merestone
