// SPDX-License-Identifier: Apache-2.0
/// What all commands share: the options before the command's own, and how they speak.
#pragma once

#include "cli/words/words.hpp"
#include "gis/base/date.hpp"
#include "gis/base/error.hpp"
#include "gis/base/progress.hpp"
#include "gis/law/wording.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace merestone {

struct Shared {
  std::string project;  ///< file path or "postgresql://…"
  std::string author;   ///< written into the audit of what is changed
  Language language = Language::english;
  bool json = false;   ///< one JSON document on standard output, and nothing else there
  bool quiet = false;  ///< no progress bars
};

/// A word of the law in the reader's language.
const std::string& in_language(const Wording& words, const Shared& shared);
/// "zh" or "en": of what is written for the reader.
std::string language_of_sheet(const Shared& shared);

/// The account that runs the program.
std::string account_name();

/// "2018-01-01" → that day; empty → today.
Date day_of(const std::string& text);

/// "2016-01-01 to 2018-12-31", "since 2018-01-01", "until 2015-12-31": the last day is named, as people do.
std::string in_words(const Period& period);

/// Makes a folder, with those above it. @throws Error unavailable cli.no_folder.
void make_folder(const std::string& path);

void print_json(const nlohmann::ordered_json& document);

/// What `error` says to a person or, as one JSON document, to a machine.
void print_error(const Error& error, const Shared& shared);

/// Findings for a person, on standard error: the worst first, those of one rule together with their number,
/// and not more than `examples` of each rule.
void print_findings(const std::vector<Finding>& findings, Language language, std::size_t examples = 5);

/// 2 to 5, in the order of Fault.
int exit_code(Fault fault);

/// A bar on standard error for long work; says nothing where that is no terminal, or with --quiet or --json.
Progress progress_bar(const Shared& shared);
/// Takes the bar off the screen before other words.
void end_progress();

}  // namespace merestone
