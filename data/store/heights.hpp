// SPDX-License-Identifier: Apache-2.0
/// Heights of a grid packed for keeping, without loss.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// What a packed grid calls itself.
inline constexpr std::string_view heights_media_type = "application/vnd.merestone.heights";

/// Row by row: the bits of a height as the difference from those of the one before it (the first: from the one above),
/// the four bytes of all of these in four planes, deflated (RFC 1951). Neighbours are alike, so that most bytes
/// become 0; a hole is a NaN like any other height. The same heights give the same bytes.
std::string pack_heights(std::span<const float> heights_m, std::uint32_t columns);

/// @throws Error invalid terrain.damaged when `packed` does not hold columns × rows heights.
std::vector<float> unpack_heights(std::string_view packed, std::uint32_t columns, std::uint32_t rows);

}  // namespace merestone
