// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/rows.hpp"
#include "data/exchange/staged.hpp"

#include <algorithm>

namespace merestone {

std::vector<TableRow> read_rows(const std::string& path, const std::vector<std::string>& columns) {
  ReadOptions options;
  exchange::FieldPlan plan;
  for (const std::string& column : columns) {
    options.columns.emplace(column, column);
    plan.fields.push_back(column);
  }
  exchange::Staged staged{path, options, {std::move(plan), {}}, {}, {}};
  Delivery delivery;
  std::vector<TableRow> rows(staged.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (const std::string& column : columns) rows[i].emplace(column, staged.text(i, column));
  }
  staged.finish(delivery);
  const bool wrong = std::ranges::any_of(delivery.findings, [](const Finding& f) { return f.severity == Severity::error; });
  if (wrong) throw Error{Fault::invalid, path + " cannot be read", delivery.findings};
  return rows;
}

}  // namespace merestone
