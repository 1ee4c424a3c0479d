// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/office/grave_judging.hpp"
#include "gis/burials/suitability.hpp"

namespace merestone {

/// Where in a division a new cemetery may be, by the rules of a day.
struct SuitabilityAnswer {
  /// A rule, and how much ground it takes away.
  struct Rule {
    std::string id;
    Wording words{};
    std::size_t cells = 0;
  };
  DivisionId division;
  std::string name;
  Date law_day{};
  Suitability found{};
  std::vector<std::string> divisions{};  ///< of the candidates, by name
  std::vector<Rule> rules{};
  std::vector<Finding> findings{};       ///< on the rules: contradictions, layers that are missing
};

/// What siting_desk() should cover to answer of any division.
SitingDesk suitability_desk(const Project& project, const AsOf& as_of);
/// `region` and `holder` of the request are set here. @throws Error missing division.unknown_code, and what suitable_ground() does.
SuitabilityAnswer suitability_in(const Project& project, const SitingDesk& desk, SuitabilityRequest request, const std::string& code,
                                 const JudgingOptions& judging);

}  // namespace merestone
