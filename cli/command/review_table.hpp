// SPDX-License-Identifier: Apache-2.0
/// The table in which an officer decides row by row what an import of names does.
#pragma once

#include "cli/words/words.hpp"
#include "data/office/name_import.hpp"

#include <map>
#include <string>

namespace merestone {

/// What was said of rows that could not be read, by their numbers.
using Unread = std::map<std::size_t, std::string>;

/// CSV as it can be edited and given back: a row for each of the file, the third column empty for the decision.
std::string review_table(const NameReview& review, const Unread& unread, Language language);

/// The first and the third column of such a table, whose words may be of either language.
/// @throws Error{Fault::missing} cli.no_file, Error{Fault::invalid} name.unknown_decision with every row that has another word.
Decisions decisions_in(const std::string& path);

}  // namespace merestone
