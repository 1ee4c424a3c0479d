// SPDX-License-Identifier: Apache-2.0
#include "gis/names/checks/same_names.hpp"

#include <catch2/catch.hpp>

namespace merestone {
namespace {

const std::vector<LikeName> names{{1, "王庄", {}, "22200", 0, "130104001", {}, {}}, {2, "王莊", {}, "22200", 0, "130104002", {}, {}},
                                  {3, "王庄", {}, "22200", 0, "130105001", {}, {}}, {4, "汪庄", {}, "22200", 0, "130104003", {}, {}},
                                  {5, "王庄", {}, "23400", 0, "130104001", {}, {}}, {6, "乐村", "yue4 cun1", "22200", 0, "130104001", {}, {}},
                                  {7, "岳村", {}, "22200", 0, "130104001", {}, {}}};

}  // namespace

TEST_CASE("same names are counted by division and class, whatever form they are written in") {
  const auto report = same_names(names, SameBy::name, 6, 5);
  REQUIRE(report.groups.size() == 1);
  CHECK(report.groups[0].division == "130104");
  CHECK(report.groups[0].members == std::vector<std::size_t>{0, 1});
  const auto wider = same_names(names, SameBy::name, 4, 5);
  REQUIRE(wider.counts.size() == 1);
  CHECK(wider.counts[0].names == 3);
}

TEST_CASE("names of one sound, by the confirmed reading where there is one") {
  const auto report = same_names(names, SameBy::sound, 6, 5);
  REQUIRE(report.counts.size() == 1);
  CHECK(report.counts[0].groups == 2);
  CHECK(report.counts[0].names == 5);
  CHECK(report.groups[0].key == "wangzhuang");  // the largest first
  CHECK(report.groups[0].members == std::vector<std::size_t>{0, 1, 3});
  CHECK(report.groups[1].members == std::vector<std::size_t>{5, 6});
}

TEST_CASE("without digits everything is one division and one class") {
  const auto report = same_names(names, SameBy::name, 0, 0);
  REQUIRE(report.groups.size() == 1);
  CHECK(report.groups[0].members.size() == 4);
  CHECK(same_names({}, SameBy::name, 6, 2).groups.empty());
}

}  // namespace merestone
