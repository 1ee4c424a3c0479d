// SPDX-License-Identifier: Apache-2.0
#include "data/db/refusal.hpp"

namespace merestone {

void refuse(Fault fault, const char* rule, const std::string& what,
            std::vector<std::pair<std::string, std::string>> facts) {
  Finding finding;
  finding.rule = rule;
  finding.facts = std::move(facts);
  throw Error{fault, what, {std::move(finding)}};
}

}  // namespace merestone
