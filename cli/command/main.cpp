// SPDX-License-Identifier: Apache-2.0
#include "cli/command/command.hpp"
#include "cli/command/commands.hpp"
#include "cli/command/shared.hpp"
#include "cli/command/usage.hpp"

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include <cstdlib>
#include <new>
#include <span>

namespace merestone {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr ? value : "";
}

/// The locale as POSIX resolves it for messages.
std::string locale_name() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (auto value = environment(name); !value.empty()) return value;
  }
  return {};
}

/// How to speak must be known before the words are parsed: they may be what is wrong.
Shared defaults(std::span<char*> words) {
  Shared shared;
  shared.project = environment("MERESTONE_PROJECT");
  if (shared.project.empty()) shared.project = "merestone.sqlite";
  shared.author = account_name();
  shared.language = language_of(locale_name());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    if (word == "--json") shared.json = true;
    if (word.starts_with("--language=")) shared.language = language_of(word.substr(11));
    if (word == "--language" && i + 1 < words.size()) shared.language = language_of(words[i + 1]);
  }
  return shared;
}

void describe(CLI::App& app, Command& program, Shared& shared) {
  app.description("Merestone keeps administrative boundaries: lines, divisions, names, and what lies in them.");
  app.set_version_flag("--version", "merestone " MERESTONE_VERSION);
  program.require_command();
  program.fallthrough();
  program.add_option("-p,--project", shared.project, "Project file, or postgresql://… (also MERESTONE_PROJECT)")
      ->shows_default();
  program.add_flag("--json", shared.json, "Print one JSON document, for machines");
  program.add_flag("-q,--quiet", shared.quiet, "No progress bars");
  program.add_option("--author", shared.author, "Who acts: written into the audit")->shows_default();
  app.add_option_function<std::string>(
             "--language", [&shared](const std::string& tag) { shared.language = language_of(tag); },
             "Language of findings; from LANG when not given")
      ->check(CLI::IsMember({"en", "zh"}));
  add_init(program, shared);
  add_import(program, shared);
  add_check(program, shared);
  add_info(program, shared);
  add_at(program, shared);
  add_search(program, shared);
  add_history(program, shared);
  add_compare(program, shared);
  add_crosswalk(program, shared);
  add_division(program, shared);
  add_due(program, shared);
  add_line(program, shared);
  add_monument(program, shared);
  add_inspection(program, shared);
  add_dispute(program, shared);
  add_document(program, shared);
  add_facility(program, shared);
  add_grave(program, shared);
  add_siting(program, shared);
  add_visible(program, shared);
  add_cemetery(program, shared);
  add_exposure(program, shared);
  add_romanise(program, shared);
  add_name(program, shared);
  add_indicator(program, shared);
  add_thematic(program, shared);
  add_burial_case(program, shared);
  add_ledger(program, shared);
  add_new_graves(program, shared);
  add_hotspots(program, shared);
  add_route(program, shared);
  add_officer(program, shared);
  add_shelter(program, shared);
  add_depot(program, shared);
  add_event(program, shared);
  add_export(program, shared);
  add_tiles(program, shared);
  add_report(program, shared);
  add_serve(program, shared);
  add_demo(program, shared);
  add_completion(program);
  program.footer(
      "Start here:  merestone demo\n"
      "Exit codes:  0 done, 2 the input is wrong, 3 not found, 4 conflict, 5 file, machine or database failed");
}

/// Help and version are no errors; everything else that CLI11 refuses is the caller's input.
int refuse(CLI::App& app, const CLI::ParseError& error, std::span<char*> words, const Shared& shared) {
  if (error.get_exit_code() == 0) return app.exit(error);
  print_error(Error{Fault::invalid, error.what(), {usage_finding(app, error, words)}}, shared);
  return exit_code(Fault::invalid);
}

int run(int count, char** words) {
  Shared shared = defaults({words, static_cast<std::size_t>(count)});
  CLI::App app;
  app.name("merestone");
  Command program{app};
  const auto failed = [&shared](const Error& error) {
    print_error(error, shared);
    return exit_code(error.fault());
  };
  try {
    describe(app, program, shared);
    app.parse(count, words);
    end_progress();
    if (std::fflush(stdout) != 0) throw Error{Fault::unavailable, "the output could not be written in full"};
    return 0;
  } catch (const CLI::ParseError& error) {
    return refuse(app, error, {words, static_cast<std::size_t>(count)}, shared);
  } catch (const Error& error) {
    return failed(error);
  } catch (const std::bad_alloc&) {
    return failed(Error{Fault::unavailable, "the memory of this machine is used up"});
  } catch (const std::system_error& error) {
    return failed(Error{Fault::unavailable, error.what()});
  } catch (const std::exception& error) {
    return failed(Error{Fault::unavailable, std::string{"merestone made a mistake of its own: "} + error.what()});
  }
}

}  // namespace
}  // namespace merestone

int main(int count, char** words) { return merestone::run(count, words); }
