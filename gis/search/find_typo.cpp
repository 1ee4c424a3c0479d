// SPDX-License-Identifier: Apache-2.0
/// Typos by walking sorted keys as a tree: what stands before the mistake is followed exactly; at the mistake every
/// character that goes on from there is tried; what stands behind it must follow exactly. A mistake in the very first
/// ideograph would try thousands: there, names are found by what stands behind it.
#include "gis/search/characters.hpp"
#include "gis/search/layers.hpp"

#include <algorithm>

namespace merestone::search {
namespace {

struct Reached {
  Range range;
  std::uint32_t bytes = 0;  ///< of the key that matched
};

class TypoWalk {
 public:
  TypoWalk(const Index& index, const Ranked& order, std::u32string_view text) : index_{index}, order_{order}, text_{text} {}

  void run() {
    Range range = order_.all();
    std::size_t depth = 0;
    for (std::size_t i = 0; i < text_.size() && !range.empty(); ++i) {
      const auto rest = text_.substr(i + 1);
      if (!rest.empty()) reach(range, depth, text_of(rest));  // one too many
      if (!rest.empty() && rest.front() != text_[i])          // two exchanged
        reach(range, depth, text_of(std::u32string{rest.front(), text_[i]} + std::u32string{rest.substr(1)}));
      if (i > 0 || !is_han(text_[i])) branch(range, depth, i);
      const std::string mine = text_of(text_.substr(i, 1));
      range = narrowed(index_, order_, range, depth, mine);
      depth += mine.size();
    }
  }

  std::vector<Reached> beginnings, wholes;

 private:
  void reach(Range range, std::size_t depth, const std::string& more) {
    range = narrowed(index_, order_, range, depth, more);
    if (range.empty()) return;
    const auto bytes = static_cast<std::uint32_t>(depth + more.size());
    beginnings.push_back({range, bytes});
    if (const Range end = ended(index_, order_, range, bytes); !end.empty()) wholes.push_back({end, bytes});
  }

  /// Every character that follows in `range`: in place of character `i`, or before it.
  void branch(Range range, std::size_t depth, std::size_t i) {
    const std::string behind = text_of(text_.substr(i + 1)), with = text_of(text_.substr(i));
    const bool last = behind.empty();
    std::uint32_t at = ended(index_, order_, range, depth).hi;
    while (at < range.hi) {
      const auto text = index_.text_from(order_[at]);
      const char* end = text.data() + depth;
      if (depth >= text.size()) break;
      const char32_t c = next_character(end, text.data() + text.size());
      // Names in letters have no ideographs, and the other way round.
      if (!is_han(text_[i]) && is_han(c)) break;
      const auto bytes = static_cast<std::size_t>(end - text.data()) - depth;
      const Range child = gallop(range, at, depth, text.substr(depth, bytes));
      at = std::max(child.hi, at + 1);
      if (c == text_[i]) continue;
      if (last) {
        if (const Range end_here = ended(index_, order_, child, depth + bytes); !end_here.empty())
          wholes.push_back({end_here, static_cast<std::uint32_t>(depth + bytes)});
      } else {
        reach(child, depth + bytes, behind);
      }
      if (c != U' ' || i > 0) reach(child, depth + bytes, with);
    }
    if (last && depth > 0) beginnings.push_back({range, static_cast<std::uint32_t>(depth)});
  }

  /// The entries from `at` on that go on with `more`: most stretches are short.
  Range gallop(Range range, std::uint32_t at, std::size_t depth, std::string_view more) const {
    std::uint32_t step = 1;
    while (at + step < range.hi && same(at + step, depth, more)) step *= 2;
    const Range tail{at + step / 2, std::min(range.hi, at + step)};
    return {at, narrowed(index_, order_, {tail.lo, tail.hi}, depth, more).hi};
  }

  bool same(std::uint32_t at, std::size_t depth, std::string_view more) const {
    const std::size_t offset = order_[at] + depth;
    for (std::size_t k = 0; k < more.size(); ++k)
      if (index_.byte(offset + k) != static_cast<unsigned char>(more[k])) return false;
    return true;
  }

  const Index& index_;
  const Ranked& order_;
  std::u32string_view text_;
};

void take(Gathering& into, const Ranked& order, const std::vector<Reached>& reached) {
  std::vector<Range> ranges;
  for (const Reached& one : reached) ranges.push_back(one.range);
  into.take(Layer::typo, order, ranges, [&](std::uint32_t start, std::uint32_t offset) {
    const auto begin = offset - start;
    return Matched{begin, begin + static_cast<std::uint32_t>(into.index.text_from(offset).size())};
  });
}

/// The first ideograph wrong: keys in which the rest stands behind one character.
void first_wrong(Gathering& into, std::u32string_view text) {
  const Index& index = into.index;
  const std::string rest = text_of(text.substr(1));
  const Range range[] = {narrowed(index, index.inner, index.inner.all(), 0, rest)};
  into.take(Layer::typo, index.inner, range, [&](std::uint32_t start, std::uint32_t offset) -> std::optional<Matched> {
    const auto before = index.text_from(start).substr(0, offset - start);
    if (count_characters(before) != 1) return {};
    return Matched{0, offset - start + static_cast<std::uint32_t>(rest.size())};
  });
}

}  // namespace

void find_typos(Gathering& into, std::u32string_view text) {
  const bool han = std::any_of(text.begin(), text.end(), is_han);
  if (text.size() < (han ? 3U : 4U) || text.size() > 60) return;
  const Index& index = into.index;
  TypoWalk names{index, index.starts, text};
  names.run();
  take(into, index.starts, names.wholes);
  into.close_tier();
  if (into.full()) return;
  if (han && is_han(text.front())) first_wrong(into, text);
  take(into, index.starts, names.beginnings);
  if (!han && index.words.size() > 0) {
    TypoWalk words{index, index.words, text};
    words.run();
    take(into, index.words, words.wholes);
    take(into, index.words, words.beginnings);
  }
}

}  // namespace merestone::search
