// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/error.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace merestone {

template <class Thing>
void append(std::vector<Thing>& to, std::vector<Thing> more) {
  std::move(more.begin(), more.end(), std::back_inserter(to));
}

/// Ends an act that may not go ahead. @throws Error{fault} with all of `findings` when one of them is an error.
inline void refuse_errors(const std::vector<Finding>& findings, const std::string& what, Fault fault = Fault::invalid) {
  const bool wrong = std::any_of(findings.begin(), findings.end(), [](const Finding& f) { return f.severity == Severity::error; });
  if (wrong) throw Error{fault, what, findings};
}

}  // namespace merestone
