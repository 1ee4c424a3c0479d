// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace merestone {

/// Divisions of one level coloured by the classes of a theme.
struct ThemeStyle {
  std::string attribute;                 ///< its classes stand in ATTRIBUTE_class, from 1
  int level = 0;
  std::vector<std::string> colours;      ///< of the classes, "#ffeda0"
  std::string without_data = "#d9d9d9";
  std::vector<std::string> labels{};     ///< of the classes, for a legend: kept in the style's metadata
};

/// What a style needs to know of its tiles.
struct StyleOptions {
  std::string name = "Merestone";
  std::string tiles_url;         ///< template with {z}, {x}, {y}, or "pmtiles://" and where the archive lies
  std::string attribution;
  std::string disclaimer{};      ///< said with the attribution: that lines in dispute are shown without taking a side
  std::vector<int> levels;       ///< of divisions in the tiles; the smallest number is the highest
  int min_zoom = 0;
  int max_zoom = 14;
  std::string glyphs_url;        ///< template with {fontstack} and {range}; empty: the reader's own fonts
  std::optional<ThemeStyle> theme{};
};

/// A MapLibre style (version 8) for the layers of our tiles, from below: hazards, divisions, disputes, boundaries,
/// claims, facilities, shelters, depots, graves, monuments, places, labels. Refers to no outside host; the same options give the same text.
///
/// Lines in dispute are drawn as boundary work draws them: claims solid, 0.3 mm at every zoom, the parties in red and
/// blue; what is undetermined, the situation on the ground included, dashed. All claims are one layer, so no party's
/// line is heavier than another's or lies over it.
std::string style_json(const StyleOptions& options);

}  // namespace merestone
