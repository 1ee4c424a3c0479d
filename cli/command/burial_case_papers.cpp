// SPDX-License-Identifier: Apache-2.0
#include "cli/command/burial_case.hpp"
#include "cli/command/case_fields.hpp"
#include "cli/command/enforcement_map.hpp"
#include "cli/command/line_sheets.hpp"
#include "cli/report/report_files.hpp"
#include "data/office/burial_ledger.hpp"
#include "gis/geodesy/geodesic.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace merestone {
namespace {

struct PaperOptions : BurialCaseOptions {
  std::string out, language = "zh", due, court, document_number;
  std::vector<std::string> corrections, formats{"html", "pdf"};
  ActingRole acting;
};

bool is_chinese(const PaperOptions& options) { return options.language.starts_with("zh"); }
const std::string& word(const Wording& words, const PaperOptions& options) { return is_chinese(options) ? words.zh : words.en; }

/// The owner's name, where the role allows it: reading is told of.
std::string party_of(const PaperOptions& options, const Shared& shared) {
  if (options.acting.role.empty()) return {};
  auto project = Project::open(shared.project, Access::write);
  for (const PersonOnFile& person : read_persons(project, options.info(shared, "paper"), options.number, options.acting)) {
    if (person.party.role == "owner" && !person.party.erased) return person.data.name;
  }
  return {};
}

CasePaper paper_of(const Project& project, const BurialCaseFile& file, const char* id, const PaperOptions& options, const std::string& party, const Phrases& phrases) {
  CasePaperOrder order{{}, options.corrections, options.document_number, options.court, party};
  if (!options.due.empty()) order.due = parse_date(options.due);
  CasePaper paper = case_paper(project, file, id, order, phrases);
  paper.head = sheet_head(project, options.day());
  return paper;
}

template <class Sheet>
void write(const Sheet& sheet, const PaperOptions& options, const Phrases& phrases, const Shared& shared) {
  auto files = nlohmann::ordered_json::array();
  for (const std::string& format : options.formats) {
    const std::string path = options.out + "." + format;
    write_whole(path, written(sheet, phrases, format));
    files.push_back(path);
    if (!shared.json) fmt::print("Wrote {}\n", path);
  }
  if (shared.json) print_json({{"case", options.number}, {"files", files}});
}

void notice(const PaperOptions& options, const Shared& shared) {
  const std::string party = party_of(options, shared);
  const auto project = Project::open(shared.project);
  const Phrases phrases{options.language};
  const BurialCaseFile file = burial_case_file(project, options.number, {options.day()});
  write(paper_of(project, file, "notice", options, party, phrases), options, phrases, shared);
}

void court_pack(const PaperOptions& options, const Shared& shared) {
  const std::string party = party_of(options, shared);
  const auto project = Project::open(shared.project);
  const Phrases phrases{options.language};
  const BurialCaseFile file = burial_case_file(project, options.number, {options.day()});
  if (auto findings = court_findings(file, options.day()); !findings.empty()) {
    throw Error{Fault::invalid, "the court may not be applied to yet", std::move(findings)};
  }
  CourtPack pack;
  pack.application = paper_of(project, file, "court_application", options, party, phrases);
  pack.possible = file.court.day.value_or(options.day());
  pack.documents = file.documents;
  pack.photos = file.photos;
  pack.pairs = file.pairs;
  for (const CasePhoto& photo : file.photos) {
    pack.photo_distances_m.push_back(photo.taken.position ? distance_m(*photo.taken.position, file.grave.position) : -1);
  }
  for (const BurialAct& act : file.one.acts) {
    const EnforcementStep* step = file.rules.step(act.state);
    const EnforcementBody* body = file.rules.body(act.body);
    const Document* document = file.document(act.document);
    const std::string words = step ? word(step->step.words, options) : act.state;
    const std::string number = document ? document->number : "";
    pack.steps.push_back({act.day, words, body ? word(body->words, options) : act.body, number, act.note, act.due});
    if (act.state == "notice" || act.state == "demand") pack.served.push_back({words, number, act.day});
  }
  for (const CaseClock& wait : file.court.waits) {
    for (const EnforcementClock& law : file.rules.clocks) {
      if (law.id == wait.clock) pack.clocks.push_back({word(law.words, options), law.source, wait.since, wait.due});
    }
  }
  pack.map = map_of_graves(project, {options.day()}, {file.grave.position});
  write(pack, options, phrases, shared);
}

void add_paper_options(Command& command, PaperOptions& options) {
  command.add_option("NUMBER", options.number, "Of the case")->required();
  command.add_option("--out", options.out, "Path without ending")->required();
  command.add_option("--format", options.formats, "html, pdf")->delimiter(',')->one_of({"html", "pdf"});
  command.add_option("--report-language,--paper-language", options.language, "en or zh")->one_of({"en", "zh"})->shows_default();
  command.add_option("--on", options.on, "As of this day, YYYY-MM-DD; today when not given");
  command.add_option("--role", options.acting.role, "enforcement: names the party; without it the place is left open");
  command.add_option("--reason", options.reason, "Why the name is read");
}

}  // namespace

void add_burial_case_papers(Command& group, const Shared& shared) {
  {
    auto* command = group.add_command("notice", "Make the notice to correct within a time, with its proof of service");
    auto options = std::make_shared<PaperOptions>();
    add_paper_options(*command, *options);
    command->add_option("--due", options->due, "Correct by, YYYY-MM-DD; as on record when not given");
    command->add_option("--correction", options->corrections, "What is ordered; as on record when not given");
    command->add_option("--document-number", options->document_number, "Of the notice, before it is on record");
    command->callback([&shared, options] { notice(*options, shared); });
  }
  auto* command = group.add_command("court-pack", "Make the application to the court with facts, evidence, service and times; refused before they ran out");
  auto options = std::make_shared<PaperOptions>();
  add_paper_options(*command, *options);
  command->add_option("--court", options->court, "Place of the court; the county when not given");
  command->callback([&shared, options] { court_pack(*options, shared); });
}

}  // namespace merestone
