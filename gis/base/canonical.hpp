// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace merestone {

/// Shortest text for machines that reads back as the same number, with an exponent wherever that is shorter: "5e+05". Digests of
/// rows rest on it; for people there is shortest().
std::string canonical(double value);

}  // namespace merestone
