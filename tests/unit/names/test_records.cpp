// SPDX-License-Identifier: Apache-2.0
#include "gis/names/check_record.hpp"
#include "gis/names/place_code.hpp"
#include "tests/support/findings.hpp"

#include <catch2/catch.hpp>

using namespace merestone;
using namespace merestone::test;

namespace {

PlaceName name(const char* text) {
  PlaceName made;
  made.text = text;
  made.language = "zh";
  made.source = "survey";
  return made;
}

}  // namespace

TEST_CASE("PN-30: the place code of the sample reads back, and says what it is of") {
  const auto parts = parse_place_code("33038100122100000001");
  REQUIRE(parts);
  CHECK(parts->division == "330381");
  CHECK(parts->township == "001");
  CHECK(parts->type == "22100");
  CHECK(parts->serial == 1);
  CHECK(to_string(*parts) == "33038100122100000001");
  for (const char* bad : {"", "3303810012210000000", "3303810012210000000x", "33038100122100000000"}) CHECK_FALSE(parse_place_code(bad));
}

TEST_CASE("PN-30: what crosses divisions takes the lowest common one, the rest zeros") {
  const std::vector<std::string> same{"330381001", "330381002"}, prefecture{"330381", "330302"}, provinces{"330381", "420600"}, one{"330381001"};
  CHECK(common_division(same) == "330381000");
  CHECK(common_division(prefecture) == "330300000");
  CHECK(common_division(provinces) == "000000000");
  CHECK(common_division(one) == "330381001");
  CHECK(rules_of(check_place_code("33038100122100000001", one, "22100")).empty());
  CHECK(rules_of(check_place_code("33030000022100000001", prefecture, "22100")).empty());
  CHECK(rules_of(check_place_code("33038100122100000001", prefecture, "23000")) == Rules{"name.place_code_division", "name.place_code_class"});
  CHECK(rules_of(check_place_code("3303", one, "")) == Rules{"name.place_code"});
}

TEST_CASE("language tags and script codes have a form") {
  for (const char* tag : {"zh", "zh-Hant", "zh-Hans-CN", "ug-Arab-CN", "und", "x-local", "gsw", "zh-cmn-Hans-CN", "zh-Latn-pinyin", "sl-rozaj-1994", "de-419", "de-a-value-x-mine"}) CHECK(is_language_tag(tag));
  for (const char* tag : {"", "z", "zh_CN", "zh-", "中文", "zh-toolongpart", "12", "xx-bad-lang-code", "zh-CN-Hans", "zh-a", "zh-x", "abcd"}) CHECK_FALSE(is_language_tag(tag));
  for (const char* tag : {"zh", "ug-Arab", "und", "gsw", "bo"}) CHECK(is_known_language(tag));
  CHECK_FALSE(is_known_language("xx"));
  PlaceName foreign = name("向阳路");
  foreign.language = "xx";
  CHECK(rules_of(check_name(foreign)) == Rules{"name.unknown_language"});
  CHECK(is_script_code("Latn"));
  for (const char* code : {"latn", "LATN", "Lat", "汉"}) CHECK_FALSE(is_script_code(code));
}

TEST_CASE("characters that no name has are refused, those that scripts need are not") {
  CHECK(rules_of(check_name(name("向阳路"))).empty());
  CHECK(rules_of(check_name(name("ئۈرۈمچى"))).empty());
  CHECK(rules_of(check_name(name("نام\xE2\x80\x8Cجای"))).empty());             // zero width non-joiner in Persian
  CHECK(rules_of(check_name(name("向\xE2\x80\xAE阳路"))) == Rules{"name.controls"});  // right-to-left override
  CHECK(rules_of(check_name(name("向\t阳路"))) == Rules{"name.controls"});
  CHECK(rules_of(check_name(name("向\xEE\x80\x80路"))) == Rules{"name.unassigned"});  // private use
  CHECK(rules_of(check_name(name("  "))) == Rules{"name.empty"});
  CHECK(rules_of(check_name(name("\xC4\xE3"))) == Rules{"name.controls"});  // GB 18030 taken for UTF-8
  std::string endless;
  for (int i = 0; i < 10'000; ++i) endless += "长";
  CHECK(rules_of(check_name(name(endless.c_str()))) == Rules{"name.too_long"});
}

TEST_CASE("the parts of a name make up the name") {
  PlaceName street = name("向阳路");
  street.specific = "向阳";
  street.generic = "路";
  CHECK(check_name(street).empty());
  street.generic = "街";
  CHECK(rules_of(check_name(street)) == Rules{"name.parts"});
  PlaceName bay = name("Bay of Plenty");
  bay.language = "en";
  bay.specific = "of Plenty";
  bay.generic = "Bay";
  CHECK(check_name(bay).empty());
}

TEST_CASE("a place has one official name in a language at a time") {
  PlaceRecord record;
  CHECK(rules_of(check_record(record, {})) == Rules{"name.no_name"});
  record.names = {name("襄樊市"), name("襄阳市")};
  CHECK(rules_of(check_record(record, {})) == Rules{"name.officials"});
  record.names[0].valid = *parse_edtf("../2010-12-08");
  record.names[1].valid = *parse_edtf("2010-12-09/..");
  CHECK(check_record(record, {}).empty());
  record.names.push_back(name("Xiangyang"));
  record.names.back().language = "en";
  CHECK(check_record(record, {}).empty());
  record.shapes.emplace_back();
  CHECK(rules_of(check_record(record, {})) == Rules{"name.shape"});
}

TEST_CASE("a delivered name that a table takes for a formula is doubtful, one with a sign inside is not") {
  PlaceRecord record;
  record.names = {name("=1+1"), name("@路"), name("A+B路")};
  std::vector<std::string> doubtful;
  for (const Finding& f : check_delivered(record))
    if (f.rule == "name.formula") doubtful.push_back(f.facts.front().second);
  CHECK(doubtful == std::vector<std::string>{"=1+1", "@路"});
}

TEST_CASE("two records of one place that are of two classes of a scheme are told") {
  PlaceRecord gone, stays;
  gone.classes = {{0, "cn-18521", "22200"}, {0, "geonames", "P.PPL"}};
  stays.classes = {{0, "cn-18521", "22200"}, {0, "gnis", "Populated Place"}};
  CHECK(check_merge(gone, stays).empty());
  stays.classes[0].code = "23";
  CHECK(rules_of(check_merge(gone, stays)) == Rules{"name.classes_differ"});
}
