// SPDX-License-Identifier: Apache-2.0
#include "gis/script/han.hpp"

#include <catch2/catch.hpp>

namespace merestone {

TEST_CASE("the table of standard characters has 3,500, 3,000 and 1,605 of its three levels") {
  std::size_t count[4] = {};
  for (char32_t c = 0x3400; c <= 0x323AF; ++c) ++count[standard_level(c)];
  CHECK(count[1] == 3500);
  CHECK(count[2] == 3000);
  CHECK(count[3] == 1605);
  CHECK(standard_level(U'一') == 1);
  CHECK(standard_level(U'圩') != 0);
  CHECK(standard_level(U'臺') == 0);
  CHECK(standard_level(U'A') == 0);
}

TEST_CASE("variants share one form, and that form is its own") {
  CHECK(simplified(U'臺') == U'台');
  CHECK(simplified(U'嶽') == U'岳');
  CHECK(simplified(U'国') == U'国');
  for (char32_t c = 0x3400; c <= 0x323AF; ++c) {
    if (simplified(simplified(c)) != simplified(c)) FAIL("not settled: " << std::hex << static_cast<unsigned>(c));
  }
}

TEST_CASE("readings come with the one that place names use first") {
  CHECK(toned(readings_of(U'长').front()) == "cháng");
  CHECK(toned(readings_of(U'兴').front()) == "xīng");
  CHECK(toned(readings_of(U'绿').front()) == "lǜ");
  CHECK(readings_of(U'长').size() == 2);
  CHECK(readings_of(U'A').empty());
  for (char32_t c = 0x3400; c <= 0x9FFF; ++c) {
    if (standard_level(c) != 0 && readings_of(c).empty()) FAIL("a standard character without reading: " << std::hex << static_cast<unsigned>(c));
  }
}

TEST_CASE("tone marks stand where the rules of pinyin put them") {
  CHECK(with_tone("xian", 4) == "xiàn");
  CHECK(with_tone("guo", 1) == "guō");
  CHECK(with_tone("gui", 4) == "guì");
  CHECK(with_tone("liu", 2) == "liú");
  CHECK(with_tone("lü", 3) == "lǚ");
  CHECK(with_tone("lüe", 4) == "lüè");
  CHECK(with_tone("ou", 1) == "ōu");
  CHECK(with_tone("er", 2) == "ér");
  CHECK(with_tone("zi", 5) == "zi");
  CHECK(with_tone("ng", 2) == "ng");
}

TEST_CASE("syllables are read with a digit for the tone") {
  CHECK(toned(parse_syllable("lv4").value()) == "lǜ");
  CHECK(parse_syllable("zhuang1")->tone == 1);
  CHECK_FALSE(parse_syllable("zhuang"));
  CHECK_FALSE(parse_syllable("zzz1"));
  CHECK_FALSE(parse_syllable(""));
}

}  // namespace merestone
