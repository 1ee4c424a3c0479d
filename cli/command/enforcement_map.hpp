// SPDX-License-Identifier: Apache-2.0
/// Heads, words and maps that papers and ledgers on graves share.
#pragma once

#include "cli/report/line_sheet.hpp"
#include "data/office/project.hpp"

#include <vector>

namespace merestone {

/// Townships around the positions, and the positions as places without names. No sheet where there is no ground.
Sheet map_of_graves(const Project& project, const AsOf& as_of, const std::vector<Position>& graves);
}  // namespace merestone
