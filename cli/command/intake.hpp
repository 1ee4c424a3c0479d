// SPDX-License-Identifier: Apache-2.0
/// One file into a project: read, check, show what is wrong, then adopt it whole or refuse it whole.
#pragma once

#include "data/exchange/reading_burials.hpp"
#include "data/exchange/reading_planning.hpp"
#include "gis/base/as_of.hpp"
#include "gis/base/date.hpp"

#include <string>
#include <vector>

namespace merestone {

enum class IntakeKind { divisions, history, places, hazards, cemeteries, graves, land, population, elevation };

struct IntakeRequest {
  std::string file;
  IntakeKind kind = IntakeKind::divisions;
  ReadOptions reading;
  Date valid_from = unknown_start;  ///< for records that do not say since when they hold
  std::string code_system;
  double tolerance_m = 0;                ///< positions nearer than this are brought together
  std::vector<std::string> accepted{};   ///< kinds of fault in a coverage that the office accepts
  Date counted = unknown_start;          ///< for people whose day the records do not say
  ElevationOptions heights{};
  double height_accuracy_m = 0;
  bool update = false;                   ///< graves and facilities on record get a further version
  bool replace = false;                  ///< features of the land of the same classes end
  bool dry_run = false;                  ///< read and check only
  std::string author;
  std::string reason;
  std::string title{}, number{}, issuer{}, licence{};  ///< of the document; empty: what the file says
};

struct IntakeResult {
  Detected detected;
  std::size_t records = 0;
  std::size_t same = 0;    ///< of these, on record already as they stand; revision 0 when all are
  std::size_t moved = 0;   ///< positions that the tolerance moved
  double furthest_m = 0;   ///< the longest of these moves
  Revision revision = 0;   ///< 0 after a dry run
  std::vector<Finding> findings{};
};

/// "code=insee": our field `code` is their column `insee`; "name=": they have no such column. `command` is the one that was
/// called. @throws Error invalid for what is no such pair.
void map_columns(ReadOptions& reading, const std::vector<std::string>& pairs, const std::string& command);

/// @throws Error{Fault::invalid} with all findings when one of them is an error; the project is then as before.
IntakeResult take_in(const std::string& project, const IntakeRequest& request, const Progress& progress);

}  // namespace merestone
