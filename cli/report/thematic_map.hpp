// SPDX-License-Identifier: Apache-2.0
/// The map of an indicator by division, in the colours of its classes.
#pragma once

#include "cli/report/phrases.hpp"
#include "gis/indicators/thematic.hpp"
#include "gis/territory/territory.hpp"
#include "tiles/sheet/sheet.hpp"

namespace merestone {

/// Ground, lines and names, coloured; its words come with add_legend(). Ground of several holders at the level is hatched
/// as in dispute and has no class. `territory` is of the day that the figures are of.
Sheet thematic_map(const Thematic& thematic, const Territory& territory, const DivisionRegister& divisions, const std::string& ramp);

/// Classes with their limits, unit and number of divisions, those without data apart; then lines. Puts the letters of the
/// language on the map.
void add_legend(Sheet& map, const Thematic& thematic, const std::string& ramp, const Phrases& phrases);

/// "12.0 – 34.5 %".
std::string class_words(const Thematic& thematic, std::size_t index, const Phrases& phrases);
/// A value with as many decimals as its indicator has, without unit.
std::string figure_words(const IndicatorRule& rule, double value, const Phrases& phrases);
/// In the language of `phrases`.
const std::string& words_in(const Wording& words, const Phrases& phrases);

}  // namespace merestone
