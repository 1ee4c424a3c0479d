// SPDX-License-Identifier: Apache-2.0
/// A project's map of one day into a tile archive, with the style that shows it.
#pragma once

#include "cli/service/planned_sites.hpp"
#include "gis/base/as_of.hpp"
#include "gis/base/progress.hpp"
#include "tiles/style/style.hpp"
#include "tiles/vector/tileset.hpp"

#include <string>

namespace merestone {

class Project;

struct DrawnTiles {
  std::string archive;
  std::string style;  ///< path of the style beside it
  TileReport report;
  bool disputed = false;  ///< something drawn is not agreed: the map says so
};

/// A theme that the divisions are coloured by.
struct DrawnTheme {
  TileTheme tiles;
  ThemeStyle style;
};

/// Reads all that shows to its readers on the day and writes `path` and its style, each whole or not at all. `viewpoint` says whose
/// view of disputed ground it is, in the words of viewpoints.hpp. @throws what viewpoint_of() does.
DrawnTiles draw_tiles(const Project& project, const AsOf& as_of, const std::string& path, const std::string& viewpoint,
                      const TileOptions& options, Audience audience, const Progress& progress, const DrawnTheme* theme = nullptr);

}  // namespace merestone
