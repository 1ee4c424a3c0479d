// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace merestone {

/// What a style needs to know of its tiles.
struct StyleOptions {
  std::string name = "Merestone";
  std::string tiles_url;         ///< template with {z}, {x}, {y}, or "pmtiles://" and where the archive lies
  std::string attribution;
  std::vector<int> levels;       ///< of divisions in the tiles; the smallest number is the highest
  int min_zoom = 0;
  int max_zoom = 14;
  std::string glyphs_url;        ///< template with {fontstack} and {range}; empty: the reader's own fonts
};

/// A MapLibre style (version 8) for the layers of our tiles, from below: hazards, divisions, boundaries (disputed
/// ones dashed), facilities, places, labels. Refers to no outside host; the same options give the same text.
std::string style_json(const StyleOptions& options);

}  // namespace merestone
