// SPDX-License-Identifier: Apache-2.0
/// The 20-digit place code of China (PN-30; 民地办发〔2010〕1号): 6 digits of the county or above, 3 of the township, 5 of
/// the class, 6 serial within these. It embeds facts that change, so it is a code with a period, never a key.
#pragma once

#include "gis/base/finding.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace merestone {

inline constexpr std::string_view place_code_system = "cn-place";

struct PlaceCodeParts {
  std::string division;  ///< "330381"
  std::string township;  ///< "001"; "000" where the place lies in several or in none
  std::string type;      ///< "22100"
  int serial = 0;        ///< 1 …
};

/// Nothing unless it is twenty digits with a serial.
std::optional<PlaceCodeParts> parse_place_code(std::string_view code);
/// @throws std::logic_error for parts of the wrong length.
std::string to_string(const PlaceCodeParts& parts);

/// The lowest division that holds all of `codes` (6 or 9 digits, filled up with zeros), as the first nine digits of a
/// place code: "330381001"; "330300000" for a place that crosses two counties of one prefecture.
std::string common_division(std::span<const std::string> codes);

/// name.place_code where it is no place code, name.place_code_division where its first digits are not those of
/// `division_codes`, name.place_code_class where its class is another than `class_code`; the last two are warnings.
std::vector<Finding> check_place_code(std::string_view code, std::span<const std::string> division_codes, std::string_view class_code);

}  // namespace merestone
