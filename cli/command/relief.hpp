// SPDX-License-Identifier: Apache-2.0
/// What the commands on shelters, depots and events share.
#pragma once

#include "cli/command/line_command.hpp"
#include "cli/words/json.hpp"
#include "data/office/relief_acts.hpp"

#include <algorithm>

namespace merestone {

inline const std::string& in_language(const Wording& words, const Shared& shared) { return shared.language == Language::chinese ? words.zh : words.en; }
inline std::string language_of_sheet(const Shared& shared) { return shared.language == Language::chinese ? "zh" : "en"; }

/// What became of a table: findings, then what was recorded or would be. `revision` 0: nothing written.
void tell_taken(const TableOptions& options, const Delivery& delivery, std::vector<Finding> more, const std::string& what, std::size_t count,
                Revision revision, const Shared& shared);

/// The words of a hazard by the rules, the id where they have none.
Wording hazard_words(const EventRules& rules, const std::string& hazard);

}  // namespace merestone
