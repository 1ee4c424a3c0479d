// SPDX-License-Identifier: Apache-2.0
#include "cli/command/usage.hpp"

#include "gis/base/list.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {
namespace {

/// How many letters must be added, dropped or replaced to make one word of the other.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row.back();
}

/// The known word that `word` was meant to be; nothing when none is near.
std::string meant(std::string_view word, const std::vector<std::string>& known) {
  const auto nearest = std::ranges::min_element(known, {}, [&](const std::string& each) { return distance(word, each); });
  return nearest != known.end() && distance(word, *nearest) <= std::min<std::size_t>(2, word.size() / 2) ? *nearest : "";
}

std::vector<std::string> command_names(const CLI::App& program) {
  std::vector<std::string> names;
  for (const auto* command : program.get_subcommands([](const CLI::App*) { return true; })) names.push_back(command->get_name());
  return names;
}

/// The program and the commands in it that were understood, as in name, rename.
std::vector<const CLI::App*> understood(const CLI::App& program) {
  std::vector<const CLI::App*> path{&program};
  for (auto chosen = program.get_subcommands(); !chosen.empty(); chosen = chosen.front()->get_subcommands()) path.push_back(chosen.front());
  return path;
}

/// "name rename "
std::string words_of(const std::vector<const CLI::App*>& path) {
  std::string words;
  for (std::size_t i = 1; i < path.size(); ++i) words += path[i]->get_name() + " ";
  return words;
}

std::vector<std::string> options_of(const std::vector<const CLI::App*>& path) {
  std::vector<std::string> names;
  for (const auto* app : path) {
    for (const auto* option : app->get_options()) {
      for (const auto& name : option->get_lnames()) names.push_back("--" + name);
    }
  }
  return names;
}

/// The first word that is no option and stands behind what was understood.
std::string stray_word(std::span<char*> words, const std::vector<const CLI::App*>& path) {
  std::size_t next = 1;
  for (const char* word : words.subspan(1)) {
    if (*word == '-') continue;
    if (next < path.size()) next += path[next]->get_name() == word;
    else return word;
  }
  return {};
}

/// What stands before and after `mark`; nothing before it where it does not occur.
std::pair<std::string, std::string> parted(const std::string& text, std::string_view mark) {
  const auto at = text.find(mark);
  if (at == std::string::npos) return {"", text};
  return {text.substr(0, at), text.substr(at + mark.size())};
}

}  // namespace

Finding usage_finding(const CLI::App& program, const CLI::ParseError& error, std::span<char*> words) {
  const auto path = understood(program);
  const std::string what = error.what();
  Finding finding{.rule = "cli.usage", .facts = {{"command", words_of(path)}}};
  const auto tell = [&](const char* rule, std::initializer_list<std::pair<std::string, std::string>> facts) {
    finding.rule = rule;
    finding.facts.insert(finding.facts.end(), facts);
    return finding;
  };
  const auto commands = command_names(*path.back());
  if (const auto stray = stray_word(words, path); !commands.empty() && !stray.empty()) {
    const auto likely = meant(stray, commands);
    const auto before = words_of(path);
    finding.facts.clear();
    if (!likely.empty()) return tell("cli.misspelt_command", {{"command", before + stray}, {"meant", before + likely}, {"within", before}});
    if (path.size() == 1) return tell("cli.no_command", {{"command", stray}});
    return tell("cli.no_subcommand", {{"command", before.substr(0, before.size() - 1)}, {"word", stray}, {"known", joined(commands, ", ")}});
  }
  if (path.size() == 1) return tell("cli.nothing_asked", {});
  if (!commands.empty()) {
    const auto within = words_of(path);
    finding.facts.clear();
    return tell("cli.which_command", {{"command", within.substr(0, within.size() - 1)}, {"known", joined(commands, ", ")}});
  }
  // The library tells what is wrong in English words alone; what is not recognised in them is passed on as it is.
  if (const auto [name, rest] = parted(what, " is required"); rest.empty() && !name.empty()) return tell("cli.required", {{"name", name}});
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    for (const char* word : words.subspan(1)) {
      const std::string_view text = word;
      if (!text.starts_with("--") || text.size() < 3) continue;
      const std::string option{text.substr(0, text.find('='))};
      const auto known = options_of(path);
      if (std::ranges::find(known, option) != known.end()) continue;
      const auto likely = meant(option, known);
      if (!likely.empty()) return tell("cli.misspelt_option", {{"option", option}, {"meant", likely}});
      return tell("cli.no_option", {{"option", option}});
    }
    return tell("cli.unexpected", {{"words", parted(what, ": ").second}});
  }
  if (dynamic_cast<const CLI::ConversionError*>(&error) != nullptr) {
    const auto [name, value] = parted(parted(what, ": ").second, " = ");
    if (!name.empty()) return tell("cli.not_a_number", {{"name", name}, {"value", value}});
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    const auto [name, counts] = parted(what, ": At least ");
    const auto [wanted, given] = parted(counts, " required but received ");
    if (!name.empty() && !wanted.empty()) return tell("cli.too_few", {{"name", name}, {"count", wanted}, {"given", given}});
  }
  if (const auto [before, choices] = parted(what, " not in {"); !before.empty() && choices.ends_with("}")) {
    const auto [name, value] = parted(before, ": ");
    return tell("cli.no_choice", {{"name", name}, {"value", value}, {"choices", choices.substr(0, choices.size() - 1)}});
  }
  return tell("cli.usage", {{"what", what}});
}

}  // namespace merestone
