// SPDX-License-Identifier: Apache-2.0
#include "gis/base/embedded.hpp"
#include "gis/script/data_lines.hpp"
#include "gis/script/tables.hpp"
#include "gis/script/utf8.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <unordered_map>

namespace merestone {
namespace embedded {
extern const std::span<const File> script_data;
}

namespace script {

std::string_view data_file(std::string_view name) {
  for (const embedded::File& each : embedded::script_data) {
    if (each.name == name) return each.text;
  }
  throw std::logic_error{"script data without " + std::string{name}};
}

namespace {

class Builder {
 public:
  Tables build() {
    add_readings();
    add_usual();
    add_levels();
    add_variants();
    add_words();
    return std::move(tables_);
  }

 private:
  HanCharacter& record(char32_t c) {
    auto& page = tables_.pages.at(c >> 8);
    if (page == nullptr) page = std::make_unique<Tables::Page>();
    return (*page)[c & 0xFF];
  }

  Syllable syllable(std::string_view numbered) {
    const std::string letters{numbered.substr(0, numbered.size() - 1)};
    const auto [found, added] = numbers_.try_emplace(letters, static_cast<std::uint16_t>(tables_.letters.size()));
    if (added) tables_.letters.push_back(letters);
    return {found->second, static_cast<std::uint8_t>(numbered.back() - '0')};
  }

  std::vector<Syllable> syllables(std::string_view text) {
    std::vector<Syllable> out;
    while (!text.empty()) out.push_back(syllable(take(text, ' ')));
    return out;
  }

  std::uint16_t list(const std::vector<Syllable>& syllables) {
    std::vector<std::uint32_t> key;
    for (const Syllable each : syllables) key.push_back(each.letters * 8U + each.tone);
    const auto [found, added] = list_numbers_.try_emplace(key, static_cast<std::uint16_t>(tables_.lists.size()));
    if (added) tables_.lists.push_back(syllables);
    return found->second;
  }

  static Surety surety(const std::vector<Syllable>& readings) {
    if (readings.size() == 1) return Surety::sure;
    const bool same = std::all_of(readings.begin(), readings.end(), [&](Syllable s) { return s.letters == readings.front().letters; });
    return same ? Surety::letters : Surety::guess;
  }

  void add_readings() {
    tables_.letters.emplace_back();
    tables_.lists.emplace_back();
    each_line(data_file("readings.txt"), [&](std::string_view line) {
      const auto readings = syllables(take(line, '\t'));
      const std::uint16_t number = list(readings);
      for (std::size_t at = 0; at < line.size();) {
        HanCharacter& each = record(next_character(line, at));
        each.list = number;
        each.surety = surety(readings);
      }
    });
  }

  void add_usual() {
    each_line(data_file("usual.txt"), [&](std::string_view line) {
      const bool settled = line.front() != '?';
      if (!settled) line.remove_prefix(1);
      const Syllable usual = syllable(take(line, '\t'));
      for (std::size_t at = 0; at < line.size();) {
        HanCharacter& each = record(next_character(line, at));
        auto readings = tables_.lists[each.list];
        readings.erase(std::remove(readings.begin(), readings.end(), usual), readings.end());
        readings.insert(readings.begin(), usual);
        each.list = list(readings);
        each.surety = settled ? Surety::sure : surety(readings);
      }
    });
  }

  void add_levels() {
    std::uint8_t level = 0;
    each_line(data_file("levels.txt"), [&](std::string_view line) {
      ++level;
      for (std::size_t at = 0; at < line.size();) record(next_character(line, at)).level = level;
    });
  }

  void add_variants() {
    each_line(data_file("variants.txt"), [&](std::string_view line) {
      std::size_t at = 0;
      const char32_t target = next_character(line, at);
      for (++at; at < line.size();) record(next_character(line, at)).simplified = target;
    });
  }

  void add_words() {
    each_line(data_file("lexicon.tsv"), [&](std::string_view line) {
      const auto characters = characters_of(take(line, '\t'));
      Word word;
      word.syllables = syllables(take(line, '\t'));
      if (word.syllables.size() != characters.size()) throw std::logic_error{"lexicon.tsv: " + utf8(characters)};
      if (line.ends_with('?')) {
        word.settled = false;
        line.remove_suffix(1);
      }
      if (line.starts_with('^')) {
        word.first = true;
        line.remove_prefix(1);
      }
      if (line.starts_with('@')) line.remove_prefix(1);
      while (!line.empty()) {
        const std::string_view province = take(line, ',');
        word.provinces.set(static_cast<std::size_t>((province[0] - '0') * 10 + province[1] - '0'));
      }
      tables_.words.add(characters, std::move(word));
    });
  }

  Tables tables_;
  std::unordered_map<std::string, std::uint16_t> numbers_{{"", 0}};
  std::map<std::vector<std::uint32_t>, std::uint16_t> list_numbers_{{{}, 0}};
};

constexpr std::uint64_t key_of(std::uint32_t node, char32_t character) noexcept {
  return static_cast<std::uint64_t>(node) << 32 | character;
}

}  // namespace

std::size_t WordTree::slot_of(std::uint64_t key) const noexcept {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = static_cast<std::size_t>((key * 0x9E3779B97F4A7C15ULL) >> 32) & mask;
  while (slots_[slot].key != key && slots_[slot].key != 0) slot = (slot + 1) & mask;
  return slot;
}

std::uint32_t WordTree::step(std::uint32_t node, char32_t character) const noexcept {
  return slots_[slot_of(key_of(node, character))].node;
}

void WordTree::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& each : old) {
    if (each.key != 0) slots_[slot_of(each.key)] = each;
  }
}

void WordTree::add(std::u32string_view characters, Word word) {
  std::uint32_t node = root;
  for (const char32_t character : characters) {
    const std::uint64_t key = key_of(node, character);
    Slot* slot = &slots_[slot_of(key)];
    if (slot->key == 0) {
      *slot = {key, static_cast<std::uint32_t>(at_node_.size())};
      at_node_.push_back(0);
      node = slot->node;
      if (++used_ * 2 > slots_.size()) grow();
    } else {
      node = slot->node;
    }
  }
  word.next = at_node_[node];
  at_node_[node] = static_cast<std::uint32_t>(words_.size());
  words_.push_back(std::move(word));
}

const Tables& tables() {
  static const Tables built = Builder{}.build();
  return built;
}

}  // namespace script
}  // namespace merestone
