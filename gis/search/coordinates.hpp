// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/geometry/position.hpp"

#include <optional>
#include <string_view>

namespace merestone::search {

/// A position as people write one, when the whole text is one.
struct WrittenPosition {
  Position position;
  bool order_assumed = false;  ///< neither letters nor sizes tell which number is the longitude: the first was taken
};

/// "116.39 39.9", "39.9N 116.39E", "39°54′20″N, 116°23′29″E", "东经116°23′29″ 北纬39°54′20″", "N39 54 20 E116 23 29",
/// also with full-width digits and 度分秒. Longitude first where nothing tells; a number beyond 90 is one. Nothing for
/// any other text, and for numbers that are no position.
std::optional<WrittenPosition> read_position(std::string_view text);

}  // namespace merestone::search
