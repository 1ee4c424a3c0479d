// SPDX-License-Identifier: Apache-2.0
#include "gis/names/checks/same_names.hpp"

#include <catch2/catch.hpp>

namespace merestone {
namespace {

const std::vector<LikeName> names{{1, "王庄", {}, "22200", 0, "130104001", {}, {}}, {2, "王莊", {}, "22200", 0, "130104002", {}, {}},
                                  {3, "王庄", {}, "22200", 0, "130105001", {}, {}}, {4, "汪庄", {}, "22200", 0, "130104003", {}, {}},
                                  {5, "王庄", {}, "23400", 0, "130104001", {}, {}}, {6, "乐村", "yue4 cun1", "22200", 0, "130104001", {}, {}},
                                  {7, "岳村", {}, "22200", 0, "130104001", {}, {}}};

/// Within the class and, but for `all_counties`, the county of each.
std::vector<ComparedWithin> of_one_class(bool all_counties = false) {
  std::vector<ComparedWithin> within;
  for (const LikeName& name : names) {
    const DivisionAround county = name.division.starts_with("130105") ? DivisionAround{3, "8", "东县"} : DivisionAround{3, "9", "西县"};
    within.push_back({all_counties ? DivisionAround{} : county, name.class_code});
  }
  return within;
}

}  // namespace

TEST_CASE("same names are counted by division and class, whatever form they are written in") {
  const auto report = same_names(names, of_one_class(), SameBy::name);
  REQUIRE(report.groups.size() == 1);
  CHECK(report.groups[0].division.name == "西县");
  CHECK(report.groups[0].members == std::vector<std::size_t>{0, 1});
  const auto wider = same_names(names, of_one_class(true), SameBy::name);
  REQUIRE(wider.counts.size() == 1);
  CHECK(wider.counts[0].names == 3);
}

TEST_CASE("names of one sound, by the confirmed reading where there is one") {
  const auto report = same_names(names, of_one_class(), SameBy::sound);
  REQUIRE(report.counts.size() == 1);
  CHECK(report.counts[0].groups == 2);
  CHECK(report.counts[0].names == 5);
  CHECK(report.groups[0].key == "wangzhuang");  // the largest first
  CHECK(report.groups[0].members == std::vector<std::size_t>{0, 1, 3});
  CHECK(report.groups[1].members == std::vector<std::size_t>{5, 6});
}

TEST_CASE("names are compared within the division of a level, or the next above where a chain leaves it out") {
  const std::vector<DivisionAround> commune{{4, "49007", "Angers"}, {2, "49", "Maine-et-Loire"}, {1, "52", "Pays de la Loire"}};
  CHECK(compared_within(commune, 4).code == "49007");
  CHECK(compared_within(commune, 3).code == "49");
  CHECK(compared_within(commune, 1).code == "52");
  CHECK(compared_within(commune, 0).code.empty());
  CHECK(compared_within({}, 3).level == 0);
  // A region and a department may have one code; they are two divisions.
  const std::vector<LikeName> two{{1, "Le Bourg", {}, "P", 0, "", {}, {}}, {2, "Le Bourg", {}, "P", 0, "", {}, {}}};
  CHECK(same_names(two, std::vector<ComparedWithin>{{{1, "52", "Pays de la Loire"}, "P"}, {{2, "52", "Haute-Marne"}, "P"}}, SameBy::name).groups.empty());
}

TEST_CASE("names are compared within the class of a level of the tree, however its codes are written") {
  const ClassScheme nested{.id = "nested", .nested = true, .classes = {{.code = "2"}, {.code = "21", .parent = "2"}, {.code = "216", .parent = "21"}}};
  CHECK(compared_within(nested, "21620", 2) == "21");
  CHECK(compared_within(nested, "21620", 1) == "2");
  CHECK(compared_within(nested, "21620", 0).empty());
  CHECK(compared_within(nested, "2", 2) == "2");
  CHECK(compared_within(nested, "9", 2) == "9");
  const ClassScheme letters{.id = "letters", .classes = {{.code = "T"}, {.code = "T.MT", .parent = "T"}}};
  CHECK(compared_within(letters, "T.MT", 1) == "T");
  CHECK(compared_within(letters, "T.MT", 2) == "T.MT");
}

TEST_CASE("without more everything is one division and one class") {
  const auto report = same_names(names, {}, SameBy::name);
  REQUIRE(report.groups.size() == 1);
  CHECK(report.groups[0].members.size() == 4);
  CHECK(same_names({}, {}, SameBy::name).groups.empty());
}

}  // namespace merestone
