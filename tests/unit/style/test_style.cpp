// SPDX-License-Identifier: Apache-2.0
#include "tiles/style/style.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

using namespace merestone;
using nlohmann::json;

namespace {

std::vector<std::string> ids_of(const json& style) {
  std::vector<std::string> ids;
  for (const json& layer : style["layers"]) ids.push_back(layer["id"]);
  return ids;
}

std::ptrdiff_t place_of(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) - ids.begin();
}

}  // namespace

TEST_CASE("a style names every layer of the tiles once and in drawing order") {
  const json style = json::parse(style_json({.tiles_url = "tiles/{z}/{x}/{y}.mvt", .attribution = {}, .levels = {3, 1, 2}, .glyphs_url = {}}));
  CHECK(style["version"] == 8);
  const auto ids = ids_of(style);
  CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
  std::set<std::string> drawn;
  for (const json& layer : style["layers"]) {
    if (layer["type"] != "background") drawn.insert(layer["source-layer"]);
  }
  CHECK(drawn == std::set<std::string>{"divisions", "boundaries", "labels", "places", "hazards", "facilities", "shelters", "depots", "graves", "disputes", "monuments"});
  CHECK(place_of(ids, "hazards") < place_of(ids, "divisions-1"));
  CHECK(place_of(ids, "divisions-3") < place_of(ids, "boundaries-3"));
  CHECK(place_of(ids, "boundaries-3") < place_of(ids, "boundaries-1"));
  CHECK(place_of(ids, "boundaries-1") < place_of(ids, "labels-1"));
}

TEST_CASE("settled lines are solid, undetermined ones dashed, and claims are drawn elsewhere") {
  const json style = json::parse(style_json({.tiles_url = "t", .attribution = {}, .levels = {1}, .glyphs_url = {}}));
  for (const json& layer : style["layers"]) {
    if (layer["type"] != "line" || layer["id"] == "claims") continue;
    const bool disputed = layer["id"].get<std::string>().ends_with("-disputed");
    CHECK(layer["paint"].contains("line-dasharray") == disputed);
    CHECK(layer["filter"][2] == json::parse(disputed ? R"(["==", ["get", "disputed"], 1])" : R"(["!=", ["get", "disputed"], 1])"));
    CHECK(layer["filter"][3] == json::parse(R"(["!", ["has", "claimed_by"]])"));
  }
}

TEST_CASE("claims of all parties are one layer: same weight, same order, told apart by colour alone") {
  const json style = json::parse(style_json({.tiles_url = "t", .attribution = {}, .levels = {1, 2}, .glyphs_url = {}}));
  std::vector<json> claims;
  for (const json& layer : style["layers"]) {
    if (layer.value("filter", json{}) == json::parse(R"(["has", "claimed_by"])")) claims.push_back(layer);
  }
  REQUIRE(claims.size() == 1);
  const json& paint = claims.front()["paint"];
  CHECK(paint["line-width"].get<double>() == Approx(0.3 / 25.4 * 96).epsilon(0.001));
  CHECK_FALSE(paint.contains("line-dasharray"));
  CHECK_FALSE(paint.contains("line-opacity"));
  const json& colour = paint["line-color"];
  CHECK(colour[1] == json::parse(R"(["get", "party"])"));
  CHECK(colour[2] == 1);
  CHECK(colour[4] == 2);
  CHECK(colour[3] != colour[5]);
  const auto ids = ids_of(style);
  CHECK(place_of(ids, "boundaries-1-disputed") < place_of(ids, "claims"));
  CHECK(place_of(ids, "disputes") < place_of(ids, "boundaries-2"));
}

TEST_CASE("the disclaimer stands with the attribution") {
  const auto said = [](const char* attribution, const char* disclaimer) {
    const json style = json::parse(style_json({.tiles_url = "t", .attribution = attribution, .disclaimer = disclaimer, .levels = {1}, .glyphs_url = {}}));
    return style["sources"]["merestone"]["attribution"].get<std::string>();
  };
  CHECK(said("IGN", "Lines in dispute are shown without taking a side.") == "IGN; Lines in dispute are shown without taking a side.");
  CHECK(said("", "No side taken.") == "No side taken.");
}

TEST_CASE("a style refers to nothing but what it was told") {
  const std::string plain = style_json({.tiles_url = "tiles/{z}/{x}/{y}.mvt", .attribution = {}, .levels = {1}, .glyphs_url = {}});
  CHECK(plain.find("http") == std::string::npos);
  CHECK_FALSE(json::parse(plain).contains("glyphs"));
  const json packed = json::parse(style_json(
      {.tiles_url = "pmtiles://map.pmtiles", .attribution = "IGN", .levels = {1}, .glyphs_url = "fonts/{fontstack}/{range}.pbf"}));
  CHECK(packed["sources"]["merestone"]["url"] == "pmtiles://map.pmtiles");
  CHECK(packed["sources"]["merestone"]["attribution"] == "IGN");
  CHECK(packed["glyphs"] == "fonts/{fontstack}/{range}.pbf");
}
