// SPDX-License-Identifier: Apache-2.0
#include "gis/divisions/ground_use.hpp"

namespace merestone {

std::vector<Finding> check_use(const GroundUse& use, bool agreed) {
  std::vector<Finding> findings;
  const auto add = [&](const char* rule, const char* field) {
    findings.push_back({rule, Severity::error, {{}, use.title, field}, {}, {{"title", use.title}}});
  };
  if (use.shape.empty()) add("use.nothing_drawn", "shape");
  if (use.holder == use.user) add("use.same_side", "user");
  if (!agreed) add("use.no_agreement", "document");
  return findings;
}

}  // namespace merestone
