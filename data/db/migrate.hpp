// SPDX-License-Identifier: Apache-2.0
/// The schema as numbered steps, data/schema/NNNN_words[.engine].sql, embedded in the program. A step is either one
/// file for both engines or one file for each. Steps go forward only, and a step that has shipped never changes.
#pragma once

#include "data/db/connection.hpp"
#include "gis/base/embedded.hpp"

#include <vector>

namespace merestone {

/// The steps for `engine` in order.
std::vector<embedded::File> schema_steps(Engine engine);

enum class SchemaState { current, older, newer, absent };
/// How the database stands beside this program. Reads only.
SchemaState schema_state(Connection& connection);

/// Runs the steps that are missing, in the transaction of the caller. Returns how many.
int migrate(Connection& connection);

}  // namespace merestone
