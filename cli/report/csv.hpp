// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace merestone {

/// A table as RFC 4180 has it, UTF-8 with a byte order mark so that office programs see it, lines ended by CRLF.
std::string to_csv(const std::vector<std::vector<std::string>>& rows);

}  // namespace merestone
