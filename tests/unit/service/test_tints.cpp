// SPDX-License-Identifier: Apache-2.0
#include "cli/service/tints.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <set>

using namespace merestone;
using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

namespace {

/// A grid of cells with a diagonal in each square: planar, with inner degree six.
Pairs triangulated(std::uint32_t width, std::uint32_t height) {
  Pairs pairs;
  const auto cell = [&](std::uint32_t x, std::uint32_t y) { return y * width + x; };
  for (std::uint32_t y = 0; y < height; ++y)
    for (std::uint32_t x = 0; x < width; ++x) {
      if (x + 1 < width) pairs.emplace_back(cell(x, y), cell(x + 1, y));
      if (y + 1 < height) pairs.emplace_back(cell(x, y), cell(x, y + 1));
      if (x + 1 < width && y + 1 < height) pairs.emplace_back(cell(x, y), cell(x + 1, y + 1));
    }
  return pairs;
}

std::size_t clashes(const std::vector<std::uint8_t>& tint, const Pairs& pairs) {
  return static_cast<std::size_t>(std::count_if(pairs.begin(), pairs.end(), [&](const auto& pair) {
    return pair.first != pair.second && tint[pair.first] == tint[pair.second];
  }));
}

}  // namespace

TEST_CASE("neighbours never share a tint, and every tint is used") {
  const auto pairs = triangulated(40, 30);
  const auto tint = tints(1200, pairs);
  CHECK(clashes(tint, pairs) == 0);
  CHECK(std::set<std::uint8_t>{tint.begin(), tint.end()}.size() == tint_count);
}

TEST_CASE("no units, no pairs, pairs twice, a unit beside itself") {
  CHECK(tints(0, {}).empty());
  CHECK(tints(3, {}) == std::vector<std::uint8_t>{0, 1, 2});
  const auto tint = tints(2, {{0, 1}, {1, 0}, {0, 1}, {1, 1}});
  CHECK(tint[0] != tint[1]);
}

TEST_CASE("more neighbours than tints still gives every unit one") {
  Pairs all;
  for (std::uint32_t a = 0; a < 8; ++a)
    for (std::uint32_t b = 0; b < a; ++b) all.emplace_back(a, b);
  const auto tint = tints(8, all);
  CHECK(*std::max_element(tint.begin(), tint.end()) < tint_count);
  CHECK(clashes(tint, all) == 2);
}

TEST_CASE("any part of a planar map in any order of pairs is tinted without clash") {
  CHECK(rc::check([] {
    auto pairs = triangulated(8, 8);
    const auto kept = *rc::gen::container<std::vector<bool>>(pairs.size(), rc::gen::arbitrary<bool>());
    Pairs some;
    for (std::size_t i = 0; i < pairs.size(); ++i)
      if (kept[i]) some.emplace_back(pairs[i].second, pairs[i].first);
    if (*rc::gen::arbitrary<bool>()) std::reverse(some.begin(), some.end());
    RC_ASSERT(clashes(tints(64, some), some) == 0U);
  }));
}
