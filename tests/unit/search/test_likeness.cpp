// SPDX-License-Identifier: Apache-2.0
#include "gis/search/builder.hpp"
#include "gis/search/likeness.hpp"
#include "gis/search/writing.hpp"

using namespace merestone;

TEST_CASE("a new name beside those there are: duplicates and homophones in three strengths (PN-07, PN-08)") {
  search::Builder builder;
  std::int64_t id = 0;
  for (const char* text : {"石岭村", "石嶺村", "实岭村", "市岭村", "石岭屯", "试岭水库", "石龙村", "石岭"}) {
    search::Entry entry;
    entry.id = entry.subject = ++id;
    entry.text = text;
    entry.within = id == 1 ? 2 : 1;
    search::write_keys(entry);
    builder.add(entry);
  }
  const auto bytes = builder.finish({{0, 2, 2}}, "names");
  const search::Index index{bytes};
  const search::Source sources[] = {{&index}};
  const auto told = [&](search::NewName name) {
    std::vector<std::string> list;
    name.day = parse_date("2026-01-01");
    for (const auto& alike : search::names_like(sources, name)) list.push_back(std::to_string(static_cast<int>(alike.likeness)) + alike.hit.text);
    return list;
  };
  using Told = std::vector<std::string>;
  CHECK(told({.text = "石岭村", .specific_characters = 2}) == Told{"0石岭村", "0石嶺村", "1实岭村", "2市岭村", "3石岭屯", "3试岭水库"});
  CHECK(told({.text = "石岭村"}) == Told{"0石岭村", "0石嶺村", "1实岭村", "2市岭村"});
  search::Filter county;
  county.divisions = {{2, 2}};
  CHECK(told({.text = "石岭村", .filter = county}) == Told{"0石岭村"});
  CHECK(told({.text = "无名"}).empty());
  CHECK(told({.text = ""}).empty());
}
