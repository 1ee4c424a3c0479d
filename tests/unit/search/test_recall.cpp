// SPDX-License-Identifier: Apache-2.0
/// How often the name that somebody means is among the first five: on sets that lie beside this file.
#include "gis/search/builder.hpp"
#include "gis/search/find.hpp"
#include "gis/search/writing.hpp"

#include <fstream>
#include <iostream>
#include <set>

using namespace merestone;

namespace {

std::vector<std::pair<std::string, std::string>> rows(const std::string& file) {
  std::ifstream in{std::string{MERESTONE_SOURCE_DIR} + "/tests/unit/search/recall/" + file};
  std::vector<std::pair<std::string, std::string>> rows;
  for (std::string line; std::getline(in, line);) {
    const auto tab = line.find('\t');
    rows.emplace_back(line.substr(0, tab), line.substr(tab + 1));
  }
  return rows;
}

double recall_at_5(const search::Index& index, const std::string& file) {
  const search::Source sources[] = {{&index}};
  const auto set = rows(file);
  REQUIRE(set.size() >= 300);
  std::size_t found = 0;
  for (const auto& [text, wanted] : set) {
    bool here = false;
    for (const auto& hit : search::find(sources, {.text = text, .limit = 5, .day = parse_date("2026-01-01")}, search::common_language()).hits)
      here = here || hit.text == wanted;
    if (here) ++found;
    else UNSCOPED_INFO(file << ": " << text << " does not find " << wanted);
  }
  return static_cast<double>(found) / static_cast<double>(set.size());
}

}  // namespace

TEST_CASE("recall at five of typos, pinyin and first letters") {
  search::Builder builder;
  std::int64_t id = 0;
  for (const auto& [name, importance] : rows("names.tsv")) {
    search::Entry entry;
    entry.id = entry.subject = ++id;
    entry.text = name;
    search::write_keys(entry);
    entry.importance = static_cast<std::uint32_t>(std::stoul(importance));
    REQUIRE(builder.add(entry));
  }
  const auto bytes = builder.finish({}, "recall");
  const search::Index index{bytes};
  CHECK(recall_at_5(index, "typo.tsv") >= 0.95);
  CHECK(recall_at_5(index, "pinyin.tsv") >= 0.99);
  CHECK(recall_at_5(index, "letters.tsv") >= 0.90);
}
