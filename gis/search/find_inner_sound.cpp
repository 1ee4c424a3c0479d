// SPDX-License-Identifier: Apache-2.0
#include "gis/search/characters.hpp"
#include "gis/search/sounds.hpp"

#include <algorithm>

namespace merestone::search {
namespace {

using Pattern = SoundLayers::Pattern;

/// From so many characters on, names that a filter leaves are looked at one by one instead, where they are fewer.
constexpr std::size_t many = 2'000;

/// All patterns of a text look at so many characters: some two milliseconds. Generic terms (委员会) sound alike
/// in so many names that a pattern with their first letters and another sound would look at each of them, where none of
/// its syllables is a rarer one.
constexpr std::size_t most_looks = 12'000;

/// Number of the syllable of the `depth`th character from the one at `offset` on; below 0 when the key has no more.
int code_from(const Index& index, std::uint32_t offset, std::size_t depth) {
  const auto start = index.start_of(offset);
  return code_at(index, start, count_characters(index.text_from(start).substr(0, offset - start)) + depth);
}

/// Characters read as the element at `anchor`, with the first letters of those behind it behind them.
std::vector<Range> inner_ranges(const Index& index, const Pattern& pattern, std::size_t anchor) {
  std::vector<Range> ranges;
  for (const Range& codes : pattern[anchor].codes) {
    for (std::uint32_t code = codes.lo; code < codes.hi; ++code) {
      const auto first = static_cast<int>(code);
      Range range = between(index.inner_sounds, index.inner_sounds.all(), first, first + 1, [&](std::uint32_t offset) { return code_from(index, offset, 0); });
      for (std::size_t depth = 1; anchor + depth < pattern.size() && pattern[anchor + depth].letter != 0 && !range.empty(); ++depth) {
        const int letter = static_cast<unsigned char>(pattern[anchor + depth].letter);
        range = between(index.inner_sounds, range, letter, letter + 1, [&](std::uint32_t offset) {
          const int next = code_from(index, offset, depth);
          return next < 0 ? -1 : static_cast<int>(static_cast<unsigned char>(index.first_letter(next)));
        });
      }
      if (!range.empty()) ranges.push_back(range);
    }
  }
  return ranges;
}

/// Where the pattern is looked for: at its beginning, or at a later syllable that fewer characters have.
struct Anchor {
  std::size_t element = 0;
  std::vector<Range> ranges;
  std::size_t count = 0;
};

Anchor anchor_of(const Index& index, const Pattern& pattern) {
  const auto at = [&](std::size_t element) {
    Anchor anchor{element, inner_ranges(index, pattern, element)};
    for (const Range& range : anchor.ranges) anchor.count += range.size();
    return anchor;
  };
  Anchor best = at(0);
  for (std::size_t i = 1; i < pattern.size() && best.count >= many; ++i) {
    if (!pattern[i].whole || pattern[i].character != 0) continue;
    if (Anchor other = at(i); other.count < best.count) best = std::move(other);
  }
  return best;
}

bool is_spoken(const Index& index, const Pattern& pattern) {
  return std::all_of(pattern.begin(), pattern.end(), [&](const SoundLayers::Element& e) {
    return !e.whole || e.character != 0 || std::all_of(e.codes.begin(), e.codes.end(), [&](const Range& r) { return search::is_spoken(index.syllables()[r.lo]); });
  });
}

class Inside {
 public:
  Inside(const Index& index, const Pattern& pattern) : index_{index}, pattern_{pattern} {}

  /// The character at `offset` is that of the element `anchor`.
  std::optional<Matched> at(std::uint32_t start, std::uint32_t offset, std::size_t anchor) {
    if (!index_.reading(start, codes_)) return {};
    const auto text = index_.text_from(start);
    const auto before = count_characters(text.substr(0, offset - start));
    if (before <= anchor) return {};  // it would begin with the name
    const char *at = text.data(), *end = at + text.size();
    for (std::size_t i = anchor; i < before; ++i) next_character(at, end);
    return this->at(text, static_cast<std::uint32_t>(at - text.data()), before - anchor);
  }

  /// The first place inside the key.
  std::optional<Matched> anywhere(std::uint32_t start) {
    if (!index_.reading(start, codes_)) return {};
    const auto text = index_.text_from(start);
    const char *at = text.data(), *end = at + text.size();
    for (std::size_t first = 1; at < end; ++first) {
      next_character(at, end);
      if (const auto matched = this->at(text, static_cast<std::uint32_t>(at - text.data()), first)) return matched;
    }
    return {};
  }

 private:
  std::optional<Matched> at(std::string_view text, std::uint32_t begin, std::size_t first) const {
    if (codes_.size() < first + pattern_.size()) return {};
    const char *at = text.data() + begin, *end = text.data() + text.size();
    for (std::size_t i = 0; i < pattern_.size(); ++i)
      if (!fits(pattern_[i], next_character(at, end), codes_[first + i])) return {};
    return Matched{begin, static_cast<std::uint32_t>(at - text.data())};
  }

  const Index& index_;
  const Pattern& pattern_;
  std::vector<std::uint16_t> codes_;
};

void take_inside(Gathering& into, Layer layer, const Pattern& pattern, std::size_t& looks) {
  if (looks <= 1) return;
  const Index& index = into.index;
  const auto [anchor, ranges, count] = anchor_of(index, pattern);
  Inside inside{index, pattern};
  if (count >= many) {
    if (const auto names = into.few_names(); names && names->size() <= count / 2) {
      for (const std::uint32_t name : *names)
        if (const auto matched = inside.anywhere(index.start_of_name(name))) into.take_name(layer, name, *matched);
      return;
    }
  }
  into.take(layer, index.inner_sounds, ranges, [&, anchor = anchor](std::uint32_t start, std::uint32_t offset) {
    --looks;
    return inside.at(start, offset, anchor);
  }, looks - 1);
}

}  // namespace

void SoundLayers::parts(Gathering& into) const {
  std::size_t looks = most_looks;
  for (const Pattern& pattern : patterns_)
    if (!is_letters(pattern) && is_spoken(index_, pattern)) take_inside(into, Layer::sound_part, pattern, looks);
  into.close_tier();
  // What is typed may end within a syllable: "jiazhua".
  looks = most_looks;
  for (Pattern pattern : patterns_) {
    if (into.full()) return;
    auto& last = pattern.back();
    if (last.character != 0 || last.codes.empty() || (pattern.size() == 1 && text_.size() < 2)) continue;
    if ((is_letters(pattern) && pattern.size() > 1) || !is_spoken(index_, pattern)) continue;
    if (last.whole) {
      const auto begun = index_.codes_beginning(index_.syllables()[last.codes.front().lo]);
      if (begun.size() < 2) continue;
      last.codes = {begun};
    } else if (pattern.size() > 1) {
      continue;  // taken above
    }
    take_inside(into, Layer::sound_part, pattern, looks);
  }
}

void SoundLayers::letter_parts(Gathering& into) const {
  std::size_t looks = most_looks;
  for (const Pattern& pattern : patterns_)
    if (is_letters(pattern) && pattern.size() > 1) take_inside(into, Layer::letters_part, pattern, looks);
}

bool SoundLayers::only_initials() const {
  return text_.size() > 1 && std::all_of(text_.begin(), text_.end(), [](char32_t c) {
           return is_letter_of_pinyin(c) && std::u32string_view{U"aeiouv"}.find(c) == std::u32string_view::npos;
         });
}

}  // namespace merestone::search
