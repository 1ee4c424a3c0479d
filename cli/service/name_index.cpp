// SPDX-License-Identifier: Apache-2.0
#include "cli/service/name_index.hpp"

#include "gis/base/error.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <tuple>
#include <unordered_set>

namespace merestone {
namespace {

/// Letters that Unicode does not take apart, but people do.
const char* opened(UChar32 c) {
  switch (c) {
    case 0x00E6: return "ae";
    case 0x0153: return "oe";
    case 0x00F8: return "o";
    case 0x0111: return "d";
    case 0x00F0: return "d";
    case 0x00FE: return "th";
    case 0x0142: return "l";
    case 0x0131: return "i";
    default: return nullptr;
  }
}

bool is_accent(UChar32 c) { return c >= 0x0300 && c <= 0x036F; }

/// Letters, digits, and the marks that carry vowels in scripts of India and Southeast Asia.
bool belongs_to_word(UChar32 c) { return u_isalnum(c) || (U_MASK(u_charType(c)) & U_GC_M_MASK) != 0; }

}  // namespace

std::string folded(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const auto* take_apart = icu::Normalizer2::getNFDInstance(status);
  const auto given = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  const auto parts = U_SUCCESS(status) ? take_apart->normalize(fold->normalize(given, status), status) : given;
  if (U_FAILURE(status)) throw Error{Fault::unavailable, "the Unicode library cannot fold names"};

  icu::UnicodeString kept;
  bool gap = false;
  for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 c = parts.char32At(i);
    if (is_accent(c)) continue;
    if (!belongs_to_word(c)) {
      gap = true;
      continue;
    }
    if (gap && !kept.isEmpty()) kept.append(u' ');
    gap = false;
    if (const auto* letters = opened(c)) kept.append(icu::UnicodeString{letters, -1, US_INV});
    else kept.append(c);
  }
  std::string out;
  kept.toUTF8String(out);
  return out;
}

void NameIndex::add(std::string_view name, std::uint32_t subject, std::uint32_t weight) {
  const auto key = folded(name);
  if (text_.size() + key.size() >= std::numeric_limits<std::uint32_t>::max())
    throw Error{Fault::unavailable, "too many names for the search index"};
  names_.push_back({static_cast<std::uint32_t>(text_.size()), subject, weight});
  text_ += key;
  text_ += '\0';
}

std::uint32_t NameIndex::end_of(std::size_t name) const noexcept {
  return (name + 1 < names_.size() ? names_[name + 1].start : static_cast<std::uint32_t>(text_.size())) - 1;
}

/// memmem() of glibc is several times faster here than std::string::find(), most of all for single ideographs.
std::size_t NameIndex::find(std::string_view key, std::size_t from) const noexcept {
  const auto* found = memmem(text_.data() + from, text_.size() - from, key.data(), key.size());
  return found == nullptr ? std::string::npos : static_cast<std::size_t>(static_cast<const char*>(found) - text_.data());
}

/// The name that holds the byte `at`, looked for from `name` onwards in doubling steps: hits come in order and
/// mostly close together.
std::size_t NameIndex::name_at(std::size_t at, std::size_t name) const noexcept {
  std::size_t step = 1;
  while (name + step < names_.size() && names_[name + step].start <= at) {
    name += step;
    step *= 2;
  }
  for (; step > 0; step /= 2)
    if (name + step < names_.size() && names_[name + step].start <= at) name += step;
  return name;
}

std::vector<NameHit> NameIndex::search(std::string_view query, std::size_t limit) const {
  const auto key = folded(query);
  if (key.empty() || limit == 0) return {};

  std::vector<NameHit> hits;
  std::size_t name = 0;
  for (auto at = find(key, 0); at != std::string::npos; at = find(key, at + 1)) {
    name = name_at(at, name);
    const auto match = at == names_[name].start
                           ? (at + key.size() == end_of(name) ? Match::exact : Match::prefix)
                           : (text_[at - 1] == ' ' ? Match::word_prefix : Match::substring);
    if (!hits.empty() && hits.back().name == name) hits.back().match = std::min(hits.back().match, match);
    else hits.push_back({names_[name].subject, static_cast<std::uint32_t>(name), match});
  }

  const auto order = [&](const NameHit& hit) {
    return std::tuple{hit.match, names_[hit.name].weight, end_of(hit.name) - names_[hit.name].start, hit.name};
  };
  const auto before = [&](const NameHit& a, const NameHit& b) { return order(a) < order(b); };
  // A subject may hit by several names: keep some more than asked for, and all if that was not enough.
  for (std::size_t keep = std::min(hits.size(), limit * 4);; keep = hits.size()) {
    const auto end = hits.begin() + static_cast<std::ptrdiff_t>(keep);
    std::partial_sort(hits.begin(), end, hits.end(), before);
    std::vector<NameHit> found;
    std::unordered_set<std::uint32_t> seen;
    for (auto hit = hits.begin(); hit != end && found.size() < limit; ++hit)
      if (seen.insert(hit->subject).second) found.push_back(*hit);
    if (found.size() == limit || keep == hits.size()) return found;
  }
}

}  // namespace merestone
