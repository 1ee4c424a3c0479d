// SPDX-License-Identifier: Apache-2.0
#include "cli/service/live_map.hpp"

#include "data/office/project.hpp"

#include <algorithm>

namespace merestone {
namespace {

/// A reader goes to and fro between a few; each holds all lines of the project.
constexpr std::size_t viewpoints_kept = 4;

}  // namespace

LiveMap::LiveMap(std::string project, AsOf as_of, TileOptions options, Audience audience)
    : project_{std::move(project)}, as_of_{as_of}, options_{options}, audience_{audience} {}

LiveMap::Seen::Seen(std::shared_ptr<const MapFacts> of, const Viewpoint& viewpoint, const TileOptions& options)
    : facts{std::move(of)}, view{seen_from(*facts, viewpoint)}, tiles{contents_of(*facts, view), options} {}

std::shared_ptr<const LiveMap::Seen> LiveMap::seen(const Viewpoint& viewpoint) {
  const std::lock_guard lock{guard_};
  const auto known = std::find_if(ready_.begin(), ready_.end(), [&](const auto& one) { return one.first == viewpoint; });
  if (known != ready_.end()) {
    std::rotate(known, known + 1, ready_.end());
    return ready_.back().second;
  }
  if (!facts_) facts_ = std::make_shared<const MapFacts>(map_facts(Project::open(project_), as_of_, audience_));
  if (ready_.size() == viewpoints_kept) ready_.erase(ready_.begin());
  return ready_.emplace_back(viewpoint, std::make_shared<const Seen>(facts_, viewpoint, options_)).second;
}

std::string LiveMap::tile(const Viewpoint& viewpoint, TileAddress address) { return seen(viewpoint)->tiles.tile(address); }

}  // namespace merestone
