// SPDX-License-Identifier: Apache-2.0
/// The comparison sheet: claims and proposals on one map, what each gives to whom, and how each was made. Parties are
/// called by letters and drawn alike; the sheet recommends nothing.
#pragma once

#include "cli/report/dispute_report.hpp"
#include "cli/report/phrases.hpp"
#include "gis/law/wording.hpp"
#include "gis/proposals/compare.hpp"

namespace merestone {

struct ComparisonRow {
  enum class Kind { claim_a, claim_b, in_force, proposal } kind = Kind::proposal;
  std::int64_t opinion = 0;     ///< number of a proposal on record
  std::string title{}, method{};
  std::string author{}, recorded_at{};
  Revision revision = 0;
  NamedFacts parameters{}, results{};
  std::vector<DataUsed> data{};
  Polyline line{};
  ProposalFigures figures{};
};

struct ComparisonReport {
  DisputeReport base{};         ///< office, case, parties, contested ground; its opinions are the claims alone
  CaseParty a{}, b{};
  double sigma_m = 0;
  GroundImpact whole{};         ///< of all the ground that the lines divide
  bool line_known = false;      ///< the situation on the ground runs from terminal to terminal: what moves can be told
  std::vector<std::pair<std::string, Wording>> land_classes{};  ///< id and words
  std::vector<ComparisonRow> rows{};
  std::vector<Finding> notes{};
};

/// Puts the proposals on the map of `base`, numbered as in the tables. Call after add_dispute_map().
void add_proposals(ComparisonReport& report);

/// Languages "en", "zh".
ReportDocument compose(const ComparisonReport& report, std::string_view language);

/// What a proposal was made with, "claim A", "people", "elevation", "opinion 7", in the language of the phrases.
std::string input_words(const std::string& name, const Phrases& phrases);

/// As "html", "pdf" or "txt".
std::string comparison_bytes(const ComparisonReport& report, std::string_view language, std::string_view format);

}  // namespace merestone
