// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/exchange/export_layer.hpp"
#include "gis/names/place_record.hpp"

#include <optional>
#include <span>

namespace merestone {

/// One row per name, each with its place: what read_gazetteer() reads back as it was, but for the id of the name. With a
/// day the names that hold on it alone.
ExportLayer names_layer(std::span<const PlaceRecord> places, std::optional<Date> on = {});

/// Text that a spreadsheet would take for a formula (it begins with = + - @, a tab or a line end) gets an apostrophe
/// before it. For CSV. Returns how many cells were changed.
std::size_t defuse_formulas(ExportLayer& layer);

}  // namespace merestone
