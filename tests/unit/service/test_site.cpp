// SPDX-License-Identifier: Apache-2.0
#include "cli/service/finish.hpp"
#include "cli/service/site.hpp"

#include <nlohmann/json.hpp>

using namespace merestone;
using nlohmann::json;

namespace {

constexpr DivisionId department{1}, angers{2}, segre{3}, old_town{4};

Period from(const char* day) { return {parse_date(day), open_end}; }

/// A department of two communes; a third one ended in 2016 and went to Segré, which had another name before.
Atlas fixture() {
  Atlas atlas;
  atlas.title = "Two communes";
  atlas.as_of = {parse_date("2018-06-01"), 7};
  const auto add = [&](DivisionId id, Level level, const char* kind, const char* code, const char* name, Period valid) {
    atlas.facts.versions.push_back({id, level, kind, valid, {}});
    atlas.facts.codes.push_back({id, "insee", code, valid});
    atlas.facts.names.push_back({id, name, "fr", "official", valid});
  };
  add(department, 2, "department", "49", "Maine-et-Loire", from("1943-01-01"));
  add(angers, 4, "commune", "49007", "Angers", from("1943-01-01"));
  add(segre, 4, "commune", "49331", "Segré-en-Anjou Bleu", from("1943-01-01"));
  atlas.facts.names.back().valid.from = parse_date("2016-12-15");
  atlas.facts.names.push_back({segre, "Segré", "fr", "former", {parse_date("1943-01-01"), parse_date("2016-12-15")}});
  add(old_town, 4, "commune", "49184", "Louvaines", {parse_date("1943-01-01"), parse_date("2016-12-15")});
  for (const auto member : {angers, segre, old_town})
    atlas.facts.memberships.push_back({member, department, MembershipKind::legal, from("1943-01-01")});
  atlas.facts.successions.push_back({old_town, segre, parse_date("2016-12-15"), "commune déléguée", {}});
  const auto on_map = from_degrees(-0.5, 47.5);
  atlas.places.push_back({{1}, "", "populatedPlace", {{"Écouflant", "fr"}, {"安热", "zh"}}, on_map, {}});
  atlas.places.push_back({{2}, "", "populatedPlace", {{"Angers", "fr"}}, {}, {}});
  atlas.place_classes = {{1, "cn-18521:22200\tinspire:populatedPlace"}};
  atlas.place_readings = {{{1, "安热"}, "Ānruò"}};
  atlas.place_holders = {angers, {}};
  Box box;
  box.add(from_degrees(-1, 47));
  box.add(from_degrees(0, 48));
  atlas.ground[angers] = {box, 42.7e6, 3, {{"flood", 2, 4.27e6, 0.1}}, {{"cemetery", 2, 100, 120}}};
  atlas.sources = {"generated for demonstration"};
  atlas.hazards = {{"flood", 2, 3}};
  atlas.monuments = {{"missing", 0, 2}};
  atlas.sites[static_cast<std::size_t>(SiteLayer::shelters)] = {{"outdoor", 0, 3}};
  atlas.indicators.rules = {{.id = "deaths", .words = {"deaths", "死亡人数"}, .unit = {"people", "人"}, .whole = true},
                            {.id = "births", .words = {"births", "出生人数"}, .unit = {"people", "人"}, .whole = true}};
  atlas.indicators.facts = atlas.facts;
  atlas.indicators.values = {{angers, "deaths", 2019, 1300}, {segre, "deaths", 2019, 170}, {angers, "deaths", 2018, 1280}};
  atlas.level_words = {{4, {"township level", "乡级"}}};
  atlas.kind_words = {{"town", {"town", "镇"}}, {"town", {"township", "乡镇"}}};
  atlas.locate = [](Position p, const AsOf& as_of, const Viewpoint&) -> LocateResult {
    if (p.lat < from_degrees(0, 47).lat) return {};
    if (as_of.day < parse_date("2016-12-15")) return {LocateStatus::inside, {old_town}};
    return {LocateStatus::inside, {angers}};
  };
  return atlas;
}

TileSource one_tile() {
  return {.tile = [](unsigned zoom, std::uint32_t x, std::uint32_t y) -> std::optional<std::string> {
            if (zoom == 3 && x == 4 && y == 2) return gzipped("tile bytes");
            return {};
          },
          .min_zoom = 1, .max_zoom = 12, .bounds = {}};
}

const Site& site() {
  static const Atlas atlas = fixture();
  static const Site site{atlas, one_tile(), [](const std::string& url) { return "{\"tiles\":\"" + url + "\"}"; }};
  return site;
}

Response get(const std::string& target) { return site().answer({.target = target, .host = "127.0.0.1:8080"}); }

json facts(const std::string& target) {
  const auto response = get(target);
  CAPTURE(target, response.body);
  REQUIRE(response.status == 200);
  CHECK(response.media_type == "application/json");
  return json::parse(response.body);
}

std::string rule(const std::string& target) { return json::parse(get(target).body)["findings"][0]["rule"]; }

}  // namespace

TEST_CASE("the page and its files are compiled in") {
  CHECK(get("/").media_type == "text/html; charset=utf-8");
  CHECK(get("/").body.find("Merestone") != std::string::npos);
  CHECK(get("/app.js").media_type == "text/javascript; charset=utf-8");
  CHECK(get("/app.css").status == 200);
  CHECK(get("/icon.svg").media_type == "image/svg+xml");
  CHECK(site().answer({.target = "/app.js", .accepts_gzip = true}).gzip);
}

TEST_CASE("no path leads out of the page") {
  for (const auto* target : {"/../etc/passwd", "/..%2f..%2fetc%2fpasswd", "/%2e%2e/site.cpp", "//etc/passwd", "/app.js/",
                             "/app.js/x", "/index.html/../app.js", "/favicon.ico", "/api", "/api/", "/api/none", "/tiles"}) {
    CAPTURE(target);
    CHECK(get(target).status == 404);
    CHECK(rule(target) == "service.no_path");
  }
}

TEST_CASE("tiles") {
  const auto packed = site().answer({.target = "/tiles/3/4/2.mvt", .accepts_gzip = true});
  CHECK(packed.status == 200);
  CHECK(packed.gzip);
  CHECK(packed.media_type == "application/vnd.mapbox-vector-tile");
  CHECK(get("/tiles/3/4/2.mvt").body == "tile bytes");
  CHECK(get("/tiles/3/0/0.mvt").status == 204);
  CHECK(get("/tiles/3/0/0.mvt").body.empty());
  for (const auto* target : {"/tiles/0/0/0.mvt", "/tiles/13/0/0.mvt", "/tiles/3/8/0.mvt", "/tiles/3/0/8.mvt",
                             "/tiles/3/-1/0.mvt", "/tiles/3/4/2", "/tiles/3/4/2.pbf", "/tiles/3/4/.mvt", "/tiles/3/4/2.mvt/",
                             "/tiles/99999999999/0/0.mvt", "/tiles/3/4294967296/0.mvt", "/tiles/3/%204/2.mvt"}) {
    CAPTURE(target);
    CHECK(get(target).status == 404);
  }
  CHECK(rule("/tiles/3/4/2.mvt?key=1") == "service.unknown_parameter");
  CHECK(facts("/tiles.json")["tiles"][0] == "http://127.0.0.1:8080/tiles/{z}/{x}/{y}.mvt");
  CHECK(facts("/tiles.json")["maxzoom"] == 12);
  CHECK(facts("/style.json")["tiles"] == "http://127.0.0.1:8080/tiles/{z}/{x}/{y}.mvt");
}

TEST_CASE("a broken tile in the archive is a 503, not a crash") {
  static const Atlas atlas = fixture();
  const Site broken{atlas, {.tile = [](auto, auto, auto) { return std::optional<std::string>{"\x1f\x8b broken gzip bytes"}; },
                            .min_zoom = 0, .max_zoom = 3, .bounds = {}}, {}};
  CHECK(broken.answer({.target = "/tiles/0/0/0.mvt"}).status == 503);
  CHECK(broken.answer({.target = "/style.json"}).status == 404);
  const Site faulty{atlas, {.tile = [](auto, auto, auto) -> std::optional<std::string> { throw std::out_of_range{"secret"}; },
                            .min_zoom = 0, .max_zoom = 3, .bounds = {}}, {}};
  const auto answer = faulty.answer({.target = "/tiles/0/0/0.mvt"});
  CHECK(answer.status == 500);
  CHECK(answer.body.find("secret") == std::string::npos);
}

TEST_CASE("info says what is shown and whether some of it is generated") {
  const auto info = facts("/api/info");
  CHECK(info["title"] == "Two communes");
  CHECK(info["day"] == "2018-06-01");
  CHECK(info["revision"] == 7);
  CHECK(info["generated"] == true);
  CHECK(info["disputed"] == false);
  CHECK(info["hazards"][0] == json{{"kind", "flood"}, {"count", 3}, {"severity", 2}});
  CHECK(info["monuments"][0] == json{{"kind", "missing"}, {"count", 2}});
  CHECK(info["shelters"][0] == json{{"kind", "outdoor"}, {"count", 3}});
  CHECK(info["graves"].empty());
  CHECK(info["kind_words"]["town"] == json{{"en", "town"}, {"zh", "镇"}});  // of the first law that has the kind
  CHECK_FALSE(info.contains("extent"));
}

TEST_CASE("levels are those of the day") {
  const auto now = facts("/api/levels");
  REQUIRE(now["levels"].size() == 2);
  CHECK(now["levels"][0]["level"] == 2);
  CHECK(now["levels"][1]["count"] == 2);
  CHECK(now["levels"][1]["median_km2"] == 42.7);
  CHECK_FALSE(now["levels"][0].contains("median_km2"));
  CHECK(now["levels"][1]["kinds"][0]["kind"] == "commune");
  CHECK(now["levels"][1]["words"]["zh"] == "乡级");
  CHECK_FALSE(now["levels"][0].contains("words"));
  CHECK(facts("/api/levels?on=2015-01-01")["levels"][1]["count"] == 3);
  CHECK(facts("/api/levels?on=1900-01-01")["levels"].empty());
}

TEST_CASE("at gives the chain of who holds a position on a day") {
  const auto now = facts("/api/at?lon=-0.55&lat=47.47");
  CHECK(now["status"] == "inside");
  CHECK(now["on"] == "2018-06-01");
  REQUIRE(now["holders"][0]["chain"].size() == 2);
  CHECK(now["holders"][0]["chain"][0]["code"] == "49007");
  CHECK(now["holders"][0]["chain"][1]["name"] == "Maine-et-Loire");
  CHECK(facts("/api/at?lon=-0.55&lat=47.47&on=2010-01-01")["holders"][0]["chain"][0]["name"] == "Louvaines");
  CHECK(facts("/api/at?lon=0&lat=0")["status"] == "outside");
  CHECK(rule("/api/at?lon=200&lat=0") == "service.bad_parameter");
  CHECK(rule("/api/at?lat=0") == "service.missing_parameter");
  CHECK(rule("/api/at?lon=0&lat=0&on=yesterday") == "service.bad_parameter");
  CHECK(rule("/api/at?lon=0&lat=0&zoom=1") == "service.unknown_parameter");
}

TEST_CASE("a division tells what it is, was, and belongs to") {
  const auto division = facts("/api/divisions/49331");
  CHECK(division["name"] == "Segré-en-Anjou Bleu");
  CHECK(division["superiors"][0]["code"] == "49");
  CHECK(division["names"].size() == 2);
  CHECK(division["before"][0]["name"] == "Louvaines");
  CHECK(division["before"][0]["day"] == "2016-12-15");
  CHECK(facts("/api/divisions/49007")["area_km2"] == 42.7);
  CHECK(facts("/api/divisions/49007")["exposure"][0] == json{{"kind", "flood"}, {"severity", 2}, {"area_km2", 4.27}, {"share", 0.1}});
  CHECK(facts("/api/divisions/49007")["facilities"][0]["used"] == 120);
  CHECK_FALSE(facts("/api/divisions/49007?on=2010-01-01").contains("area_km2"));
  CHECK(facts("/api/divisions/49")["member_count"] == 2);
  CHECK(facts("/api/divisions/49184?on=2010-01-01")["after"][0]["code"] == "49331");
  CHECK(facts("/api/divisions/49007?level=4")["name"] == "Angers");
  CHECK(get("/api/divisions/49007?level=2").status == 404);
  CHECK(rule("/api/divisions/nowhere") == "service.no_division");
  CHECK(rule("/api/divisions/49184") == "service.no_division_then");
}

TEST_CASE("search finds divisions, places and what ended") {
  const auto angers_hits = facts("/api/search?q=ANGERS")["results"];
  REQUIRE(angers_hits.size() == 2);
  CHECK(angers_hits[0]["subject"] == "division");
  CHECK(angers_hits[0]["match"] == "exact");
  CHECK(angers_hits[0]["where"][0] == "Maine-et-Loire");
  CHECK(angers_hits[0]["box"] == json{-1.0, 47.0, 0.0, 48.0});
  CHECK(angers_hits[1]["subject"] == "place");
  CHECK_FALSE(angers_hits[1].contains("lon"));

  const auto place = facts("/api/search?q=ecouf")["results"][0];
  CHECK(place["name"] == "Écouflant");
  CHECK(place["where"] == json{"Angers", "Maine-et-Loire"});
  CHECK(place["lon"] == -0.5);
  CHECK(facts("/api/search?q=%E7%83%AD")["results"][0]["matched"] == "安热");

  CHECK(place["kind"] == "populatedPlace");
  CHECK(place["words"]["en"] == "rural settlement");  // by its class on record
  CHECK(facts("/api/search?q=an&class=22200")["results"][0]["matched"] == "安热");
  CHECK(facts("/api/search?q=anruo")["results"][0]["matched"] == "安热");  // read as the record says
  CHECK(facts("/api/search?q=angers&kind=place")["results"][0]["words"]["zh"] == "居民地");  // without a class, by its type
  const auto former_name = facts("/api/search?q=segre")["results"][0];
  CHECK(former_name["name"] == "Segré-en-Anjou Bleu");
  CHECK(former_name["match"] == "beginning");
  CHECK(former_name["marked"] == json{"", "Segré", "-en-Anjou Bleu"});

  const auto former = facts("/api/search?q=louv")["results"][0];
  CHECK(former["subject"] == "former");
  CHECK(former["valid"]["until"] == "2016-12-15");
  CHECK(former["successor"]["code"] == "49331");

  CHECK(facts("/api/search?q=49007")["results"][0]["name"] == "Angers");
  CHECK(facts("/api/search?q=ecouflnt")["results"][0]["match"] == "typo");
  CHECK(facts("/api/search?q=angers&kind=place")["results"].size() == 1);
  CHECK(facts("/api/search?q=angers&in=49&class=commune")["results"][0]["subject"] == "division");
  CHECK(facts("/api/search?q=-0.5+47.5")["results"][0]["subject"] == "position");
  CHECK(facts("/api/search?q=%E2%80%AE")["notes"][0] == "search.unseen_characters");
  CHECK(rule("/api/search?q=a&kind=x") == "service.bad_parameter");
  CHECK(rule("/api/search?q=a&near=x") == "service.bad_parameter");
  CHECK(rule("/api/search?q=a&in=nowhere") == "service.no_division");
  CHECK(facts("/api/search?q=a&limit=1")["results"].size() == 1);
  CHECK(facts("/api/search?q=")["results"].empty());
  CHECK(rule("/api/search") == "service.missing_parameter");
  CHECK(rule("/api/search?q=a&limit=0") == "service.bad_parameter");
  CHECK(rule("/api/search?q=" + std::string(201, 'a')) == "service.bad_parameter");
}

TEST_CASE("figures by division are told in classes, and only of years that have some") {
  const auto known = facts("/api/indicators")["indicators"];
  REQUIRE(known.size() == 1);
  CHECK(known[0]["indicator"] == "deaths");
  CHECK(known[0]["years"] == json{2018, 2019});
  const auto map = facts("/api/thematic?indicator=deaths&year=2019&level=4&classes=2");
  CHECK(map["unit"]["zh"] == "人");
  REQUIRE(map["classes"].size() == 2);
  CHECK(map["values"]["49007"] == json{{"value", 1300.0}, {"class", 2}});
  CHECK(map["values"]["49331"]["class"] == 1);
  CHECK(map["classes"][0]["count"] == 1);
}

TEST_CASE("an assumed hazard: what is drawn comes through, what is no drawing is refused by name") {
  std::vector<DrawnHazard> asked;
  const Atlas atlas = fixture();
  const Site site{atlas, one_tile(), {}, {[] { return std::string{"{\"hazards\":[]}"}; }, [&](const DrawnHazard& drawn) {
                    asked.push_back(drawn);
                    return std::string{"{\"lines\":[]}"};
                  }}};
  const auto ask = [&](const std::string& target) { return site.answer({.target = target, .host = "127.0.0.1:8080"}); };
  CHECK(ask("/api/what-if").body == "{\"hazards\":[]}");
  REQUIRE(ask("/api/what-if?form=area&shape=1,2+3,4+5.5,-6+1,2&hazard=flood&severity=3&level=4&division=99").status == 200);
  REQUIRE(asked.size() == 1);
  CHECK(asked[0].corners == Polyline{from_degrees(1, 2), from_degrees(3, 4), from_degrees(5.5, -6)});  // closed by itself
  CHECK(!asked[0].is_track);
  CHECK(asked[0].kind == "flood");
  CHECK(asked[0].severity == 3);
  CHECK(asked[0].level == 4);
  CHECK(asked[0].division == "99");
  REQUIRE(ask("/api/what-if?form=track&shape=1,2+3,4&hazard=storm&radius=2500").status == 200);
  CHECK(asked[1].is_track);
  CHECK(asked[1].radius_m == 2500);
  for (const auto* bad : {"form=circle&shape=1,2+3,4+5,6&hazard=flood", "form=area&shape=1,2+3,4&hazard=flood", "form=area&shape=1,2+3+5,6&hazard=flood",
                          "form=area&shape=1,2+3,94+5,6&hazard=flood", "form=track&shape=1,2+3,4&hazard=flood&radius=-1", "form=area&shape=1,2+3,4+5,6&hazard=flood&speed=9"}) {
    CAPTURE(bad);
    CHECK(ask(std::string{"/api/what-if?"} + bad).status == 400);
  }
  std::string corners = "0,0";
  for (int i = 1; i <= 200; ++i) corners += "+" + std::to_string(i % 2) + "," + std::to_string(i * 0.1).substr(0, 4);
  CHECK(ask("/api/what-if?form=track&shape=" + corners + "&hazard=storm&radius=1").status == 200);
  CHECK(ask("/api/what-if?form=track&shape=" + corners + "+9,9&hazard=storm&radius=1").status == 400);
  CHECK(ask("/api/what-if?form=area&shape=1,2+3,4+5,6").status == 400);  // which hazard?
  CHECK(asked.size() == 3);
  CHECK(get("/api/what-if").status == 404);  // nobody who could tell
  CHECK(get("/api/suitable").body == "{\"available\":false}");  // ground for cemeteries is for the office
  CHECK(get("/api/suitable/99").status == 404);
}
