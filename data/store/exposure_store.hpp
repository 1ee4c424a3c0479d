// SPDX-License-Identifier: Apache-2.0
/// Computations of exposure, as rows. Their parts are JSON documents that data/office writes and reads.
#pragma once

#include "data/store/fact_writer.hpp"
#include "gis/base/date.hpp"

#include <string>
#include <vector>

namespace merestone {

struct ExposureRun {
  std::int64_t number = 0;
  std::string title;
  Date day{};           ///< that it speaks of
  Revision known = 0;   ///< the record that it was computed from
  std::string parameters, inputs, results;  ///< JSON
  std::string digest;   ///< of the results
  std::string author, recorded_at;          ///< when read
};

std::vector<ExposureRun> read_exposure_runs(Connection& connection, Revision revision);
/// Number, author and time in `run` are not looked at. Returns its number.
std::int64_t add_exposure_run(FactWriter& writer, const ExposureRun& run);

}  // namespace merestone
