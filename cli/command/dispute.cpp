// SPDX-License-Identifier: Apache-2.0
#include "cli/command/dispute.hpp"

#include "cli/command/commands.hpp"
#include "cli/words/json.hpp"
#include "gis/divisions/lookup.hpp"
#include "gis/geodesy/measure.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace merestone {

ActInfo CaseOptions::info(const Shared& shared, const std::string& otherwise) const {
  ActInfo info{shared.author, reason.empty() ? otherwise : reason, document, {}};
  if (!document.title.empty() && document.kind.empty()) info.document.kind = "record";
  if (!document_issued.empty()) info.document.issued = parse_date(document_issued);
  return info;
}

void add_case_options(Command& command, CaseOptions& options) {
  command.add_option("NUMBER", options.number, "Of the case")->required();
  command.add_option("--on", options.on, "Day of the act, YYYY-MM-DD; today when not given");
  command.add_option("--reason", options.reason, "Why: written into the audit");
  command.add_option("--seen", options.seen, "Revision that you looked at: refused when somebody wrote since");
  auto& document = options.document;
  command.add_option("--document", document.title, "Title of the document that the act rests on");
  command.add_option("--document-kind", document.kind, "agreement, decree, map, certificate, record");
  command.add_option("--document-number", document.number, "As printed on it");
  command.add_option("--document-issuer", document.issuer, "Who issued it");
  command.add_option("--document-issued", options.document_issued, "Day, YYYY-MM-DD");
}

nlohmann::ordered_json faces_json(const std::vector<ContestedFace>& faces) {
  auto all = nlohmann::ordered_json::array();
  for (const ContestedFace& face : faces) all.push_back({{"label", face.label}, {"area_m2", square_metres(face.area_um2)}});
  return all;
}

std::string claimed_in_words(const std::string& label, Language language) { return label.empty() ? told("told.unclaimed", language) : label; }

std::string state_in_words(const DisputeTemplate& procedure, const std::string& state, Language language) {
  if (language == Language::english) return state;
  const ProcedureStep* step = procedure.step(state);
  return step != nullptr && !step->words.zh.empty() ? step->words.zh : std::string{term_word("case_state", state, language)};
}

ToldFacts state_facts(const DisputeTemplate& procedure, const std::string& state) {
  return {{"state", state}, {"state_zh", state_in_words(procedure, state, Language::chinese)}};
}

DisputeTemplate procedure_of_case(const Project& project, const std::string& number) {
  const auto cases = dispute_cases(project);
  const auto at = std::ranges::find(cases, number, &DisputeCase::number);
  return at == cases.end() ? DisputeTemplate{} : find_procedure(project, at->procedure);
}

std::optional<Content> content_of(const CaseOptions& options) {
  if (options.document_file.empty()) return {};
  std::ifstream in{options.document_file, std::ios::binary};
  if (!in) {
    Finding found{.rule = "cli.no_file", .subject = {options.document_file, {}, {}}};
    throw Error{Fault::missing, "no such file", {found}};
  }
  Content content{"application/octet-stream", {}};
  content.bytes.assign(std::istreambuf_iterator<char>{in}, {});
  return content;
}

DivisionId division_of(const Project& project, const std::string& code, Date day) {
  const auto facts = project.division_facts();
  return division_with_code({facts, day}, facts, code, day).id;
}

void tell_done(const Shared& shared, const CaseOptions& options, const ToldLine& what, Revision revision,
               const std::vector<Finding>& findings) {
  if (shared.json) {
    return print_json({{"case", options.number}, {"act", told(what.rule, Language::english, what.facts)}, {"revision", revision}, {"findings", to_json(findings)}});
  }
  print_findings(findings, shared.language);
  tell(revision > 0 ? "told.act_revision" : "told.act", shared.language,
       {{"number", options.number}, {"what", told(what.rule, shared.language, what.facts)}, {"revision", std::to_string(revision)}});
}

void add_dispute(Command& program, const Shared& shared) {
  auto* command = program.add_command("dispute", "Keep and settle boundary disputes");
  command->require_command();
  add_dispute_acts(*command, shared);
  add_dispute_evidence(*command, shared);
  add_dispute_proposing(*command, shared);
  add_dispute_comparing(*command, shared);
  add_dispute_outcome(*command, shared);
  add_dispute_report(*command, shared);
  add_dispute_questions(*command, shared);
  command->footer("Example:  merestone dispute open 2026-1 --title \"The valley\" --procedure cn-1989 --party 341702 --party 341722");
}

}  // namespace merestone
