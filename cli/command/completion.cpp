// SPDX-License-Identifier: Apache-2.0
/// Shell completion, made from the very description of the options, so that it never tells of others.
#include "cli/command/command.hpp"
#include "cli/command/commands.hpp"

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include <set>

namespace merestone {
namespace {

std::vector<const CLI::App*> commands_of(const CLI::App& program) {
  return program.get_subcommands([](const CLI::App* command) { return !command->get_name().empty(); });
}

/// "--on --json …" of a command, of its own commands, and of the program before it; each name once.
std::vector<const CLI::Option*> options_of(const CLI::App& program, const CLI::App& command) {
  std::vector<const CLI::App*> apps{&command};
  if (&command != &program) {
    for (const auto* own : commands_of(command)) apps.push_back(own);
    apps.push_back(&program);
  }
  std::vector<const CLI::Option*> out;
  std::set<std::string> known;
  for (const auto* app : apps) {
    for (const auto* option : app->get_options()) {
      if (!option->get_lnames().empty() && known.insert(option->get_lnames().front()).second) out.push_back(option);
    }
  }
  return out;
}

/// "open triage …" of a command that has commands of its own.
std::string own_commands(const CLI::App& command) {
  std::string names;
  for (const auto* own : commands_of(command)) names += own->get_name() + " ";
  return names;
}

std::string words_for(const CLI::App& program, const CLI::App& command) {
  std::string words;
  for (const auto* option : options_of(program, command)) {
    for (const auto& name : option->get_lnames()) words += (words.empty() ? "--" : " --") + name;
  }
  return words;
}

/// Inside single quotes of any of the three shells.
std::string quoted(std::string text) {
  for (char& c : text) {
    if (c == '\'' || c == '[' || c == ']' || c == ':') c = ' ';
  }
  return text;
}

void print_bash(const CLI::App& program) {
  std::string names;
  for (const auto* command : commands_of(program)) names += command->get_name() + " ";
  fmt::print("_merestone() {{\n  local word=${{COMP_WORDS[COMP_CWORD]}} command= each\n"
             "  for each in \"${{COMP_WORDS[@]:1:COMP_CWORD-1}}\"; do\n    case $each in -*) ;; *) command=$each; break ;; esac\n  done\n"
             "  local words=\n  case $command in\n");
  for (const auto* command : commands_of(program)) {
    fmt::print("    {}) words='{}' ;;\n", command->get_name(), own_commands(*command) + words_for(program, *command));
  }
  fmt::print("    *) words='{}' ;;\n  esac\n"
             "  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
             "  [ -n \"$command\" ] && [ \"${{word#-}}\" = \"$word\" ] && COMPREPLY=($(compgen -f -- \"$word\"))\n}}\n"
             "complete -o filenames -F _merestone merestone\n",
             names + words_for(program, program));
}

void print_zsh(const CLI::App& program) {
  fmt::print("#compdef merestone\n_merestone() {{\n  local -a commands\n  commands=(\n");
  for (const auto* command : commands_of(program)) {
    fmt::print("    '{}:{}'\n", command->get_name(), quoted(command->get_description()));
  }
  fmt::print("  )\n  local command=${{words[(r)({})]}}\n  case $command in\n", [&] {
    std::string names;
    for (const auto* command : commands_of(program)) names += (names.empty() ? "" : "|") + command->get_name();
    return names;
  }());
  for (const auto* command : commands_of(program)) {
    fmt::print("    {}) _arguments", command->get_name());
    for (const auto* option : options_of(program, *command)) {
      const bool takes_word = option->get_expected_min() > 0;
      for (const auto& name : option->get_lnames()) {
        fmt::print(" \\\n      '--{}[{}]{}'", name, quoted(option->get_description()), takes_word ? ":word:_files" : "");
      }
    }
    const std::string own = own_commands(*command);
    if (!own.empty()) fmt::print(" \\\n      '2:command:({})'", own);
    fmt::print(" \\\n      '*:file:_files' ;;\n");
  }
  fmt::print("    *) _describe command commands ;;\n  esac\n}}\ncompdef _merestone merestone\n");
}

void print_fish(const CLI::App& program) {
  for (const auto* command : commands_of(program)) {
    fmt::print("complete -c merestone -f -n __fish_use_subcommand -a {} -d '{}'\n", command->get_name(), quoted(command->get_description()));
    if (const std::string own = own_commands(*command); !own.empty()) {
      fmt::print("complete -c merestone -n '__fish_seen_subcommand_from {}' -a '{}'\n", command->get_name(), own);
    }
    for (const auto* option : options_of(program, *command)) {
      for (const auto& name : option->get_lnames()) {
        fmt::print("complete -c merestone -n '__fish_seen_subcommand_from {}' -l {}{} -d '{}'\n", command->get_name(), name,
                   option->get_expected_min() > 0 ? " -r" : "", quoted(option->get_description()));
      }
    }
  }
}

}  // namespace

void add_completion(Command& program) {
  auto* command = program.add_command("completion", "Print the completion script of a shell");
  auto shell = std::make_shared<std::string>();
  command->add_option("SHELL", *shell, "bash, zsh or fish")->required()->one_of({"bash", "zsh", "fish"});
  command->footer("Example:  source <(merestone completion bash)");
  command->callback([&program, shell] {
    if (*shell == "bash") print_bash(program.app());
    if (*shell == "zsh") print_zsh(program.app());
    if (*shell == "fish") print_fish(program.app());
  });
}

}  // namespace merestone
