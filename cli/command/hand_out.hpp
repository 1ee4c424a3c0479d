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
  bool for_public = false;          ///< passes the export gate: see gis/disputes/export_gate.hpp
  std::string viewer{};             ///< whose picture of disputed ground; empty: the situation on the ground
  std::vector<std::string> secret{};  ///< layers that the public does not get
};

struct HandedOut {
  std::vector<std::pair<std::string, std::size_t>> layers;  ///< name and rows
  std::vector<Finding> findings;
  std::string disclaimer;  ///< path of the words that go with a public file; empty: none needed
};

/// As things are on the ground (status quo), or as the viewer sees them.
HandedOut hand_out(const Project& project, const HandOut& what, const Progress& progress);

}  // namespace merestone
