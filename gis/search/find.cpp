// SPDX-License-Identifier: Apache-2.0
#include "gis/search/find.hpp"

#include "gis/base/error.hpp"
#include "gis/base/text.hpp"
#include "gis/search/characters.hpp"
#include "gis/search/coordinates.hpp"
#include "gis/search/layers.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <tuple>

namespace merestone::search {
namespace {

constexpr std::array<const char*, 20> words{
    "exact", "sound", "code", "beginning", "sound_beginning", "code_beginning", "letters", "mixed", "containing", "word",
    "letters_beginning", "shortened", "homophone", "part", "sound_part", "homophone_beginning", "letters_part", "typo", "sound_typo", "listed"};
constexpr std::array<int, 20> tiers{0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 0};
static_assert(words.size() == static_cast<std::size_t>(Layer::listed) + 1);

/// Room for two closings between tiers of find().
constexpr int tier_step = 8;
/// With fewer hits than this, what is merely like the text is looked for too.
constexpr std::size_t little = 5;

[[noreturn]] void refuse(const char* rule, std::vector<std::pair<std::string, std::string>> facts) {
  Finding finding;
  finding.rule = rule;
  finding.facts = std::move(facts);
  throw Error{Fault::invalid, rule, {finding}};
}

std::string code_point(char32_t c) {
  std::string hex;
  for (auto rest = static_cast<std::uint32_t>(c); rest != 0 || hex.size() < 4; rest /= 16) hex.insert(hex.begin(), "0123456789ABCDEF"[rest % 16]);
  return "U+" + hex;
}

/// Characters that no name is written with, each once.
std::vector<Finding> notes_on(std::u32string_view text) {
  std::string odd, unseen;
  std::set<char32_t> told;
  for (const char32_t c : text) {
    const auto type = u_charType(static_cast<UChar32>(c));
    std::string* list = type == U_UNASSIGNED || type == U_PRIVATE_USE_CHAR ? &odd
                        : type == U_CONTROL_CHAR || type == U_FORMAT_CHAR  ? &unseen
                                                                           : nullptr;
    if (list != nullptr && told.size() < 8 && told.insert(c).second) *list += (list->empty() ? "" : " ") + code_point(c);
  }
  std::vector<Finding> notes;
  if (!odd.empty()) notes.push_back({.rule = "search.no_characters", .severity = Severity::warning, .facts = {{"characters", odd}}});
  if (!unseen.empty()) notes.push_back({.rule = "search.unseen_characters", .severity = Severity::note, .facts = {{"characters", unseen}}});
  return notes;
}

class Finder {
 public:
  Finder(std::span<const Source> sources, const Query& query, const Language& language)
      : sources_{sources}, query_{query}, language_{language}, key_{language.fold(query.text)}, characters_{characters_of(key_)} {
    for (const Source& source : sources) {
      into_.push_back(std::make_unique<Gathering>(source, query));
      text_.emplace_back(*source.index, key_);
      sound_.emplace_back(*source.index, characters_, language);
    }
  }

  /// Everything that passes the filters, whatever it is called; says how many places and divisions do.
  std::size_t list_all() {
    std::set<Gathering::Subject> all;
    tier([&](Gathering& into, std::size_t) {
      const auto subjects = into.take_all(Layer::listed);
      all.insert(subjects.begin(), subjects.end());
    });
    return all.size();
  }

  void run() {
    if (key_.empty() || query_.limit == 0) return;
    tier([&](Gathering& into, std::size_t i) {
      text_[i].exact(into);
      sound_[i].exact(into);
      find_codes(into, key_, true);
    });
    const bool named = count() > 0;
    tier([&](Gathering& into, std::size_t i) {
      text_[i].beginnings(into);
      sound_[i].beginnings(into);
      find_codes(into, key_, false);
    });
    const bool parts = key_.find(' ') != std::string::npos;
    if (!full() && !named && (parts || count() < little))
      tier([&](Gathering& into, std::size_t) { find_contained(into, key_, language_, sources_); });
    if (!full()) {
      tier([&](Gathering& into, std::size_t i) {
        sound_[i].letters(into);
        text_[i].parts(into);
        sound_[i].parts(into);
      });
    }
    if (!full()) tier([&](Gathering& into, std::size_t i) { sound_[i].homophone_beginnings(into); });
    const bool alike = !named && count() < std::min(little, query_.limit);
    const bool initials = sound_.empty() || sound_.front().only_initials();
    const auto letters_inside = [&] {
      if (!full()) tier([&](Gathering& into, std::size_t i) { sound_[i].letter_parts(into); });
    };
    if (initials) letters_inside();
    if (alike && !full()) {
      tier([&](Gathering& into, std::size_t i) {
        find_typos(into, characters_);
        if (!into.full()) sound_[i].typos(into);
      });
    }
    if (!initials) letters_inside();
  }

  Answer answer() const {
    Answer answer;
    answer.hits = together(&Gathering::wanted);
    answer.former = together(&Gathering::others);
    if (query_.former) {
      answer.former = std::move(answer.hits);
      answer.hits.clear();
    }
    for (const auto& into : into_) answer.complete = answer.complete && into->complete();
    return answer;
  }
  bool nothing_to_find() const { return key_.empty(); }

 private:
  template <class Ask>
  void tier(const Ask& ask) {
    number_ += tier_step;
    for (std::size_t i = 0; i < into_.size(); ++i) {
      into_[i]->open_tier(number_);
      ask(*into_[i], i);
      into_[i]->close_tier();
    }
  }
  std::size_t count() const {
    std::size_t sum = 0;
    for (const auto& into : into_) sum += into->count();
    return sum;
  }
  bool full() const { return count() >= query_.limit; }

  std::vector<Hit> together(const std::vector<Found>& (Gathering::*list)() const) const {
    struct One {
      const Gathering* from;
      const Found* found;
    };
    std::vector<One> all;
    for (const auto& into : into_)
      for (const Found& found : ((*into).*list)()) all.push_back({into.get(), &found});
    if (into_.size() > 1) {
      std::stable_sort(all.begin(), all.end(), [](const One& a, const One& b) {
        const auto order = [](const Found& f) { return std::tuple{f.tier, ~f.importance, f.distance, f.layer}; };
        return order(*a.found) < order(*b.found);
      });
    }
    std::vector<Hit> hits;
    std::set<std::pair<Kind, std::int64_t>> seen;
    for (const One& one : all) {
      if (hits.size() >= query_.limit) break;
      auto hit = hit_of(*one.from, *one.found, query_, language_);
      if (seen.emplace(hit.kind, hit.subject).second) hits.push_back(std::move(hit));
    }
    return hits;
  }

  std::span<const Source> sources_;
  const Query& query_;
  const Language& language_;
  const std::string key_;
  const std::u32string characters_;
  std::vector<std::unique_ptr<Gathering>> into_;
  std::vector<TextLayers> text_;
  std::vector<SoundLayers> sound_;
  int number_ = 0;
};

}  // namespace

const char* word_of(Layer layer) noexcept { return words[static_cast<std::size_t>(layer)]; }
int tier_of(Layer layer) noexcept { return tiers[static_cast<std::size_t>(layer)]; }

Answer find(std::span<const Source> sources, const Query& query, const Language& language) {
  if (!is_utf8(query.text)) refuse("search.not_utf8", {});
  const std::size_t characters = count_characters(query.text);
  if (characters > longest_query) {
    refuse("search.too_long", {{"characters", std::to_string(characters)}, {"most", std::to_string(longest_query)}});
  }
  auto notes = notes_on(characters_of(query.text));
  Answer answer;
  if (const auto written = read_position(trimmed(query.text))) {
    answer.position = written->position;
    if (written->order_assumed) notes.push_back({.rule = "search.order_assumed", .severity = Severity::note, .facts = {}});
  } else if (trimmed(query.text).empty() && (query.filter.any() || query.former)) {
    Finder finder{sources, query, language};
    const std::size_t passed = finder.list_all();
    answer = finder.answer();
    answer.passed = passed;
  } else {
    Finder finder{sources, query, language};
    finder.run();
    answer = finder.answer();
    if (finder.nothing_to_find()) notes.push_back({.rule = "search.nothing_to_find", .severity = Severity::warning, .facts = {}});
    if (!answer.complete && query.filter.any()) notes.push_back({.rule = "search.given_up_filtered", .severity = Severity::warning, .facts = {}});
    else if (!answer.complete) notes.push_back({.rule = "search.given_up", .severity = Severity::warning, .facts = {}});
  }
  answer.notes = std::move(notes);
  return answer;
}

}  // namespace merestone::search
