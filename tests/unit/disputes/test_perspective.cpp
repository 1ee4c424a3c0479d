// SPDX-License-Identifier: Apache-2.0
#include "gis/disputes/perspective.hpp"

#include <catch2/catch.hpp>

using namespace merestone;
using Mode = LinePerspectives::Mode;
using Stance = Perspective::Stance;

TEST_CASE("Overture's algorithm, case by case") {
  CHECK(is_shown_to("X", {false, Mode::accepted_by, {}}));
  CHECK(is_shown_to("X", {true, Mode::accepted_by, {}}));  // disputed without perspectives: a best guess
  CHECK(is_shown_to("X", {true, Mode::accepted_by, {"W", "X"}}));
  CHECK_FALSE(is_shown_to("X", {true, Mode::accepted_by, {"W"}}));
  CHECK(is_shown_to("X", {true, Mode::disputed_by, {"W"}}));
  CHECK_FALSE(is_shown_to("X", {true, Mode::disputed_by, {"W", "X"}}));
}

TEST_CASE("what viewers say of a claim becomes its perspectives") {
  const ClaimId west{1}, east{2}, other{3};
  const std::vector<Perspective> all{{west, "Z", Stance::accepted, "", {}},
                                     {west, "A", Stance::accepted, "line_of_control", {}},
                                     {west, "B", Stance::disputed, "", {}},
                                     {east, "A", Stance::disputed, "", {}}};
  const auto of_west = perspectives_of(west, all);
  CHECK(of_west.mode == Mode::accepted_by);
  CHECK(of_west.viewers == std::vector<std::string>{"A", "Z"});
  const auto of_east = perspectives_of(east, all);
  CHECK(of_east.mode == Mode::disputed_by);
  CHECK_FALSE(is_shown_to("A", of_east));
  CHECK(is_shown_to("C", of_east));
  CHECK(perspectives_of(other, all).viewers.empty());
  CHECK(drawn_as(west, "A", all) == "line_of_control");
  CHECK(drawn_as(west, "Z", all).empty());
}
