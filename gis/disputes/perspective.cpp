// SPDX-License-Identifier: Apache-2.0
#include "gis/disputes/perspective.hpp"

#include <algorithm>

namespace merestone {

bool is_shown_to(const std::string& viewer, const LinePerspectives& line) {
  if (!line.is_disputed || line.viewers.empty()) return true;
  const bool named = std::binary_search(line.viewers.begin(), line.viewers.end(), viewer);
  return line.mode == LinePerspectives::Mode::accepted_by ? named : !named;
}

LinePerspectives perspectives_of(ClaimId claim, std::span<const Perspective> all) {
  LinePerspectives line{.is_disputed = true};
  for (const auto stance : {Perspective::Stance::accepted, Perspective::Stance::disputed}) {
    for (const Perspective& said : all) {
      if (said.claim == claim && said.stance == stance) line.viewers.push_back(said.viewer);
    }
    if (line.viewers.empty()) continue;
    using Mode = LinePerspectives::Mode;
    line.mode = stance == Perspective::Stance::accepted ? Mode::accepted_by : Mode::disputed_by;
    std::sort(line.viewers.begin(), line.viewers.end());
    line.viewers.erase(std::unique(line.viewers.begin(), line.viewers.end()), line.viewers.end());
    return line;
  }
  return line;
}

std::string drawn_as(ClaimId claim, const std::string& viewer, std::span<const Perspective> all) {
  for (const Perspective& said : all) {
    if (said.claim == claim && said.viewer == viewer) return said.drawn_as;
  }
  return {};
}

}  // namespace merestone
