// SPDX-License-Identifier: Apache-2.0
/// Layers of a project on a day, as one file for others.
#pragma once

#include "gis/base/as_of.hpp"
#include "gis/base/finding.hpp"
#include "gis/base/progress.hpp"
#include "gis/divisions/division.hpp"

#include <string>
#include <utility>
#include <vector>

namespace merestone {

class Project;

struct HandOut {
  std::string path;
  std::vector<std::string> layers;  ///< divisions, lines, places, hazards, cemeteries; empty: all that hold anything
  Level level = 0;                  ///< of divisions and lines; 0: divisions of each level, lines of all
  AsOf as_of{};
  bool overwrite = false;
};

struct HandedOut {
  std::vector<std::pair<std::string, std::size_t>> layers;  ///< name and rows
  std::vector<Finding> findings;
};

/// As things are on the ground (status quo).
HandedOut hand_out(const Project& project, const HandOut& what, const Progress& progress);

}  // namespace merestone
