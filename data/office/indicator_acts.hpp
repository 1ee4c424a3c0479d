// SPDX-License-Identifier: Apache-2.0
/// Figures by division and year, as an office keeps them. Acts like those of acts.hpp.
#pragma once

#include "data/office/acts.hpp"
#include "gis/indicators/figures.hpp"

namespace merestone {

/// What the packs of the project name, then the office's own, which count over those of the same id.
std::vector<IndicatorRule> indicator_rules(const Project& project, Revision revision = latest_revision);

/// Everything that figures are made of, as recorded up to a revision.
IndicatorRecord indicator_record(const Project& project, Revision revision = latest_revision);

/// What keeps a definition from being recorded: indicator.no_words, indicator.bad_definition for a rate without both
/// counts, or counts that it cannot have; indicator.unknown for others that it names.
std::vector<Finding> definition_findings(const Project& project, const IndicatorRule& rule);
/// An indicator of the office's own; one of the same id is superseded. @throws Error invalid with definition_findings().
Revision define_indicator(Project& project, const ActInfo& info, const IndicatorRule& rule);

struct ValuesOutcome {
  Revision revision = 0;
  std::size_t recorded = 0;
  std::size_t replaced = 0;        ///< figures on record that better ones superseded
  std::size_t same = 0;            ///< that were on record already and are not written again
  std::vector<Finding> findings;   ///< of the delivery: warnings
};
/// Records figures; a figure of the same division, indicator and year is superseded. A delivery with nothing new writes
/// nothing. @throws Error invalid with all that judge_values() finds.
ValuesOutcome record_values(Project& project, const ActInfo& info, const std::vector<DeliveredValue>& delivered);
/// The same without writing.
ValuesOutcome check_values(const Project& project, const std::vector<DeliveredValue>& delivered, const std::string& file);

}  // namespace merestone
