// SPDX-License-Identifier: Apache-2.0
#include "cli/command/command.hpp"

#include "gis/base/text.hpp"

#include <CLI/CLI.hpp>

#include <cstdint>
#include <optional>

namespace merestone {

Option* Option::required() {
  option_.required();
  return this;
}
Option* Option::one_of(const std::vector<std::string>& words) {
  option_.check(CLI::IsMember(words));
  return this;
}
Option* Option::in_range(int lowest, int highest) {
  option_.check(CLI::Range(lowest, highest));
  return this;
}
Option* Option::in_range(double lowest, double highest) {
  option_.check(CLI::Range(lowest, highest));
  return this;
}
Option* Option::positive() {
  option_.check([](const std::string& text) -> std::string {
    const auto number = parse_number(text);
    return number && *number > 0 ? "" : "Value " + text + " is not more than 0";
  });
  return this;
}
Option* Option::not_negative() {
  option_.check([](const std::string& text) -> std::string {
    const auto number = parse_number(text);
    return number && *number >= 0 ? "" : "Value " + text + " is not 0 or more";
  });
  return this;
}
Option* Option::delimiter(char between) {
  option_.delimiter(between);
  return this;
}
Option* Option::expected(int words) {
  option_.expected(words);
  return this;
}
Option* Option::excludes(Option* other) {
  option_.excludes(&other->option_);
  return this;
}
Option* Option::needs(Option* other) {
  option_.needs(&other->option_);
  return this;
}
Option* Option::group(const std::string& heading) {
  option_.group(heading);
  return this;
}
Option* Option::shows_default() {
  option_.capture_default_str();
  return this;
}

Command* Command::add_command(const std::string& name, const std::string& what) {
  return commands_.emplace_back(std::make_unique<Command>(*app_.add_subcommand(name, what))).get();
}

template <class T>
Option* Command::add_option(const std::string& name, T& into, const std::string& what) {
  return &options_.emplace_back(*app_.add_option(name, into, what));
}
template Option* Command::add_option(const std::string&, std::string&, const std::string&);
template Option* Command::add_option(const std::string&, std::optional<std::string>&, const std::string&);
template Option* Command::add_option(const std::string&, std::vector<std::string>&, const std::string&);
template Option* Command::add_option(const std::string&, int&, const std::string&);
template Option* Command::add_option(const std::string&, unsigned&, const std::string&);
template Option* Command::add_option(const std::string&, std::uint16_t&, const std::string&);
template Option* Command::add_option(const std::string&, std::int64_t&, const std::string&);
template Option* Command::add_option(const std::string&, std::size_t&, const std::string&);
template Option* Command::add_option(const std::string&, std::vector<int>&, const std::string&);
template Option* Command::add_option(const std::string&, std::vector<std::int64_t>&, const std::string&);
template Option* Command::add_option(const std::string&, double&, const std::string&);
template Option* Command::add_option(const std::string&, std::optional<double>&, const std::string&);
template Option* Command::add_option(const std::string&, std::vector<double>&, const std::string&);

Option* Command::add_flag(const std::string& name, bool& into, const std::string& what) {
  return &options_.emplace_back(*app_.add_flag(name, into, what));
}
void Command::require_command() { app_.require_subcommand(1); }
void Command::fallthrough() { app_.fallthrough(); }
void Command::footer(const std::string& text) { app_.footer(text); }
void Command::callback(std::function<void()> act) { app_.callback(std::move(act)); }

}  // namespace merestone
