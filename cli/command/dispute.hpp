// SPDX-License-Identifier: Apache-2.0
/// What the commands on disputes share.
#pragma once

#include "cli/command/command.hpp"
#include "cli/command/shared.hpp"
#include "cli/command/told.hpp"
#include "data/office/dispute_file.hpp"
#include "data/office/proposal_request.hpp"

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <string>
#include <vector>

namespace merestone {

/// Options that every act on a case takes.
struct CaseOptions {
  std::string number;
  std::string on;               ///< day of the act
  std::string reason;
  Revision seen = latest_revision;
  Document document{};
  std::string document_issued;
  std::string document_file;    ///< kept with the project

  Date day() const { return day_of(on); }
  CaseKey key() const { return {number, seen, today()}; }
  ActInfo info(const Shared& shared, const std::string& otherwise) const;
};

/// NUMBER, --on, --reason, --seen and the document's title, number, issuer and date.
void add_case_options(Command& command, CaseOptions& options);

/// The file named by --document-file; nothing where none is.
std::optional<Content> content_of(const CaseOptions& options);

/// Contested faces as a document has them: the letters of their claimants, none where nobody claims the ground.
nlohmann::ordered_json faces_json(const std::vector<ContestedFace>& faces);
/// "AB", or "unclaimed".
std::string claimed_in_words(const std::string& label, Language language);
/// A state as the procedure calls it; English lines tell its id.
std::string state_in_words(const DisputeTemplate& procedure, const std::string& state, Language language);
/// The state as facts of a line: {state} and {state_zh}.
ToldFacts state_facts(const DisputeTemplate& procedure, const std::string& state);
DisputeTemplate procedure_of_case(const Project& project, const std::string& number);

/// A division by its code on a day. @throws missing as division_with_code() says.
DivisionId division_of(const Project& project, const std::string& code, Date day);

/// Tells that an act is done, in words or as a document, which is English.
void tell_done(const Shared& shared, const CaseOptions& options, const ToldLine& what, Revision revision,
               const std::vector<Finding>& findings = {});

/// A report of a case as files.
struct DisputeReportOrder {
  std::string number{}, on{}, kind = "dossier", language = "en", office{};
  std::vector<std::string> formats{"html", "pdf"};
  std::int64_t proposal = 0;  ///< line opinion that the draft of an agreement agrees on; 0: that of the outcome
  StripChoice choice{};       ///< for a comparison
  std::string stem{};         ///< path without ending
};
/// Writes it in each format, each file whole or not at all. Gives the paths.
std::vector<std::string> write_dispute_report(const Project& project, const DisputeReportOrder& order);

void add_dispute_acts(Command& dispute, const Shared& shared);      ///< open, triage, party, step, …
void add_dispute_evidence(Command& dispute, const Shared& shared);  ///< evidence, confirm, opinion, claim, breach, view
void add_dispute_proposing(Command& dispute, const Shared& shared); ///< propose
void add_dispute_comparing(Command& dispute, const Shared& shared); ///< proposals, impact
void add_dispute_outcome(Command& dispute, const Shared& shared);   ///< settle, survey, file
void add_dispute_report(Command& dispute, const Shared& shared);    ///< report
void add_dispute_questions(Command& dispute, const Shared& shared); ///< list, show, views, attempts

}  // namespace merestone
