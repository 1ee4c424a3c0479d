// SPDX-License-Identifier: Apache-2.0
#include "cli/command/relief.hpp"

#include "cli/command/number_of.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace merestone {

void tell_taken(const TableOptions& options, const Delivery& delivery, std::vector<Finding> more, Noun what, std::size_t count,
                Revision revision, const Shared& shared) {
  std::vector<Finding> findings = delivery.findings;
  findings.insert(findings.end(), more.begin(), more.end());
  if (shared.json) {
    return print_json({{"file", options.file}, {"records", count}, {"revision", revision}, {"findings", to_json(findings)}});
  }
  std::erase_if(findings, [](const Finding& f) { return f.rule == "import.columns"; });
  print_findings(findings, shared.language);
  if (options.dry_run) fmt::print("Fit to be recorded: {}; nothing was written (--dry-run).\n", number_of(count, what.one, what.many));
  else if (revision == 0) fmt::print("Nothing new.\n");
  else fmt::print("Recorded {} as revision {}.\n", number_of(count, what), revision);
}

Wording hazard_words(const EventRules& rules, const std::string& hazard) {
  const HazardKind* known = rules.hazard(hazard);
  return known ? known->words : Wording{hazard, hazard};
}

}  // namespace merestone
