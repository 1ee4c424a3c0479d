// SPDX-License-Identifier: Apache-2.0
#include "cli/command/burial_case.hpp"

#include "cli/command/commands.hpp"
#include "cli/words/json.hpp"
#include "data/db/digest.hpp"
#include "data/exchange/reading_photo.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>

namespace merestone {

ActInfo BurialCaseOptions::info(const Shared& shared, const std::string& otherwise) const {
  ActInfo info{shared.author, reason.empty() ? otherwise : reason, document, {}};
  if (!document.title.empty() && document.kind.empty()) info.document.kind = "enforcement";
  if (!document_issued.empty()) info.document.issued = parse_date(document_issued);
  if (document_file.empty()) return info;
  std::ifstream in{document_file, std::ios::binary};
  if (!in) throw Error{Fault::missing, "no such file", {{.rule = "cli.no_file", .subject = {document_file, {}, {}}}}};
  info.document.sha256 = sha256(std::string{std::istreambuf_iterator<char>{in}, {}});
  return info;
}

void add_burial_case_options(Command& command, BurialCaseOptions& options) {
  command.add_option("NUMBER", options.number, "Of the case")->required();
  command.add_option("--on", options.on, "Day of the act, YYYY-MM-DD")->required();
  command.add_option("--reason", options.reason, "Why: written into the audit");
  command.add_option("--seen", options.seen, "Revision that you looked at: refused when somebody wrote since");
  auto& document = options.document;
  command.add_option("--document", document.title, "Title of the paper; it is not to name a person");
  command.add_option("--document-number", document.number, "As printed on it");
  command.add_option("--document-issuer", document.issuer, "Who issued it");
  command.add_option("--document-issued", options.document_issued, "Day, YYYY-MM-DD");
  command.add_option("--document-file", options.document_file, "The paper: its digest is kept, the file is not");
}

void add_body_and_note(Command& command, BurialCaseOptions& options) {
  command.add_option("--body", options.body, "Who acts: civil_affairs, township, court, party, …")->shows_default();
  command.add_option("--note", options.note, "What was seen and done; never of persons");
}

void add_photo_options(Command& command, BurialCaseOptions& options) {
  command.add_option("--photo", options.photos, "JPEG with place and time; several times for several");
  command.add_option("--view", options.view, "What it was taken from: one before and one after with the same view are a pair");
}

std::vector<CasePhoto> photos_of(const BurialCaseOptions& options, const std::string& phase, const Shared& shared) {
  std::vector<CasePhoto> photos;
  for (const std::string& path : options.photos) {
    PhotoDelivery read = read_photo(path);
    if (!shared.json) print_findings(read.findings, shared.language);
    photos.push_back({std::to_string(photos.size() + 1), phase, options.view, std::move(read.taken), std::move(read.sha256)});
  }
  return photos;
}

void tell_done(const Shared& shared, const BurialCaseOptions& options, const std::string& what, const BurialReceipt& done) {
  if (shared.json) return print_json({{"case", options.number}, {"act", what}, {"revision", done.revision}, {"findings", to_json(done.findings)}});
  print_findings(done.findings, shared.language);
  fmt::print("{}: {} (revision {})\n", options.number, what, done.revision);
}

void add_burial_case(Command& program, const Shared& shared) {
  auto* command = program.add_command("burial-case", "Keep cases against graves outside the law, from the lead to the closing");
  command->require_command();
  add_burial_case_acts(*command, shared);
  add_burial_case_persons(*command, shared);
  add_burial_case_papers(*command, shared);
  add_burial_case_questions(*command, shared);
  add_burial_case_import(*command, shared);
  command->footer("Example:  merestone burial-case lead 2025-1 --grave g-0001 --source patrol --on 2025-03-01");
}

}  // namespace merestone
