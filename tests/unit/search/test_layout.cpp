// SPDX-License-Identifier: Apache-2.0
#include "gis/base/error.hpp"
#include "tests/support/names.hpp"

#include <algorithm>
#include <random>

using namespace merestone;
using test::SmallName;

namespace {

const std::vector<SmallName> names{{"石家庄市", "shi jia zhuang shi", 900}, {"王家庄", "wang jia zhuang"}, {"王家庄", "wang jia zhuang"},
                                   {"Saint-Léger", "", 3}, {"东四12条", "dong si 1 2 tiao"}, {"大堡", "da pu"}, {"大堡", "da bu"}};

std::vector<std::byte> built(std::vector<std::size_t> order) {
  search::Builder builder;
  for (const auto i : order) builder.add(test::entry_of(names[i], static_cast<std::int64_t>(i) + 1));
  return builder.finish({}, "test");
}

}  // namespace

TEST_CASE("the same names give the same bytes in whatever order they come") {
  CHECK(built({0, 1, 2, 3, 4, 5, 6}) == built({6, 3, 0, 5, 2, 4, 1}));
}

TEST_CASE("an index says of what it is one, and whether it is as it was written") {
  auto bytes = built({0, 1, 2, 3, 4, 5, 6});
  const search::Index index{bytes};
  CHECK(index.layout().label() == "test");
  CHECK(index.names() == 7);
  CHECK(index.layout().keys() == 6);  // two readings of one text are two keys
  CHECK(index.layout().intact());
  bytes[bytes.size() - 40] ^= std::byte{1};
  CHECK(!search::Index{bytes}.layout().intact());
}

TEST_CASE("bytes that are no index, or of another version, or cut short are refused") {
  const auto bytes = built({0, 1});
  const auto refused = [](std::vector<std::byte> changed) {
    try {
      search::Index{changed};
    } catch (const Error& error) {
      return error.fault() == Fault::invalid && error.findings().front().rule == "search.bad_index";
    }
    return false;
  };
  CHECK(refused({}));
  CHECK(refused({bytes.begin(), bytes.end() - 8}));
  for (const std::size_t at : {0U, 8U, 12U, 40U, 300U}) {
    auto changed = bytes;
    changed[at] ^= std::byte{0x40};
    CHECK(refused(changed));
  }
}

TEST_CASE("a damaged index answers something, and never reads outside of itself") {
  const auto bytes = built({0, 1, 2, 3, 4, 5, 6});
  const std::size_t head = 8 + 16 + 16 + 200 + 24 * search::section_count + 8;
  std::mt19937 random{7};
  for (int round = 0; round < 3000; ++round) {
    auto changed = bytes;
    for (int i = 0; i < 3; ++i) changed[head + random() % (changed.size() - head)] = static_cast<std::byte>(random());
    try {
      const search::Index index{changed};
      const search::Source sources[] = {{&index}};
      for (const char* text : {"石家庄", "sjz", "wangjiazhuang", "leger", "石家撞", "dabu"}) search::find(sources, {.text = text}, test::small_language());
    } catch (const Error&) {  // a list of periods that is none
    }
  }
}
