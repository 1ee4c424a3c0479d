// SPDX-License-Identifier: Apache-2.0
#include "gis/script/reading.hpp"

#include "gis/script/fold.hpp"
#include "gis/script/tables.hpp"
#include "gis/script/utf8.hpp"

#include <algorithm>

namespace merestone {
namespace {

using script::Tables;
using script::Word;

/// 0 when the code names no province.
std::size_t province_of(std::string_view division) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (division.size() < 2 || !digit(division[0]) || !digit(division[1])) return 0;
  return static_cast<std::size_t>((division[0] - '0') * 10 + division[1] - '0');
}

class Reader {
 public:
  Reader(std::string_view text, std::size_t province, std::vector<ReadCharacter>& out)
      : tables_{script::tables()}, province_{province}, out_{out} {
    for (std::size_t at = 0; at < text.size();) out_.push_back({.character = next_character(text, at)});
  }

  void run() {
    for (std::size_t at = 0; at < out_.size();) {
      const HanCharacter* record = tables_.find(out_[at].character);
      if (record == nullptr) {
        ++at;
      } else if (const std::size_t read = read_word(at); read != 0) {
        at += read;
      } else {
        read_character(out_[at++], *record);
      }
    }
  }

 private:
  /// The word among those of one spelling that holds here; null when none does.
  const Word* holding(std::uint32_t number, std::size_t at, std::size_t length) const {
    for (; number != 0; number = tables_.words.word(number).next) {
      const Word& word = tables_.words.word(number);
      if (word.first && at > 0) continue;
      if (word.provinces.none()) return &word;
      if (province_ == 0 ? length > 1 : word.provinces[province_]) return &word;
    }
    return nullptr;
  }

  /// Reads the longest word that begins at `at`; its length, or 0.
  std::size_t read_word(std::size_t at) {
    const Word* longest = nullptr;
    std::uint32_t node = script::WordTree::root;
    for (std::size_t i = at; i < out_.size(); ++i) {
      const HanCharacter* record = tables_.find(out_[i].character);
      if (record == nullptr) break;
      node = tables_.words.step(node, script::word_form(out_[i].character, *record));
      if (node == 0) break;
      if (const Word* word = holding(tables_.words.word_at(node), at, i + 1 - at)) longest = word;
    }
    if (longest == nullptr) return 0;
    const bool certain = longest->settled && (province_ != 0 || longest->provinces.none());
    for (std::size_t i = 0; i < longest->syllables.size(); ++i) {
      ReadCharacter& each = out_[at + i];
      each.syllable = longest->syllables[i];
      each.by_word = true;
      each.surety = certain ? Surety::sure : doubt(each);
    }
    return longest->syllables.size();
  }

  /// Of a word that may not hold here: sure where the character alone says the same.
  Surety doubt(const ReadCharacter& each) const {
    const HanCharacter& record = *tables_.find(each.character);
    const auto& readings = tables_.lists[record.list];
    if (record.surety == Surety::sure && !readings.empty() && readings.front() == each.syllable) return Surety::sure;
    const bool same = std::all_of(readings.begin(), readings.end(), [&](Syllable s) { return s.letters == each.syllable.letters; });
    return same ? Surety::letters : Surety::guess;
  }

  void read_character(ReadCharacter& each, const HanCharacter& record) const {
    const HanCharacter* read = &record;
    if (read->list == 0 && read->simplified != 0) read = tables_.find(read->simplified);
    if (read == nullptr || read->list == 0) return;
    each.syllable = tables_.lists[read->list].front();
    each.surety = read->surety;
    // A traditional form can stand for one of several readings of the simplified one, never for more.
    const HanCharacter* usual = record.level == 0 && record.simplified != 0 ? tables_.find(record.simplified) : nullptr;
    if (usual != nullptr && usual->list != 0 && usual->surety == Surety::sure && read->surety != Surety::sure) {
      each.syllable = tables_.lists[usual->list].front();
      each.surety = Surety::sure;
    }
  }

  const Tables& tables_;
  const std::size_t province_;
  std::vector<ReadCharacter>& out_;
};

}  // namespace

void read_name(std::string_view text, std::string_view division, std::vector<ReadCharacter>& out) {
  out.clear();
  Reader{text, province_of(division), out}.run();
}

Surety surety_of(const std::vector<ReadCharacter>& reading) {
  Surety least = Surety::sure;
  for (const ReadCharacter& each : reading) {
    if (is_han(each.character)) least = std::min(least, each.surety);
  }
  return least;
}

void sound_keys(const std::vector<ReadCharacter>& reading, SoundKeys& out) {
  out.letters.clear();
  out.initials.clear();
  for (const ReadCharacter& each : reading) {
    const std::string_view letters = letters_of(each.syllable);
    if (!letters.empty()) {
      const std::size_t before = out.letters.size();
      for (std::size_t at = 0; at < letters.size();) {
        const char32_t letter = next_character(letters, at);
        append_character(letter == U'ü' ? U'v' : letter == U'ê' ? U'e' : letter, out.letters);
      }
      out.initials.push_back(out.letters[before]);
    } else if (each.character < 0x80) {
      const char ascii = static_cast<char>(each.character >= 'A' && each.character <= 'Z' ? each.character + 32 : each.character);
      if ((ascii >= 'a' && ascii <= 'z') || (ascii >= '0' && ascii <= '9')) {
        out.letters.push_back(ascii);
        out.initials.push_back(ascii);
      }
    } else {
      std::string character;
      append_character(each.character, character);
      const std::size_t before = out.letters.size();
      fold_into(character, out.letters);
      out.initials.append(out.letters, before);
    }
  }
}

}  // namespace merestone
