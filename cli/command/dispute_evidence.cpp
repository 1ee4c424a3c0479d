// SPDX-License-Identifier: Apache-2.0
#include "cli/command/dispute.hpp"

#include "cli/words/json.hpp"
#include "data/exchange/reading.hpp"
#include "data/office/attempt.hpp"
#include "gis/base/text.hpp"
#include "gis/geodesy/measure.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <map>

namespace merestone {
namespace {

struct EvidenceOptions : CaseOptions {
  Evidence evidence;
  std::string party;
};

void evidence(EvidenceOptions& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  if (!options.party.empty()) options.evidence.party = division_of(project, options.party, options.day());
  const auto added = add_evidence(project, options.info(shared, "evidence"), options.key(), options.evidence, content_of(options));
  if (shared.json) {
    return print_json({{"case", options.number}, {"evidence", added.id.value}, {"best", added.best}, {"findings", to_json(added.findings)}});
  }
  tell_done(shared, options, {"told.evidence_added", {{"evidence", std::to_string(added.id.value)}, {"tier", added.best}}}, project.summary().revision, added.findings);
}

struct ConfirmOptions : CaseOptions {
  EvidenceView view;
  std::int64_t id = 0;
};

void confirm(ConfirmOptions& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  options.view.evidence = EvidenceId{options.id};
  tell_done(shared, options, {options.view.tier.empty() ? "told.evidence_viewed" : "told.evidence_weighed", {{"evidence", std::to_string(options.id)}, {"tier", options.view.tier}}},
            confirm_evidence(project, options.info(shared, "evidence weighed"), options.key(), options.view));
}

/// Lines of a file as opinions; codes that the record does not know are told with their record.
std::vector<LineOpinion> opinions_of(const Project& project, const LineDelivery& delivery, Date day) {
  std::vector<LineOpinion> opinions;
  for (const auto& drawn : delivery.lines) {
    auto& opinion = opinions.emplace_back();
    const auto division = [&](const std::string& code) { return code.empty() ? DivisionId{} : division_of(project, code, day); };
    opinion.holder = division(drawn.party);
    opinion.left = division(drawn.left);
    opinion.right = division(drawn.right);
    opinion.kind = opinion_kind(drawn.kind).value_or(OpinionKind::claim);
    opinion.title = drawn.title.empty() ? delivery.source.title : drawn.title;
    opinion.method = drawn.method;
    opinion.accuracy_m = drawn.accuracy_m;
    opinion.path = drawn.path;
    opinion.area = drawn.area;
    opinion.valid = drawn.valid.from == unknown_start ? Period{day, open_end} : drawn.valid;
  }
  return opinions;
}

struct LineOptions : CaseOptions {
  std::string file;
  std::string party;
  std::string kind = "claim";
  bool dry_run = false;
  std::int64_t supersedes = 0;
  std::vector<std::int64_t> evidence;
  ReadOptions read;
};

LineDelivery lines_of(const LineOptions& options) {
  auto delivery = read_drawn_lines(options.file, options.read);
  for (const auto& found : delivery.findings) {
    if (found.severity == Severity::error) throw Error{Fault::invalid, "the lines are not fit to be recorded", delivery.findings};
  }
  return delivery;
}

void add_line_options(Command& command, LineOptions& options) {
  add_case_options(command, options);
  command.add_option("FILE", options.file, "Lines or areas, with columns party, left, right, title, method, accuracy")->required();
  command.add_option("--party", options.party, "Whose they are, where the file does not say");
  command.add_option("--crs", options.read.crs, "Of the file, over what it says: EPSG:4547");
  command.add_option("--layer", options.read.layer, "Of the file");
}

void claim(const LineOptions& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  auto info = options.info(shared, "claims");
  const auto claims = attempted_unless(options.dry_run, project, "disputes.claims", info, [&] {
    const auto delivery = lines_of(options);
    std::map<DivisionId, PartyClaim> by_party;
    for (auto& opinion : opinions_of(project, delivery, options.day())) {
      if (opinion.holder.value == 0 && !options.party.empty()) opinion.holder = division_of(project, options.party, options.day());
      auto& of_party = by_party[opinion.holder];
      of_party.party = opinion.holder;
      opinion.kind = OpinionKind::claim;
      of_party.opinions.push_back(std::move(opinion));
    }
    if (info.document.title.empty()) info.document = delivery.source;
    std::vector<PartyClaim> found;
    for (auto& [party, of_party] : by_party) found.push_back(std::move(of_party));
    return found;
  });
  const auto recorded = record_claims(project, info, options.key(), claims, options.day(), options.dry_run);
  if (shared.json) {
    return print_json({{"case", options.number}, {"contested", faces_json(recorded.contested)}, {"findings", to_json(recorded.findings)},
                       {"revision", options.dry_run ? 0 : project.summary().revision}});
  }
  for (const auto& face : recorded.contested) {
    fmt::print("  {:<9} {}\n", claimed_in_words(face.label, shared.language),
               told("told.km2", shared.language, {{"km2", fmt::format("{:>13}", fixed(square_metres(face.area_um2) / 1e6, 4))}}));
  }
  tell_done(shared, options, {"told.claims", {{"count", std::to_string(recorded.contested.size())}, {"km2", fixed(square_metres(area_um2(recorded.contested)) / 1e6, 4)}}},
            options.dry_run ? 0 : project.summary().revision, recorded.findings);
}

void opinion(const LineOptions& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  auto info = options.info(shared, "line opinion");
  const auto lines = attempted(project, "disputes.opinion", info, [&] {
    const auto delivery = lines_of(options);
    if (info.document.title.empty()) info.document = delivery.source;
    auto found = opinions_of(project, delivery, options.day());
    for (auto& line : found) {
      line.kind = opinion_kind(options.kind).value_or(OpinionKind::legal);
      line.supersedes = LineOpinionId{options.supersedes};
      for (const auto id : options.evidence) line.evidence.push_back(EvidenceId{id});
      if (line.holder.value == 0 && !options.party.empty()) line.holder = division_of(project, options.party, options.day());
    }
    return found;
  });
  const auto recorded = record_opinions(project, info, options.key(), lines);
  std::string numbers;
  for (const auto id : recorded.ids) numbers += (numbers.empty() ? "" : ", ") + std::to_string(id.value);
  const ToldFacts facts{{"kind", options.kind}, {"kind_zh", sheet_word("dispute-line", options.kind, Language::chinese)}, {"numbers", numbers}};
  tell_done(shared, options, {lines.size() == 1 ? "told.opinion" : "told.opinions", facts}, project.summary().revision,
            recorded.findings);
}

struct SightingOptions : CaseOptions {
  std::string kind, by;
  Sighting sighting;
  double lon = 0, lat = 0;
  std::string seen, not_yet_there;
};

void sight(SightingOptions& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  auto& sighting = options.sighting;
  sighting.kind = sighting_kind(options.kind).value_or(SightingKind::building);
  sighting.position = from_degrees(options.lon, options.lat);
  sighting.seen = parse_date(options.seen);
  if (!options.not_yet_there.empty()) sighting.not_yet_there = parse_date(options.not_yet_there);
  if (!options.by.empty()) sighting.by = division_of(project, options.by, options.day());
  const auto revision = add_sighting(project, options.info(shared, "seen on the ground"), options.key(), sighting);
  const auto file = dispute_file(project, options.number, {options.day()}, today());
  std::vector<Finding> alerts;
  for (const auto& alert : file.alerts) {
    if (alert.subject.record == sighting.name) alerts.push_back(alert);
  }
  if (auto outside = check_sighting_place(sighting, shape_of(file.contested))) alerts.push_back(std::move(*outside));
  tell_done(shared, options, {"told.sighted", {{"kind", options.kind}, {"name", sighting.name}}}, revision, alerts);
}

struct ViewerOptions : CaseOptions {
  PerspectiveEntry entry;
  std::string party;
  bool disputed = false;
};

void view(ViewerOptions& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  auto& entry = options.entry;
  if (!options.party.empty()) entry.party = division_of(project, options.party, options.day());
  entry.stance = options.disputed ? Perspective::Stance::disputed : Perspective::Stance::accepted;
  entry.valid = {options.day(), open_end};
  tell_done(shared, options, {options.disputed ? "told.viewer_disputes" : "told.viewer_accepts", {{"viewer", entry.viewer}}},
            set_perspective(project, options.info(shared, "a perspective"), options.key(), entry));
}

}  // namespace

void add_dispute_evidence(Command& dispute, const Shared& shared) {
  {
    auto* command = dispute.add_command("evidence", "Add a piece of evidence; --document says what it is");
    auto options = std::make_shared<EvidenceOptions>();
    auto& e = options->evidence;
    add_case_options(*command, *options);
    command->add_option("--party", options->party, "Code of who brings it; the mediator when not given");
    command->add_option("--item", e.item, "Kind of the law's list: A1 … B4");
    command->add_option("--kind", e.kind, "What it is")->one_of({"map", "certificate", "agreement", "decree", "record", "photograph"});
    command->add_option("--file", options->document_file, "Scan of the document: kept with the project");
    command->add_flag("--original", e.original, "No copy");
    command->add_flag("--sealed", e.sealed, "Bears the seals");
    command->add_flag("--both-sides", e.both_sides, "Confirmed by both parties");
    command->add_flag("--shows-administration", e.shows_administration, "Shows who governed the ground");
    command->add_option("--scale", e.map_scale, "50000 for 1:50 000")->not_negative();
    command->add_option("--crs", e.crs, "Coordinate system of the map");
    command->add_option("--rmse", e.rmse_m, "Of its georeferencing, metres")->not_negative();
    command->add_option("--proves", e.proves, "What it proves");
    command->callback([&shared, options] { evidence(*options, shared); });
  }
  {
    auto* command = dispute.add_command("confirm", "Say what evidence weighs");
    auto options = std::make_shared<ConfirmOptions>();
    add_case_options(*command, *options);
    command->add_option("EVIDENCE", options->id, "Its number")->required();
    command->add_option("--tier", options->view.tier, "A, B or X");
    command->add_option("--objection", options->view.objection, "Of the opponent");
    command->add_option("--finding", options->view.finding, "Of the mediator");
    command->callback([&shared, options] { confirm(*options, shared); });
  }
  {
    auto* command = dispute.add_command("claim", "Record what parties claim, from a file of lines or areas");
    auto options = std::make_shared<LineOptions>();
    add_line_options(*command, *options);
    command->add_flag("--dry-run", options->dry_run, "Check only: nothing is recorded");
    command->callback([&shared, options] { claim(*options, shared); });
  }
  {
    auto* command = dispute.add_command("opinion", "Record another line: legal, customary, administered, resource, proposal");
    auto options = std::make_shared<LineOptions>();
    add_line_options(*command, *options);
    command->add_option("--kind", options->kind, "Which")->required()->one_of({"legal", "customary", "administered", "resource", "proposal"});
    command->add_option("--supersedes", options->supersedes, "Number of the opinion that it replaces");
    command->add_option("--evidence", options->evidence, "Numbers of what it rests on")->delimiter(',');
    command->callback([&shared, options] { opinion(*options, shared); });
  }
  {
    auto* command = dispute.add_command("sighting", "Record what was seen on contested ground");
    auto options = std::make_shared<SightingOptions>();
    add_case_options(*command, *options);
    command->add_option("LON", options->lon, "Longitude, degrees")->required();
    command->add_option("LAT", options->lat, "Latitude, degrees")->required();
    command->add_option("--kind", options->kind, "What")->required()->one_of({"settlement", "organ", "project", "building", "resource_damage"});
    command->add_option("--name", options->sighting.name, "What it is called")->required();
    command->add_option("--first-seen", options->seen, "Day of the first image that shows it")->required();
    command->add_option("--not-yet-there", options->not_yet_there, "Day of the last image before that does not");
    command->add_option("--source", options->sighting.source, "Satellite, patrol");
    command->add_option("--by", options->by, "Code of the party whose doing it is");
    command->callback([&shared, options] { sight(*options, shared); });
  }
  {
    auto* command = dispute.add_command("view", "Say what a viewer accepts or disputes, and how it has it drawn");
    auto options = std::make_shared<ViewerOptions>();
    add_case_options(*command, *options);
    command->add_option("VIEWER", options->entry.viewer, "ISO 3166 code, or a word")->required();
    command->add_option("--party", options->party, "Whose claim; the situation on the ground when not given");
    command->add_flag("--disputed", options->disputed, "It disputes the claim, instead of accepting it");
    command->add_option("--drawn-as", options->entry.drawn_as, "line_of_control, provisional, …");
    command->callback([&shared, options] { view(*options, shared); });
  }
}

}  // namespace merestone
