// SPDX-License-Identifier: Apache-2.0
/// The report of a joint inspection that both governments sign and file (联合检查报告, Regs 2002 Art. 12, domain.md §3.6).
#pragma once

#include "cli/report/line_sheet.hpp"

namespace merestone {

struct InspectionReport {
  struct Stone {
    MonumentEntry entry;
    std::optional<Observation> seen{};  ///< in this inspection; none: not seen yet
    std::vector<RepairOrder> repairs{};
  };
  struct Piece {
    Segment segment;
    std::string from, to;               ///< numbers of monuments; empty at an end without
    std::optional<SegmentCheck> seen{};
  };
  SheetHead head{};
  Inspection inspection{};
  std::string name{}, codes{}, left{}, right{}, lead{};
  double length_m = 0;
  std::vector<Stone> stones{};          ///< boundary points left out
  std::vector<Piece> pieces{};          ///< along the line
  Sheet map{};                          ///< without words

  /// What still stands between this inspection and its filing.
  std::size_t not_seen() const;
  std::size_t open_repairs() const;
};

ReportDocument compose_inspection(const InspectionReport& report, const Phrases& phrases);
std::string written(const InspectionReport& report, const Phrases& phrases, std::string_view format);

}  // namespace merestone
