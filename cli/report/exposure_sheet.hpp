// SPDX-License-Identifier: Apache-2.0
/// The exposure sheet: who and what lies in hazard zones, by division, with what is left open and what it was made from
/// (DR-03).
#pragma once

#include "cli/report/line_sheet.hpp"

#include <cstdint>

namespace merestone {

struct ExposureSheet {
  struct Line {
    std::string code, name, hazard;    ///< words for people
    std::string severity;              ///< the scale's word, or the number
    std::string kind;                  ///< of hazard, for the colour
    int ordinal = 1;
    double area_m2 = 0, share = 0;
    std::int64_t people = 0;
    std::vector<std::size_t> counts;   ///< by `things`
  };
  /// The same figures on the divisions of a later day.
  struct CarriedLine {
    std::string code, name, hazard, severity;
    double area_m2 = 0, people = 0, people_shared = 0;
  };
  struct Input {
    std::string layer, first_day, last_day, sha256;
    std::size_t records = 0;
  };
  SheetHead head{};
  std::string name{};                  ///< of the division, or the project
  bool what_if = false;
  std::vector<std::string> things{};   ///< words for the point layers
  std::vector<Line> lines{};
  std::vector<Input> inputs{};
  std::string people_method{};         ///< "places", "dasymetric"
  std::int64_t people_unresolved = 0, of_people = 0;
  std::size_t villages_uncounted = 0, villages = 0, places_without_position = 0;
  double zones_beyond_m2 = 0;
  std::optional<Date> carried_to{};
  std::vector<CarriedLine> carried{};
  double people_unplaced = 0, area_unplaced = 0;
  std::vector<std::string> shares{};   ///< "Aldham → Birch 2024-01-01: 75 %"
  Sheet map{};
};

ReportDocument compose_exposure(const ExposureSheet& sheet, const Phrases& phrases);
/// "html", "pdf", or "csv": one row per division, hazard and severity; what is unresolved stands in every row.
std::string written(const ExposureSheet& sheet, const Phrases& phrases, std::string_view format);

}  // namespace merestone
