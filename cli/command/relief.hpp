// SPDX-License-Identifier: Apache-2.0
/// What the commands on shelters, depots and events share.
#pragma once

#include "cli/command/line_command.hpp"
#include "cli/command/number_of.hpp"
#include "cli/report/event_bulletin.hpp"
#include "cli/report/shelter_sheet.hpp"
#include "cli/words/json.hpp"
#include "data/office/relief_acts.hpp"

#include <algorithm>

namespace merestone {

/// What became of a table: findings, then what was recorded or would be. `revision` 0: nothing written.
void tell_taken(const TableOptions& options, const Delivery& delivery, std::vector<Finding> more, Noun what, std::size_t count,
                Revision revision, const Shared& shared);

/// The words of a hazard by the rules, the id where they have none.
Wording hazard_words(const EventRules& rules, const std::string& hazard);

/// Shelters and depots as of a day, as a sheet with its map.
ShelterSheet shelter_sheet(const Project& project, const AsOf& as_of, const ShelterQuestion& question);

/// A bulletin with the names of its divisions.
BulletinTable bulletin_table(const Project& project, Bulletin bulletin);
/// On the divisions of the event's day, and of a later one where asked for, with its map.
EventBulletin event_bulletin_sheet(const Project& project, const DisasterEvent& event, const BulletinQuestion& question, std::optional<Date> later);

}  // namespace merestone
