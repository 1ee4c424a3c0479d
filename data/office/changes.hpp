// SPDX-License-Identifier: Apache-2.0
/// Acts and questions on changes of divisions. One document is one change, one act, one revision, however many
/// divisions it touches.
#pragma once

#include "data/office/acts.hpp"
#include "gis/divisions/change_effect.hpp"

namespace merestone {

/// What came of a change.
struct ChangeReceipt {
  Revision revision = 0;
  ChangeEvent event;
  std::vector<ChangePart> parts;
  std::vector<Succession> successions;
  std::vector<SuccessionShare> shares;  ///< by position in `successions`
  std::vector<ChangeEffect::Renumbered> renumbered;
  std::vector<Finding> findings;        ///< warnings and notes
  /// Ground that passed from one to another, where it was measured.
  struct Passed {
    std::string from_code, from_name, to_code, to_name;
    double area_m2 = 0;
    double share = 0;  ///< of what the giver had
  };
  std::vector<Passed> ground;
};

/// Carries out a change of divisions under the law of the project. Codes in the plan are of `code_system`. Ground of
/// who is abolished passes to its heir; lines follow; shares are measured on the ground where it is on record. Where the
/// plan draws lines or areas, the ground is redrawn by them in the same act, exactly: nobody but giver and taker gains
/// or loses.
/// @throws Error with every reason: those of work_out(), those of redraw(), division.needs_lines where a part of the
/// ground on record would have to be cut off and nothing says along which line, division.not_given where what is drawn
/// passes between two that no act names, division.no_ground. Refused, the project is as before.
ChangeReceipt change_divisions(Project& project, const ActInfo& info, const ChangePlan& plan, const std::string& code_system);

/// The same without recording anything: what it would do. Needs the right to write all the same.
ChangeReceipt try_change(Project& project, const ActInfo& info, const ChangePlan& plan, const std::string& code_system);

/// Days of a change that became known, and whether completion was given the longer time.
struct ChangeProgress {
  std::optional<Date> announced{};
  std::optional<Date> completed{};
  std::optional<Date> code_published{};
  bool extended = false;
};
/// @throws missing division.unknown_change, invalid division.date_order, conflict division.day_known (another day is on
/// record already).
Revision record_progress(Project& project, const ActInfo& info, ChangeEventId event, const ChangeProgress& progress);

/// Records that land of one division is used or managed by another, as `info.document` says (BL-09). Whose ground it is
/// stays. @throws invalid with what check_use() finds, and use.foreign_ground where some of it is not the holder's on the
/// first day; refused, none of them is recorded.
Revision record_ground_uses(Project& project, const ActInfo& info, std::vector<GroundUse> uses);

/// The code system of most codes on record; the pack's first where there are none.
std::string usual_code_system(const DivisionFacts& facts, const std::vector<CountryPack>& packs);
/// The pack that has the system, else the first.
const CountryPack& pack_for(const std::vector<CountryPack>& packs, const std::string& code_system);

}  // namespace merestone
