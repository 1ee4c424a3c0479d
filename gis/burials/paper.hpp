// SPDX-License-Identifier: Apache-2.0
/// Papers of a case from the templates of the pack: text with {fields}.
#pragma once

#include "gis/law/enforcement_rules.hpp"

#include <map>
#include <string>
#include <vector>

namespace merestone {

/// What is filled in, by the names that templates use. A field that is not there, or empty, stays open on the paper: "____".
using PaperFields = std::map<std::string, std::string, std::less<>>;

/// `text` with its fields filled in; a brace that opens no field stands for itself.
std::string filled(const std::string& text, const PaperFields& fields);

struct FilledPaper {
  std::string title{};
  std::vector<std::string> paragraphs{};
  std::vector<std::string> open{};  ///< fields that were left open, once each
};
FilledPaper filled(const PaperTemplate& paper, const PaperFields& fields, bool chinese);

}  // namespace merestone
