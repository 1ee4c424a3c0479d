// SPDX-License-Identifier: Apache-2.0
/// What an office does about a line between inspections (domain.md §3.6, §3.7): patrols, hidden risks, building projects
/// across the line.
#pragma once

#include "gis/boundaries/segment.hpp"

namespace merestone {

using HiddenRiskId = Id<struct HiddenRiskTag>;
using LineProjectId = Id<struct LineProjectTag>;

/// Somebody walked along the line and looked.
struct Patrol {
  BoundaryLineId line;
  MonumentId from, to;       ///< no id for the whole line
  Date on{};
  std::string by;
  std::string occasion;      ///< "monthly", "after_disaster"
  double corridor_m = 0;     ///< looked at on each side; 0 when not said
  std::string note;
};

/// Something that may become a dispute (隐患).
struct HiddenRisk {
  HiddenRiskId id;
  std::string local_id;
  BoundaryLineId line;
  SegmentId segment;         ///< no id: the line as a whole
  RiskType type = RiskType::marker;
  int severity = 1;          ///< 1 least … 4
  Date found_on{};
  std::string found_by;
  std::string parties;
  std::string measures;
  std::optional<Date> due_on;
  std::optional<Date> closed_on;
  std::optional<Position> position;
  std::string note;
};

/// Something that is to be built (Regs 2002 Art. 10). A closed path is the outline of a site.
struct LineProject {
  LineProjectId id;
  std::string title;
  std::string builder;
  std::optional<Date> begins_on;
  Polyline path;
  std::string note;
  struct Consent {           ///< of one side, to the line being crossed
    DivisionId division;
    std::optional<Date> given_on;
    std::string document;
  };
  std::vector<Consent> consents;
};

/// A line that a project crosses, and where.
struct Crossing {
  BoundaryLineId line;
  std::vector<Position> at;
};

/// patrol.in_future.
std::vector<Finding> check_patrol(const Patrol& patrol, const std::string& line, Date today);

/// risk.bad_severity, risk.closed_before_found, risk.due_before_found, risk.in_future (found or closed on a day to come).
std::vector<Finding> check_risk(const HiddenRisk& risk, Date today);

/// A division whose consent a project needs, with the name that findings call it by.
struct ConsentingSide {
  DivisionId division;
  std::string name;
};

/// Which of `sides` (the divisions of the lines crossed) have not consented before the work begins (BL-08).
std::vector<ConsentingSide> missing_consents(const LineProject& project, std::span<const ConsentingSide> sides);

/// building.needs_consent for each of missing_consents(): a warning, and an error once the project has begun on `today`.
std::vector<Finding> check_consents(const LineProject& project, std::span<const ConsentingSide> sides, Date today);

/// Whether a consent may be added to a project: building.foreign_consent for a division that is on neither side of a line
/// crossed, building.consented_already, building.consent_in_future; a warning where work had begun before it
/// (building.late_consent).
std::vector<Finding> check_consent(const LineProject& project, const LineProject::Consent& consent,
                                   std::span<const ConsentingSide> sides, const std::string& name, Date today);

}  // namespace merestone
