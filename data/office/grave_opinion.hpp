// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/office/burial_desk.hpp"

namespace merestone {

/// What the rules of the day on which a grave was built say of it: what it is called, and which siting rules it breaks. For a
/// case, where a person confirms it on site.
struct GraveOpinion {
  std::string grave_class{};          ///< id of the type; empty: none holds
  Wording words{};                    ///< of the type
  std::vector<std::string> zones{};   ///< of the rules that it breaks: "FU-03", each once
  std::vector<Finding> findings{};    ///< what kept rules from being judged
};
/// @throws Error missing grave.unknown.
GraveOpinion opinion_on(const Project& project, const AsOf& as_of, const std::string& grave);

}  // namespace merestone
