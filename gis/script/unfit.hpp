// SPDX-License-Identifier: Apache-2.0
/// What makes text unfit to be a name, whatever it says: characters that are no letters of any script, that cannot be
/// seen, that turn the direction, and forms that make equal names unequal.
#pragma once

#include "gis/base/finding.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// No name of a place is longer, in characters: the longest on record has 163.
inline constexpr std::size_t longest_name = 255;

/// Findings about `text`, each rule once, with the characters and where the first stands ("at", from 1). Errors must be
/// mended: script.not_utf8, empty, too_long, unassigned, private_use, control, bidi_control, emoji, replacement. Warnings are
/// mended by mended_name(): script.mixed_forms (not NFC), full_width, brackets, invisible, compatibility, white_space. `subject` goes into each.
std::vector<Finding> unfit(std::string_view text, const Subject& subject = {});

/// The text as it should be stored: NFC, digits and letters half width, 〔〕 for the brackets of document numbers, no invisible
/// characters, white space as single spaces and none at the ends. What unfit() calls an error stays as it is.
std::string mended_name(std::string_view text);

}  // namespace merestone
