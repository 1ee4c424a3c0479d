// SPDX-License-Identifier: Apache-2.0
#include "cli/command/dispute.hpp"
#include "cli/command/dispute_figures.hpp"
#include "cli/words/json.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <iterator>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

struct Options : CaseOptions {
  std::vector<std::string> methods;
  ProposalRequest request;
  StripChoice choice;
  std::string title;
  std::vector<double> from, to;
  std::int64_t of = 0;
  bool dry_run = false;
};

std::vector<NewProposal> wanted_of(const Options& options) {
  std::vector<NewProposal> wanted;
  for (const std::string& method : options.methods) {
    NewProposal one{options.request, options.title, false};
    one.request.method = method;
    if (options.from.size() == 2) one.request.from = from_degrees(options.from[0], options.from[1]);
    if (options.to.size() == 2) one.request.to = from_degrees(options.to[0], options.to[1]);
    one.request.of = LineOpinionId{options.of};
    if (method != "six") {
      wanted.push_back(one);
      continue;
    }
    for (NewProposal& each : six_proposals(one)) wanted.push_back(std::move(each));
  }
  return wanted;
}

void run(const Options& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  const auto recorded = record_proposals(project, options.info(shared, "proposals"), options.key(), options.choice, wanted_of(options),
                                         options.day(), options.dry_run);
  const ProposalDesk desk = proposal_desk(project, options.number, {options.day()}, today(), options.choice);
  std::vector<Proposal> lines;
  for (const auto& one : recorded.proposals) lines.push_back(one.proposal);
  const auto& findings = recorded.findings;
  const auto figures = desk.compare(lines, false);
  if (shared.json) {
    auto all = Json::array();
    for (std::size_t i = 0; i < recorded.proposals.size(); ++i) {
      const auto& [id, proposal] = recorded.proposals[i];
      Json inputs = Json::array();
      for (const DataUsed& used : proposal.data) inputs.push_back({{"name", used.name}, {"sha256", used.sha256}, {"day", used.day}});
      all.push_back({{"id", id.value}, {"method", proposal.method}, {"parameters", json_of(proposal.parameters)},
                     {"results", json_of(proposal.results)}, {"inputs", inputs}});
      all.back()["figures"] = json_of(figures[i], desk);
    }
    return print_json({{"case", options.number}, {"between", desk.choice().between}, {"revision", recorded.revision},
                       {"proposals", all}, {"findings", to_json(findings)}});
  }
  const FigureWords words{project, shared.language};
  for (std::size_t i = 0; i < recorded.proposals.size(); ++i) {
    const auto& one = recorded.proposals[i];
    fmt::print("  {}\n", told(one.id.value != 0 ? "told.line_of_method" : "told.trial_of_method", shared.language,
                              {{"line", std::to_string(one.id.value)}, {"method", sheet_word("method", one.proposal.method, shared.language)},
                               {"figures", words.of(figures[i], desk)}}));
  }
  std::fflush(stdout);
  const bool single = recorded.proposals.size() == 1;
  const char* rule = options.dry_run ? (single ? "told.can_be_proposed" : "told.can_all_be_proposed") : single ? "told.proposed" : "told.all_proposed";
  tell_done(shared, options, {rule, {{"count", std::to_string(recorded.proposals.size())}, {"between", desk.choice().between}}}, recorded.revision, findings);
}

}  // namespace

void add_dispute_proposing(Command& dispute, const Shared& shared) {
  auto* command = dispute.add_command("propose", "Have lines made between two claims, and record them as proposals");
  auto options = std::make_shared<Options>();
  auto& request = options->request;
  add_case_options(*command, *options);
  std::vector<std::string> words{"six"};
  for (const auto method : proposal_methods()) words.emplace_back(method);
  command->add_option("METHOD", options->methods, "How; \"six\" for the usual six, as far as they can be made")->required()->one_of(words);
  command->add_option("--between", options->choice.between, "Letters of two parties, as in A,B; those that contest most when not given");
  command->add_option("--strip", options->choice.strip, "Which strip between them, 1 for the largest")->positive();
  command->add_option("--title", options->title, "What the line is called; the method when not given");
  command->add_flag("--dry-run", options->dry_run, "Make and measure only: nothing is recorded");
  const std::string how = "What methods ask for";
  command->add_option("--t", request.t, "weighted: how far from A's claim, 0 to 1")->group(how);
  command->add_option("--share", request.share, "equal_area, equal_people: what A keeps, 0 to 1")->group(how);
  command->add_option("--elevation", request.elevation, "ridge, watercourse, least_cost: name of the grid of heights")->group(how);
  command->add_option("--catchment", request.catchment_km2, "watercourse: km² that drain through it at least")->group(how);
  command->add_option("--from", options->from, "parallel, meridian, geodesic, rhumb: LON,LAT")->delimiter(',')->expected(2)->group(how);
  command->add_option("--to", options->to, "geodesic, rhumb: LON,LAT")->delimiter(',')->expected(2)->group(how);
  command->add_option("--of", options->of, "simplified: number of the line opinion")->group(how);
  command->add_option("--most-corners", request.most_corners, "simplified: between the ends")->positive()->group(how);
  command->add_option("--slope", request.slope, "least_cost: what steep ground adds to a metre")->group(how);
  command->add_option("--people", request.people, "least_cost: what people near it add")->group(how);
  command->add_option("--away", request.away, "least_cost: what distance from the line in force adds")->group(how);
  command->add_option("--hazard", request.hazard, "least_cost: what hazard zones add")->group(how);
  command->footer("Example:  merestone dispute propose 2026-1 six");
  command->callback([&shared, options] { run(*options, shared); });
}

}  // namespace merestone
