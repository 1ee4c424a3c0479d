// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/finding.hpp"

#include <span>

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace merestone {

/// What the caller got wrong, as a finding: a word missing, unknown, misspelt or not of the kind that is wanted.
Finding usage_finding(const CLI::App& program, const CLI::ParseError& error, std::span<char*> words);

}  // namespace merestone
