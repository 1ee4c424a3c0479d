// SPDX-License-Identifier: Apache-2.0
/// Indicators of the office's own and figures by division and year, as rows.
#pragma once

#include "data/store/division_store.hpp"
#include "gis/indicators/indicator.hpp"

#include <span>
#include <string_view>

namespace merestone {

std::vector<Kept<IndicatorRule>> read_indicator_rules(Connection& connection, Revision revision);
void add_indicator_rules(FactWriter& writer, std::span<const IndicatorRule> rules, DocumentId document);

/// Of one indicator, of all where it is empty.
std::vector<Kept<IndicatorValue>> read_indicator_values(Connection& connection, Revision revision, std::string_view indicator = {});
void add_indicator_values(FactWriter& writer, std::span<const IndicatorValue> values, DocumentId document);

/// "sum", "rate", "none".
std::string_view word_of(SumRule rule);

}  // namespace merestone
