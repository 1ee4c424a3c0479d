// SPDX-License-Identifier: Apache-2.0
#include "gis/base/error.hpp"
#include "tiles/style/ramp.hpp"
#include "tiles/style/style.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace merestone;

TEST_CASE("every ramp has as many different colours as classes, none of them that of no data") {
  for (const std::string& name : ramp_names()) {
    for (std::size_t classes = 1; classes <= 9; ++classes) {
      auto colours = ramp_colours(name, classes);
      INFO(name << " " << classes);
      REQUIRE(colours.size() == classes);
      CHECK(std::find(colours.begin(), colours.end(), no_data_colour) == colours.end());
      std::vector<std::string> written;
      for (const RampColour& c : colours) written.push_back(css(c));
      std::sort(written.begin(), written.end());
      CHECK(std::adjacent_find(written.begin(), written.end()) == written.end());
    }
  }
}

TEST_CASE("sequential ramps get darker from class to class: prints without colour can be read") {
  const auto light = [](const RampColour& c) { return 0.2126 * c.red + 0.7152 * c.green + 0.0722 * c.blue; };
  for (const char* name : {"YlOrRd", "YlGnBu", "Blues", "Oranges", "Purples"}) {
    const auto colours = ramp_colours(name, 7);
    INFO(name);
    CHECK(std::is_sorted(colours.begin(), colours.end(), [&](const RampColour& a, const RampColour& b) { return light(a) > light(b); }));
  }
}

TEST_CASE("ColorBrewer's own colours, and a name that it does not have") {
  CHECK(css(ramp_colours("YlOrRd", 3)[0]) == "#ffeda0");
  CHECK(css(ramp_colours("RdBu", 5)[4]) == "#0571b0");
  CHECK_THROWS_AS(ramp_colours("Rainbow", 5), Error);
}

TEST_CASE("a theme colours divisions of its level by their class, below hazards and lines, and keeps its legend") {
  StyleOptions options;
  options.tiles_url = "pmtiles://map.pmtiles";
  options.levels = {3, 4};
  options.theme = ThemeStyle{"cremation_rate", 4, {"#ffeda0", "#f03b20"}, "#d9d9d9", {"0 to 50 %", "over 50 to 104 %"}};
  const auto style = nlohmann::json::parse(style_json(options));
  const auto theme = std::find_if(style["layers"].begin(), style["layers"].end(), [](const auto& l) { return l["id"] == "theme-cremation_rate"; });
  const auto hazards = std::find_if(style["layers"].begin(), style["layers"].end(), [](const auto& l) { return l["id"] == "hazards"; });
  REQUIRE(theme != style["layers"].end());
  CHECK(theme < hazards);
  CHECK((*theme)["source-layer"] == "divisions");
  CHECK((*theme)["paint"]["fill-color"].dump() == R"(["match",["get","cremation_rate_class"],1,"#ffeda0",2,"#f03b20","#d9d9d9"])");
  CHECK((*theme)["filter"].dump().find("4") != std::string::npos);
  CHECK(style["metadata"]["merestone:legend"][1]["label"] == "over 50 to 104 %");
  options.theme.reset();
  CHECK(style_json(options).find("theme-") == std::string::npos);
}
