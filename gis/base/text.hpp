// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace merestone {

/// Whether every byte belongs to well-formed UTF-8 (RFC 3629: no surrogates, nothing above U+10FFFF).
bool is_utf8(std::string_view text) noexcept;

/// Without leading and trailing ASCII white space.
std::string_view trimmed(std::string_view text) noexcept;

/// A decimal number in full, without regard to the locale; nothing for anything else, NaN or infinity.
std::optional<double> parse_number(std::string_view text) noexcept;

/// Shortest decimal text that reads back as the same number.
std::string shortest(double value);

/// With exactly `decimals` digits after the point.
std::string fixed(double value, int decimals);

}  // namespace merestone
