// SPDX-License-Identifier: Apache-2.0
#include "gis/disputes/opinion.hpp"
#include "tests/support/sketch.hpp"
#include "tests/unit/disputes/law.hpp"

#include <catch2/catch.hpp>

using namespace merestone;
using namespace merestone::test;

namespace {

const Sketch map{R"(
a  b  c

d  e  f)"};
const std::vector<DivisionId> parties{DivisionId{1}, DivisionId{2}};
const Date today = parse_date("2024-01-01");

LineOpinion claim(std::string_view letters) {
  LineOpinion opinion;
  opinion.holder = parties[0];
  opinion.path = map.line(letters);
  opinion.left = parties[0];
  opinion.right = parties[1];
  opinion.valid.from = parse_date("2020-01-01");
  return opinion;
}

std::vector<std::string> found(const LineOpinion& opinion) { return rules_of(check_opinion(opinion, parties, today)); }

}  // namespace

TEST_CASE("lines that can be an opinion") {
  CHECK(found(claim("abc")).empty());
  CHECK(found(claim("abfeda")).empty());  // closed
  LineOpinion area = claim("");
  area.area = {{map.line("def"), {}}};
  CHECK(found(area).empty());
}

TEST_CASE("lines that cannot") {
  CHECK(found(claim("")) == Rules{"opinion.nothing_drawn"});
  CHECK(found(claim("aaa")) == Rules{"opinion.zero_length"});
  CHECK(found(claim("aecdb")) == Rules{"opinion.crosses_itself"});
  CHECK(found(claim("aeda")).empty());
  CHECK(found(claim("aba")) == Rules{"opinion.crosses_itself"});   // back on its own way
  CHECK(found(claim("abcb")) == Rules{"opinion.crosses_itself"});
  CHECK(found(claim("abeba")) == Rules{"opinion.crosses_itself"});
  LineOpinion sideless = claim("abc");
  sideless.right = {};
  CHECK(found(sideless) == Rules{"opinion.no_sides"});
  LineOpinion other = claim("abc");
  other.holder = DivisionId{3};
  CHECK(found(other) == Rules{"opinion.not_a_party"});
  other.holder = {};
  CHECK(found(other) == Rules{"opinion.no_holder"});
  other.kind = OpinionKind::legal;
  CHECK(found(other).empty());
  other.valid.from = parse_date("2024-01-02");
  CHECK(found(other) == Rules{"opinion.in_future"});
}

TEST_CASE("a line that lies nowhere on the ground of the parties is refused, one that runs out of it is told") {
  const MultiPolygon ground{{map.line("abed"), {}}};  // c and f lie outside
  const auto reach = [&](const LineOpinion& opinion) { return check_reach(opinion, ground); };
  CHECK(reach(claim("ae")).empty());
  CHECK(reach(claim("abe")).empty());  // along its border
  const auto off = reach(claim("cf"));
  REQUIRE(rules_of(off) == Rules{"opinion.off_ground"});
  CHECK(off[0].severity == Severity::error);
  CHECK(std::ranges::find(off[0].facts, std::pair<std::string, std::string>{"km", "inf"}) == off[0].facts.end());
  const auto partly = reach(claim("aef"));
  REQUIRE(rules_of(partly) == Rules{"opinion.leaves_ground"});
  CHECK(partly[0].severity == Severity::warning);
  LineOpinion area = claim("");
  area.area = {{map.line("bcfe"), {}}};
  CHECK(rules_of(reach(area)) == Rules{"opinion.leaves_ground"});  // one side of it is the border
  CHECK(check_reach(claim("cf"), {}).empty());  // no ground on record to hold it against
}

TEST_CASE("lines nearer than their accuracy are not told apart") {
  CHECK(distinguishable(11, 3, 4));
  CHECK_FALSE(distinguishable(10, 3, 4));
  CHECK(distinguishable(0.1, 0, 0));
}

TEST_CASE("every kind has its word") {
  for (const char* word : {"legal", "customary", "administered", "resource", "claim", "proposal", "final"}) {
    CHECK(word_of(opinion_kind(word).value()) == word);
  }
  CHECK(!opinion_kind("wish"));
}
