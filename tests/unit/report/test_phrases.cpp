// SPDX-License-Identifier: Apache-2.0
#include "cli/report/phrases.hpp"
#include "gis/base/error.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using namespace merestone;

TEST_CASE("numbers, dates and angles as each language writes them") {
  const Phrases en{"en"}, zh{"zh_CN.UTF-8"}, fr{"fr-CA"};
  CHECK(en.number(7172480.6, 1) == "7,172,480.6");
  CHECK(fr.number(7172480.6, 1) == "7\u202f172\u202f480,6");
  CHECK(zh.number(999) == "999");
  CHECK(en.number(-1234.5, 1) == "−1,234.5");
  CHECK(en.number(-0.01, 1) == "0.0");
  CHECK(en.percent(0.18081, 2) == "18.08%");
  CHECK(fr.percent(1) == "100,0\u202f%");
  CHECK(en.km2(7172480600) == "7,172.48");
  CHECK(en.long_date(parse_date("2018-01-01")) == "1 January 2018");
  CHECK(fr.long_date(parse_date("2018-01-01")) == "1er janvier 2018");
  CHECK(fr.long_date(parse_date("2018-08-02")) == "2 août 2018");
  CHECK(zh.long_date(parse_date("2018-11-23")) == "2018年11月23日");
  CHECK(fr.short_date(parse_date("2018-01-09")) == "09/01/2018");
  CHECK(en.short_date(parse_date("2018-01-09")) == "2018-01-09");
  CHECK(en.long_date(unknown_start) == "not known");
  CHECK(en.position(from_degrees(-0.55194, 47.47167)) == "47°28′18″N 0°33′07″W");
  CHECK(fr.position(from_degrees(-0.55194, -47.99999)) == "48°00′00″S 0°33′07″O");
}

TEST_CASE("data words are translated where known and readable where not") {
  const Phrases fr{"fr"};
  CHECK(fr.word("hazard", "flood") == "Inondation");
  CHECK(fr.word("hazard", "rock_fall") == "rock fall");
}

TEST_CASE("kinds of divisions have the words of the law where a report has none of its own, in Chinese always") {
  Phrases en{"en"}, zh{"zh"}, fr{"fr"};
  for (Phrases* phrases : {&en, &zh, &fr}) {
    phrases->learn_kind("town", {"town", "镇"});
    phrases->learn_kind("town", {"another law's town", "别法之镇"});
    phrases->learn_kind("prefecture", {"prefecture", "地区"});
    phrases->learn_kind("municipality", {"municipality under the central government", "直辖市"});
    phrases->learn_kind("barangay_city", {"component city", "组成市"});
  }
  CHECK(en.word("kind", "town") == "Town");
  CHECK(en.text("kinds-town") == "towns");
  CHECK(en.text("kinds-barangay_city") == "component cities");
  CHECK(en.text("legend-line-town") == "Line of town");
  CHECK(en.text("kinds-municipality") == "municipalities");
  CHECK(zh.word("kind", "town") == "镇");
  CHECK(zh.word("kind", "prefecture") == "地区");
  CHECK(zh.text("legend-line-municipality") == "直辖市界线");
  CHECK(fr.word("kind", "town") == "town");
}

TEST_CASE("other languages are refused") {
  for (const char* language : {"", "de", "english", "e"}) {
    try {
      const Phrases phrases{language};
      FAIL("accepted " << language);
    } catch (const Error& error) {
      CHECK(error.fault() == Fault::invalid);
      CHECK(error.findings().front().rule == "report.unknown_language");
    }
  }
}

TEST_CASE("the table of words is whole: every key once, in every language, with the same facts") {
  std::ifstream in{MERESTONE_SOURCE_DIR "/cli/report/words.tsv"};
  std::set<std::string> keys;
  std::string line;
  while (std::getline(in, line)) {
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string> columns;
    std::istringstream parts{line};
    for (std::string part; std::getline(parts, part, '\t');) columns.push_back(part);
    INFO(line);
    REQUIRE(columns.size() == 4);
    CHECK(keys.insert(columns[0]).second);
    const auto facts = [](const std::string& text) {
      std::multiset<std::string> found;
      for (std::size_t i = text.find('{'); i != std::string::npos; i = text.find('{', i + 1)) {
        found.insert(text.substr(i, text.find('}', i) - i + 1));
      }
      return found;
    };
    for (std::size_t i = 1; i < 4; ++i) CHECK_FALSE(columns[i].empty());
    if (columns[0].rfind("date-", 0) == 0) continue;  // dates are composed differently
    CHECK(facts(columns[1]) == facts(columns[2]));
    CHECK(facts(columns[1]) == facts(columns[3]));
  }
  CHECK(keys.size() > 150);
}
