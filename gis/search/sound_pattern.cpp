// SPDX-License-Identifier: Apache-2.0
#include "gis/search/characters.hpp"
#include "gis/search/layers.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace merestone::search {
namespace {

constexpr std::size_t most_patterns = 8;

using Pattern = SoundLayers::Pattern;
using Element = SoundLayers::Element;

bool separates(char32_t c) { return c == U' ' || c == U'\'' || c == U'-' || c == U'\u2019'; }

/// "lu" is also typed for "lü", "lue" for "lüe".
std::string with_v(std::string_view letters) {
  if (letters.size() >= 2 && (letters[0] == 'l' || letters[0] == 'n') && letters[1] == 'u')
    return std::string{letters.substr(0, 1)} + 'v' + std::string{letters.substr(2)};
  return {};
}

Element syllable(const Index& index, std::string_view letters, bool loose) {
  Element element{.whole = true, .letter = letters.front()};
  auto spellings = loose ? confused_with(letters) : std::vector<std::string>{std::string{letters}};
  spellings.push_back(with_v(letters));
  for (const auto& spelled : spellings) {
    if (spelled.empty()) continue;
    if (const int code = index.code_of(spelled); code >= 0) element.codes.push_back({static_cast<std::uint32_t>(code), static_cast<std::uint32_t>(code) + 1});
  }
  return element;
}

Element beginning(const Index& index, std::string_view letters) {
  Element element{.letter = letters.front()};
  for (const auto& spelled : {std::string{letters}, with_v(letters)}) {
    if (spelled.empty()) continue;
    if (const Range range = index.codes_beginning(spelled); !range.empty()) element.codes.push_back(range);
  }
  return element;
}

/// No syllable begins with these.
bool begins_syllable(char c) { return c != 'i' && c != 'u' && c != 'v'; }

/// Ways found so far to take apart the first so many characters.
struct Way {
  double cost = 0;
  Pattern pattern;
};

void keep(std::vector<Way>& ways, Way way) {
  const auto at = std::upper_bound(ways.begin(), ways.end(), way.cost, [](double cost, const Way& other) { return cost < other.cost; });
  ways.insert(at, std::move(way));
  if (ways.size() > most_patterns) ways.pop_back();
}

}  // namespace

bool is_spoken(std::string_view letters) { return letters.size() > 1 || letters == "a" || letters == "e" || letters == "o"; }

std::vector<Pattern> patterns_of(const Index& index, std::u32string_view text, bool loose) {
  if (text.empty() || text.size() > 60) return {};
  std::vector<std::vector<Way>> ways(text.size() + 1);
  ways[0].push_back({});
  const auto extend = [&](std::size_t from, std::size_t to, const Element& element, double cost) {
    for (const Way& way : ways[from]) {
      Way longer = way;
      longer.pattern.push_back(element);
      longer.cost += cost;
      keep(ways[to], std::move(longer));
    }
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (ways[i].empty()) continue;
    if (separates(text[i])) {
      for (const Way& way : ways[i]) keep(ways[i + 1], way);
      continue;
    }
    if (!is_letter_of_pinyin(text[i])) {
      Element element{.character = text[i], .whole = true};
      element.letter = index.first_letter(index.usual_code(text[i]));
      extend(i, i + 1, element, 1);
      continue;
    }
    std::string letters;
    for (std::size_t k = i; k < text.size() && is_letter_of_pinyin(text[k]) && letters.size() < longest_syllable; ++k) {
      letters += static_cast<char>(text[k]);
      const bool last = k + 1 == text.size();
      const bool spoken = is_spoken(letters);
      if (auto whole = syllable(index, letters, loose); !whole.codes.empty()) extend(i, k + 1, whole, spoken ? 1 : 2.5);
      else if (last && spoken)
        if (auto begun = beginning(index, letters); !begun.codes.empty()) extend(i, k + 1, begun, 1.1);
      if (!spoken && last && begins_syllable(letters[0]))
        if (auto begun = beginning(index, letters); !begun.codes.empty()) extend(i, k + 1, begun, 1.6);
      const bool initial = (letters.size() == 1 && begins_syllable(letters[0])) || letters == "zh" || letters == "ch" || letters == "sh";
      if (initial && !last) {
        if (auto begun = beginning(index, letters); !begun.codes.empty()) extend(i, k + 1, begun, 1.6);
      }
    }
  }
  std::vector<Pattern> patterns;
  for (Way& way : ways.back()) patterns.push_back(std::move(way.pattern));
  return patterns;
}

std::vector<std::string> confused_with(std::string_view syllable) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> initials{
      {{"zh", "z"}, {"ch", "c"}, {"sh", "s"}, {"n", "l"}, {"f", "h"}, {"z", "zh"}, {"c", "ch"}, {"s", "sh"}}};
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> finals{
      {{"ang", "an"}, {"eng", "en"}, {"ing", "in"}, {"an", "ang"}, {"en", "eng"}, {"in", "ing"}}};
  std::vector<std::string> all{std::string{syllable}};
  const auto add = [&](std::string_view from, std::string_view to) {
    if (syllable.starts_with(from)) all.push_back(std::string{to} + std::string{syllable.substr(from.size())});
  };
  bool retroflex = syllable.size() > 1 && syllable[1] == 'h';
  for (const auto& [from, to] : initials) {
    if (to.size() == 2 && retroflex) continue;  // "zh" is not "z" with an "h" behind it
    add(from, to);
    if (from == "n" || from == "f") add(to, from);
  }
  const auto so_far = all;
  for (const auto& one : so_far) {
    for (const auto& [from, to] : finals) {
      if (!one.ends_with(from)) continue;
      all.push_back(one.substr(0, one.size() - from.size()) + std::string{to});
      break;
    }
  }
  return all;
}

}  // namespace merestone::search
