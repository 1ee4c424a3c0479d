// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/divisions/change.hpp"
#include "gis/law/country_pack.hpp"

#include <span>
#include <unordered_set>

namespace merestone {

/// What is on record when a change is judged.
struct ChangeGround {
  const DivisionFacts& facts;
  std::span<const DivisionSeat> seats;
  const CountryPack& pack;
  std::string code_system;   ///< of the codes in the document
  DivisionId next;           ///< new divisions get this id and those after it
};

/// What a change does to the facts on divisions. Facts that end are positions in the lists it was given; they end on
/// `day`, and what is added begins on it.
struct ChangeEffect {
  Date day;
  std::vector<Finding> findings;  ///< any error: nothing may be recorded
  std::vector<std::size_t> ended_versions, ended_codes, ended_names, ended_memberships, ended_seats;
  DivisionFacts added;            ///< with successions
  std::vector<DivisionSeat> added_seats;
  std::vector<SuccessionShare> shares;  ///< `succession` is a position in added.successions
  std::vector<ChangePart> parts;
  std::size_t new_divisions = 0;
  std::unordered_set<DivisionId> moved;  ///< that have another superior

  /// New lines on the ground as it was the day before: who ends stands for the first of its heirs, the others gain.
  struct Line {
    Polyline path;
    DivisionId left;
    DivisionId right;
  };
  struct Area {
    MultiPolygon area;
    DivisionId to;
  };
  std::vector<Line> lines;
  std::vector<Area> areas;
  struct Renumbered {
    std::string from;
    std::string to;
  };
  std::vector<Renumbered> renumbered;  ///< codes that follow a code above them

  bool refused() const;
};

/// Judges a change and works it out.
///
/// Codes (AD-01…06): as the pack's rule for the kind of change says, a code is given, retired, kept or replaced;
/// structure by check_code(); division.code_held, division.code_twice, division.code_retired (AD-05; with who held it
/// and until when) or, where the pack allows it, the warning division.code_reused; division.code_needed (AD-03),
/// division.code_kept (AD-04). Codes below a replaced code that begin with it follow.
/// Ground: who is abolished says where its territory goes (division.no_territory, division.members_left), to divisions
/// that go on (division.heir_ends, division.succession_cycle); shares of a giver sum to 1 (division.shares_sum,
/// division.shares_missing). Lines and areas belong to acts that give ground (division.lines_elsewhere), and name who
/// gives and who takes it (division.line_side).
/// Order: division.superior_cycle, division.superior_level, division.date_order, division.no_day, division.later_change
/// (what would end has another change on record later), division.not_yet, division.ended_already (by another change of the day).
/// Names: division.generic_changed where only the specific term may change, division.same_name.
/// Law: division.not_in_law, division.unknown_kind, division.no_document; warning division.document_number; note
/// division.effective_from_approval.
ChangeEffect work_out(const ChangePlan& plan, const std::string& document_number, const ChangeGround& ground);

/// Fills in shares from the ground itself: `areas` of what each giver gave to each heir. Shares that the document gave
/// and that differ by more than a hundredth bring the warning division.shares_differ.
struct GivenGround {
  DivisionId from;
  DivisionId to;
  double area_m2 = 0;
};
void share_by_ground(ChangeEffect& effect, std::span<const GivenGround> given);

/// Findings on days that are out of order; the day on which the change takes effect, where it is known.
std::vector<Finding> check_dates(const ChangeDates& dates);
/// division.in_future: what has been done is told with a day that is still to come. A change may take effect later.
std::vector<Finding> check_done(const ChangeDates& dates, Date today);

/// The day on which divisions stood as they do on `day` for who counts changes from another milestone than their
/// taking effect ("approved", "announced"): the day itself when no change lies between the two. A change without that
/// milestone counts from when it takes effect.
Date day_on_basis(std::span<const ChangeEvent> events, Date day, std::string_view basis);

/// What the clocks of the pack say of a change on `today`.
struct ChangeDue {
  std::string clock;
  Date due;
  std::optional<Date> done{};
  bool overdue = false;  ///< done late, or not done and past
};
std::vector<ChangeDue> due_days(const ChangeEvent& event, std::span<const ChangePart> parts, const CountryPack& pack, Date today);

}  // namespace merestone
