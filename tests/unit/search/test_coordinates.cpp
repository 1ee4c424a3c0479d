// SPDX-License-Identifier: Apache-2.0
#include "gis/search/coordinates.hpp"

using namespace merestone;
using search::read_position;

TEST_CASE("positions as people write them") {
  const auto tiananmen = from_degrees(116 + 23 / 60.0 + 29 / 3600.0, 39 + 54 / 60.0 + 20 / 3600.0);
  for (const char* text : {"39°54′20″N, 116°23′29″E", "东经116°23′29″ 北纬39°54′20″", "北纬39度54分20秒，东经116度23分29秒",
                           "N39 54 20 E116 23 29", "116°23'29\"E 39°54'20\"N", "39° 54' 20'' N 116° 23' 29'' E", "東經１１６°２３′２９″ 北緯３９°５４′２０″"}) {
    CAPTURE(text);
    const auto found = read_position(text);
    REQUIRE(found);
    CHECK(std::abs(found->position.lon - tiananmen.lon) <= 1);
    CHECK(std::abs(found->position.lat - tiananmen.lat) <= 1);
    CHECK(!found->order_assumed);
  }
}

TEST_CASE("decimal degrees: longitude first unless something tells otherwise") {
  const auto position = from_degrees(116.39, 39.9);
  CHECK(read_position("116.39 39.9")->position == position);
  CHECK(read_position("39.9, 116.39")->position == position);  // beyond 90: a longitude
  CHECK(!read_position("39.9, 116.39")->order_assumed);
  CHECK(read_position("39.9N 116.39E")->position == position);
  CHECK(read_position("E116.39,N39.9")->position == position);
  CHECK(read_position("-0.552 47.4716")->position == from_degrees(-0.552, 47.4716));
  CHECK(read_position("-0.552 47.4716")->order_assumed);
  CHECK(read_position("33.9S 18.4E")->position == from_degrees(18.4, -33.9));
}

TEST_CASE("what is no position is none") {
  for (const char* text : {"", "12", "110101", "石家庄", "1 2 3", "91N 0E", "0E 181E", "39°75′N 116°E", "N39 E", "1203高地", "116.39 39.9 x", "1..2 3", "N N", "°", "12°"}) {
    CAPTURE(text);
    CHECK(!read_position(text));
  }
}
