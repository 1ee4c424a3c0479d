// SPDX-License-Identifier: Apache-2.0
/// A command and its options as the other files of this folder see them. The library behind it is slow to compile:
/// only command.cpp, and what speaks of the description as a whole (main, usage, completion), includes it.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace merestone {

/// What a word on the command line may be. Each returns the option, so that they read in one line.
class Option {
 public:
  explicit Option(CLI::Option& option) : option_{option} {}

  Option* required();
  Option* one_of(const std::vector<std::string>& words);
  Option* in_range(int lowest, int highest);
  Option* in_range(double lowest, double highest);
  Option* positive();
  Option* not_negative();
  Option* delimiter(char between);  ///< several in one word
  Option* expected(int words);
  Option* excludes(Option* other);
  Option* needs(Option* other);
  Option* group(const std::string& heading);
  Option* shows_default();

 private:
  CLI::Option& option_;
};

class Command {
 public:
  explicit Command(CLI::App& app) : app_{app} {}

  Command* add_command(const std::string& name, const std::string& what);
  /// "--name" is an option, "NAME" a word by its place. `into` holds the default and must outlive the parsing. The types
  /// are those that command.cpp lists.
  template <class T>
  Option* add_option(const std::string& name, T& into, const std::string& what);
  /// "!--name" sets false.
  Option* add_flag(const std::string& name, bool& into, const std::string& what);
  void require_command();
  /// Options of the program may stand after the command's own words.
  void fallthrough();
  void footer(const std::string& text);
  /// Done when the words after it have been read.
  void callback(std::function<void()> act);

  CLI::App& app() { return app_; }

 private:
  CLI::App& app_;
  std::deque<Option> options_;
  std::vector<std::unique_ptr<Command>> commands_;
};

}  // namespace merestone
