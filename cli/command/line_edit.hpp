// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace CLI {
class App;
}

namespace merestone {

struct Shared;

/// `line edit` and `line undo`, in the group of commands on lines.
void add_line_edit(CLI::App& line, const Shared& shared);

}  // namespace merestone
