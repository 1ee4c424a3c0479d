// SPDX-License-Identifier: Apache-2.0
#include "cli/command/dispute.hpp"

#include "cli/words/json.hpp"
#include "data/exchange/reading.hpp"
#include "data/office/attempt.hpp"
#include "gis/base/text.hpp"
#include "gis/geodesy/measure.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace merestone {
namespace {

struct SettleOptions : CaseOptions {
  Settlement settlement;
  std::string mode = "agreement";
  std::string effective, as_claimed_by, file, approval, approval_number, approved_on;
  std::vector<std::string> signed_by;
  std::int64_t proposal = 0;
  bool dry_run = false;
};

/// "3417=Li Hua, county head" → the party, name and capacity of who signed.
Signatory signatory(const Project& project, const std::string& text, Date day) {
  const auto equals = text.find('=');
  const auto comma = text.find(',', equals == std::string::npos ? 0 : equals);
  Signatory made;
  if (equals != std::string::npos && equals > 0) made.party = division_of(project, text.substr(0, equals), day);
  const auto name = equals == std::string::npos ? 0 : equals + 1;
  made.name = trimmed(std::string_view{text}.substr(name, comma == std::string::npos ? comma : comma - name));
  if (comma != std::string::npos) made.capacity = trimmed(std::string_view{text}.substr(comma + 1));
  made.signed_on = day;
  return made;
}

/// One line, with whose ground lies on each side.
LineOpinion line_in(const Project& project, const std::string& path, Date day) {
  const auto delivery = read_drawn_lines(path, {});
  const bool wrong = std::any_of(delivery.findings.begin(), delivery.findings.end(), [](const Finding& f) { return f.severity == Severity::error; });
  if (wrong || delivery.lines.size() != 1) {
    auto findings = delivery.findings;
    if (!wrong) findings.push_back({.rule = "opinion.one_line", .facts = {{"file", path}, {"count", std::to_string(delivery.lines.size())}}});
    throw Error{Fault::invalid, "the line cannot be used", findings};
  }
  const auto& drawn = delivery.lines.front();
  LineOpinion line;
  line.title = drawn.title.empty() ? delivery.source.title : drawn.title;
  line.method = drawn.method;
  line.accuracy_m = drawn.accuracy_m;
  line.path = drawn.path;
  if (!drawn.left.empty()) line.left = division_of(project, drawn.left, day);
  if (!drawn.right.empty()) line.right = division_of(project, drawn.right, day);
  line.valid = {day, open_end};
  return line;
}

/// What the options say. @throws Error where they name what is not there.
void read_settlement(SettleOptions& options, const Project& project) {
  auto& settlement = options.settlement;
  auto& outcome = settlement.outcome;
  outcome.mode = outcome_mode(options.mode).value_or(OutcomeMode::agreement);
  outcome.decided = options.day();
  outcome.effective = options.effective.empty() ? outcome.decided : parse_date(options.effective);
  for (const auto& text : options.signed_by) outcome.signatories.push_back(signatory(project, text, outcome.decided));
  if (!options.file.empty()) settlement.line.line = line_in(project, options.file, outcome.decided);
  settlement.line.opinion = LineOpinionId{options.proposal};
  if (!options.as_claimed_by.empty()) settlement.line.as_claimed_by = division_of(project, options.as_claimed_by, outcome.decided);
  if (!options.approval.empty()) {
    settlement.approval = Document{{}, "approval", options.approval, options.approval_number, "", parse_date(options.approved_on), "", ""};
    outcome.approved = parse_date(options.approved_on);
  }
  if (outcome.map_scale > 0) settlement.annex.tolerance_m = static_cast<double>(outcome.map_scale) * 0.0001;
}

void run_settle(SettleOptions& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  auto& settlement = options.settlement;
  const auto& outcome = settlement.outcome;
  attempted_unless(options.dry_run, project, "disputes.settle", options.info(shared, "settled"), [&] { read_settlement(options, project); });
  const auto settled = settle(project, options.info(shared, "settled"), options.key(), settlement, options.dry_run);
  const auto divisions = project.divisions({outcome.effective});
  const auto code = [&](DivisionId id) { const auto* state = divisions.find(id); return state ? state->code : std::string{"–"}; };
  if (shared.json) {
    auto transfers = nlohmann::ordered_json::array();
    for (const auto& t : settled.transfers) transfers.push_back({{"from", code(t.from)}, {"to", code(t.to)}, {"area_m2", square_metres(t.area_um2)}});
    auto villages = nlohmann::ordered_json::array();
    for (const auto& v : settled.outcome.moved) villages.push_back({{"name", v.name}, {"from", code(v.from)}, {"to", code(v.to)}});
    return print_json({{"case", options.number}, {"revision", settled.revision}, {"effective", to_string(outcome.effective)},
                       {"transfers", transfers}, {"villages", villages}, {"turning_points", settled.outcome.points.size()},
                       {"tiles", to_text(settled.tiles)}, {"findings", to_json(settled.findings)}});
  }
  for (const auto& t : settled.transfers) {
    fmt::print("  {} -> {}  {}\n", code(t.from), code(t.to),
               told("told.km2", shared.language, {{"km2", fmt::format("{:>12}", fixed(square_metres(t.area_um2) / 1e6, 4))}}));
  }
  for (const auto& v : settled.outcome.moved) {
    fmt::print("  {}\n", told("told.changes_sides", shared.language, {{"village", v.name}, {"from", code(v.from)}, {"to", code(v.to)}}));
  }
  const ToldFacts facts{{"mode", options.mode}, {"mode_zh", sheet_word("dispute-mode", options.mode, Language::chinese)},
                        {"day", to_string(outcome.effective)}, {"points", std::to_string(settled.outcome.points.size())},
                        {"tiles", std::to_string(settled.tiles.size())}};
  tell_done(shared, options, {options.dry_run ? "told.can_be_settled" : "told.settled", facts}, settled.revision, settled.findings);
}

struct SurveyOptions : CaseOptions {
  Survey survey;
  std::string file;
};

void run_survey(SurveyOptions& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  options.survey.day = options.day();
  if (options.survey.map_scale > 0) options.survey.annex.tolerance_m = static_cast<double>(options.survey.map_scale) * 0.0001;
  if (!options.file.empty()) {
    attempted(project, "disputes.survey", options.info(shared, "joint survey"), [&] { options.survey.line = line_in(project, options.file, options.day()); });
  }
  tell_done(shared, options, {"told.surveyed"}, record_survey(project, options.info(shared, "joint survey"), options.key(), options.survey));
}

struct FileOptions : CaseOptions {
  Filing filing;
};

void run_file(FileOptions& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  options.filing.filed = options.day();
  tell_done(shared, options, {"told.filed_with", {{"body", options.filing.recipient}}},
            file_outcome(project, options.info(shared, "filed"), options.key(), options.filing));
}

}  // namespace

void add_dispute_outcome(Command& dispute, const Shared& shared) {
  {
    auto* command = dispute.add_command("settle", "Settle a case: the new line holds from the day of effect on");
    auto options = std::make_shared<SettleOptions>();
    add_case_options(*command, *options);
    auto& outcome = options->settlement.outcome;
    command->add_option("--mode", options->mode, "How")->one_of({"agreement", "mediation", "decision", "division_change"})->shows_default();
    command->add_option("--effective", options->effective, "Day of effect; that of the outcome when not given");
    command->add_option("--signed-by", options->signed_by, "\"CODE=Name, capacity\", once for each party");
    auto* line = command->add_option("--line", options->file, "File with the agreed line, with columns left and right");
    auto* proposal = command->add_option("--proposal", options->proposal, "Number of a line opinion on record")->excludes(line);
    command->add_option("--as-claimed-by", options->as_claimed_by, "Code of the party whose claim is granted")->excludes(line)->excludes(proposal);
    command->add_flag("--affirm", options->settlement.line.affirmed, "The line of the decision that was appealed")->excludes(line)->excludes(proposal);
    auto* approval = command->add_option("--approval", options->approval, "Title of the approval of the division change, where a village changes sides");
    command->add_option("--approval-number", options->approval_number, "Its number");
    approval->needs(command->add_option("--approved-on", options->approved_on, "Its day")->needs(approval));
    command->add_option("--map", outcome.map_title, "Title of the annex map");
    command->add_option("--map-scale", outcome.map_scale, "50000 for 1:50 000")->not_negative();
    command->add_option("--monument-spacing", options->settlement.annex.monument_spacing_m, "Most metres between two monuments");
    command->add_option("--monument-number", options->settlement.annex.numbers, "With {n} for the count")->shows_default();
    command->add_option("--obligations", outcome.obligations, "Rights of use, passage, water");
    command->add_option("--archive", outcome.archive, "Archive code");
    command->add_flag("--dry-run", options->dry_run, "Check only: nothing is recorded");
    command->footer("Without --line, --proposal, --as-claimed-by and --affirm the line stays as it is on the ground.");
    command->callback([&shared, options] { run_settle(*options, shared); });
  }
  {
    auto* command = dispute.add_command("survey", "Record the joint survey: its stamped map replaces the annex map");
    auto options = std::make_shared<SurveyOptions>();
    add_case_options(*command, *options);
    command->add_option("--map", options->survey.map_title, "Title of the map")->required();
    command->add_option("--map-scale", options->survey.map_scale, "10000 for 1:10 000")->not_negative();
    command->add_option("--line", options->file, "File with the surveyed line, where it differs");
    command->add_option("--monument-spacing", options->survey.annex.monument_spacing_m, "With --line: most metres between two monuments");
    command->add_option("--monument-number", options->survey.annex.numbers, "With --line: {n} for the count")->shows_default();
    command->callback([&shared, options] { run_survey(*options, shared); });
  }
  {
    auto* command = dispute.add_command("file", "Record that the outcome was filed with an authority");
    auto options = std::make_shared<FileOptions>();
    add_case_options(*command, *options);
    command->add_option("RECIPIENT", options->filing.recipient, "Authority")->required();
    command->add_option("--receipt", options->filing.receipt, "What it answered");
    command->callback([&shared, options] { run_file(*options, shared); });
  }
}

}  // namespace merestone
