// SPDX-License-Identifier: Apache-2.0
/// What the commands on cases against graves share.
#pragma once

#include "cli/command/command.hpp"
#include "cli/command/shared.hpp"
#include "data/office/burial_cases.hpp"
#include "data/office/personal_acts.hpp"

#include <memory>
#include <string>
#include <vector>

namespace merestone {

/// Options that every act on a case takes.
struct BurialCaseOptions {
  std::string number;
  std::string on;               ///< day of the act
  std::string reason;
  std::string body = "civil_affairs";
  std::string note;
  std::string document_issued, document_file;
  std::vector<std::string> photos;  ///< JPEG files
  std::string phase, view;
  Revision seen = latest_revision;
  Document document{};

  Date day() const { return day_of(on); }
  BurialCaseKey key() const { return {number, seen, today()}; }
  /// With the digest of the paper's file where one is given; the file is not kept: it may name the party.
  ActInfo info(const Shared& shared, const std::string& otherwise) const;
};
/// NUMBER, --on, --reason, --seen and the paper's title, number, issuer, date and file.
void add_burial_case_options(Command& command, BurialCaseOptions& options);
void add_body_and_note(Command& command, BurialCaseOptions& options);
void add_photo_options(Command& command, BurialCaseOptions& options);

/// The photos named, with what their cameras wrote into them; findings on them are printed.
std::vector<CasePhoto> photos_of(const BurialCaseOptions& options, const std::string& phase, const Shared& shared);

void tell_done(const Shared& shared, const BurialCaseOptions& options, const std::string& what, const BurialReceipt& done);

void add_burial_case_acts(Command& command, const Shared& shared);     ///< lead, verify, step, notice …, photo, joint
void add_burial_case_persons(Command& command, const Shared& shared);  ///< person
void add_burial_case_papers(Command& command, const Shared& shared);   ///< paper, court-pack
void add_burial_case_questions(Command& command, const Shared& shared);///< list, show
void add_burial_case_import(Command& command, const Shared& shared);   ///< import

}  // namespace merestone
