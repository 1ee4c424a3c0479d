// SPDX-License-Identifier: Apache-2.0
#include "cli/command/dispute.hpp"
#include "cli/command/dispute_figures.hpp"
#include "cli/report/comparison.hpp"
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

/// "claim A" is A 方主张线 as on the sheet.
std::string told_inputs(const std::vector<std::string>& names, Language language) {
  const Phrases chinese{"zh"};
  std::vector<std::string> words;
  for (const std::string& name : names) words.push_back(language == Language::english ? name : input_words(name, chinese));
  return told_list(words, language);
}

Json repeated(const Project& project, const ComparisonQuestion& question, const MadeProposal& made, const Shared& shared) {
  const Repeated again = repeat(project, question.number, made, question.as_of(), today());
  if (!shared.json) {
    const Language language = shared.language;
    fmt::print("    {}{}\n", told("told.made_again", language, {{"then", told(again.same_line ? "told.same_line" : "told.other_line_then", language)},
                                                             {"now", told(!again.findings.empty() ? "told.cannot_be_made" : again.same_today ? "told.same_line" : "told.other_line", language)}}),
               again.changed.empty() ? "" : told("told.inputs_changed", language, {{"inputs", told_inputs(again.changed, language)}}));
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
  tell("told.lines_between", shared.language, {{"number", question.number}, {"a", desk.a().label + " " + desk.a().name}, {"b", desk.b().label + " " + desk.b().name}});
  const FigureWords words{project, shared.language};
  for (const auto& row : rows) fmt::print("  {:<22} {}\n", words.title(row.line.method, desk), words.of(row.figures, desk));
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
      const std::string method = one.opinion.method.empty() ? told("told.by_hand", shared.language) : sheet_word("method", one.opinion.method, shared.language);
      const ToldFacts facts{{"line", fmt::format("{:<4}", one.opinion.id.value)}, {"method", fmt::format("{:<16}", method)},
                            {"km", fmt::format("{:>9}", fixed(length_m(one.opinion.path) / 1000, 2))}, {"title", sheet_word("method", one.opinion.title, shared.language)}};
      fmt::print("  {}{}\n", told("told.proposal_listed", shared.language, facts),
                 one.basis ? told("told.proposal_by", shared.language, {{"author", one.author}, {"revision", std::to_string(one.basis->revision)}}) : "");
    }
    if (question.repeat && one.basis) out["proposals"].back()["repeated"] = repeated(project, question, one, shared);
  }
  if (made.empty() && !shared.json) tell("told.no_proposals", shared.language);
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

void print_sides(const ProposalDesk& desk, const Proposal& line, std::int64_t id, const FigureWords& words, const Shared& shared, Json& out) {
  const auto [a, b] = desk.impact(line.line);
  if (shared.json) {
    out["lines"].push_back({{"id", id}, {"method", line.method},
                            {"sides", {{{"party", desk.a().label}, {"keeps", json_of(a)}}, {{"party", desk.b().label}, {"keeps", json_of(b)}}}}});
    return;
  }
  const std::string method = sheet_word("method", line.method, shared.language);
  fmt::print("{}\n", id != 0 ? told("told.line_titled", shared.language, {{"line", std::to_string(id)}, {"title", method}}) : method);
  for (const auto& [party, side] : {std::pair{&desk.a(), &a}, std::pair{&desk.b(), &b}}) {
    fmt::print("  {}\n", told("told.keeps", shared.language, {{"party", party->label}, {"what", words.of(*side)}}));
  }
}

void impact(const ComparisonQuestion& question, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const ProposalDesk desk = proposal_desk(project, question.number, question.as_of(), today(), question.choice);
  Json out{{"case", question.number}, {"between", desk.choice().between}, {"sigma_m", desk.sigma_m()}, {"faces", Json::array()}, {"lines", Json::array()}};
  const FigureWords words{project, shared.language};
  for (const auto& [label, face] : face_impacts(desk)) {
    if (shared.json) out["faces"].push_back({{"label", label}, {"impact", json_of(face)}});
    else tell("told.contested", shared.language, {{"label", fmt::format("{:<9}", claimed_in_words(label, shared.language))}, {"what", words.of(face)}});
  }
  const auto made = made_proposals(project, desk.file(), question.as_of());
  for (const auto number : question.proposals) {
    const auto at = std::find_if(made.begin(), made.end(), [&](const MadeProposal& one) { return one.opinion.id.value == number; });
    if (at == made.end()) {
      throw Error{Fault::missing, "no such proposal", {{.rule = "dispute.no_opinion", .facts = {{"opinion", std::to_string(number)}}}}};
    }
    print_sides(desk, proposal_of(*at), number, words, shared, out);
  }
  if (!question.file.empty()) print_sides(desk, drawn(question.file), 0, words, shared, out);
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
