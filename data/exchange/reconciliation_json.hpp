// SPDX-License-Identifier: Apache-2.0
/// Reconciliation as it goes over the wire (Reconciliation Service API 0.2 §4, §5).
#pragma once

#include "data/office/reconciliation.hpp"

#include <string>
#include <utility>
#include <vector>

namespace merestone {

/// A batch of queries by their own ids: {"q0": {"query": "瑞安", "type": "geonames:P", "limit": 3, "properties": [{"pid":
/// "division", "v": "330300"}]}}. At most 1,000 of them, and 20 candidates each.
/// @throws invalid reconcile.bad_query, which names the query and what is wrong.
std::vector<std::pair<std::string, ReconciliationQuery>> read_reconciliation_queries(const std::string& json);

/// {"q0": {"result": [{"id", "name", "description", "type", "score", "match", "features"}]}}
std::string reconciliation_answer(const std::vector<std::pair<std::string, ReconciliationQuery>>& queries,
                                  const std::vector<std::vector<ReconciliationCandidate>>& answers);

}  // namespace merestone
