// SPDX-License-Identifier: Apache-2.0
#include "cli/service/message.hpp"
#include "cli/service/parameters.hpp"
#include "gis/base/error.hpp"

using namespace merestone;

namespace {
std::string rule_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::invalid);
    return error.findings().empty() ? "" : error.findings().front().rule;
  }
  return "nothing thrown";
}
}  // namespace

TEST_CASE("a target comes apart into segments and parameters") {
  const auto target = parse_target("/api/divisions/49%2F7?on=2018-01-01&name=Segr%C3%A9+en&flag");
  CHECK(target.path == std::vector<std::string>{"api", "divisions", "49/7"});
  REQUIRE(target.parameters.size() == 3);
  CHECK(target.parameters[1] == std::pair<std::string, std::string>{"name", "Segré en"});
  CHECK(target.parameters[2] == std::pair<std::string, std::string>{"flag", ""});
  CHECK(parse_target("/").path.empty());
  CHECK(parse_target("/?").path.empty());
  CHECK(parse_target("/a/").path == std::vector<std::string>{"a", ""});
  CHECK(parse_target("/a+b").path == std::vector<std::string>{"a+b"});
}

TEST_CASE("broken targets are refused") {
  const auto* bad = GENERATE("", "api", "http://elsewhere/", "*", "/%", "/%4", "/%zz", "/a%00b", "/%0d%0aSet-Cookie",
                             "/%ff", "/%c0%af", "/?a=%ed%a0%80", "/?q=1&q=2", "/\x01");
  CAPTURE(bad);
  CHECK(rule_of([&] { parse_target(bad); }) == "service.bad_target");
}

TEST_CASE("parameters say what is wrong with them") {
  const auto target = parse_target("/?lon=12.5&far=1e9&day=2018-02-30&n=7&m=7x&nan=nan&extra=1");
  Parameters given{target};
  CHECK(given.number("lon", -180, 180) == 12.5);
  CHECK(given.whole("n", 1, 10) == 7);
  CHECK_FALSE(given.whole("absent", 1, 10));
  CHECK(given.day("absent", parse_date("2018-01-01")) == parse_date("2018-01-01"));
  CHECK(rule_of([&] { given.number("far", -180, 180); }) == "service.bad_parameter");
  CHECK(rule_of([&] { given.number("nan", -180, 180); }) == "service.bad_parameter");
  CHECK(rule_of([&] { given.number("absent", -180, 180); }) == "service.missing_parameter");
  CHECK(rule_of([&] { given.whole("m", 1, 10); }) == "service.bad_parameter");
  CHECK(rule_of([&] { given.whole("n", 1, 6); }) == "service.bad_parameter");
  CHECK(rule_of([&] { given.day("day", {}); }) == "service.bad_parameter");
  CHECK(rule_of([&] { given.text("day", 3); }) == "service.bad_parameter");
  CHECK(rule_of([&] { given.finish(); }) == "service.unknown_parameter");
}
