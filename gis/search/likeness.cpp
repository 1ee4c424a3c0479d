// SPDX-License-Identifier: Apache-2.0
#include "gis/search/likeness.hpp"

#include "gis/script/reading.hpp"
#include "gis/search/characters.hpp"
#include "gis/search/sounds.hpp"
#include "gis/search/writing.hpp"

#include <algorithm>
#include <set>

namespace merestone::search {
namespace {

/// The longest generic term, in characters: what may stand behind a specific one.
constexpr std::size_t longest_generic = 6;

bool same_tones(std::string_view a, std::string_view b) {
  const auto first = read_name(a), second = read_name(b);
  return std::equal(first.begin(), first.end(), second.begin(), second.end(),
                    [](const ReadCharacter& x, const ReadCharacter& y) { return x.syllable == y.syllable; });
}

SoundLayers::Pattern pattern_of(const Index& index, const std::vector<std::string>& syllables, std::size_t count) {
  SoundLayers::Pattern pattern;
  for (std::size_t i = 0; i < std::min(count, syllables.size()); ++i) {
    const int code = index.code_of(syllables[i]);
    if (code < 0) return {};
    SoundLayers::Element element{.whole = true};
    element.codes = {{static_cast<std::uint32_t>(code), static_cast<std::uint32_t>(code) + 1}};
    pattern.push_back(std::move(element));
  }
  return pattern;
}

}  // namespace

std::vector<Alike> names_like(std::span<const Source> sources, const NewName& name) {
  Entry entry;
  entry.text = name.text;
  write_keys(entry);
  if (entry.key.empty()) return {};
  Query query{.text = name.text, .filter = name.filter, .limit = name.most, .day = name.day};
  std::vector<Alike> alike;
  for (const Source& source : sources) {
    const Index& index = *source.index;
    Gathering same{source, query}, sounding{source, query}, specific{source, query};
    TextLayers{index, entry.key}.exact(same);
    same.close_tier();
    for (const Found& found : same.wanted()) alike.push_back({Likeness::same, hit_of(same, found, query, common_language())});

    if (const auto pattern = pattern_of(index, entry.syllables, entry.syllables.size()); !pattern.empty()) {
      const auto ranges = sound_ranges(index, pattern, true);
      sounding.take(Layer::homophone, index.sounds, ranges, [&](std::uint32_t start, std::uint32_t) -> std::optional<Matched> {
        const auto text = index.text_from(start);
        if (text == entry.key) return {};
        return Matched{0, static_cast<std::uint32_t>(text.size())};
      });
      sounding.close_tier();
      for (const Found& found : sounding.wanted()) {
        auto hit = hit_of(sounding, found, query, common_language());
        const bool toned = same_tones(entry.key, index.text_from(found.start));
        alike.push_back({toned ? Likeness::toned : Likeness::toneless, std::move(hit)});
      }
    }
    const std::size_t specific_length = name.specific_characters;
    if (specific_length == 0 || specific_length >= entry.syllables.size()) continue;
    if (const auto pattern = pattern_of(index, entry.syllables, specific_length); !pattern.empty()) {
      const auto ranges = sound_ranges(index, pattern, false);
      std::vector<std::uint16_t> codes;
      specific.take(Layer::homophone_beginning, index.sounds, ranges, [&](std::uint32_t start, std::uint32_t) -> std::optional<Matched> {
        const auto text = index.text_from(start);
        const auto characters = count_characters(text);
        if (characters <= specific_length || characters > specific_length + longest_generic) return {};
        if (index.reading(start, codes) && codes.size() == entry.syllables.size()) {
          bool all = true;
          for (std::size_t i = 0; i < codes.size() && all; ++i) all = index.syllables()[codes[i]] == entry.syllables[i];
          if (all) return {};  // told above
        }
        return Matched{0, static_cast<std::uint32_t>(text.size())};
      });
      specific.close_tier();
      for (const Found& found : specific.wanted()) alike.push_back({Likeness::specific, hit_of(specific, found, query, common_language())});
    }
  }
  std::stable_sort(alike.begin(), alike.end(), [](const Alike& a, const Alike& b) {
    return a.likeness != b.likeness ? a.likeness < b.likeness : a.hit.importance > b.hit.importance;
  });
  return alike;
}

std::vector<Hit> names_with(std::span<const Source> sources, const LikeKeys& like) {
  const Query query{.text = {}, .filter = like.filter, .limit = like.most, .day = like.day, .near = like.near};
  std::vector<Hit> hits;
  std::set<std::pair<Kind, std::int64_t>> seen;
  for (const Source& source : sources) {
    const Index& index = *source.index;
    const auto each_pattern = [&](const std::vector<std::string>& sounds, const auto& use) {
      for (const std::string& sound : sounds) {
        for (const auto& pattern : patterns_of(index, characters_of(sound))) {
          if (is_full(pattern) && all_whole(pattern)) use(pattern);
        }
      }
    };
    const auto gather = [&](const auto& ask) {
      Gathering into{source, query};
      ask(into);
      into.close_tier();
      const auto take = [&](const std::vector<Found>& list) {
        for (const Found& found : list) {
          Hit hit = hit_of(into, found, query, common_language());
          if (seen.emplace(hit.kind, hit.subject).second) hits.push_back(std::move(hit));
        }
      };
      take(into.wanted());
      if (like.at_any_time) take(into.others());
    };
    gather([&](Gathering& into) {
      for (const std::string& key : like.keys) TextLayers{index, key}.exact(into);
    });
    gather([&](Gathering& into) { each_pattern(like.sounds, [&](const auto& pattern) { take_sounds(into, Layer::homophone, pattern, true); }); });
    gather([&](Gathering& into) {
      each_pattern(like.specific_sounds, [&](const auto& pattern) {
        into.take(Layer::homophone_beginning, index.sounds, sound_ranges(index, pattern, false), [&](std::uint32_t start, std::uint32_t) -> std::optional<Matched> {
          const auto text = index.text_from(start);
          const auto characters = count_characters(text);
          if (characters <= pattern.size() || characters > pattern.size() + longest_generic) return {};
          return Matched{0, static_cast<std::uint32_t>(text.size())};
        });
      });
    });
  }
  return hits;
}

std::optional<std::vector<std::int64_t>> places_in(std::span<const Source> sources, const Box& box) {
  Query query;
  query.filter.box = box;
  std::vector<std::int64_t> places;
  for (const Source& source : sources) {
    const auto names = Gathering{source, query}.few_names();
    if (!names) return {};
    for (const std::uint32_t name : *names)
      if (const Row row = source.index->rows().row(name); !row.division) places.push_back(static_cast<std::int64_t>(row.subject));
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

}  // namespace merestone::search
