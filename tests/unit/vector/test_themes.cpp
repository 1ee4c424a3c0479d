// SPDX-License-Identifier: Apache-2.0
/// Values and classes of divisions as attributes of their areas.
#include "tests/unit/vector/drawing.hpp"

using namespace merestone;
using test::features;
using test::values;

TEST_CASE("divisions carry value and class of a theme at every zoom; those without a value have neither") {
  const DivisionRegister divisions = test::plain_divisions(3);
  RingSet rings;
  for (int i = 0; i < 3; ++i) {
    rings.add(Ring{from_degrees(2 * i, 0), from_degrees(2 * i + 2, 0), from_degrees(2 * i + 2, 2), from_degrees(2 * i, 2)}, static_cast<UnitIndex>(i));
  }
  const Territory territory = test::territory_of(rings, 3);
  const auto views = test::views_of(territory, divisions);
  const std::vector<TileTheme> themes{{"cremation_rate", 1, {{DivisionId{1}, 104.5, 2}, {DivisionId{2}, 40, 1}}}, {"other", 2, {{DivisionId{1}, 7, 1}}}};
  TileContents contents{territory, divisions, views};
  contents.themes = themes;
  TileOptions options;
  options.max_zoom = 5;
  const auto tiles = test::draw(contents, options);
  for (const int zoom : {0, 5}) {
    const auto drawn = features(tiles, zoom, "divisions");
    for (const auto& division : drawn) {
      const std::string code = division.values.at("code");
      INFO(zoom << " " << code);
      if (code == "C3") {
        CHECK(division.values.count("cremation_rate") == 0);
        continue;
      }
      CHECK(std::stod(division.values.at("cremation_rate")) == (code == "C1" ? 104.5 : 40));
      CHECK(division.values.at("cremation_rate_class") == (code == "C1" ? "2" : "1"));
    }
    CHECK(values(drawn, "other").empty());  // of another level
  }
  const auto facts = facts_of(contents, options);
  const auto layer = std::find_if(facts.layers.begin(), facts.layers.end(), [](const auto& l) { return l.name == "divisions"; });
  REQUIRE(layer != facts.layers.end());
  CHECK(std::count(layer->fields.begin(), layer->fields.end(), std::pair<std::string, std::string>{"cremation_rate_class", "Number"}) == 1);
}
