// SPDX-License-Identifier: Apache-2.0
/// What a bulletin of a disaster says: figures by division at a level, what changed since the stage before, and the same on
/// the divisions of a later day.
#pragma once

#include "gis/divisions/reaggregation.hpp"
#include "gis/divisions/register.hpp"
#include "gis/relief/event.hpp"

namespace merestone {

struct BulletinQuestion {
  std::string stage{};            ///< as it stood with this stage; empty: the last that was reported
  std::optional<Moment> until{};  ///< what was reported up to then
  Level level = 0;                ///< 0: that of those who reported
  std::optional<Date> onto{};     ///< divisions of this day; none: of the first day of the event
};

struct BulletinCell {
  std::optional<double> value{};
  std::optional<double> before{};  ///< with the stage before
  double shared = 0;               ///< of the value, what came by shares below the whole
};
struct BulletinRow {
  DivisionId division{};
  std::vector<BulletinCell> cells{};  ///< by indicator
  std::string stage{};                ///< of its last report; empty: of several below it
  std::size_t reporting = 0;          ///< who reported, among it and those below it
};

struct Bulletin {
  BulletinQuestion question{};             ///< with stage, level and day
  std::vector<std::string> indicators{};   ///< that were reported, in the order of the rules
  std::vector<BulletinRow> rows{};         ///< of who reported, or has who did below, in the register's order
  BulletinRow whole{};                     ///< the sum of all that was reported
  std::vector<UsedShare> shares{};
  double unplaced = 0;                     ///< of people affected or whatever the first indicator is; told by findings too
  std::vector<Finding> findings{};         ///< event.sum_differs, event.shared, event.share_unknown, event.unplaced
};

/// A division's own report stands for it where it has one; that it differs from the sum of those below is told, and `whole`
/// counts nobody twice. @throws Error missing event.no_reports; invalid division.reaggregation_backwards.
Bulletin bulletin_of(const DisasterEvent& event, std::span<const EventFigure> figures, const EventRules& rules,
                     const DivisionFacts& facts, std::span<const SuccessionShare> shares, const BulletinQuestion& question);

}  // namespace merestone
