// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/geometry/position.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace merestone {

/// What a planner has on the map as points: each is a layer of its own, so that a map can leave one out.
enum class SiteLayer : std::uint8_t { facilities, graves, shelters, depots };
inline constexpr std::array<std::string_view, 4> site_layers{"facilities", "graves", "shelters", "depots"};

/// A thing of a planner, handed over to be drawn. What is not known is left empty and not told.
struct TileSite {
  SiteLayer layer = SiteLayer::facilities;
  std::int64_t id = 0;    ///< within its layer; 0: none
  Position position;
  std::string kind;       ///< "cemetery", "hardened_oversize", "outdoor", in the words of the register that keeps it
  std::string name{};
  std::string status{};   ///< how it stands: "found", "excluded"
  std::optional<std::int64_t> count{};     ///< things at this point, where several are shown as one
  std::optional<std::int64_t> capacity{};  ///< plots and niches; people
  std::optional<std::int64_t> used{};      ///< may be more than the capacity
  std::string source{};
};

}  // namespace merestone
