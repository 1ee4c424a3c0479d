// SPDX-License-Identifier: Apache-2.0
#pragma once

struct _cairo;
struct _PangoLayoutLine;

namespace merestone {

/// Shows a line at the current point, as pango_cairo_show_layout_line() does. On PDF, faces with PostScript outlines (all of
/// Noto CJK) are embedded as drawn glyphs, still text to be searched and copied: Cairo 1.16 embeds such faces without
/// some of the subroutines that their glyphs share, and single Han characters came out empty.
void show_line(_cairo* context, _PangoLayoutLine* line);

}  // namespace merestone
