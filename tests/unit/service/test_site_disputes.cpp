// SPDX-License-Identifier: Apache-2.0
/// What the service answers about disputed ground, by viewpoint.
#include "cli/service/site.hpp"
#include "cli/service/survey.hpp"
#include "cli/service/survey_disputes.hpp"
#include "gis/base/error.hpp"
#include "tests/unit/service/valley.hpp"

#include <nlohmann/json.hpp>

using namespace merestone;
using nlohmann::json;

namespace {

Atlas fixture() {
  Atlas atlas;
  atlas.as_of = {parse_date("2020-01-01"), 3};
  atlas.facts = test::parties();
  const auto snapshot = test::disputed_valley();
  survey(atlas, snapshot, {}, {});
  survey_disputes(atlas, snapshot);
  atlas.disputes = {{test::valley, "The valley", "negotiating"}};
  atlas.trials = {{"V-1", test::valley}};
  // The sides of the valley: a line's share is told by where it begins.
  atlas.strip = [](const std::string& number, const std::string& between, std::size_t which) {
    Strip strip{.a = "A", .b = "B", .a_division = test::west, .b_division = test::east,
                .lines = {{.kind = StripLine::Kind::claim_a, .path = {from_degrees(6, 0), from_degrees(6, 2)}},
                          {.title = "Half of " + number + between + std::to_string(which), .method = "equal_area",
                           .path = {from_degrees(4.5, 0), from_degrees(4.5, 2)}}}};
    strip.figures = [](const Polyline& line) {
      if (line.front() == line.back()) throw Error{Fault::invalid, "", {{.rule = "proposal.off_terminals", .facts = {{"distance_m", "5"}}}}};
      ProposalFigures figures;
      figures.a.share = (degrees(line.front().lon) - 3) / 3;
      figures.b.share = 1 - figures.a.share;
      LayerImpact flooded;
      flooded.key = "hazard:flood:2", flooded.area_m2 = {5e6, 4e6, 6e6};
      figures.a.impact.layers.push_back(flooded);
      figures.villages_moved.push_back({"Mill", line.front(), 'B', 'A', 120});
      figures.needs_division_change = true;
      return figures;
    };
    return std::make_shared<const Strip>(std::move(strip));
  };
  atlas.locate = [snapshot, whole = atlas.extent](Position p, const AsOf&, const Viewpoint& viewpoint) {
    return locate(p, whole, [&](const Box&) { return snapshot; }, viewpoint);
  };
  return atlas;
}

const Site& site() {
  static const Atlas atlas = fixture();
  static const Site site{atlas,
                         {.tile = [](auto, auto, auto) { return std::optional<std::string>{"archive"}; },
                          .seen_tile = [](const Viewpoint& viewpoint, auto, auto, auto) -> std::optional<std::string> {
                            return word_of(viewpoint, {atlas.facts, atlas.as_of.day});
                          }},
                         [](const std::string& url) { return "{\"tiles\":\"" + url + "\"}"; }};
  return site;
}

Response get(const std::string& target) { return site().answer({.target = target, .host = "127.0.0.1:8080"}); }

json facts(const std::string& target) {
  const auto response = get(target);
  CAPTURE(target, response.body);
  REQUIRE(response.status == 200);
  return json::parse(response.body);
}

json refusal(const std::string& target) {
  CHECK(get(target).status == 400);
  return json::parse(get(target).body)["findings"][0];
}

const std::string in_valley = "/api/at?lon=4.5&lat=1";

}  // namespace

TEST_CASE("the viewpoints are told, the one that is shown, and the disputes") {
  const auto known = facts("/api/viewpoints");
  CHECK(known["shown"] == "neutral");
  std::vector<std::string> words;
  for (const auto& one : known["viewpoints"]) words.push_back(one["viewpoint"]);
  CHECK(words == std::vector<std::string>{"neutral", "status-quo", "claimed-by:100", "seen-by:W"});
  CHECK(known["viewpoints"][2]["kind"] == "claimed-by");
  CHECK(known["viewpoints"][2]["division"]["name"] == "West");
  CHECK(known["viewpoints"][3]["viewer"] == "W");
  REQUIRE(known["disputes"].size() == 1);
  CHECK(known["disputes"][0]["title"] == "The valley");
  CHECK(facts("/api/info")["disputed"] == true);
}

TEST_CASE("a position in contested ground: who claims it, the dispute and the areas") {
  const auto at = facts(in_valley);
  CHECK(at["status"] == "disputed");
  CHECK(at["viewpoint"] == "neutral");
  CHECK(at["holders"].size() == 2);
  const auto& contested = at["contested"];
  CHECK(contested["title"] == "The valley");
  CHECK(contested["status"] == "negotiating");
  CHECK(contested["area_km2"] > 73000);  // 3 by 2 degrees at the equator
  CHECK(contested["area_km2"] == contested["dispute_km2"]);
  REQUIRE(contested["versions"].size() == 2);
  CHECK(contested["versions"][0]["party"] == 0);
  CHECK(contested["versions"][0]["chain"][0]["name"] == "East");
  CHECK_FALSE(contested["versions"][0].contains("claimant"));
  CHECK(contested["versions"][1]["party"] == 1);
  CHECK(contested["versions"][1]["claimant"]["code"] == "100");
  CHECK(contested["versions"][1]["title"] == "Its map of 1985");
  CHECK(contested["versions"][1]["chain"][0]["name"] == "West");
  CHECK_FALSE(facts("/api/at?lon=1&lat=1").contains("contested"));
}

TEST_CASE("the same position as each viewpoint has it; that it is contested is told in all of them") {
  for (const auto& [viewpoint, holder] : {std::pair{"status-quo", "East"}, {"claimed-by:100", "West"}, {"seen-by:W", "West"}}) {
    const auto at = facts(in_valley + "&viewpoint=" + viewpoint);
    CHECK(at["status"] == "inside");
    CHECK(at["viewpoint"] == viewpoint);
    CHECK(at["holders"][0]["chain"][0]["name"] == holder);
    CHECK(at["contested"]["title"] == "The valley");
  }
}

TEST_CASE("areas of a division follow the viewpoint, and the whole is always the same") {
  const auto area = [](const std::string& code, const std::string& viewpoint) {
    return facts("/api/divisions/" + code + "?viewpoint=" + viewpoint)["area_km2"].get<double>();
  };
  const double valley = facts(in_valley)["contested"]["area_km2"];
  CHECK(area("100", "claimed-by:100") == Approx(area("100", "status-quo") + valley));
  CHECK(area("200", "claimed-by:100") == Approx(area("200", "status-quo") - valley));
  CHECK(area("200", "neutral") == Approx(area("200", "status-quo") - valley));
  CHECK(area("100", "neutral") == Approx(area("100", "status-quo")));
  for (const auto* code : {"100", "200"}) CHECK(facts(std::string{"/api/divisions/"} + code)["contested_km2"] == Approx(valley));
  for (const auto* viewpoint : {"neutral", "status-quo", "claimed-by:100", "seen-by:W"}) {
    CHECK(area("9", viewpoint) == Approx(area("9", "status-quo")));
    CHECK_FALSE(facts(std::string{"/api/divisions/9?viewpoint="} + viewpoint).contains("contested_km2"));
  }
}

TEST_CASE("tiles, their description and the style are those of the viewpoint") {
  CHECK(get("/tiles/3/4/2.mvt").body == "neutral");
  CHECK(get("/tiles/3/4/2.mvt?viewpoint=claimed-by:100").body == "claimed-by:100");
  CHECK(get("/tiles/3/4/2.mvt?viewpoint=seen-by%3AW").body == "seen-by:W");
  CHECK(facts("/style.json")["tiles"] == "http://127.0.0.1:8080/tiles/{z}/{x}/{y}.mvt");
  CHECK(facts("/style.json?viewpoint=seen-by:W")["tiles"] == "http://127.0.0.1:8080/tiles/{z}/{x}/{y}.mvt?viewpoint=seen-by:W");
  CHECK(facts("/tiles.json?viewpoint=status-quo")["tiles"][0] == "http://127.0.0.1:8080/tiles/{z}/{x}/{y}.mvt?viewpoint=status-quo");
}

TEST_CASE("a line is tried: what is on record to begin with, and what any other line does") {
  CHECK(facts(in_valley)["contested"]["trial"] == "V-1");
  const auto trial = facts("/api/trials/V-1");
  CHECK(trial["between"] == "A,B");
  CHECK(trial["parties"][0]["division"]["name"] == "West");
  CHECK(trial["parties"][1]["party"] == "B");
  REQUIRE(trial["lines"].size() == 2);
  CHECK(trial["lines"][0]["kind"] == "claim_a");
  CHECK(trial["lines"][1]["kind"] == "proposal");
  CHECK(trial["lines"][1]["method"] == "equal_area");
  CHECK(trial["lines"][1]["title"] == "Half of V-11");
  CHECK(trial["lines"][1]["path"] == json{{4.5, 0.0}, {4.5, 2.0}});
  CHECK(facts("/api/trials/V-1?between=B,C&strip=2")["lines"][1]["title"] == "Half of V-1B,C2");

  const auto told = facts("/api/trials/V-1/figures?line=4.5,0+4.6,1+4.5,2");
  CHECK(told["sides"][0]["party"] == "A");
  CHECK(told["sides"][0]["share"] == Approx(0.5));
  CHECK(told["needs_division_change"] == true);
  CHECK(told["villages_moved"][0]["name"] == "Mill");
  CHECK(told["villages_moved"][0]["from"] == "B");
  CHECK(told["sides"][0]["keeps"]["layers"][0]["layer"] == "hazard:flood:2");
  CHECK(told["sides"][0]["keeps"]["layers"][0]["area_m2"]["high"] == 6e6);
  CHECK(told["sides"][1]["keeps"]["layers"].empty());
  CHECK(facts("/api/trials/V-1/figures?line=5.25,0%205,2")["sides"][0]["share"] == Approx(0.75));
}

TEST_CASE("a line of thousands of positions is tried by a form, since no address is so long") {
  std::string line = "line=4.5,0";
  for (int i = 1; i <= 5000; ++i) line += "+4.5," + std::to_string(i / 5000.0 * 2);
  const auto post = [](const std::string& target, const std::string& form) {
    return site().answer({.method = "POST", .target = target, .host = "127.0.0.1:8080", .form = form});
  };
  const auto told = post("/api/trials/V-1/figures", line);
  CHECK(told.status == 200);
  CHECK(json::parse(told.body)["sides"][0]["share"] == Approx(0.5));
  CHECK(post("/api/trials/V-1/figures?strip=1", "line=4.5,0+4.5,2").status == 200);
  CHECK(post("/api/trials/V-1/figures?line=4.5,0+4.5,2", "line=4.5,0+4.5,2").status == 400);  // given twice
  CHECK(post("/api/trials/V-1/figures", "").status == 400);
  for (const auto* other : {"/", "/api/info", "/api/trials/V-1", "/tiles/3/4/2.mvt"}) {
    CAPTURE(other);
    CHECK(post(other, "line=4.5,0+4.5,2").status == 405);
  }
}

TEST_CASE("who asks by another method is told those of the place he asks") {
  const auto allowed = [](const char* method, const std::string& target) -> std::string {
    const auto told = site().answer({.method = method, .target = target, .host = "127.0.0.1:8080"});
    CHECK(told.status == 405);
    for (const auto& [name, value] : told.headers)
      if (name == "Allow") return value;
    return {};
  };
  CHECK(allowed("PUT", "/api/info") == "GET, HEAD");
  CHECK(allowed("DELETE", "/") == "GET, HEAD");
  CHECK(allowed("PUT", "/api/trials/V-1/figures?line=4.5,0+4.5,2") == "GET, HEAD, POST");
  CHECK(allowed("OPTIONS", "/api/what-if") == "GET, HEAD, POST");
}

TEST_CASE("a trial that cannot be is refused, with what to do") {
  CHECK(get("/api/trials/V-2").status == 404);
  CHECK(json::parse(get("/api/trials/V-2").body)["findings"][0]["rule"] == "service.no_trial");
  CHECK(get("/api/trials/V-1/other").status == 404);
  CHECK(refusal("/api/trials/V-1/figures")["rule"] == "service.missing_parameter");
  for (const auto* line : {"4.5", "4.5,0", "4.5,0+5", "4.5,0++5,2", "190,0+4,2", "x,y+4,2"}) {
    CAPTURE(line);
    CHECK(refusal(std::string{"/api/trials/V-1/figures?line="} + line)["rule"] == "service.bad_parameter");
  }
  CHECK(refusal("/api/trials/V-1/figures?line=4,0+4,0")["rule"] == "proposal.off_terminals");
  CHECK(refusal("/api/trials/V-1?line=4,0+4,2")["rule"] == "service.unknown_parameter");
  Atlas everybodys = fixture();
  everybodys.trials.clear();
  const Site open{everybodys, {}, {}};
  CHECK(open.answer({.target = "/api/trials/V-1", .host = "127.0.0.1:8080"}).status == 404);
}

TEST_CASE("a viewpoint that nobody has is refused everywhere, with those that there are") {
  for (const auto* path : {"/api/at?lon=4&lat=1&", "/api/divisions/100?", "/tiles/3/4/2.mvt?", "/tiles.json?", "/style.json?"}) {
    CAPTURE(path);
    CHECK(refusal(std::string{path} + "viewpoint=claimed-by:200")["rule"] == "viewpoint.no_claimant");
    CHECK(refusal(std::string{path} + "viewpoint=seen-by:X")["rule"] == "viewpoint.no_viewer");
    const auto found = refusal(std::string{path} + "viewpoint=theirs");
    CHECK(found["rule"] == "viewpoint.unreadable");
    CHECK(found["en"].get<std::string>().find("neutral, status-quo, claimed-by:100, seen-by:W") != std::string::npos);
  }
  CHECK(refusal("/api/viewpoints?on=2020-01-01")["rule"] == "service.unknown_parameter");
}
