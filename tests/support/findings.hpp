// SPDX-License-Identifier: Apache-2.0
/// What a test says of findings.
#pragma once

#include "gis/base/finding.hpp"

#include <string>
#include <vector>

namespace merestone::test {

using Rules = std::vector<std::string>;

/// The rules of the findings that are at least so severe, in their order.
inline Rules rules_of(const std::vector<Finding>& findings, Severity least = Severity::note) {
  Rules rules;
  for (const Finding& finding : findings) {
    if (finding.severity >= least) rules.push_back(finding.rule);
  }
  return rules;
}

}  // namespace merestone::test
