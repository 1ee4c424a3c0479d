// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/error.hpp"

namespace merestone {

/// Throws an Error that carries one finding: `rule` with `facts`; `what` is for the log.
[[noreturn]] void refuse(Fault fault, const char* rule, const std::string& what,
                         std::vector<std::pair<std::string, std::string>> facts = {});

}  // namespace merestone
