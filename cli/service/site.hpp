// SPDX-License-Identifier: Apache-2.0
/// What lies at which path. Nothing is read by path from disk: the page is compiled in, tiles come from the
/// archive, facts from the atlas.
#pragma once

#include "cli/service/answers.hpp"
#include "cli/service/drawn_hazard.hpp"
#include "cli/service/message.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace merestone {

/// A set of vector tiles; `tile` is called from several threads at once and gives the bytes as kept, gzip or not.
struct TileSource {
  std::function<std::optional<std::string>(unsigned zoom, std::uint32_t x, std::uint32_t y)> tile;
  /// The same as a viewpoint has it; empty: `tile` serves all.
  std::function<std::optional<std::string>(const Viewpoint& viewpoint, unsigned zoom, std::uint32_t x, std::uint32_t y)> seen_tile{};
  unsigned min_zoom = 0;
  unsigned max_zoom = 14;
  Box bounds{};
};

/// Makes the style for tiles at a URL template.
using StyleMaker = std::function<std::string(const std::string& tiles_url)>;

/// Answers to what a planner tries on the map, as JSON text; empty where nobody can tell, or nobody here may ask.
struct Assumptions {
  std::function<std::string()> hazards{};
  std::function<std::string(const DrawnHazard& drawn)> exposure{};
  std::function<std::string(const std::string& code)> suitable{};  ///< ground for new cemeteries in a division
};

class Site {
 public:
  Site(const Atlas& atlas, TileSource tiles, StyleMaker style, Assumptions assumptions = {});

  /// The whole answer, headers included. Thread-safe; never throws.
  ///   /  /app.js  /app.css  /icon.svg            the page
  ///   /tiles/{z}/{x}/{y}.mvt?viewpoint=  /tiles.json?viewpoint=  /style.json?viewpoint=
  ///   /api/info  /api/tints  /api/levels?on=  /api/at?lon=&lat=&on=&viewpoint=
  ///   /api/divisions/{code}?level=&on=&viewpoint=  /api/viewpoints  /api/search?q=&limit=
  ///   /api/trials/{case}?between=&strip=  /api/trials/{case}/figures?line=&between=&strip=    for the office
  ///   /api/indicators  /api/thematic?indicator=&year=&level=&method=&classes=
  ///   /api/what-if  /api/what-if?form=area|track&shape=lon,lat lon,lat …&hazard=&severity=&radius=&level=&division=
  ///   /api/suitable  /api/suitable/{code}    the latter for the office; the former says whether it is there
  /// Figures of trials and what-ifs may be asked for by POST too, with what does not fit into an address as a form.
  /// A viewpoint is a word of gis/territory/viewpoints.hpp; without it the service's own is meant.
  /// A parameter that a path does not know is a 400.
  Response answer(const Request& request) const;

 private:
  Response route(const Request& request) const;
  Response form(const Request& request) const;
  Response api(const Target& target) const;
  Response what_if(const Target& target) const;
  Response tile(const Target& target) const;
  Response tile_json(const std::string& tiles_url) const;
  /// Of the viewpoint that the target names, in full.
  std::string tiles_url(const Request& request, const Target& target) const;

  Answers answers_;
  TileSource tiles_;
  StyleMaker style_;
  Assumptions assumptions_;
  std::map<std::string, Response, std::less<>> page_;  ///< packed once
};

}  // namespace merestone
