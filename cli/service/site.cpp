// SPDX-License-Identifier: Apache-2.0
#include "cli/service/site.hpp"

#include "cli/service/answers_json.hpp"
#include "cli/service/finish.hpp"
#include "cli/service/parameters.hpp"
#include "cli/service/problem.hpp"
#include "data/packs/class_schemes.hpp"
#include "gis/base/embedded.hpp"
#include "gis/base/error.hpp"

#include <charconv>
#include <span>

namespace merestone {

namespace embedded {
extern const std::span<const File> web;
}

namespace {

constexpr std::size_t longest_query = 200;
constexpr std::size_t most_corners = 200;  ///< of a drawn hazard; the page lets nobody draw more
constexpr std::size_t most_of_line = 10'000;
constexpr long most_results = 50;
constexpr long default_results = 12;
constexpr long default_classes = 5;
constexpr long longest_reach_m = 500'000;

const char* media_type_of(std::string_view name) {
  if (name.ends_with(".html")) return "text/html; charset=utf-8";
  if (name.ends_with(".js")) return "text/javascript; charset=utf-8";
  if (name.ends_with(".css")) return "text/css; charset=utf-8";
  if (name.ends_with(".svg")) return "image/svg+xml";
  if (name.ends_with(".txt")) return "text/plain; charset=utf-8";
  return "application/octet-stream";
}

Response json(std::string text) { return {.media_type = "application/json", .body = std::move(text)}; }

Response nothing_here() {
  return problem({Fault::missing, "nothing lies at this path", {{.rule = "service.no_path", .facts = {}}}});
}

std::optional<std::uint32_t> index_of(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return {};
  return value;
}

/// As it may stand in a query (RFC 3986 §3.4).
std::string percent_encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view{"-._~:"}.find(c) != std::string_view::npos;
    if (plain) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += {'%', "0123456789ABCDEF"[byte >> 4], "0123456789ABCDEF"[byte & 15]};
    }
  }
  return out;
}

}  // namespace

Site::Site(const Atlas& atlas, TileSource tiles, StyleMaker style, Assumptions assumptions)
    : answers_{atlas}, tiles_{std::move(tiles)}, style_{std::move(style)}, assumptions_{std::move(assumptions)} {
  for (const auto& file : embedded::web) {
    Response response{.media_type = media_type_of(file.name), .body = gzipped(file.text, 9), .gzip = true};
    response.etag = etag_of(response.body);
    page_.emplace(file.name == "index.html" ? "" : file.name, std::move(response));
  }
}

Response Site::answer(const Request& request) const {
  try {
    return finish(request, route(request));
  } catch (const Error& error) {
    return finish(request, problem(error));
  } catch (const std::exception&) {
    return finish(request, problem(500, "the service made a mistake on this request"));
  }
}

Response Site::route(const Request& request) const {
  if (request.method != "GET" && request.method != "HEAD") return form(request);
  const auto target = parse_target(request.target);
  const auto first = target.path.empty() ? std::string_view{} : std::string_view{target.path.front()};
  if (first == "api") return api(target);
  if (first == "tiles") return tile(target);
  if (target.path.size() == 1 && first == "tiles.json" && tiles_.tile) return tile_json(tiles_url(request, target));
  if (target.path.size() == 1 && first == "style.json" && style_) return json(style_(tiles_url(request, target)));
  Parameters{target}.finish();
  if (target.path.size() > 1) return nothing_here();
  const auto file = page_.find(first);
  return file == page_.end() ? nothing_here() : file->second;
}

/// A line or a shape may be longer than an address can be. What a form asks is the same question, and changes nothing.
Response Site::form(const Request& request) const {
  const bool has_query = request.target.find('?') != std::string::npos;
  const auto target = parse_target(request.target + (has_query ? '&' : '?') + request.form);
  const auto& path = target.path;
  const bool takes_forms = path.size() > 1 && path[0] == "api" && ((path.size() == 4 && path[1] == "trials") || (path.size() == 2 && path[1] == "what-if"));
  if (!takes_forms) return not_allowed("GET, HEAD");
  return request.method == "POST" ? api(target) : not_allowed("GET, HEAD, POST");
}

Response Site::api(const Target& target) const {
  Parameters given{target};
  const auto& path = target.path;
  if (path.size() == 2 && path[1] == "info") {
    given.finish();
    return json(answers_.info());
  }
  if (path.size() == 2 && path[1] == "tints") {
    given.finish();
    return json(answers_.tints());
  }
  if (path.size() == 2 && path[1] == "viewpoints") {
    given.finish();
    return json(answers_.viewpoints());
  }
  if (path.size() == 2 && path[1] == "levels") {
    const auto on = given.day("on", answers_.day());
    given.finish();
    return json(answers_.levels(on));
  }
  if (path.size() == 2 && path[1] == "at") {
    const auto lon = given.number("lon", -180, 180);
    const auto lat = given.number("lat", -90, 90);
    const auto on = given.day("on", answers_.day());
    const auto viewpoint = answers_.viewpoint(given.optional_text("viewpoint", longest_query));
    given.finish();
    return json(answers_.at(from_degrees(lon, lat), on, viewpoint));
  }
  if (path.size() == 2 && path[1] == "search") {
    const auto query = given.text("q", longest_query);
    const auto limit = given.whole("limit", 1, most_results).value_or(default_results);
    search::Query asked{.text = query, .limit = static_cast<std::size_t>(limit), .day = given.day("on", answers_.day())};
    asked.near = given.position("near");
    if (const auto type = given.optional_text("class", longest_query)) asked.filter.types = with_subclasses({&*type, 1});
    if (const auto status = given.optional_text("status", longest_query)) asked.filter.statuses = {*status};
    if (const auto kind = given.one_of("kind", {"division", "place"}))
      asked.filter.kind = *kind == "division" ? search::Kind::division : search::Kind::place;
    const auto in = given.optional_text("in", longest_query);
    given.finish();
    return json(answers_.search(std::move(asked), in));
  }
  if (path.size() == 2 && path[1] == "indicators") {
    given.finish();
    return json(answers_.indicators());
  }
  if (path.size() == 2 && path[1] == "thematic") {
    const auto indicator = given.text("indicator", longest_query);
    const auto year = given.whole("year", 1, 9999);
    const auto level = given.whole("level", 0, 99);
    const auto method = given.one_of("method", {"natural-breaks", "quantile", "equal-interval"}).value_or("natural-breaks");
    const auto classes = given.whole("classes", 2, 9).value_or(default_classes);
    given.finish();
    return json(answers_.thematic(indicator, year ? std::optional{static_cast<int>(*year)} : std::nullopt, level ? std::optional{static_cast<Level>(*level)} : std::nullopt,
                                  *class_method(method), static_cast<std::size_t>(classes)));
  }
  if (path.size() == 2 && path[1] == "what-if" && assumptions_.exposure) return what_if(target);
  if (path.size() == 2 && path[1] == "suitable") {
    given.finish();
    return json(assumptions_.suitable ? R"({"available":true})" : R"({"available":false})");
  }
  if (path.size() == 3 && path[1] == "suitable" && assumptions_.suitable) {
    given.finish();
    return json(assumptions_.suitable(path[2]));
  }
  if ((path.size() == 3 || (path.size() == 4 && path[3] == "figures")) && path[1] == "trials") {
    const auto between = given.optional_text("between", longest_query).value_or("");
    const auto which = static_cast<std::size_t>(given.whole("strip", 1, 999).value_or(1));
    if (path.size() == 4) {
      const auto line = given.line("line", most_of_line);
      given.finish();
      return json(answers_.trial_figures(path[2], between, which, line));
    }
    given.finish();
    return json(answers_.trial(path[2], between, which));
  }
  if (path.size() == 3 && path[1] == "divisions") {
    const auto level = given.whole("level", 0, 99);
    const auto on = given.day("on", answers_.day());
    const auto viewpoint = answers_.viewpoint(given.optional_text("viewpoint", longest_query));
    given.finish();
    return json(answers_.division(path[2], level ? std::optional{static_cast<Level>(*level)} : std::nullopt, on, viewpoint));
  }
  return nothing_here();
}

Response Site::what_if(const Target& target) const {
  Parameters given{target};
  const auto form = given.one_of("form", {"area", "track"});
  if (!form) {
    given.finish();
    return json(assumptions_.hazards());
  }
  DrawnHazard drawn;
  drawn.is_track = *form == "track";
  drawn.corners = given.line("shape", most_corners + 1);
  if (!drawn.is_track && drawn.corners.front() == drawn.corners.back()) drawn.corners.pop_back();
  if (!drawn.is_track && drawn.corners.size() < 3) {
    throw Error{Fault::invalid, "an area has three corners at least",
                {{.rule = "service.bad_parameter", .subject = {"", "", "shape"}, .facts = {{"value", std::to_string(drawn.corners.size())}, {"expected", "three positions at least"}}}}};
  }
  drawn.kind = given.text("hazard", longest_query);
  drawn.severity = static_cast<int>(given.whole("severity", 1, 99).value_or(0));
  drawn.radius_m = static_cast<double>(given.whole("radius", 0, longest_reach_m).value_or(0));
  if (const auto level = given.whole("level", 0, 99)) drawn.level = static_cast<Level>(*level);
  drawn.division = given.optional_text("division", longest_query).value_or("");
  given.finish();
  return json(assumptions_.exposure(drawn));
}

Response Site::tile(const Target& target) const {
  constexpr std::string_view ending = ".mvt";
  Parameters given{target};
  const auto named = given.optional_text("viewpoint", longest_query);
  given.finish();
  if (target.path.size() != 4 || !target.path[3].ends_with(ending) || !tiles_.tile) return nothing_here();
  const auto zoom = index_of(target.path[1]);
  const auto x = index_of(target.path[2]);
  const auto y = index_of(std::string_view{target.path[3]}.substr(0, target.path[3].size() - ending.size()));
  if (!zoom || !x || !y || *zoom < tiles_.min_zoom || *zoom > tiles_.max_zoom || *zoom > 30) return nothing_here();
  if (*x >> *zoom != 0 || *y >> *zoom != 0) return nothing_here();
  const auto viewpoint = answers_.viewpoint(named);
  auto bytes = tiles_.seen_tile ? tiles_.seen_tile(viewpoint, *zoom, *x, *y) : tiles_.tile(*zoom, *x, *y);
  if (!bytes || bytes->empty()) return {.status = 204};
  const bool packed = is_gzip(*bytes);
  return {.media_type = "application/vnd.mapbox-vector-tile", .body = std::move(*bytes), .gzip = packed};
}

std::string Site::tiles_url(const Request& request, const Target& target) const {
  Parameters given{target};
  const auto named = given.optional_text("viewpoint", longest_query);
  given.finish();
  const std::string url = "http://" + request.host + "/tiles/{z}/{x}/{y}.mvt";
  if (!named) return url;
  answers_.viewpoint(named);  // refuses what nobody has
  return url + "?viewpoint=" + percent_encoded(*named);
}

Response Site::tile_json(const std::string& url) const {
  Json document{{"tilejson", "3.0.0"}, {"tiles", Json::array({url})}, {"minzoom", tiles_.min_zoom},
                {"maxzoom", tiles_.max_zoom}};
  if (!tiles_.bounds.empty()) document["bounds"] = json_of(tiles_.bounds);
  return json(compact(document));
}

}  // namespace merestone
