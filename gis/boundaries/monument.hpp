// SPDX-License-Identifier: Apache-2.0
/// Monuments of boundary lines (界桩) and turning points without one (domain.md §3.2). Where a monument stands in law
/// and where somebody measured it are kept apart: moving it has no effect (BL-03).
#pragma once

#include "gis/base/finding.hpp"
#include "gis/boundaries/boundary.hpp"
#include "gis/boundaries/terms.hpp"

#include <span>

namespace merestone {

using MonumentId = Id<struct MonumentTag>;
using ObservationId = Id<struct ObservationTag>;
using RepairOrderId = Id<struct RepairOrderTag>;
using InspectionId = Id<struct InspectionTag>;

/// A fixed thing near a monument (方位物) from which its place can be found again.
struct Witness {
  std::string object;
  std::string part;         ///< of a large thing, which part was measured
  double azimuth_deg = 0;   ///< coordinate azimuth (grid north) from the monument, [0, 360)
  double distance_m = 0;
};

struct Monument {
  MonumentId id;
  std::string number;                 ///< "5253166A"
  MonumentKind kind = MonumentKind::single;
  std::vector<BoundaryLineId> lines;  ///< one; three for a tri-junction, which is one monument of all three
  DivisionId side;                    ///< on whose ground one of a double or triple set stands; no id on the line itself
  Position position{};                ///< in law; what is measured later does not change it
  std::optional<double> height_m;
  double accuracy_m = 0;              ///< standard deviation of the legal position; 0 when not known
  std::optional<Date> surveyed_on;
  std::string method;
  std::string material;
  std::string location;               ///< description in words
  std::string keeper;
  DocumentId agreement;               ///< its own; a tri-junction has one
  std::vector<Witness> witnesses;
  Period valid{};
};

/// Where and how a monument was found on one day.
struct Observation {
  ObservationId id;
  MonumentId monument;
  InspectionId inspection;            ///< that it was part of; no id for others
  Date on{};
  SeenAs state = SeenAs::found;
  std::optional<Position> position;   ///< none when it was only seen
  double accuracy_m = 0;              ///< standard deviation; 0 when not known
  std::string method;
  std::string observer;
  std::string inscription;            ///< "legible", "repainted", "faded"
  std::optional<int> witnesses;       ///< how many were found
  std::string photo;
  Issue issue = Issue::none;
  std::string note;
};

/// Repair, with the neighbour present (BL-04).
struct RepairOrder {
  RepairOrderId id;
  MonumentId monument;
  std::string reason;
  Date ordered_on{};
  DivisionId managing;                ///< who keeps the monument
  DivisionId neighbour;               ///< who must be there
  std::optional<Date> done_on;
  std::string managing_by, neighbour_by;  ///< who attended for each side
  std::string work;                   ///< what was done
};

/// GNSS points of the delimitation survey are good to this or better (domain.md §3.5).
inline constexpr double survey_accuracy_m = 1;

/// monument.few_witnesses, monument.bad_witness, monument.not_three_lines, monument.no_junction_agreement, monument.one_line,
/// monument.no_side, monument.poor_accuracy (a warning), monument.no_accuracy. `has_agreement`: a document of its own;
/// `least_witnesses`: objects that the law of the country asks for at a monument.
std::vector<Finding> check_monument(const Monument& monument, bool has_agreement, std::size_t least_witnesses);

/// What stands in the way of `fresh` beside what a line ever had: monument.number_used (another stands there, or twice
/// in `fresh`), monument.number_retired (given up, and never used again, BL-20).
std::vector<Finding> check_numbers_used(std::span<const Monument> fresh, std::span<const Monument> ever);

/// monument.unknown_accuracy of a position; monument.observed_in_future; monument.missing_with_position.
std::vector<Finding> check_observation(const Observation& observation, const std::string& number, Date today);

/// repair.one_sided when it is done without an attendant of each side (BL-04); repair.same_side;
/// repair.before_order when it was done before it was ordered.
std::vector<Finding> check_repair(const RepairOrder& order, const std::string& number);
/// Whether both sides are divisions of a line that the monument stands on, and no day is still to come: repair.foreign_side,
/// repair.in_future.
std::vector<Finding> check_repair_setting(const RepairOrder& order, const std::string& number, std::span<const BoundaryLine> lines, Date today);

}  // namespace merestone
