// SPDX-License-Identifier: Apache-2.0
#include "cli/command/dispute.hpp"
#include "cli/command/dispute_figures.hpp"
#include "cli/words/json.hpp"
#include "data/exchange/reading.hpp"
#include "gis/base/text.hpp"
#include "gis/geodesy/measure.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

struct ComparisonQuestion {
  std::string number, on, file;
  StripChoice choice;
  std::vector<std::int64_t> proposals;
  bool compare = false, repeat = false, territory = false;
  AsOf as_of() const { return {day_of(on)}; }
};

Json json_of_made(const MadeProposal& made) {
  Json out{{"id", made.opinion.id.value}, {"title", made.opinion.title}, {"method", made.opinion.method},
           {"length_m", length_m(made.opinion.path)}, {"accuracy_m", made.opinion.accuracy_m}};
  if (!made.basis) return out;
  out["author"] = made.author;
  out["recorded_at"] = made.recorded_at;
  out["revision"] = made.basis->revision;
  out["parameters"] = json_of(made.basis->parameters);
  out["results"] = json_of(made.basis->results);
  out["inputs"] = Json::array();
  for (const DataUsed& used : made.basis->data) out["inputs"].push_back({{"name", used.name}, {"sha256", used.sha256}, {"day", used.day}});
  return out;
}

Json repeated(const Project& project, const ComparisonQuestion& question, const MadeProposal& made, const Shared& shared) {
  const Repeated again = repeat(project, question.number, made, question.as_of(), today());
  std::string changed;
  for (const auto& name : again.changed) changed += (changed.empty() ? "" : ", ") + name;
  if (!shared.json) {
    fmt::print("    made again from the record of then: {}; from that of now: {}{}\n", again.same_line ? "the same line" : "ANOTHER LINE",
               !again.findings.empty() ? "cannot be made" : again.same_today ? "the same line" : "another line",
               changed.empty() ? "" : "; changed: " + changed);
    std::fflush(stdout);
    print_findings(again.findings, shared.language);
  }
  return {{"same_line", again.same_line}, {"same_today", again.same_today}, {"changed", again.changed}, {"findings", to_json(again.findings)}};
}

/// The claims, the line in force and the proposals on record, side by side.
void print_comparison(const Project& project, const ComparisonQuestion& question, const std::vector<MadeProposal>& made, const Shared& shared,
                      Json& out) {
  const ProposalDesk desk = proposal_desk(project, question.number, question.as_of(), today(), question.choice);
  std::vector<Finding> findings = desk.notes();
  const auto rows = compare_lines(desk, made, question.territory, findings);
  if (shared.json) {
    out["between"] = desk.choice().between;
    out["rows"] = Json::array();
    for (const auto& row : rows) out["rows"].push_back(json_of(row.figures, desk));
    out["findings"] = to_json(findings);
    return;
  }
  fmt::print("{}: lines between {} {} and {} {}\n", question.number, desk.a().label, desk.a().name, desk.b().label, desk.b().name);
  for (const auto& row : rows) fmt::print("  {:<22} {}\n", row.line.method, in_words(row.figures, desk));
  std::fflush(stdout);
  print_findings(findings, shared.language);
}

void list_proposals(const ComparisonQuestion& question, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const auto file = dispute_file(project, question.number, question.as_of(), today());
  auto made = made_proposals(project, file, question.as_of());
  if (!question.proposals.empty()) {
    std::erase_if(made, [&](const MadeProposal& one) {
      return std::find(question.proposals.begin(), question.proposals.end(), one.opinion.id.value) == question.proposals.end();
    });
  }
  Json out{{"case", question.number}, {"proposals", Json::array()}};
  for (const auto& one : made) {
    out["proposals"].push_back(json_of_made(one));
    if (!shared.json) {
      fmt::print("  line {:<4} {:<16} {:>9} km  {}{}\n", one.opinion.id.value, one.opinion.method.empty() ? "by hand" : one.opinion.method,
                 fixed(length_m(one.opinion.path) / 1000, 2), one.opinion.title,
                 one.basis ? fmt::format("  ({}, revision {})", one.author, one.basis->revision) : "");
    }
    if (question.repeat && one.basis) out["proposals"].back()["repeated"] = repeated(project, question, one, shared);
  }
  if (made.empty() && !shared.json) fmt::print("No proposals on record\n");
  if (question.compare) print_comparison(project, question, made, shared, out);
  if (shared.json) print_json(out);
}

/// A line of a file that is not on record.
Proposal drawn(const std::string& path) {
  const auto delivery = read_drawn_lines(path, {});
  const bool wrong = std::any_of(delivery.findings.begin(), delivery.findings.end(), [](const Finding& f) { return f.severity == Severity::error; });
  if (wrong || delivery.lines.size() != 1) {
    auto findings = delivery.findings;
    if (!wrong) findings.push_back({.rule = "opinion.one_line", .facts = {{"file", path}, {"count", std::to_string(delivery.lines.size())}}});
    throw Error{Fault::invalid, "the line cannot be used", findings};
  }
  Proposal proposal;
  proposal.method = path;
  proposal.line = delivery.lines.front().path;
  return proposal;
}

void print_sides(const ProposalDesk& desk, const Proposal& line, std::int64_t id, const Shared& shared, Json& out) {
  const auto [a, b] = desk.impact(line.line);
  if (shared.json) {
    out["lines"].push_back({{"id", id}, {"method", line.method},
                            {"sides", {{{"party", desk.a().label}, {"keeps", json_of(a)}}, {{"party", desk.b().label}, {"keeps", json_of(b)}}}}});
    return;
  }
  fmt::print("{}{}\n  {} keeps {}\n  {} keeps {}\n", id != 0 ? fmt::format("line {} ", id) : "", line.method, desk.a().label, in_words(a),
             desk.b().label, in_words(b));
}

void impact(const ComparisonQuestion& question, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const ProposalDesk desk = proposal_desk(project, question.number, question.as_of(), today(), question.choice);
  Json out{{"case", question.number}, {"between", desk.choice().between}, {"sigma_m", desk.sigma_m()}, {"faces", Json::array()}, {"lines", Json::array()}};
  for (const auto& [label, face] : face_impacts(desk)) {
    if (shared.json) out["faces"].push_back({{"label", label}, {"impact", json_of(face)}});
    else fmt::print("contested {:<9} {}\n", claimed_in_words(label), in_words(face));
  }
  const auto made = made_proposals(project, desk.file(), question.as_of());
  for (const auto number : question.proposals) {
    const auto at = std::find_if(made.begin(), made.end(), [&](const MadeProposal& one) { return one.opinion.id.value == number; });
    if (at == made.end()) {
      throw Error{Fault::missing, "no such proposal", {{.rule = "dispute.no_opinion", .facts = {{"opinion", std::to_string(number)}}}}};
    }
    print_sides(desk, proposal_of(*at), number, shared, out);
  }
  if (!question.file.empty()) print_sides(desk, drawn(question.file), 0, shared, out);
  if (shared.json) {
    out["findings"] = to_json(desk.notes());
    return print_json(out);
  }
  std::fflush(stdout);
  print_findings(desk.notes(), shared.language);
}

std::shared_ptr<ComparisonQuestion> add_question(Command& command) {
  auto question = std::make_shared<ComparisonQuestion>();
  command.add_option("NUMBER", question->number, "Of the case")->required();
  command.add_option("--on", question->on, "Day of the map, YYYY-MM-DD; today when not given");
  command.add_option("--between", question->choice.between, "Letters of two parties, as in A,B; those that contest most when not given");
  command.add_option("--strip", question->choice.strip, "Which strip between them, 1 for the largest")->positive();
  return question;
}

}  // namespace

void add_dispute_comparing(Command& dispute, const Shared& shared) {
  {
    auto* command = dispute.add_command("proposals", "Proposals on record: how each was made, and compared with the claims");
    auto question = add_question(*command);
    command->add_option("--proposal", question->proposals, "These only, by number")->delimiter(',');
    command->add_flag("--compare", question->compare, "What each gives to whom, side by side");
    command->add_flag("--territory", question->territory, "With --compare: also pieces, enclaves and compactness of the whole ground of both");
    command->add_flag("--repeat", question->repeat, "Make each again from what it says of itself, and compare the lines");
    command->callback([&shared, question] { list_proposals(*question, shared); });
  }
  {
    auto* command = dispute.add_command("impact", "Ground, people and things on contested ground, and what each party keeps by a line");
    auto question = add_question(*command);
    command->add_option("--proposal", question->proposals, "Numbers of lines on record")->delimiter(',');
    command->add_option("--line", question->file, "A file with a line from terminal to terminal");
    command->callback([&shared, question] { impact(*question, shared); });
  }
}

}  // namespace merestone
