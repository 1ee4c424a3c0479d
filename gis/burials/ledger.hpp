// SPDX-License-Identifier: Apache-2.0
/// The ledger 台账 of graves: one row per grave, one section per township (domain.md §5.5). For the office: positions are in
/// it. No person is; and what is made public is made by public_counts().
#pragma once

#include "gis/burials/progress.hpp"

namespace merestone {

struct LedgerRow {
  std::string grave{};        ///< its number
  std::string village{};
  std::string grave_class{};  ///< id of the type
  std::string land_class{};
  Position position{};
  std::optional<double> area_m2{};  ///< with annexes
  Told hardened = Told::unknown;
  std::optional<Date> built_from{}, built_until{};
  bool is_protected = false;
  bool kept = false;          ///< looked at and kept
  std::string number{};       ///< of the case; empty: none
  std::string state{};
  std::optional<Date> found{}, notified{}, due{};
  bool overdue = false;
  std::string outcome{};
};

struct LedgerSection {
  std::string code{};         ///< of the township; empty: off the ground on record
  std::string name{};
  std::vector<LedgerRow> rows{};  ///< by the number of the grave
  EnforcementTally tally{};
};

struct Ledger {
  std::vector<LedgerSection> sections{};  ///< by code
  EnforcementTally total{};
  std::map<std::string, EnforcementTally> by_class{}, by_zone{};
  int least_public = 0;       ///< of the rules of the day
};

}  // namespace merestone
