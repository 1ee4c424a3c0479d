// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/store/fact_writer.hpp"
#include "gis/territory/redraw.hpp"

namespace merestone {

/// Records what a redrawing says, from `day` on: cut stretches and new ones, what was said of them ended on that day and
/// what is said from then on; the boundary lines follow. `ground` is what redraw() was given, all of it. New statements
/// rest on `document`. @throws Error conflict redraw.later_change where the record says something else of these
/// stretches for a later day already.
void record_redraw(FactWriter& writer, Revision before, const Snapshot& ground, const Redraw& plan, Date day,
                   DocumentId document);

}  // namespace merestone
