// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/report/document.hpp"
#include "cli/report/phrases.hpp"
#include "gis/base/finding.hpp"

#include <string>
#include <vector>

namespace merestone {

/// The law's words in the language of a report; English where it is neither.
const std::string& law_words(const Wording& words, const Phrases& phrases);
/// What is asked of greenery in percent of the ground, one of two being enough; 0: not asked.
std::string asked_greenery(double cover, double planted, const Phrases& phrases);
/// Findings in words, one small paragraph each, those that repeat themselves once.
void add_findings(ReportDocument& document, const std::vector<Finding>& findings, const Phrases& phrases);
/// A map with its letters and caption, where it has ground.
void add_map(ReportDocument& document, const Sheet& map, const char* caption, const Phrases& phrases);

}  // namespace merestone
