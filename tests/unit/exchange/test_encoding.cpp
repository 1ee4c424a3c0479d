// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/encoding.hpp"
#include "data/exchange/reading.hpp"
#include "data/exchange/writing.hpp"
#include "tests/unit/exchange/fixtures.hpp"

#include <catch2/catch.hpp>

using namespace merestone;
using namespace merestone::exchange;
using namespace merestone::test;

namespace {

const ReadOptions townships{.level = 4, .language = "zh"};
const std::string wuhan_gbk = "\xce\xe4\xba\xba\xca\xd0";        // 武汉市
const std::string longhui_gbk = "\xc2\xa1\xbb\xd8\xcf\xd8";      // 隆回县
const std::string rare_gb18030 = "\x82\x32\xeb\x37\xca\xd0";     // 㙍市: a four-byte character

std::string shapefile(const Folder& folder, const std::string& first, const std::string& second,
                      const std::string& code_page, unsigned language_id = 0) {
  const std::string path = folder.path("towns.shp");
  write_layers(path, {two_communes_layer()}, {.overwrite = true});
  set_shapefile_text(path, {{"420100", first}, {"430524", second}}, code_page, language_id);
  return path;
}

}  // namespace

TEST_CASE("encodings go by many names") {
  CHECK(known_encoding("UTF8") == "UTF-8");
  CHECK(known_encoding("utf-8") == "UTF-8");
  CHECK(known_encoding("GBK") == "GB18030");
  CHECK(known_encoding("ANSI 936") == "GB18030");
  CHECK(known_encoding("windows-1252") == "CP1252");
  CHECK(known_encoding("ISO-8859-1") == "ISO-8859-1");
  CHECK_FALSE(known_encoding("EBCDIC"));
  CHECK_FALSE(known_encoding("UTF-16//IGNORE"));
}

TEST_CASE("Shapefile text by what the file says of it") {
  const Folder folder;
  const auto names = [&](const std::string& path, const ReadOptions& options = townships) {
    const auto delivery = read_divisions(path, options);
    CHECK(errors_in(delivery.findings).empty());
    return std::pair{delivery.divisions[0].name, delivery.divisions[1].name};
  };
  const std::pair<std::string, std::string> right{"武汉市", "隆回县"};
  SECTION("code page file") { CHECK(names(shapefile(folder, wuhan_gbk, longhui_gbk, "GBK")) == right); }
  SECTION("code page file by number") { CHECK(names(shapefile(folder, wuhan_gbk, longhui_gbk, "936\r\n")) == right); }
  SECTION("mark in the .dbf") { CHECK(names(shapefile(folder, wuhan_gbk, longhui_gbk, "", 0x4D)) == right); }
  SECTION("UTF-8 code page") { CHECK(names(shapefile(folder, "武汉市", "隆回县", "UTF-8")) == right); }
  SECTION("characters of four bytes") {
    CHECK(names(shapefile(folder, rare_gb18030, longhui_gbk, "GB18030")).second == "隆回县");
  }
  SECTION("said by the office, over the file") {
    ReadOptions options = townships;
    options.encoding = "GB18030";
    CHECK(names(shapefile(folder, wuhan_gbk, longhui_gbk, "UTF-8"), options) == right);
  }
  SECTION("not said at all, but UTF-8") { CHECK(names(shapefile(folder, "武汉市", "隆回县", "")) == right); }
}

TEST_CASE("text in a wrong or unknown encoding is not adopted") {
  const Folder folder;
  SECTION("GBK bytes labelled UTF-8") {
    const auto delivery = read_divisions(shapefile(folder, "Angers", wuhan_gbk, "UTF-8"), townships);
    CHECK(errors_in(delivery.findings) == std::set<std::string>{"import.not_in_encoding"});
    const Finding& found = finding(delivery.findings, "import.not_in_encoding");
    CHECK(found.subject.record == "2");
    CHECK(found.subject.field == "name");
    CHECK(fact(found, "likely") == "GB18030");
  }
  SECTION("GBK bytes and nothing said") {
    const auto failure = failure_of([&] { read_divisions(shapefile(folder, wuhan_gbk, longhui_gbk, ""), townships); });
    CHECK(failure == std::pair{Fault::invalid, std::set<std::string>{"import.encoding_unclear"}});
  }
  SECTION("UTF-8 bytes labelled GBK") {
    ReadOptions options = townships;
    const auto delivery = read_divisions(shapefile(folder, "湖北省武汉市江岸区", "湖南省邵阳市隆回县", "GBK"), options);
    CHECK(errors_in(delivery.findings).size() == 1);
    CHECK((errors_in(delivery.findings).contains("import.mojibake") ||
           errors_in(delivery.findings).contains("import.not_in_encoding")));
  }
  SECTION("a label nobody knows") {
    CHECK(failure_of([&] { read_divisions(shapefile(folder, "a", "b", "EBCDIC"), townships); }).second ==
          std::set<std::string>{"import.unknown_encoding"});
  }
  SECTION("an encoding asked for that nobody knows") {
    ReadOptions options = townships;
    options.encoding = "klingon";
    CHECK(failure_of([&] { read_divisions(shapefile(folder, "a", "b", "UTF-8"), options); }).second ==
          std::set<std::string>{"import.unknown_encoding"});
  }
}

TEST_CASE("CSV in GB18030 is read when told so, and never guessed") {
  const Folder folder;
  const std::string path = folder.write("towns.csv", "行政区划代码,名称\n420100,武汉市\n");
  const std::string gbk = folder.write("gbk.csv", "code,name\n420100," + wuhan_gbk + "\n");
  CHECK(read_divisions(path, townships).divisions[0].name == "武汉市");
  CHECK(failure_of([&] { read_divisions(gbk, townships); }).second == std::set<std::string>{"import.encoding_unclear"});
  ReadOptions options = townships;
  options.encoding = "GB18030";
  CHECK(read_divisions(gbk, options).divisions[0].name == "武汉市");
  SECTION("column names in GB18030") {
    const std::string all = folder.write("all.csv", "\xb4\xfa\xc2\xeb,\xc3\xfb\xb3\xc6\n420100," + wuhan_gbk + "\n");
    CHECK(read_divisions(all, options).divisions[0].code == "420100");
    CHECK(failure_of([&] { read_divisions(all, townships); }).second == std::set<std::string>{"import.encoding_unclear"});
  }
  SECTION("with a byte order mark") {
    CHECK(read_divisions(folder.write("bom.csv", "\xef\xbb\xbf" "code,name\n1,A\n"), townships).divisions[0].code == "1");
  }
}

TEST_CASE("mojibake betrays itself") {
  const auto judge = [](const std::vector<std::string_view>& texts) { return find_mojibake(texts); };
  CHECK(judge({"Écouflant", "Angers", "Beaucouzé"}) == Mojibake::none);
  CHECK(judge({"武汉市", "隆回县", "联通", "邵阳市"}) == Mojibake::none);
  CHECK(judge({"São João", "Ñuñoa", "Łódź", "Αθήνα", "Москва"}) == Mojibake::none);
  CHECK(judge({"Angers", "Ã‰couflant"}) == Mojibake::latin);
  CHECK(judge({"BeaucouzÃ©"}) == Mojibake::latin);
  CHECK(judge({"武\xEF\xBF\xBD市"}) == Mojibake::lost);
  CHECK(judge({"锟斤拷"}) == Mojibake::lost);
  CHECK(judge({"鏉戝簞", "姝︽眽", "闅嗗洖"}) == Mojibake::chinese);
}

TEST_CASE("what is not text of a name is told with record and field") {
  const Folder folder;
  const auto found = [&](const std::string& csv) { return errors_in(read_divisions(folder.write("x.csv", csv), townships).findings); };
  CHECK(found("code,name\n1,Ã‰couflant\n") == std::set<std::string>{"import.mojibake"});
  CHECK(found("code,name\n1,A\x01" "B\n") == std::set<std::string>{"import.control_character"});
  CHECK(found("code,name\n４２０１,A\n") == std::set<std::string>{"import.full_width_digits"});
  CHECK(found("code,name\n1," + std::string(1001, 'a') + "\n") == std::set<std::string>{"import.text_too_long"});
}
