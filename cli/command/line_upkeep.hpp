// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace merestone {

class Command;
struct Shared;

/// `line project`, `line projects` and `line consent`: what is built across lines (BL-08).
void add_line_projects(Command& line, const Shared& shared);
/// `inspection peace` and `inspection log`: what is done along a line between inspections (domain.md §3.7).
void add_peace(Command& inspection, const Shared& shared);

}  // namespace merestone
