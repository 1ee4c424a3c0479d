// SPDX-License-Identifier: Apache-2.0
#include "gis/script/fold.hpp"

#include <catch2/catch.hpp>

namespace merestone {

TEST_CASE("one key for what is the same to somebody who searches") {
  const auto same = [](std::string_view a, std::string_view b) {
    INFO(a << " → " << folded(a) << ", " << b << " → " << folded(b));
    CHECK(folded(a) == folded(b));
  };
  SECTION("case and width") {
    same("Angers", "ANGERS");
    same("ＡＢＣ１２３", "abc123");
    same("Straße", "STRASSE");
    same("第１２弄", "第12弄");
  }
  SECTION("diacritics, also of letters that Unicode does not take apart") {
    same("København", "Kobenhavn");
    same("Łódź", "lodz");
    same("Đà Nẵng", "da nang");
    same("Ürümqi", "urumqi");
    same("U\u0308ru\u0308mqi", "Ürümqi");
    same("Mâcon", "macon");
    same("Þingvellir", "thingvellir");
    same("Αθήνα", "αθηνα");
    same("Орёл", "орел");
  }
  SECTION("traditional, Japanese and other variants of Han characters") {
    same("臺灣海峽", "台湾海峡");
    same("廣州", "广州");
    same("嶽麓", "岳麓");
    same("玉峯", "玉峰");
    same("金沢", "金泽");
  }
  SECTION("brackets, apostrophes, dashes, white space") {
    same("国函〔2018〕185号", "国函[2018]185号");
    same("国函〔2018〕185号", "国函（2018）185号");
    same("Xi'an", "Xi’an");
    same("Xi'an", "xian");
    same("Saint-Étienne", "saint  etienne");
    same("　石家庄 ", "石家庄");
    same("阿·巴嘎", "阿 巴嘎");
  }
  SECTION("what cannot be seen") {
    same("石\u200B家\uFEFF庄", "石家庄");
    same("\u202E石家庄\u202C", "石家庄");
  }
  SECTION("Arabic without vowel points, digits of other scripts") {
    same("الرِّيَاض", "الرياض");
    same("١٢٣", "123");
  }
}

TEST_CASE("what differs keeps different keys") {
  CHECK(folded("长安") != folded("常安"));
  CHECK(folded("大同") != folded("大桐"));
  CHECK(folded("が") != folded("か"));
  CHECK(folded("नमस्ते") != folded("नमसत"));
  CHECK(folded("가평") == "가평");
}

TEST_CASE("marks that belong to their script compose as they should") {
  CHECK(folded("か\u3099") == folded("が"));
  CHECK(folded("ｶﾞ") == folded("ガ"));
  CHECK(folded("\u1100\u1161") == "가");
}

TEST_CASE("bytes that are no text become replacement characters, and nothing breaks") {
  CHECK(folded("a\xFF\xC0z") == "a\uFFFD\uFFFDz");
  CHECK(folded("\xE4\xB8") == "\uFFFD\uFFFD");
  CHECK(folded("").empty());
  CHECK(folded(" 'ـ ").empty());
}

TEST_CASE("a key is appended to what is there") {
  std::string out = "x ";
  fold_into(" Å ", out);
  CHECK(out == "x a");
}

}  // namespace merestone
