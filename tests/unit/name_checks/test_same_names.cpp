// SPDX-License-Identifier: Apache-2.0
#include "gis/names/checks/same_names.hpp"

#include <catch2/catch.hpp>

namespace merestone {
namespace {

const std::vector<LikeName> names{{1, "王庄", {}, "22200", 0, "130104001", {}, {}}, {2, "王莊", {}, "22200", 0, "130104002", {}, {}},
                                  {3, "王庄", {}, "22200", 0, "130105001", {}, {}}, {4, "汪庄", {}, "22200", 0, "130104003", {}, {}},
                                  {5, "王庄", {}, "23400", 0, "130104001", {}, {}}, {6, "乐村", "yue4 cun1", "22200", 0, "130104001", {}, {}},
                                  {7, "岳村", {}, "22200", 0, "130104001", {}, {}}};

/// Counties for townships, by no digits of their codes: 1a and 1b lie in 9, 2a in 8.
std::vector<DivisionAround> counties() {
  std::vector<DivisionAround> within;
  for (const LikeName& name : names) within.push_back(name.division.starts_with("130105") ? DivisionAround{3, "8", "东县"} : DivisionAround{3, "9", "西县"});
  return within;
}

}  // namespace

TEST_CASE("same names are counted by division and class, whatever form they are written in") {
  const auto report = same_names(names, counties(), SameBy::name, 5);
  REQUIRE(report.groups.size() == 1);
  CHECK(report.groups[0].division.name == "西县");
  CHECK(report.groups[0].members == std::vector<std::size_t>{0, 1});
  const auto wider = same_names(names, {}, SameBy::name, 5);
  REQUIRE(wider.counts.size() == 1);
  CHECK(wider.counts[0].names == 3);
}

TEST_CASE("names of one sound, by the confirmed reading where there is one") {
  const auto report = same_names(names, counties(), SameBy::sound, 5);
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
  CHECK(same_names(two, std::vector<DivisionAround>{{1, "52", "Pays de la Loire"}, {2, "52", "Haute-Marne"}}, SameBy::name, 1).groups.empty());
}

TEST_CASE("without digits everything is one division and one class") {
  const auto report = same_names(names, {}, SameBy::name, 0);
  REQUIRE(report.groups.size() == 1);
  CHECK(report.groups[0].members.size() == 4);
  CHECK(same_names({}, {}, SameBy::name, 2).groups.empty());
}

}  // namespace merestone
