// SPDX-License-Identifier: Apache-2.0
#include "gis/search/ranked.hpp"

#include <algorithm>
#include <random>

using namespace merestone::search;

namespace {

std::vector<std::uint32_t> some_values(std::size_t size, std::uint32_t below, unsigned seed) {
  std::mt19937 random{seed};
  std::vector<std::uint32_t> values(size);
  for (auto& value : values) value = static_cast<std::uint32_t>(random()) % below;
  return values;
}

}  // namespace

TEST_CASE("values are read as they were put") {
  for (const std::size_t size : {0U, 1U, 2U, 15U, 16U, 17U, 127U, 128U, 129U, 5000U}) {
    for (const std::uint32_t below : {1U, 2U, 1000U, 0xFFFFFFFFU}) {
      const auto values = some_values(size, below, 3);
      const auto bytes = ranked(values);
      const Ranked order{bytes};
      std::vector<std::uint32_t> found;
      for (std::uint32_t i = 0; i < order.size(); ++i) found.push_back(order[i]);
      REQUIRE(found == values);
      CHECK(order[size] == 0);
    }
  }
}

TEST_CASE("the values of any ranges come smallest first") {
  std::mt19937 random{1};
  for (const std::size_t size : {1U, 2U, 15U, 16U, 17U, 255U, 256U, 257U, 5000U}) {
    const auto values = some_values(size, 10'000, 1);
    const auto bytes = ranked(values);
    const Ranked order{bytes};
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

TEST_CASE("the first place behind those before is found in any range") {
  auto values = some_values(1000, 300, 5);
  std::sort(values.begin(), values.end());
  const auto bytes = ranked(values);
  const Ranked order{bytes};
  for (const std::uint32_t bound : {0U, 1U, 150U, 299U, 300U}) {
    const auto at = order.first_not(order.all(), [&](std::uint32_t value) { return value < bound; });
    CHECK(at == std::lower_bound(values.begin(), values.end(), bound) - values.begin());
  }
  CHECK(order.first_not({7, 7}, [](std::uint32_t) { return true; }) == 7);
}

TEST_CASE("neighbours that are near each other take little room") {
  auto values = some_values(100'000, 100'000'000, 2);
  const auto apart = ranked(values).size();
  CHECK(apart < 4 * values.size());
  std::sort(values.begin(), values.end());
  CHECK(ranked(values).size() < apart * 3 / 5);
}
