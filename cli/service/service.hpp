// SPDX-License-Identifier: Apache-2.0
/// `merestone serve`: a project and its tiles on the loopback interface.
#pragma once

#include "cli/service/planned_sites.hpp"
#include "gis/base/date.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace merestone {

struct ServiceOptions {
  std::string project{};           ///< file path or "postgresql://…"
  std::string tiles_path{};        ///< PMTiles archive
  unsigned short port = 8080;    ///< 0: any free one
  std::optional<Date> on{};      ///< the day to show; today when absent
  std::string viewpoint = "neutral";  ///< to show unless the reader chooses another, in the words of viewpoints.hpp
  Audience audience = Audience::everybody;  ///< an archive made for the office is refused to everybody
  std::vector<std::string> hosts{};  ///< names besides the loopback's that a proxy in front may pass on
  std::function<void(const std::string& url)> ready{};  ///< told where the map is, once it is there
};

/// Serves until SIGINT or SIGTERM, then finishes the answers under way and returns.
/// @throws Error: missing without project or tiles, invalid for a viewpoint that nobody has and for an archive of the office when
/// everybody reads (service.office_archive), unavailable when the port is taken (service.port).
void serve(const ServiceOptions& options);

}  // namespace merestone
