// SPDX-License-Identifier: Apache-2.0
#include "gis/names/checks/sounds.hpp"

#include "gis/script/fold.hpp"
#include "gis/script/reading.hpp"
#include "gis/script/utf8.hpp"

#include <algorithm>

namespace merestone {
namespace {

constexpr std::size_t most_readings = 16;

bool meet(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& each) { return !each.empty() && std::find(b.begin(), b.end(), each) != b.end(); });
}

void add_once(std::vector<std::string>& to, std::string text) {
  if (std::find(to.begin(), to.end(), text) == to.end()) to.push_back(std::move(text));
}

/// Every way to read a name that is not sure, as far as there are not too many.
class Ways {
 public:
  Ways(std::vector<ReadCharacter> reading, std::size_t specific_length) : reading_{std::move(reading)}, specific_length_{specific_length} {}

  void into(SoundOfName& sound) {
    go(0);
    sound.letters = std::move(letters_);
    sound.toned = std::move(toned_);
    sound.specific_letters = std::move(specific_);
  }

 private:
  void go(std::size_t at) {
    if (toned_.size() >= most_readings) return;
    while (at < reading_.size() && (reading_[at].surety == Surety::sure || reading_[at].surety == Surety::none)) ++at;
    if (at == reading_.size()) return write();
    const Syllable first = reading_[at].syllable;
    go(at + 1, first);
    for (const Syllable other : readings_of(reading_[at].character)) {
      if (other != first) go(at + 1, other);
    }
    reading_[at].syllable = first;
  }
  void go(std::size_t next, Syllable syllable) {
    reading_[next - 1].syllable = syllable;
    go(next);
  }

  void write() {
    SoundKeys keys;
    sound_keys(reading_, keys);
    add_once(letters_, keys.letters);
    std::vector<ReadCharacter> specific(reading_.begin(), reading_.begin() + static_cast<std::ptrdiff_t>(specific_length_));
    sound_keys(specific, keys);
    add_once(specific_, keys.letters);
    std::string toned;
    for (const ReadCharacter& each : reading_) {
      const std::string_view letters = letters_of(each.syllable);
      if (letters.empty()) append_character(each.character, toned);
      else toned += std::string{letters} + static_cast<char>('0' + each.syllable.tone);
    }
    add_once(toned_, std::move(toned));
  }

  std::vector<ReadCharacter> reading_;
  std::size_t specific_length_;
  std::vector<std::string> letters_, toned_, specific_;
};

}  // namespace

SoundOfName sound_of(std::string_view text, SpellingClass which, std::string_view division, const std::vector<Syllable>& confirmed) {
  SoundOfName sound;
  const NameTerms terms = name_terms(text, which);
  sound.key = folded(text);
  sound.specific = folded(terms.specific);
  sound.generic = folded(terms.generic);
  std::vector<ReadCharacter> reading = read_name(text, division);
  std::size_t next = 0;
  for (ReadCharacter& each : reading) {
    if (!is_han(each.character) || next == confirmed.size()) continue;
    each.syllable = confirmed[next++];
    each.surety = Surety::sure;
  }
  sound.sure = std::all_of(reading.begin(), reading.end(), [](const ReadCharacter& each) { return !is_han(each.character) || each.surety == Surety::sure; });
  Ways{std::move(reading), characters_of(terms.specific).size()}.into(sound);
  return sound;
}

std::vector<Syllable> parse_reading(std::string_view numbered) {
  std::vector<Syllable> out;
  while (!numbered.empty()) {
    const std::size_t end = std::min(numbered.find(' '), numbered.size());
    const auto syllable = parse_syllable(numbered.substr(0, end));
    if (!syllable) return {};
    out.push_back(*syllable);
    numbered.remove_prefix(std::min(end + 1, numbered.size()));
  }
  return out;
}

std::vector<Syllable> confirmed_syllables(std::string_view text, std::string_view reading) {
  const std::u32string characters = characters_of(text);
  return parse_reading_with_marks(reading, static_cast<std::size_t>(std::count_if(characters.begin(), characters.end(), is_han)));
}

std::string numbered_reading(std::string_view text, std::string_view reading) {
  std::string numbered;
  for (const Syllable syllable : confirmed_syllables(text, reading)) {
    if (!numbered.empty()) numbered += ' ';
    numbered += std::string{letters_of(syllable)} + static_cast<char>('0' + syllable.tone);
  }
  return numbered;
}

std::optional<Likeness> likeness(const SoundOfName& a, const SoundOfName& b) {
  if (a.key == b.key) return Likeness::same;
  if (meet(a.toned, b.toned)) return Likeness::toned_sound;
  if (meet(a.letters, b.letters)) return Likeness::sound;
  if (a.generic != b.generic && !a.generic.empty() && !b.generic.empty() && meet(a.specific_letters, b.specific_letters)) return Likeness::specific_sound;
  return {};
}

}  // namespace merestone
