// SPDX-License-Identifier: Apache-2.0
/// A bulletin of a disaster: what stands with a stage, what changed since the one before, by division of the event's day and,
/// where asked for, of a later one. Values first, as in boundary_report.hpp.
#pragma once

#include "cli/report/line_sheet.hpp"
#include "gis/indicators/thematic.hpp"
#include "gis/relief/bulletin.hpp"
#include "gis/territory/territory.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace merestone {

struct ReportDocument;

struct BulletinTable {
  Bulletin bulletin{};
  std::vector<std::string> names{}, codes{};  ///< by row
};

struct EventBulletin {
  SheetHead head{};
  DisasterEvent event{};
  std::string place{};
  EventRules rules{};
  BulletinTable then{};                 ///< divisions of the event's first day
  std::optional<BulletinTable> later{}; ///< of another day
  std::vector<ReportDue> due{};
  Sheet map{};                          ///< without words
};

/// The first indicator by division, in classes: what the map shows.
Thematic bulletin_theme(const EventBulletin& sheet);
Sheet bulletin_map(const EventBulletin& sheet, const Territory& territory, const DivisionRegister& divisions);

ReportDocument compose_bulletin(const EventBulletin& sheet, const Phrases& phrases);
/// "pdf", "csv", else HTML. The same values give the same bytes.
std::string written(const EventBulletin& sheet, const Phrases& phrases, std::string_view format);

}  // namespace merestone
