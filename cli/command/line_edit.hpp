// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace merestone {

class Command;
struct Shared;

/// `line edit` and `line undo`, in the group of commands on lines.
void add_line_edit(Command& line, const Shared& shared);

}  // namespace merestone
