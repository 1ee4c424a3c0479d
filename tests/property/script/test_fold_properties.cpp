// SPDX-License-Identifier: Apache-2.0
#include "gis/base/text.hpp"
#include "gis/script/fold.hpp"
#include "gis/script/reading.hpp"
#include "gis/script/utf8.hpp"

#include <rapidcheck/catch.h>

using namespace merestone;

namespace {

/// Text of every kind that folding treats apart, marks and format characters among it.
std::u32string any_text() {
  const auto character = rc::gen::oneOf(
      rc::gen::inRange<std::uint32_t>(0x20, 0x250), rc::gen::inRange<std::uint32_t>(0x300, 0x370), rc::gen::inRange<std::uint32_t>(0x370, 0x600),
      rc::gen::inRange<std::uint32_t>(0x600, 0x1000), rc::gen::inRange<std::uint32_t>(0x1100, 0x1200), rc::gen::inRange<std::uint32_t>(0x2000, 0x2100),
      rc::gen::inRange<std::uint32_t>(0x3000, 0x3100), rc::gen::inRange<std::uint32_t>(0x4E00, 0x9FFF), rc::gen::inRange<std::uint32_t>(0xAC00, 0xAC40),
      rc::gen::inRange<std::uint32_t>(0xF900, 0xFFF0), rc::gen::inRange<std::uint32_t>(0x10000, 0x30000));
  std::u32string text;
  for (const std::uint32_t c : *rc::gen::container<std::vector<std::uint32_t>>(character)) text.push_back(c);
  return text;
}

}  // namespace

TEST_CASE("the key of a key is the key, and always text") {
  rc::prop("any text", [] {
    const std::string key = folded(utf8(any_text()));
    RC_ASSERT(folded(key) == key);
    RC_ASSERT(is_utf8(key));
  });
}

TEST_CASE("any bytes are folded and read to their end") {
  rc::prop("any bytes", [](const std::string& bytes) {
    RC_ASSERT(is_utf8(folded(bytes)));
    RC_ASSERT(read_name(bytes).size() == characters_of(bytes).size());
  });
}

TEST_CASE("a name that joins two keys, apart, has the joined key") {
  rc::prop("any texts", [] {
    const std::string a = utf8(any_text());
    const std::string b = utf8(any_text());
    const std::string left = folded(a);
    const std::string right = folded(b);
    RC_ASSERT(folded(a + "\n石 " + b) == folded(left + (left.empty() ? "" : " ") + "石" + (right.empty() ? "" : " ") + right));
  });
}
