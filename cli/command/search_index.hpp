// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace merestone {

/// Where the search index of a project lies: beside the project file; of a database in the user's cache, and nowhere
/// (empty) when there is none.
std::string index_file(const std::string& project);

}  // namespace merestone
