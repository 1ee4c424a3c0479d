// SPDX-License-Identifier: Apache-2.0
/// Lists of words in one text, such as "earthquake;flood".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// The words between the separators, without the white space around them; empty ones are left out.
std::vector<std::string> parted(std::string_view text, char separator);

/// The words with the separator between each two. A word that holds the separator is not told from two.
std::string joined(const std::vector<std::string>& words, std::string_view separator);

}  // namespace merestone
