// SPDX-License-Identifier: Apache-2.0
/// The ledger 台账 of graves with its map and the progress of enforcement; and what of it may be shown to everybody. Values
/// first, as in boundary_report.hpp.
#pragma once

#include "cli/report/line_sheet.hpp"
#include "gis/burials/ledger.hpp"
#include "gis/burials/public_counts.hpp"

namespace merestone {

struct ReportDocument;

struct LedgerSheet {
  SheetHead head{};
  std::string division{};      ///< what it is about: name, or that of the project
  Ledger ledger{};
  std::map<std::string, Wording> words{};  ///< of classes, zones, states and outcomes, by id
  Sheet map{};                 ///< without words; without ground: no map
};
/// For the office: one section per township, one row per grave.
ReportDocument compose_ledger(const LedgerSheet& sheet, const Phrases& phrases);

/// For everybody: counts alone, none of them small.
struct PublicProgress {
  SheetHead head{};
  std::string division{};
  PublicCounts found{};        ///< graves found, by village
  PublicCounts closed{};       ///< cases closed, by township
  std::int64_t least = 0;
};
ReportDocument compose_public_progress(const PublicProgress& progress, const Phrases& phrases);

/// The rows of the ledger as CSV with a heading, townships one after the other; ids, not words, so that it can be read in again.
std::string ledger_csv(const Ledger& ledger);
/// The public table: township, village, count; villages taken together are joined by semicolons.
std::string public_csv(const PublicCounts& counts);

std::string written(const LedgerSheet& sheet, const Phrases& phrases, std::string_view format);
std::string written(const PublicProgress& progress, const Phrases& phrases, std::string_view format);

}  // namespace merestone
