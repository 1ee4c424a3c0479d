// SPDX-License-Identifier: Apache-2.0
/// Maps of sheets: what every one of them says the same way, and a map as a file of its own.
#pragma once

#include "cli/report/document.hpp"
#include "cli/report/phrases.hpp"

namespace merestone {

/// Language, north and the letters of degrees on `map`.
void put_marks(Sheet& map, const Phrases& phrases);

/// `map` with its marks and, under it, its scale and the words of `caption`, which stand for it where nobody sees it.
MapPlate map_plate(const Sheet& map, const char* caption, const Phrases& phrases);

/// @throws Error invalid thematic.map_name for a name that ends otherwise than in .png, .svg or .pdf. To be asked before
/// the work of drawing.
void refuse_unless_picture(const std::string& path);
/// PNG, SVG or PDF by the end of the name. @throws as above; unavailable report.unwritable.
void write_picture(const std::string& path, const Sheet& map);

}  // namespace merestone
