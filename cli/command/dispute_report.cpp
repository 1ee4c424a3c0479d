// SPDX-License-Identifier: Apache-2.0
#include "cli/report/comparison.hpp"

#include "cli/command/dispute.hpp"
#include "cli/report/report_files.hpp"
#include "data/office/proposals.hpp"

#include <fmt/chrono.h>
#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <ctime>

namespace merestone {
namespace {

struct DisputeReportOptions : DisputeReportOrder {
  std::string out = ".";
};

DisputeReportKind kind_of(const std::string& word) {
  if (word == "contested") return DisputeReportKind::contested;
  return word == "agreement" ? DisputeReportKind::agreement : DisputeReportKind::dossier;
}

/// The line of the annex map: a proposal that is named, else the line of the outcome.
void add_line(DisputeReport& report, const Project& project, const DisputeReportOrder& options, const AsOf& as_of) {
  const LineOpinion* line = nullptr;
  for (const auto& opinion : report.opinions) {
    const bool named = options.proposal != 0 && opinion.id.value == options.proposal;
    if (named || (options.proposal == 0 && opinion.kind == OpinionKind::final_line)) line = &opinion;
  }
  if (!line || line->path.size() < 2) return;
  report.line = line->path;
  report.points = report.outcome && !report.outcome->points.empty() && options.proposal == 0 ? report.outcome->points
                                                                                            : turning_points(line->path, {});
  RedrawRequest request;
  request.dispute = report.the_case.dispute;
  for (const auto& party : report.parties) request.parties.push_back(party.division);
  request.versions = {Version{{}, {}, {{line->path, line->left, line->right}}, {}}};
  const auto divisions = project.divisions(as_of);
  const auto plan = redraw(project.snapshot(as_of), divisions, request);
  if (!plan.sound()) throw Error{Fault::invalid, "the line cannot be drawn", plan.findings};
  report.moved = moved_villages(project.places(as_of), plan.transfers);
  report.gains_um2.assign(report.parties.size(), 0);
  for (const auto& transfer : plan.transfers) {
    for (std::size_t i = 0; i < report.parties.size(); ++i) {
      const DivisionId party = report.parties[i].division;
      if (divisions.lies_in(transfer.to, party)) report.gains_um2[i] += transfer.area_um2;
      if (divisions.lies_in(transfer.from, party)) report.gains_um2[i] -= transfer.area_um2;
    }
  }
}

/// The claims, the line in force and the proposals on record, as rows; the map shows the claims alone until then.
ComparisonReport comparison_of(DisputeReport base, const Project& project, const DisputeReportOrder& options, const AsOf& as_of) {
  const ProposalDesk desk = proposal_desk(project, options.number, as_of, today(), options.choice);
  const auto made = made_proposals(project, desk.file(), as_of);
  ComparisonReport report;
  report.a = desk.a();
  report.b = desk.b();
  report.sigma_m = desk.sigma_m();
  report.whole = desk.ground().on(desk.ground().within(), {}, 0);
  for (const CountryPack& pack : project.packs()) {
    for (const LandClass& one : pack.siting.classes) report.land_classes.emplace_back(one.id, one.words);
  }
  report.line_known = desk.in_force().has_value();
  report.notes = desk.notes();
  for (const ComparedLine& line : compare_lines(desk, made, true, report.notes)) {
    ComparisonRow& row = report.rows.emplace_back();
    row.kind = static_cast<ComparisonRow::Kind>(line.kind);
    row.line = line.line.line;
    row.figures = line.figures;
    const MadeProposal& from = line.made;
    row.opinion = from.opinion.id.value;
    row.title = from.opinion.title;
    row.method = from.opinion.method;
    row.author = from.author;
    row.recorded_at = from.recorded_at;
    if (!from.basis) continue;
    row.revision = from.basis->revision;
    row.parameters = from.basis->parameters;
    row.results = from.basis->results;
    row.data = from.basis->data;
  }
  report.base = std::move(base);
  return report;
}

/// Letters of any script, digits and dashes of a number are fit for the name of a file.
std::string file_name(std::string number) {
  for (char& c : number) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 && std::isalnum(byte) == 0 && c != '-') c = '_';
  }
  return number;
}

void run(DisputeReportOptions& options, const Shared& shared) {
  make_folder(options.out);
  options.stem = options.out + "/" + file_name(options.number) + "-" + options.kind;
  const auto paths = write_dispute_report(Project::open(shared.project), options);
  if (shared.json) return print_json({{"case", options.number}, {"kind", options.kind}, {"files", paths}});
  for (const auto& path : paths) tell("told.wrote", shared.language, {{"path", path}});
}

}  // namespace

std::vector<std::string> write_dispute_report(const Project& project, const DisputeReportOrder& options) {
  const auto summary = project.summary();
  AsOf as_of{day_of(options.on), summary.revision};
  auto file = dispute_file(project, options.number, as_of, today());
  DisputeReport report;
  const bool stayed = file.stayed && *file.stayed <= as_of.day;
  if (file.outcome && !stayed && file.outcome->outcome.effective <= as_of.day) {
    report.ground_until = file.outcome->outcome.effective;
    as_of.day = *report.ground_until - std::chrono::days{1};  // the ground that the quarrel was about
    file = dispute_file(project, options.number, as_of, today());
  }
  report.drafted = options.proposal != 0 || stayed;
  report.office = options.office.empty() ? summary.title : options.office;
  report.program = "Merestone " MERESTONE_VERSION;
  report.produced_at = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
  report.audit_head = summary.audit_head;
  report.on = day_of(options.on);
  report.revision = summary.revision;
  report.the_case = file.the_case;
  report.procedure = file.procedure;
  report.parties = file.parties;
  report.next = file.next;
  report.due = file.due;
  for (auto& piece : file.evidence) report.evidence.push_back({piece.evidence, piece.document, piece.best, piece.findings});
  report.opinions = file.opinions;
  report.contested = file.contested;
  report.alerts = file.alerts;
  if (file.outcome) report.outcome = file.outcome->outcome;
  report.stayed = file.stayed;
  report.filings = file.filings;
  report.documents = file.documents;
  for (auto& village : villages_inside(project.places(as_of), file.contested)) {
    report.villages.push_back({std::move(village.name), village.position, std::move(village.label)});
  }
  const auto divisions = project.divisions(as_of);
  if (options.kind == "agreement" || report.ground_until) add_line(report, project, options, as_of);
  else if (report.outcome) report.points = report.outcome->points;
  add_views(report, file.claims, divisions);
  const bool comparison = options.kind == "comparison";
  if (comparison) std::erase_if(report.opinions, [](const LineOpinion& o) { return o.kind != OpinionKind::claim; });
  add_dispute_map(report, project.snapshot(as_of), divisions);
  const auto bytes = [&](const std::string& format) {
    if (!comparison) return dispute_report_bytes(report, kind_of(options.kind), options.language, format);
    auto sheet = comparison_of(report, project, options, as_of);
    add_proposals(sheet);
    return comparison_bytes(sheet, options.language, format);
  };

  std::vector<std::string> paths;
  for (const auto& format : options.formats) {
    write_whole(paths.emplace_back(options.stem + "." + format), bytes(format));
  }
  return paths;
}

void add_dispute_report(Command& dispute, const Shared& shared) {
  auto* command = dispute.add_command("report", "Write the dossier, the statement of contested ground, the comparison of proposals or the draft of an agreement");
  auto options = std::make_shared<DisputeReportOptions>();
  command->add_option("NUMBER", options->number, "Of the case")->required();
  command->add_option("--kind", options->kind, "Which")->one_of({"dossier", "contested", "comparison", "agreement"})->shows_default();
  command->add_option("--proposal", options->proposal, "Number of the line opinion that the draft agrees on");
  command->add_option("--between", options->choice.between, "comparison: letters of two parties, as in A,B");
  command->add_option("--strip", options->choice.strip, "comparison: which strip between them")->positive();
  command->add_option("--on", options->on, "Day of the map, YYYY-MM-DD; today when not given");
  command->add_option("--out", options->out, "Folder; files are named NUMBER-KIND")->shows_default();
  command->add_option("--format", options->formats, "Any of html, pdf, txt")->delimiter(',')->one_of({"html", "pdf", "txt"})->shows_default();
  command->add_option("--report-language", options->language, "Of the report")->one_of({"en", "zh"})->shows_default();
  command->add_option("--office", options->office, "Who signs; the project's title when not given");
  command->callback([&shared, options] { run(*options, shared); });
}

}  // namespace merestone
