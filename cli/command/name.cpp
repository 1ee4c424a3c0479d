// SPDX-License-Identifier: Apache-2.0
#include "cli/command/name.hpp"

#include "cli/command/commands.hpp"
#include "cli/words/json.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>

namespace merestone {

ActInfo NameOptions::info(const Shared& shared, const std::string& otherwise) const {
  ActInfo info{shared.author, reason.empty() ? otherwise : reason, document, {}};
  if (!document.title.empty() && document.kind.empty()) info.document.kind = "decree";
  if (!document_issued.empty()) info.document.issued = parse_date(document_issued);
  return info;
}

void add_name_options(Command& command, NameOptions& options) {
  command.add_option("--on", options.on, "Day of the act, YYYY-MM-DD; today when not given");
  command.add_option("--reason", options.reason, "Why: written into the audit");
  command.add_flag("--dry-run", options.dry_run, "Check and tell what would be done; write nothing");
  auto& document = options.document;
  const std::string group = "The document that the act rests on";
  command.add_option("--document", document.title, "Title")->group(group);
  command.add_option("--document-number", document.number, "As printed on it")->group(group);
  command.add_option("--document-issuer", document.issuer, "Who issued it")->group(group);
  command.add_option("--document-issued", options.document_issued, "Day, YYYY-MM-DD")->group(group);
}

PlaceSize SizeOptions::size() const {
  PlaceSize said;
  if (area_m2 >= 0) said.area_m2 = area_m2;
  if (length_m >= 0) said.length_m = length_m;
  if (floor_area_m2 >= 0) said.floor_area_m2 = floor_area_m2;
  if (storeys >= 0) said.storeys = storeys;
  return said;
}

void add_size_options(Command& command, SizeOptions& options) {
  const std::string group = "How large the place is, which its generic term must fit (PN-02)";
  command.add_option("--area-m2", options.area_m2, "Of its ground")->not_negative()->group(group);
  command.add_option("--length-m", options.length_m, "Of a street")->not_negative()->group(group);
  command.add_option("--floor-area-m2", options.floor_area_m2, "Of a building or an estate, all storeys together")->not_negative()->group(group);
  command.add_option("--storeys", options.storeys, "Above ground")->not_negative()->group(group);
}

void add_body_options(Command& command, ActingBody& body) {
  std::vector<std::string> kinds(body_kinds.begin(), body_kinds.end());
  command.add_option("--body", body.name, "Who acts, as in 瑞安市人民政府");
  command.add_option("--body-kind", body.kind, "What it is in law")->one_of(kinds);
  command.add_option("--body-level", body.level, "Level of the division that it is of; 0 for the state")->in_range(0, 20);
}

Attachment attachment_of(const std::string& text) {
  const auto equals = text.find('=');
  if (equals == std::string::npos || equals == 0) {
    const std::string what = "--attach takes a role and a title, as in expert=\"Expert argument\" or expert=\"Expert argument@file.pdf\"; not " + text;
    throw Error{Fault::invalid, what, {{.rule = "cli.usage", .facts = {{"what", what}, {"command", "name "}}}}};
  }
  const auto at = text.rfind('@');
  Attachment attached;
  attached.role = text.substr(0, equals);
  attached.document.title = text.substr(equals + 1, at == std::string::npos ? at : at - equals - 1);
  if (at == std::string::npos) return attached;
  const std::string path = text.substr(at + 1);
  std::ifstream in{path, std::ios::binary};
  if (!in) throw Error{Fault::missing, "no such file", {{.rule = "cli.no_file", .subject = {path, {}, {}}}}};
  attached.content = Content{"application/octet-stream", {std::istreambuf_iterator<char>{in}, {}}};
  return attached;
}

std::string revision_words(Revision revision, Language language) {
  return revision > 0 ? told("told.revision", language, {{"revision", std::to_string(revision)}}) : told("told.nothing_written", language);
}

std::string step_words(const NameRules& rules, const std::string& state, Language language) {
  const ProcedureStep* step = rules.step(state);
  if (step == nullptr) return state;
  return language == Language::chinese ? step->words.zh : step->words.en;
}

void tell_recorded(const Shared& shared, const ToldLine& what, const Recorded& done) {
  if (shared.json) {
    return print_json({{"act", told(what.rule, Language::english, what.facts)}, {"revision", done.revision}, {"findings", to_json(done.findings)}});
  }
  fmt::print("{}: {}\n", told(what.rule, shared.language, what.facts), revision_words(done.revision, shared.language));
  std::fflush(stdout);
  print_findings(done.findings, shared.language);
}

void add_name(Command& program, const Shared& shared) {
  auto* command = program.add_command("name", "Name places: applications, the record, signs");
  command->require_command();
  add_name_applications(*command, shared);
  add_name_checks(*command, shared);
  add_name_records(*command, shared);
  add_name_amendments(*command, shared);
  add_name_known(*command, shared);
  add_name_signs(*command, shared);
  add_name_exchange(*command, shared);
  add_name_handing_out(*command, shared);
  add_name_reconciling(*command, shared);
  add_name_sheets(*command, shared);
  command->footer("Example:  merestone name apply 2024-17 东山路 --kind street --in 330381 --location \"from the bridge to the east gate\"");
}

}  // namespace merestone
