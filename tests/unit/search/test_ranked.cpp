// SPDX-License-Identifier: Apache-2.0
#include "gis/search/ranked.hpp"

#include <algorithm>
#include <random>

using namespace merestone::search;

TEST_CASE("the values of any ranges come smallest first") {
  std::mt19937 random{1};
  for (const std::size_t size : {1U, 2U, 15U, 16U, 17U, 255U, 256U, 257U, 5000U}) {
    std::vector<std::uint32_t> values(size);
    for (auto& value : values) value = static_cast<std::uint32_t>(random() % 10'000);
    const auto minima = minima_of(values);
    const Ranked order{values, minima};
    for (int round = 0; round < 20; ++round) {
      const auto a = static_cast<std::uint32_t>(random() % (size + 1)), b = static_cast<std::uint32_t>(random() % (size + 1));
      const Range range{std::min(a, b), std::max(a, b)};
      std::vector<std::uint32_t> expected(values.begin() + range.lo, values.begin() + range.hi), found;
      std::sort(expected.begin(), expected.end());
      BestFirst best{order};
      best.add(range);
      while (const auto value = best.next()) found.push_back(*value);
      REQUIRE(found == expected);
    }
  }
}

TEST_CASE("minima take little room beside the values") {
  CHECK(minima_of(std::vector<std::uint32_t>(100'000)).size() < 6'700);
  CHECK(minima_of(std::vector<std::uint32_t>(1)).empty());
  CHECK(minima_of({}).empty());
}
