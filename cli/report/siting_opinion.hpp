// SPDX-License-Identifier: Apache-2.0
/// A siting opinion (选址意见, domain.md §5.2): a planned ground against every rule that holds there, with distances, what is
/// seen from roads, and what maps cannot tell.
#pragma once

#include "cli/report/line_sheet.hpp"
#include "gis/burials/siting_findings.hpp"

namespace merestone {

struct SitingOpinion {
  /// One rule and what it says of the ground.
  struct Rule {
    std::string rule, law;         ///< "cn-50/water", "FU-03"
    Wording words{};
    std::string source;
    std::string classes;
    bool judged = true;            ///< false: one of its classes is not on record, or no heights: never "kept" then
    std::optional<SitingHit> hit{};  ///< none: kept with room to spare
    std::optional<double> limit_m{};
    std::string feature;           ///< that is nearest
    std::vector<Wording> groups{};
  };
  /// What the law asks of a burial place beside where it lies, and what was measured.
  struct Limit {
    enum class Of { stone, plot, term, green };
    Of of = Of::stone;
    Wording words{};               ///< of the type of plot, or of the kinds of facilities, one after another
    double most = 0;               ///< metres, square metres, years
    double least_cover_percent = 0, least_green_percent = 0;  ///< 0: not asked
    std::optional<double> found{};
    std::string source;

    bool exceeded() const { return found && most > 0 && *found > most; }
  };
  SheetHead head{};
  std::string name, division;
  Date law_day{};
  double area_m2 = 0;
  std::optional<Position> position{};       ///< when a position was asked about, not a ground
  double accuracy_m = 0;
  double look_every_m = 0, dem_cell_m = 0;  ///< 0: no heights
  std::vector<std::string> heights{};       ///< which, and of which day
  std::vector<Rule> rows{};
  std::vector<Finding> findings{};          ///< on the rules themselves
  std::vector<VerticalLimit> to_survey{};
  std::vector<Limit> limits{};
  std::string kept_by{};                    ///< of a protected grave: the list and entry that keep it
  Sheet map{};

  bool forbidden() const;
  bool open() const;                        ///< something is to be judged, in doubt, or could not be judged
};

ReportDocument compose_siting_opinion(const SitingOpinion& opinion, const Phrases& phrases);
/// "pdf", "csv", else HTML.
std::string written(const SitingOpinion& opinion, const Phrases& phrases, std::string_view format);

}  // namespace merestone
