// SPDX-License-Identifier: Apache-2.0
/// Suitable ground for new cemeteries (选址适宜性图): where all rules hold, as a map, with candidates ranked.
#pragma once

#include "cli/report/line_sheet.hpp"
#include "gis/burials/suitability.hpp"

namespace merestone {

struct SuitabilitySheet {
  /// A rule, and how much ground it takes away.
  struct Rule {
    std::string id;
    Wording words{};
    std::size_t cells = 0;
  };
  SheetHead head{};
  std::string name, code;
  Date law_day{};
  SuitabilityRequest request{};
  Suitability found{};
  std::vector<std::string> divisions{};  ///< of the candidates, by name
  std::vector<Rule> rules{};
  std::vector<Finding> findings{};
  Sheet map{};
};

ReportDocument compose_suitability(const SuitabilitySheet& sheet, const Phrases& phrases);
/// "pdf", "csv", else HTML.
std::string written(const SuitabilitySheet& sheet, const Phrases& phrases, std::string_view format);

}  // namespace merestone
