// SPDX-License-Identifier: Apache-2.0
/// What the commands on indicators and thematic maps share.
#pragma once

#include "cli/command/line_command.hpp"
#include "cli/report/indicator_sheet.hpp"
#include "data/office/indicator_acts.hpp"
#include "tiles/style/style.hpp"
#include "tiles/vector/tileset.hpp"

namespace merestone {

/// Which figures, and how they are classed and drawn.
struct ThemeOptions {
  std::string indicator;
  int year = 0;                  ///< 0: the last that has values
  int level = 0;
  std::string divisions_of;      ///< day; empty: the last of the year
  std::string within;            ///< code
  std::string basis = "people";
  std::string method = "natural-breaks";
  std::size_t classes = 5;
  std::vector<double> limits;
  std::string trend = "theil-sen";
  std::string ramp = "YlOrRd";
};
/// Words for the figures alone: INDICATOR, --year, --level, --divisions-of, --within, --basis, --trend.
void add_figure_options(Command& command, ThemeOptions& options);
/// --method, --classes, --limits, --ramp.
void add_class_options(Command& command, ThemeOptions& options);

/// Everything of a theme as a sheet has it, without its map.
struct Theme {
  IndicatorRecord record;
  IndicatorSheet sheet;
};
/// @throws Error missing indicator.unknown, indicator.no_values, division.unknown_code.
Theme make_theme(const Project& project, const ThemeOptions& options, const std::string& language);
/// Puts the ground of its day on the sheet.
void add_theme_map(const Project& project, Theme& theme);

/// The same for tiles: values and classes of the divisions, and how a map shows them.
TileTheme tile_theme(const Theme& theme);
ThemeStyle theme_style(const Theme& theme, const std::string& language);

/// What divisions of a level are called: by the packs of the project, else by the number.
std::string level_words(const Project& project, Level level, const std::string& language);

}  // namespace merestone
