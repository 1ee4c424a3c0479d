// SPDX-License-Identifier: Apache-2.0
/// Tiles of a project from every viewpoint, made as they are asked for.
#pragma once

#include "cli/service/map_facts.hpp"

#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace merestone {

/// Reads the project when the first tile is asked for. A few viewpoints are kept ready, those asked for last.
/// Thread-safe; a viewpoint that is made ready keeps others waiting.
class LiveMap {
 public:
  LiveMap(std::string project, AsOf as_of, TileOptions options, Audience audience);

  /// Gzipped; empty where nothing shows.
  std::string tile(const Viewpoint& viewpoint, TileAddress address);

 private:
  struct Seen {
    Seen(std::shared_ptr<const MapFacts> of, const Viewpoint& viewpoint, const TileOptions& options);
    std::shared_ptr<const MapFacts> facts;
    MapView view;
    LiveTiles tiles;
  };
  std::shared_ptr<const Seen> seen(const Viewpoint& viewpoint);

  std::string project_;
  AsOf as_of_;
  TileOptions options_;
  Audience audience_;
  std::mutex guard_;
  std::shared_ptr<const MapFacts> facts_;
  std::vector<std::pair<Viewpoint, std::shared_ptr<const Seen>>> ready_;  ///< newest last
};

}  // namespace merestone
