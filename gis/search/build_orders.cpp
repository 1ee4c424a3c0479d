// SPDX-License-Identifier: Apache-2.0
#include "gis/base/parallel.hpp"
#include "gis/search/build_work.hpp"
#include "gis/search/layout.hpp"

#include <algorithm>
#include <array>

namespace merestone::search {
namespace {

struct Item {
  std::uint64_t word;
  std::uint32_t value;
};

/// Sorts by sequences given eight bytes at a time: a word whose lowest `end` bits are zero is the last one of its
/// sequence. Equal sequences stand by value.
template <class WordAt>
void sort_items(std::span<Item> items, std::uint64_t end, const WordAt& word, std::size_t round) {
  std::sort(items.begin(), items.end(),
            [](const Item& a, const Item& b) { return a.word != b.word ? a.word < b.word : a.value < b.value; });
  for (std::size_t first = 0; first < items.size();) {
    std::size_t last = first + 1;
    while (last < items.size() && items[last].word == items[first].word) ++last;
    if (last - first > 1 && (items[first].word & end) != 0) {
      const auto equal = items.subspan(first, last - first);
      for (Item& item : equal) item.word = word(item.value, round + 1);
      sort_items(equal, end, word, round + 1);
    }
    first = last;
  }
}

/// Sorts slices that begin with different bytes, several at a time, so that memory stays small. `top`: the upper 16 bits
/// of the first word alone.
template <class ForEach, class WordAt, class TopAt>
std::vector<std::uint32_t> sorted(const ForEach& for_each, std::uint64_t end, const WordAt& word, const TopAt& top) {
  std::vector<std::uint32_t> counts(1U << 16, 0);
  std::size_t total = 0;
  for_each([&](std::uint32_t value) {
    ++counts[top(value)];
    ++total;
  });
  const std::size_t most = std::clamp<std::size_t>(total / 8, 1U << 16, 1U << 23);
  struct Slice {
    std::uint64_t first, last;  ///< of the upper 16 bits
    std::size_t at, count;
  };
  std::vector<Slice> slices;
  std::size_t at = 0;
  for (std::uint32_t bits = 0; bits < counts.size(); ++bits) {
    if (counts[bits] == 0) continue;
    if (slices.empty() || slices.back().count + counts[bits] > most) slices.push_back({bits, bits, at, 0});
    slices.back().last = bits;
    slices.back().count += counts[bits];
    at += counts[bits];
  }
  std::vector<std::uint32_t> out(total);
  parallel_for(slices.size(), 1, [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      const Slice& slice = slices[i];
      std::vector<Item> items;
      items.reserve(slice.count);
      for_each([&](std::uint32_t value) {
        const std::uint64_t bits = top(value);
        if (bits >= slice.first && bits <= slice.last) items.push_back({word(value, 0), value});
      });
      sort_items(std::span{items}, end, word, 0);
      for (std::size_t k = 0; k < items.size(); ++k) out[slice.at + k] = items[k].value;
    }
  });
  return out;
}

template <class ForEach, class WordAt>
std::vector<std::uint32_t> sorted(const ForEach& for_each, std::uint64_t end, const WordAt& word) {
  return sorted(for_each, end, word, [&](std::uint32_t value) { return word(value, 0) >> 48; });
}

bool is_letter(char c) noexcept { return static_cast<unsigned char>(c) >= least_letter; }
bool begins_character(char c) noexcept { return is_letter(c) && (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

/// Characters are told by their places in `readings.codes` while they are sorted.
std::vector<std::uint32_t> sorted_inner_sounds(std::span<const char> pool, std::span<const std::uint32_t> offsets, const Readings& readings) {
  std::vector<bool> begins(readings.codes.size() + 1, false);
  for (const auto start : readings.starts) begins[start] = true;
  const auto letters_behind = [&](std::size_t place, std::size_t count) {  // nothing ended before `place`: the word before was full
    std::uint64_t letters = 0;
    for (std::size_t i = 0; i < count && !begins[++place]; ++i)
      letters |= std::uint64_t{static_cast<unsigned char>(readings.first_letters[readings.codes[place]])} << (8 * (count - 1 - i));
    return letters;
  };
  const auto word = [&](std::uint32_t place, std::size_t round) {
    if (round == 0) return (std::uint64_t{readings.codes[place] + 1U} << 48) | letters_behind(place, 6);
    return letters_behind(place + 8 * round - 2, 8);
  };
  const auto each = [&](const auto& visit) {
    for (std::size_t key = 0; key + 1 < readings.starts.size(); ++key)
      for (std::uint32_t place = readings.starts[key] + 1; place < readings.starts[key + 1]; ++place) {
        const char letter = readings.first_letters[readings.codes[place]];
        if (letter >= 'a' && letter <= 'z') visit(place);
      }
  };
  auto order = sorted(each, 0xFF, word, [&](std::uint32_t place) { return readings.codes[place] + 1U; });
  for (auto& place : order) {
    const auto behind = std::upper_bound(readings.starts.begin(), readings.starts.end(), place);
    const auto key = static_cast<std::size_t>(behind - readings.starts.begin()) - 1;
    std::uint32_t offset = offsets[key];
    for (std::uint32_t left = place - readings.starts[key]; left > 0; --left)
      do ++offset; while (!begins_character(pool[offset]));
    place = offset;
  }
  return order;
}

}  // namespace

Orders sorted_orders(std::span<const char> pool, std::span<const std::uint32_t> offsets, const Readings& readings) {
  const auto text_word = [&](std::uint32_t offset, std::size_t round) {
    const char* at = pool.data() + offset + 8 * round;  // no key ends within the word before: it was full
    std::uint64_t word = 0;
    for (int i = 0; i < 8 && is_letter(at[i]); ++i) word |= std::uint64_t{static_cast<unsigned char>(at[i])} << (56 - 8 * i);
    return word;
  };
  const auto starts = [&](const auto& visit) {
    for (const auto offset : offsets) visit(offset);
  };
  const auto after = [&](bool words) {
    return [&offsets, &pool, words](const auto& visit) {
      for (const auto offset : offsets) {
        for (std::uint32_t at = offset + 1; is_letter(pool[at]); ++at) {
          if (begins_character(pool[at]) && pool[at] != ' ' && (pool[at - 1] == ' ') == words) visit(at);
        }
      }
    };
  };
  Orders orders;
  orders.starts = sorted(starts, 0xFF, text_word);
  orders.words = sorted(after(true), 0xFF, text_word);
  orders.inner = sorted(after(false), 0xFF, text_word);

  std::vector<std::uint32_t> read;  // numbers of keys
  for (std::uint32_t key = 0; key < offsets.size(); ++key)
    if (!readings.of(key).empty()) read.push_back(key);
  const auto keys = [&](const auto& visit) {
    for (const auto key : read) visit(key);
  };
  const auto sound_word = [&](std::uint32_t key, std::size_t round) {
    const auto reading = readings.of(key);
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < 4 && 4 * round + i < reading.size(); ++i) word |= std::uint64_t{reading[4 * round + i] + 1U} << (48 - 16 * i);
    return word;
  };
  const auto letter_word = [&](std::uint32_t key, std::size_t round) {
    const auto reading = readings.of(key);
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < 8 && 8 * round + i < reading.size(); ++i) {
      word |= std::uint64_t{static_cast<unsigned char>(readings.first_letters[reading[8 * round + i]])} << (56 - 8 * i);
    }
    return word;
  };
  orders.sounds = sorted(keys, 0xFFFF, sound_word);
  orders.letters = sorted(keys, 0xFF, letter_word);
  for (auto* order : {&orders.sounds, &orders.letters})
    for (auto& key : *order) key = offsets[key];
  orders.inner_sounds = sorted_inner_sounds(pool, offsets, readings);
  return orders;
}

}  // namespace merestone::search
