// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/columns.hpp"
#include "data/exchange/problems.hpp"
#include "tests/unit/exchange/fixtures.hpp"

#include <catch2/catch.hpp>

using namespace merestone;
using namespace merestone::exchange;
using namespace merestone::test;

namespace {

const FieldPlan divisions{{"code", "name", "parent", "level"}, {"code", "name"}};

std::map<std::string, std::string> mapped(const std::vector<std::string>& columns,
                                          const std::map<std::string, std::string>& given = {},
                                          const FieldPlan& plan = divisions) {
  Problems problems{"file"};
  std::map<std::string, std::string> result;
  for (const Slot& slot : map_columns(plan, columns, given, problems)) {
    result[slot.field] = slot.column;
    CHECK(columns[slot.index] == slot.column);
  }
  CHECK(problems.take().size() == 1);  // the note that tells the mapping
  return result;
}

using Map = std::map<std::string, std::string>;

}  // namespace

TEST_CASE("columns are found under the names that agencies use") {
  CHECK(mapped({"INSEE_COM", "NOM_COM", "INSEE_DEP"}) == Map{{"code", "INSEE_COM"}, {"name", "NOM_COM"}, {"parent", "INSEE_DEP"}});
  CHECK(mapped({"行政区划代码", "名称", "上级代码"}) == Map{{"code", "行政区划代码"}, {"name", "名称"}, {"parent", "上级代码"}});
  CHECK(mapped({"adcode", "name", "parent", "level"}) == Map{{"code", "adcode"}, {"name", "name"}, {"parent", "parent"}, {"level", "level"}});
  CHECK(mapped({"code", "name", "dep", "reg"}) == Map{{"code", "code"}, {"name", "name"}, {"parent", "dep"}});
  CHECK(mapped({"dep", "nom", "reg"}) == Map{{"code", "dep"}, {"name", "nom"}, {"parent", "reg"}});
}

TEST_CASE("what the office says goes before what is common, and can be nothing") {
  CHECK(mapped({"code", "name", "official"}, {{"name", "official"}}) == Map{{"code", "code"}, {"name", "official"}});
  CHECK(mapped({"code", "name", "dep"}, {{"parent", ""}}) == Map{{"code", "code"}, {"name", "name"}});
}

TEST_CASE("missing columns are told with those that are there") {
  Problems problems{"file"};
  CHECK(failure_of([&] { map_columns(divisions, {"a", "name"}, {}, problems); }).second == std::set<std::string>{"import.missing_column"});
  CHECK(failure_of([&] { map_columns(divisions, {"code", "name"}, {{"code", "kode"}}, problems); }).second ==
        std::set<std::string>{"import.missing_column"});
  CHECK(failure_of([&] { map_columns(divisions, {"code", "name"}, {{"colour", "name"}}, problems); }).second ==
        std::set<std::string>{"import.unknown_field"});
}

TEST_CASE("names in several languages") {
  CHECK(language_of_column("name:fr") == "fr");
  CHECK(language_of_column("name_zh-Hant") == "zh-Hant");
  CHECK(language_of_column("nom_br") == "br");
  CHECK_FALSE(language_of_column("nom_com"));
  CHECK_FALSE(language_of_column("name"));
  CHECK_FALSE(language_of_column("name_1"));
  const FieldPlan places{{"name"}, {"name"}, true};
  CHECK(mapped({"name", "name:fr", "name_zh"}, {}, places) == Map{{"name", "name"}, {"name:fr", "name:fr"}, {"name:zh", "name_zh"}});
}

TEST_CASE("findings of one rule are bounded, the last tells how many more there are") {
  Problems problems{"file"};
  for (std::size_t i = 1; i <= 250; ++i) problems.error("import.off_globe", i, "");
  const auto findings = problems.take();
  CHECK(findings.size() == 100);
  CHECK(fact(findings.back(), "more") == "150");
}
