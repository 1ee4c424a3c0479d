// SPDX-License-Identifier: Apache-2.0
#include "cli/command/shared.hpp"

#include "cli/words/json.hpp"
#include "gis/base/text.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>
#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <tuple>

namespace merestone {
namespace {

std::string fault_word(Fault fault) {
  switch (fault) {
    case Fault::invalid: return "invalid";
    case Fault::missing: return "missing";
    case Fault::conflict: return "conflict";
    case Fault::unavailable: break;
  }
  return "unavailable";
}

/// An error that came without findings still gets words.
Finding finding_of(const Error& error) {
  std::string rule = "fault.unavailable";
  if (error.fault() == Fault::invalid) rule = "fault.invalid";
  if (error.fault() == Fault::missing) rule = "fault.missing";
  if (error.fault() == Fault::conflict) rule = "fault.conflict";
  return {.rule = rule, .facts = {{"what", error.what()}}};
}

/// Readers keep the first findings of a rule only and tell in the last how many more there were.
std::size_t left_out(const Finding& finding) {
  for (const auto& [name, value] : finding.facts) {
    if (name == "more") return static_cast<std::size_t>(parse_number(value).value_or(0));
  }
  return 0;
}

}  // namespace

const std::string& in_language(const Wording& words, const Shared& shared) { return shared.language == Language::chinese ? words.zh : words.en; }

std::string language_of_sheet(const Shared& shared) { return shared.language == Language::chinese ? "zh" : "en"; }

std::string account_name() {
  const auto* account = getpwuid(geteuid());
  return account != nullptr ? account->pw_name : "uid " + std::to_string(geteuid());
}

Date day_of(const std::string& text) {
  if (text.empty()) return today();
  const Date day = parse_date(text);
  if (day < open_end) return day;
  throw Error{Fault::invalid, "the end of time is no day", {{.rule = "base.bad_date", .facts = {{"value", text}}}}};
}

std::string in_words(const Period& period) {
  const bool begins = period.from != unknown_start;
  const bool ends = period.until != open_end;
  const auto last = to_string(period.until - std::chrono::days{1});
  if (begins && ends) return to_string(period.from) + " to " + last;
  if (begins) return "since " + to_string(period.from);
  return ends ? "until " + last : "always";
}

void make_folder(const std::string& path) {
  std::error_code failed;
  std::filesystem::create_directories(path, failed);
  if (!failed && std::filesystem::is_directory(path)) return;
  const std::string reason = failed ? failed.message() : "a file of that name is there";
  throw Error{Fault::unavailable, path + ": " + reason, {{.rule = "cli.no_folder", .facts = {{"folder", path}, {"reason", reason}}}}};
}

void print_json(const nlohmann::ordered_json& document) { fmt::print("{}\n", text_of(document)); }

int exit_code(Fault fault) {
  switch (fault) {
    case Fault::invalid: return 2;
    case Fault::missing: return 3;
    case Fault::conflict: return 4;
    case Fault::unavailable: break;
  }
  return 5;
}

void print_error(const Error& error, const Shared& shared) {
  end_progress();
  auto findings = error.findings();
  if (findings.empty()) findings.push_back(finding_of(error));
  if (shared.json) {
    print_json({{"fault", fault_word(error.fault())}, {"findings", to_json(findings)}});
  } else {
    print_findings(findings, shared.language);
  }
}

void print_findings(const std::vector<Finding>& findings, Language language, std::size_t examples) {
  struct Group {
    Severity worst = Severity::note;
    std::vector<const Finding*> members;
  };
  std::map<std::string, Group> groups;
  for (const auto& finding : findings) {
    auto& group = groups[finding.rule];
    group.worst = std::max(group.worst, finding.severity);
    group.members.push_back(&finding);
  }
  std::vector<const Group*> order;
  for (const auto& [rule, group] : groups) order.push_back(&group);
  std::ranges::sort(order, [](const Group* a, const Group* b) {
    return std::tuple{b->worst, b->members.size(), a->members.front()->rule} <
           std::tuple{a->worst, a->members.size(), b->members.front()->rule};
  });
  for (const auto* group : order) {
    const auto shown = std::min(examples, group->members.size());
    for (std::size_t i = 0; i < shown; ++i) fmt::print(stderr, "{}\n", in_words(*group->members[i], language));
    auto rest = group->members.size() - shown;
    for (const auto* finding : group->members) rest += left_out(*finding);
    if (rest > 0) {
      fmt::print(stderr, fmt::runtime(language == Language::chinese ? "  ……同类问题另有 {} 处（{}）\n"
                                                                    : "  … and {} more like it ({})\n"),
                 rest, group->members.front()->rule);
    }
  }
}

}  // namespace merestone
