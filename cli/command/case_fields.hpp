// SPDX-License-Identifier: Apache-2.0
/// Papers of a case against a grave, filled from the record.
#pragma once

#include "cli/report/case_paper.hpp"
#include "cli/report/phrases.hpp"
#include "data/office/burial_ledger.hpp"

#include <optional>
#include <string>
#include <vector>

namespace merestone {

/// Words of the first siting rule of the project with this law ("FU-03"); the id itself where none has.
std::string zone_word(const Project& project, const std::string& zone, bool chinese);

/// What a paper says beside the record, or before it is on record.
struct CasePaperOrder {
  std::optional<Date> due{};               ///< as on record when not given
  std::vector<std::string> corrections{};  ///< ids; as on record when none are given
  std::string number{};                    ///< of the notice, before it is on record
  std::string court{};                     ///< place of it; the county when not given
  std::string party{};                     ///< who reads it may read the name; empty: left open
};
/// The paper "notice" or "court_application" of the law of the case, in the language of `phrases` (Chinese or English); its
/// head is the caller's. What the record does not know is left open.
CasePaper case_paper(const Project& project, const BurialCaseFile& file, const char* paper, const CasePaperOrder& order, const Phrases& phrases);

}  // namespace merestone
