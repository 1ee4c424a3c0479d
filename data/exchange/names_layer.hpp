// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/exchange/export_layer.hpp"
#include "gis/names/place_record.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>

namespace merestone {

/// Codes of divisions, by their number.
using DivisionCodes = std::map<std::int64_t, std::string>;

/// One row per name, each with its place: what read_gazetteer() reads back as it was, but for the id of the name. With a
/// day the names that hold on it alone.
ExportLayer names_layer(std::span<const PlaceRecord> places, std::optional<Date> on = {}, const DivisionCodes& divisions = {});

/// Text that a spreadsheet would take for a formula (it begins with = + - @, a tab or a line end) gets an apostrophe
/// before it. For CSV. Returns how many cells were changed.
std::size_t defuse_formulas(ExportLayer& layer);

}  // namespace merestone
