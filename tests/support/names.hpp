// SPDX-License-Identifier: Apache-2.0
/// A small land of names, invented, for tests of search: a province, its cities, counties, villages and streams.
#pragma once

#include "gis/search/builder.hpp"
#include "gis/search/characters.hpp"
#include "gis/search/find.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace merestone::test {

/// Folds ASCII letters and a few others, and reads a few characters: all that these tests need.
inline const search::Language& small_language() {
  static const std::map<std::u32string, std::string> folds{{U"é", "e"}, {U"ü", "u"}, {U"É", "e"}, {U"廣", "广"}, {U"東", "东"}, {U"灣", "湾"}};
  static const search::Language language{
      [](std::string_view text) {
        std::string key;
        bool gap = false;
        for (const char32_t c : search::characters_of(text)) {
          const auto fold = folds.find(std::u32string{c});
          std::string one = fold != folds.end() ? fold->second : search::text_of(std::u32string{c});
          if (one.size() == 1 && one[0] >= 'A' && one[0] <= 'Z') one[0] = static_cast<char>(one[0] - 'A' + 'a');
          const bool space = one == " " || one == "," || one == "-";
          if (space) {
            gap = !key.empty();
            continue;
          }
          if (gap) key += ' ';
          gap = false;
          key += one;
        }
        return key;
      },
      {}};
  return language;
}

/// One name; syllables are parted by spaces.
struct SmallName {
  std::string text;
  std::string syllables{};
  std::uint32_t importance = 0;
  search::Kind kind = search::Kind::place;
  std::uint32_t within = 0;
  std::string code{};
  std::string status = "official";
  std::string type = "village";
  std::optional<Position> position{};
  Period valid{};
};

inline search::Entry entry_of(const SmallName& name, std::int64_t id) {
  search::Entry entry;
  entry.id = entry.subject = id;
  entry.kind = name.kind;
  entry.text = name.text;
  entry.key = small_language().fold(name.text);
  for (std::size_t at = 0; at < name.syllables.size();) {
    const auto end = std::min(name.syllables.find(' ', at), name.syllables.size());
    entry.syllables.push_back(name.syllables.substr(at, end - at));
    at = end + 1;
  }
  entry.importance = name.importance;
  entry.type = name.type;
  entry.status = name.status;
  entry.within = name.within;
  entry.level = name.kind == search::Kind::division ? 2 : 0;
  entry.valid = name.valid;
  entry.position = name.position;
  entry.code = name.code;
  return entry;
}

/// An index of a few names and what holds its bytes.
class SmallIndex {
 public:
  explicit SmallIndex(const std::vector<SmallName>& names, search::DivisionTree tree = {}, std::int64_t first_id = 1)
      : bytes_{build(names, tree, first_id)}, index_{bytes_} {}

  const search::Index& index() const { return index_; }
  search::Answer find(search::Query query) const {
    const search::Source sources[] = {{&index_}};
    return search::find(sources, query, small_language());
  }
  search::Answer find(const std::string& text) const { return find(search::Query{.text = text, .day = parse_date("2020-01-01")}); }
  /// "layer text", best first.
  std::vector<std::string> told(const std::string& text) const {
    std::vector<std::string> told;
    for (const auto& hit : find(text).hits) told.push_back(std::string{search::word_of(hit.layer)} + " " + hit.text);
    return told;
  }

 private:
  static std::vector<std::byte> build(const std::vector<SmallName>& names, const search::DivisionTree& tree, std::int64_t id) {
    search::Builder builder;
    for (const auto& name : names) builder.add(entry_of(name, id++));
    return builder.finish(tree, "test");
  }
  std::vector<std::byte> bytes_;
  search::Index index_;
};

}  // namespace merestone::test
