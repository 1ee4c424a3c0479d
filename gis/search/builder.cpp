// SPDX-License-Identifier: Apache-2.0
#include "gis/search/builder.hpp"

#include "gis/search/build_work.hpp"
#include "gis/search/characters.hpp"
#include "gis/search/layout.hpp"

#include <xxhash.h>

#include <algorithm>
#include <cmath>

namespace merestone::search {
namespace {

constexpr std::size_t longest_key = 1000;
constexpr std::size_t most_syllables = 1U << 14;

std::string clean(std::string_view text) {
  std::string kept;
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= least_letter && c != 0x7F) kept += c;
  return kept;
}

std::uint32_t millionths(std::int64_t nanodegrees, std::int64_t from) {
  return static_cast<std::uint32_t>((nanodegrees + from * nanodegrees_per_degree + 500) / 1000);
}

}  // namespace

std::uint32_t Numbers::of(std::string_view text) {
  if (const auto at = numbers_.find(text); at != numbers_.end()) return at->second;
  const auto number = static_cast<std::uint32_t>(texts_.size());
  numbers_.emplace(texts_.emplace_back(text), number);
  return number;
}

Builder::Builder() : work_{std::make_unique<BuilderWork>()} {}
Builder::Builder(Builder&&) noexcept = default;
Builder& Builder::operator=(Builder&&) noexcept = default;
Builder::~Builder() = default;

std::size_t Builder::size() const noexcept { return work_->names.size(); }

void BuilderWork::grow() {
  table.assign(std::max<std::size_t>(1024, table.size() * 2), 0);
  for (std::uint32_t key = 0; key < keys.size(); ++key) {
    std::size_t at = keys[key].hash & (table.size() - 1);
    while (table[at] != 0) at = (at + 1) & (table.size() - 1);
    table[at] = key + 1;
  }
}

std::uint32_t BuilderWork::key_of(std::string_view text, const std::vector<std::uint16_t>& reading, std::uint16_t characters) {
  if (keys.size() * 2 >= table.size()) grow();
  const auto seed = XXH3_64bits(reading.data(), reading.size() * sizeof(std::uint16_t));
  const auto hash = static_cast<std::uint32_t>(XXH3_64bits_withSeed(text.data(), text.size(), seed));
  std::size_t at = hash & (table.size() - 1);
  for (; table[at] != 0; at = (at + 1) & (table.size() - 1)) {
    const Key& key = keys[table[at] - 1];
    if (key.hash != hash || key.read != !reading.empty()) continue;
    if (std::string_view{texts}.substr(key.text, key.bytes) != text) continue;
    if (std::equal(reading.begin(), reading.end(), codes.begin() + static_cast<std::ptrdiff_t>(key.reading))) return table[at] - 1;
  }
  Key key;
  key.text = texts.size();
  key.reading = codes.size();
  key.hash = hash;
  key.bytes = static_cast<std::uint16_t>(text.size());
  key.characters = characters;
  key.read = !reading.empty();
  texts += text;
  codes.insert(codes.end(), reading.begin(), reading.end());
  keys.push_back(key);
  table[at] = static_cast<std::uint32_t>(keys.size());
  return static_cast<std::uint32_t>(keys.size() - 1);
}

bool Builder::add(const Entry& entry) {
  BuilderWork& work = *work_;
  const std::string key = clean(entry.key);
  if (key.empty() || key.size() > longest_key) return false;
  const std::size_t characters = count_characters(key);
  std::vector<std::uint16_t> reading;
  if (entry.syllables.size() == characters) {
    const char* at = key.data();
    for (const std::string& syllable : entry.syllables) {
      const auto number = work.syllables.of(syllable);
      if (number >= most_syllables || syllable.empty()) {
        reading.clear();
        break;
      }
      const char32_t c = next_character(at, key.data() + key.size());
      ++work.readings[(static_cast<std::uint64_t>(c) << 16) | number];
      reading.push_back(static_cast<std::uint16_t>(number));
    }
  }
  BuilderWork::Name name;
  name.key = work.key_of(key, reading, static_cast<std::uint16_t>(characters));
  auto& best = work.keys[name.key].best;
  best = std::max(best, entry.importance);
  Row& row = name.row;
  row.id = static_cast<std::uint64_t>(entry.id);
  row.subject = static_cast<std::uint64_t>(entry.subject);
  row.importance = entry.importance;
  row.type = work.types.of(entry.type);
  row.status = work.statuses.of(entry.status);
  if (work.period != entry.valid) {
    work.period = entry.valid;
    work.period_number = work.periods.of(to_string(entry.valid.from) + to_string(entry.valid.until));
  }
  row.period = work.period_number;
  row.within = entry.within;
  row.level = entry.level;
  row.division = entry.kind == Kind::division;
  if (entry.position) {
    row.lon = millionths(entry.position->lon, 180) + 1;
    row.lat = millionths(entry.position->lat, 90);
  }
  if (const auto shown = clean(entry.text); shown != key && !shown.empty()) name.form = work.forms.of(shown);
  if (!entry.code.empty()) {
    name.code = static_cast<std::uint32_t>(work.official_codes.size());
    work.official_codes.push_back(clean(entry.code).substr(0, 200));
  }
  work.names.push_back(name);
  return true;
}

}  // namespace merestone::search
