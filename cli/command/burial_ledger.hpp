// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/report/ledger_sheet.hpp"
#include "data/office/burial_ledger.hpp"

namespace merestone {

/// The ledger as the office has it on paper, with the map of its graves; `within` is the code of the division that it was made
/// for, empty for all.
LedgerSheet ledger_sheet(const Project& project, const Ledger& ledger, const std::string& within, const AsOf& as_of);

}  // namespace merestone
