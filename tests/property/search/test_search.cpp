// SPDX-License-Identifier: Apache-2.0
#include "gis/base/error.hpp"
#include "gis/search/builder.hpp"
#include "gis/search/find.hpp"
#include "gis/search/writing.hpp"

#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include <algorithm>

using namespace merestone;

namespace {

const char* const characters[] = {"东", "西", "村", "河", "a", "b", "é", " ", "1", "東", "山"};

rc::Gen<std::string> name() {
  return rc::gen::map(rc::gen::nonEmpty(rc::gen::resize(6, rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, 11)))),
                      [](const std::vector<std::size_t>& picks) {
                        std::string text;
                        for (const auto pick : picks) text += characters[pick];
                        return text;
                      });
}

struct Built {
  explicit Built(const std::vector<std::string>& texts) {
    search::Builder builder;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      search::Entry entry;
      entry.id = entry.subject = static_cast<std::int64_t>(i);
      entry.text = texts[i];
      entry.importance = static_cast<std::uint32_t>(i % 7);
      search::write_keys(entry);
      keys.push_back(entry.key);
      builder.add(entry);
    }
    bytes = builder.finish({}, "");
  }
  search::Answer find(const std::string& text, std::size_t limit = 1000) const {
    const search::Index index{bytes};
    const search::Source sources[] = {{&index}};
    return search::find(sources, {.text = text, .limit = limit, .day = parse_date("2026-01-01")}, search::common_language());
  }
  std::vector<std::byte> bytes;
  std::vector<std::string> keys;
};

}  // namespace

TEST_CASE("every name that holds the text is found, and no other as one that does") {
  rc::prop("as a scan of all names", [] {
    const auto texts = *rc::gen::resize(30, rc::gen::container<std::vector<std::string>>(name()));
    const Built built{texts};
    const auto query = *name();
    const auto key = search::common_language().fold(query);
    if (key.empty()) return;
    std::vector<std::int64_t> expected, found;
    for (std::size_t i = 0; i < built.keys.size(); ++i)
      if (built.keys[i].find(key) != std::string::npos) expected.push_back(static_cast<std::int64_t>(i));
    const auto holds = [](search::Layer layer) {
      return layer == search::Layer::exact || layer == search::Layer::beginning || layer == search::Layer::word || layer == search::Layer::part;
    };
    for (const auto& hit : built.find(query).hits) {
      const bool really = built.keys[static_cast<std::size_t>(hit.subject)].find(key) != std::string::npos;
      if (holds(hit.layer)) RC_ASSERT(really);
      if (really) found.push_back(hit.subject);
    }
    std::sort(found.begin(), found.end());
    RC_ASSERT(found == expected);
  });
}

TEST_CASE("every name in which syllables follow one another is found by their pinyin and by their first letters") {
  static const char* const syllables[] = {"dong", "xi", "cun", "he", "shan"};
  rc::prop("as a scan of all readings", [] {
    const auto texts = *rc::gen::resize(30, rc::gen::container<std::vector<std::string>>(name()));
    const Built built{texts};
    const auto picks = *rc::gen::resize(3, rc::gen::nonEmpty(rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, 5))));
    std::vector<std::string> wanted;
    std::string pinyin, letters;
    for (const auto pick : picks) {
      wanted.emplace_back(syllables[pick]);
      pinyin += wanted.back();
      letters += wanted.back().front();
    }
    const auto found = [&](const std::string& text) {
      std::vector<std::int64_t> ids;
      for (const auto& hit : built.find(text).hits) ids.push_back(hit.subject);
      std::sort(ids.begin(), ids.end());
      return ids;
    };
    const auto by_pinyin = found(pinyin), by_letters = found(letters);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      search::Entry entry;
      entry.text = texts[i];
      search::write_keys(entry);
      if (std::search(entry.syllables.begin(), entry.syllables.end(), wanted.begin(), wanted.end()) == entry.syllables.end()) continue;
      RC_ASSERT(std::binary_search(by_pinyin.begin(), by_pinyin.end(), static_cast<std::int64_t>(i)));
      if (letters.size() > 1) RC_ASSERT(std::binary_search(by_letters.begin(), by_letters.end(), static_cast<std::int64_t>(i)));
    }
  });
}

TEST_CASE("within a tier the more important come first, and a shorter list is the beginning of a longer one") {
  rc::prop("order", [] {
    const auto texts = *rc::gen::resize(40, rc::gen::container<std::vector<std::string>>(name()));
    const Built built{texts};
    const auto query = *name();
    const auto all = built.find(query).hits;
    const auto few = built.find(query, 3).hits;
    for (std::size_t i = 0; i < few.size(); ++i) RC_ASSERT(few[i].importance == all[i].importance);
    for (std::size_t i = 1; i < all.size(); ++i) {
      if (search::tier_of(all[i].layer) == search::tier_of(all[i - 1].layer) && search::tier_of(all[i].layer) == 0)
        RC_ASSERT(all[i].importance <= all[i - 1].importance);
    }
  });
}

TEST_CASE("any bytes get an answer or a finding, never a crash; spans lie in the text") {
  const Built built{{"东村", "西河村", "Saint-Léger", "1203高地", "石家庄市"}};
  rc::prop("any bytes", [&] {
    const auto text = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
    try {
      for (const auto& hit : built.find(text).hits)
        for (const auto& span : hit.spans) RC_ASSERT(span.begin < span.end && span.end <= hit.text.size());
    } catch (const Error& error) {
      RC_ASSERT(error.fault() == Fault::invalid);
      RC_ASSERT(!error.findings().empty());
    }
  });
  rc::prop("any characters", [&] {
    std::string text;
    for (const auto c : *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange<std::uint32_t>(1, 0x110000)))
      if (c < 0xD800 || c > 0xDFFF) {
        const char32_t one = c;
        if (one < 0x80) text += static_cast<char>(one);
        else if (one < 0x800) text += {static_cast<char>(0xC0 | (one >> 6)), static_cast<char>(0x80 | (one & 0x3F))};
        else if (one < 0x10000) text += {static_cast<char>(0xE0 | (one >> 12)), static_cast<char>(0x80 | ((one >> 6) & 0x3F)), static_cast<char>(0x80 | (one & 0x3F))};
        else text += {static_cast<char>(0xF0 | (one >> 18)), static_cast<char>(0x80 | ((one >> 12) & 0x3F)), static_cast<char>(0x80 | ((one >> 6) & 0x3F)), static_cast<char>(0x80 | (one & 0x3F))};
      }
    RC_ASSERT(built.find(text).hits.size() <= 5);
  });
}
