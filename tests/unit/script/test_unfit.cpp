// SPDX-License-Identifier: Apache-2.0
#include "gis/script/unfit.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

namespace merestone {
namespace {

std::string rules(std::string_view text) {
  std::string out;
  for (const Finding& each : unfit(text)) out += (out.empty() ? "" : " ") + each.rule + (each.severity == Severity::error ? "!" : "");
  return out;
}

}  // namespace

TEST_CASE("names of any script are fit as they are") {
  for (const std::string_view name : {"石家庄市", "Saint-Étienne", "Ürümqi", "བོད་ལྗོངས", "ئۈرۈمچى", "Łódź", "1203高地", "국회의사당", "东京（站）", "क्‍ष", "𠮷林"}) {
    INFO(name);
    CHECK(rules(name).empty());
    CHECK(mended_name(name) == name);
  }
}

TEST_CASE("what no name may hold is an error, by name") {
  CHECK(rules("石\U0003FFFF庄") == "script.unassigned!");
  CHECK(rules("石\u0378庄") == "script.unassigned!");
  CHECK(rules("石\uE000庄") == "script.private_use!");
  CHECK(rules("石\u202E家庄") == "script.bidi_control!");
  CHECK(rules("石家庄😀") == "script.emoji!");
  CHECK(rules("石\x01庄") == "script.control!");
  CHECK(rules("石\n庄") == "script.control!");
  CHECK(rules("石\uFFFD庄") == "script.replacement!");
  CHECK(rules("\xCA\xAF\xBC\xD2") == "script.not_utf8!");  // GB18030
  CHECK(rules("") == "script.empty!");
  CHECK(rules(std::string(10'000, 'a')) == "script.too_long!");
  std::string han;
  for (int i = 0; i < 10'000; ++i) han += "山";
  CHECK(rules(han) == "script.too_long!");
}

TEST_CASE("forms that make equal names unequal are warned of, and mended") {
  const auto mends = [](std::string_view text, std::string_view rule, std::string_view right) {
    INFO(text);
    CHECK(rules(text) == rule);
    CHECK(mended_name(text) == right);
    CHECK(rules(mended_name(text)).empty());
  };
  mends("第１２弄", "script.full_width", "第12弄");
  mends("A\u030Angers", "script.mixed_forms", "Ångers");
  mends("国函［2018］185号", "script.brackets", "国函〔2018〕185号");
  mends("国函[2018]185号", "script.brackets", "国函〔2018〕185号");
  mends("石\u200B家庄", "script.invisible", "石家庄");
  mends("　石家庄 ", "script.white_space", "石家庄");
  mends("新\uF9FF", "script.compatibility", "新刺");
  mends("Le  Mans", "script.white_space", "Le Mans");
}

TEST_CASE("a finding says which characters and where the first stands") {
  const Subject subject{"names.csv", "17", "name"};
  const auto findings = unfit("石\uE000家\uE001", subject);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().subject.record == "17");
  CHECK(findings.front().facts[0].second == "U+E000, U+E001");
  CHECK(findings.front().facts[1].second == "2");
}

}  // namespace merestone
