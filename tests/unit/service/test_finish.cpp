// SPDX-License-Identifier: Apache-2.0
#include "cli/service/finish.hpp"
#include "cli/service/problem.hpp"
#include "gis/base/error.hpp"

#include <nlohmann/json.hpp>

using namespace merestone;

namespace {
std::string header(const Response& response, const std::string& name) {
  for (const auto& [key, value] : response.headers)
    if (key == name) return value;
  return "";
}
}  // namespace

TEST_CASE("gzip round trip, and hostile bytes") {
  const std::string text(100'000, 'm');
  CHECK(unzipped(gzipped(text)) == text);
  CHECK(unzipped(gzipped("")).empty());
  CHECK(gzipped(text).size() < 1000);
  CHECK_THROWS_AS(unzipped("no gzip at all, but long enough"), Error);
  CHECK_THROWS_AS(unzipped("\x1f\x8b"), Error);
  auto cut = gzipped(text);
  cut.erase(cut.size() / 2, 20);
  CHECK_THROWS_AS(unzipped(cut), Error);
  CHECK_THROWS_AS(unzipped(gzipped(text), 99'999), Error);
}

TEST_CASE("a body is packed only for those who take it") {
  const std::string long_text(5000, 'x');
  const auto plain = finish({}, {.media_type = "text/plain", .body = long_text});
  CHECK_FALSE(plain.gzip);
  const auto packed = finish({.accepts_gzip = true}, {.media_type = "text/plain", .body = long_text});
  CHECK(packed.gzip);
  CHECK(unzipped(packed.body) == long_text);
  CHECK(header(plain, "ETag") != header(packed, "ETag"));
  const auto kept = finish({}, {.media_type = "text/plain", .body = gzipped(long_text), .gzip = true});
  CHECK(kept.body == long_text);
  CHECK_FALSE(finish({.accepts_gzip = true}, {.media_type = "text/plain", .body = "short"}).gzip);
}

TEST_CASE("a client that has it already gets no body") {
  const Response page{.media_type = "text/plain", .body = "map"};
  const auto etag = header(finish({}, page), "ETag");
  REQUIRE(etag.size() > 10);
  const auto answer = [&](const std::string& list) { return finish({.if_none_match = list}, page).status; };
  CHECK(answer(etag) == 304);
  CHECK(answer("W/" + etag) == 304);
  CHECK(answer("\"other\", " + etag + ", \"third\"") == 304);
  CHECK(answer("*") == 304);
  CHECK(answer("\"other\"") == 200);
  CHECK(answer(etag.substr(1)) == 200);
  CHECK(answer("") == 200);
  CHECK(finish({.if_none_match = etag}, page).body.empty());
  CHECK(finish({.if_none_match = "*"}, problem(404, "")).status == 404);
}

TEST_CASE("every answer carries the headers that keep a browser safe, and none that opens it") {
  for (const auto& answer : {finish({}, {.media_type = "text/html", .body = "x"}), finish({}, problem(404, "no"))}) {
    CHECK(header(answer, "Content-Security-Policy").find("default-src 'self'") == 0);
    CHECK(header(answer, "X-Content-Type-Options") == "nosniff");
    CHECK(header(answer, "Referrer-Policy") == "no-referrer");
    CHECK(header(answer, "Access-Control-Allow-Origin").empty());
  }
}

TEST_CASE("faults become problems with sentences in both languages") {
  const Error error{Fault::missing, "no such code",
                    {{.rule = "service.no_division", .facts = {{"code", "49\xff"}, {"on", "2018-01-01"}}}}};
  const auto response = problem(error);
  CHECK(response.status == 404);
  CHECK(response.media_type == "application/problem+json");
  const auto json = nlohmann::json::parse(response.body);
  CHECK(json["status"] == 404);
  CHECK(json["title"] == "Not found");
  CHECK(json["detail"] == "no such code");
  CHECK(json["findings"][0]["rule"] == "service.no_division");
  CHECK(json["findings"][0]["en"].get<std::string>().find("No division has the code") == 0);
  CHECK_FALSE(json["findings"][0]["zh"].get<std::string>().empty());
  CHECK(status_of(Fault::invalid) == 400);
  CHECK(status_of(Fault::conflict) == 409);
  CHECK(status_of(Fault::unavailable) == 503);
}
