// SPDX-License-Identifier: Apache-2.0
/// What the law says of lines, and their segments, as rows.
#pragma once

#include "data/store/division_store.hpp"
#include "gis/boundaries/legal_line.hpp"
#include "gis/boundaries/segment.hpp"

namespace merestone {

/// In the order of the lines.
std::vector<Kept<LineRecord>> read_line_records(Connection& connection, const Window& window);
/// In the order of the lines and along them.
std::vector<Kept<Segment>> read_segments(Connection& connection, const Window& window);

void add_line_records(FactWriter& writer, std::span<const LineRecord> records);
/// Those without id get a new one.
void add_segments(FactWriter& writer, std::span<Segment> segments);

}  // namespace merestone
