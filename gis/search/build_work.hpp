// SPDX-License-Identifier: Apache-2.0
/// What a Builder holds while names come in. Private to it.
#pragma once

#include "gis/search/builder.hpp"
#include "gis/search/row.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>

namespace merestone::search {

/// Numbers for texts that come again and again, by order of coming.
class Numbers {
 public:
  std::uint32_t of(std::string_view text);
  const std::vector<std::string>& texts() const noexcept { return texts_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers_;
  std::vector<std::string> texts_;
};

struct BuilderWork {
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  /// A text with a reading.
  struct Key {
    std::uint64_t text = 0;      ///< offset in `texts`
    std::uint64_t reading = 0;   ///< offset in `codes`, as many as characters
    std::uint32_t hash = 0;
    std::uint32_t best = 0;      ///< importance
    std::uint32_t first = 0;     ///< number of its first name, once they are in order
    std::uint16_t bytes = 0;
    std::uint16_t characters = 0;
    bool read = false;           ///< has a reading
  };
  struct Name {
    std::uint32_t key = 0;
    Row row;
    std::uint32_t form = none;   ///< in `forms`; none: as the key
    std::uint32_t code = none;   ///< in `official_codes`
  };

  std::string texts;
  std::vector<std::uint16_t> codes;          ///< provisional numbers of syllables
  std::vector<Key> keys;
  std::vector<std::uint32_t> table;          ///< open addressing: key + 1
  std::vector<Name> names;
  std::vector<std::string> official_codes;   ///< of each name that has one: hardly two are alike
  Numbers syllables, types, statuses, periods, forms;
  std::optional<Period> period;              ///< of the name before, and its number: most have the same
  std::uint32_t period_number = 0;
  std::unordered_map<std::uint64_t, std::uint32_t> readings;  ///< how often a character is read by a syllable

  std::uint32_t key_of(std::string_view text, const std::vector<std::uint16_t>& reading, std::uint16_t characters);
  void grow();
};

/// Sorted sections over a finished pool.
struct Orders {
  std::vector<std::uint32_t> starts, words, inner, sounds, letters, inner_sounds;
};

/// Readings of keys, in the order of the keys: numbers of syllables, one for each character, none where there is no reading.
struct Readings {
  std::span<const std::uint16_t> codes;
  std::span<const std::uint32_t> starts;    ///< of each key in `codes`, and the end of the last
  std::span<const char> first_letters;      ///< of syllables
  std::span<const std::uint16_t> of(std::size_t key) const { return codes.subspan(starts[key], starts[key + 1] - starts[key]); }
};

/// `offsets` are those of the texts of all keys in `pool`.
Orders sorted_orders(std::span<const char> pool, std::span<const std::uint32_t> offsets, const Readings& readings);

}  // namespace merestone::search
