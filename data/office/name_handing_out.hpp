// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/office/gazetteer.hpp"

#include <map>
#include <string>
#include <vector>

namespace merestone {

/// The record of names as it may leave the house, with what readers elsewhere need to understand it.
struct NamesHandedOut {
  struct Division {
    std::string code;
    std::string name;
  };
  std::vector<PlaceRecord> places;
  std::map<std::int64_t, Division> divisions;        ///< by id: all that a place lies in, as they are called on the day
  std::map<std::int64_t, std::string> recorded_at;   ///< by place: when its present version went on record, UTC
  Revision revision = 0;
  std::string made_at;                               ///< when that revision was made, UTC
  std::vector<Finding> findings;                     ///< name.withheld for each level of secrecy that kept places back
};

/// Places whose secrecy the law of the project lets out (密级, domain.md §1.4). Of a place that is kept back nothing is
/// told but that it is one more: no link and no replacement leads to it.
NamesHandedOut names_to_hand_out(const Project& project, Date day, Revision revision = latest_revision);

}  // namespace merestone
