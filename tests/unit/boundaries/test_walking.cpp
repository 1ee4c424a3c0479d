// SPDX-License-Identifier: Apache-2.0
#include "gis/boundaries/walking.hpp"

#include "tests/support/sketch.hpp"

#include <algorithm>
#include <random>

using namespace merestone;

namespace {

/// Parts as text: "1+ 2-" walks stretch 1 forward and then 2 backwards.
std::string walked(const std::vector<Polyline>& paths) {
  std::vector<LooseStretch> loose;
  for (std::size_t i = 0; i < paths.size(); ++i) loose.push_back({StretchId{static_cast<std::int64_t>(i + 1)}, paths[i]});
  std::string text;
  for (const BoundaryLine::Part& part : in_walking_order(loose)) {
    text += (text.empty() ? "" : " ") + std::to_string(part.stretch.value) + (part.forward ? "+" : "-");
  }
  return text;
}

}  // namespace

TEST_CASE("stretches are walked from west to east where the line reaches farther that way") {
  const test::Sketch map{"a   b c    d"};
  CHECK(walked({map.line("ab"), map.line("bc"), map.line("cd")}) == "1+ 2+ 3+");
  CHECK(walked({map.line("cd"), map.line("cb"), map.line("ab")}) == "3+ 2- 1+");
}

TEST_CASE("and from north to south otherwise") {
  const test::Sketch map{R"(
 a

b

 c)"};
  CHECK(walked({map.line("cb"), map.line("ba")}) == "2- 1-");
}

TEST_CASE("a degree of longitude counts as it is on the ground") {
  // At 60 north, 1.5 degrees east-west are less than 1 degree north-south.
  const Polyline slant{from_degrees(10, 60), from_degrees(11.5, 61)};
  CHECK(walked({slant}) == "1-");
  const Polyline equator{from_degrees(10, 0), from_degrees(11.5, 1)};
  CHECK(walked({equator}) == "1+");
}

TEST_CASE("pieces follow each other along the line, each turned the same way") {
  const test::Sketch map{R"(
a  b    e  f

      c d)"};
  CHECK(walked({map.line("fe"), map.line("dc"), map.line("ab")}) == "3+ 2- 1-");
}

TEST_CASE("where three stretches meet a piece ends") {
  const test::Sketch map{R"(
a   b   c

    d)"};
  CHECK(walked({map.line("ab"), map.line("cb"), map.line("db")}) == "1+ 2- 3-");
}

TEST_CASE("closed pieces run counter-clockwise from their westernmost joint") {
  const test::Sketch map{R"(
 d c
a   b)"};
  CHECK(walked({map.line("cd"), map.line("ba"), map.line("cb"), map.line("ad")}) == "2- 3- 1+ 4-");
  CHECK(walked({map.line("abcda")}) == "1+");
  CHECK(walked({map.line("adcba")}) == "1-");
}

TEST_CASE("the order and direction of the input do not matter") {
  const test::Sketch map{R"(
a  b  e  f
 h  i
   c d   g)"};
  std::vector<std::pair<std::int64_t, Polyline>> pieces{{1, map.line("ab")}, {2, map.line("bc")},  {3, map.line("cd")},
                                                        {4, map.line("ef")}, {5, map.line("fg")},  {6, map.line("bi")},
                                                        {7, map.line("hih")}};
  const auto places = [&] {
    std::vector<LooseStretch> loose;
    for (const auto& [id, path] : pieces) loose.push_back({StretchId{id}, path});
    std::vector<std::pair<std::int64_t, Position>> starts;
    for (const BoundaryLine::Part& part : in_walking_order(loose)) {
      const auto found = std::find_if(pieces.begin(), pieces.end(), [&](const auto& p) { return p.first == part.stretch.value; });
      starts.emplace_back(found->first, part.forward ? found->second.front() : found->second.back());
    }
    return starts;
  };
  const auto expected = places();
  CHECK(expected.size() == pieces.size());
  std::mt19937 random{7};
  for (int i = 0; i < 50; ++i) {
    std::shuffle(pieces.begin(), pieces.end(), random);
    for (auto& [id, path] : pieces) {
      if (random() % 2 == 0) std::reverse(path.begin(), path.end());
    }
    CHECK(places() == expected);
  }
}

TEST_CASE("no stretches, no parts") { CHECK(in_walking_order({}).empty()); }
