// SPDX-License-Identifier: Apache-2.0
/// Puts a dispute into words, section by section. The same report gives the same document.
#pragma once

#include "cli/report/dispute_report.hpp"
#include "cli/report/document.hpp"
#include "cli/report/phrases.hpp"
#include "cli/words/words.hpp"

namespace merestone {

class DisputeComposer {
 public:
  DisputeComposer(const DisputeReport& report, DisputeReportKind kind, std::string_view language);
  ReportDocument run();

 private:
  // compose_dispute.cpp: what it is about
  void head();
  void summary();
  void parties();
  void map(const char* title);
  void faces();
  std::string claimed_by(const std::string& label) const;  ///< of a contested face, in words where nobody claims it
  void villages_inside();
  void views();

  // compose_case.cpp: how it went
  void steps();
  void due();
  void evidence();
  std::string details(const DisputeReport::Piece& piece) const;
  void opinions();
  Cell named(const LineOpinion& opinion) const;
  void alerts();

  // compose_settlement.cpp: what it came to
  void outcome();
  void course();
  void points();
  void gains();
  void agreement();
  void signatories();
  void signature_places();
  void filings();

  const std::string& text(std::string_view key) const { return phrases_.text(key); }
  void heading(const char* key) { document_.blocks.emplace_back(Heading{text(key), key}); }
  void paragraph(const std::string& words) { document_.blocks.emplace_back(Paragraph{words}); }
  std::string km2(Wide um2) const;
  std::string names(const std::vector<std::string>& all) const;  ///< "A, B" and "A、B"
  std::string state_words(const std::string& id) const;
  std::string label_of(DivisionId division) const;               ///< "–" for nobody's
  std::string document_words(DocumentId id) const;               ///< title, number, day; empty for none
  bool decided_already() const { return signed_already() && report_.outcome->mode == OutcomeMode::decision; }
  bool signed_already() const { return kind_ == DisputeReportKind::agreement && report_.outcome && !report_.drafted; }

  const DisputeReport& report_;
  DisputeReportKind kind_;
  Phrases phrases_;
  Language words_;
  ReportDocument document_;
};

}  // namespace merestone
