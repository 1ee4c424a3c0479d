// SPDX-License-Identifier: Apache-2.0
#include "gis/script/fold.hpp"

#include "gis/script/tables.hpp"
#include "gis/script/utf8.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include <array>
#include <atomic>
#include <memory>
#include <stdexcept>

namespace merestone {
namespace {

constexpr std::u32string_view dropped = U"'`´\"‘’‚‛“”„‟«»‹›ʹʺʻʼʽˈ′″\u0640";
constexpr std::u32string_view spaces = U"-_.,/·•‐‑‒–—―−⁃⸱・、，。";
constexpr std::u32string_view opening = U"[{〔［【〖〘〚〈《「『";
constexpr std::u32string_view closing = U"]}〕］】〗〙〛〉》」』";

struct Letters {
  char32_t letter;
  const char* plain;
};
/// Letters that Unicode does not take apart.
constexpr Letters whole_letters[] = {{U'ø', "o"}, {U'đ', "d"}, {U'ł', "l"}, {U'ð', "d"}, {U'þ', "th"}, {U'æ', "ae"}, {U'œ', "oe"},
                                     {U'ı', "i"}, {U'ħ', "h"}, {U'ŋ', "ng"}, {U'ŧ', "t"}, {U'ɖ', "d"}, {U'ß', "ss"}};

/// Accents and vowel points, which a person may leave out; not the marks that are letters of their script.
constexpr bool is_strippable(char32_t c) noexcept {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x483 && c <= 0x487) || (c >= 0x591 && c <= 0x5C7) || (c >= 0x610 && c <= 0x61A) ||
         (c >= 0x64B && c <= 0x65F) || c == 0x670 || (c >= 0x6D6 && c <= 0x6ED) || (c >= 0x1AB0 && c <= 0x1AFF) ||
         (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE20 && c <= 0xFE2F);
}

enum class Form { casefolded, composed, decomposed };

const UNormalizer2* normaliser(Form form) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* found = form == Form::casefolded ? unorm2_getNFKCCasefoldInstance(&status)
                      : form == Form::composed ? unorm2_getNFKCInstance(&status) : unorm2_getNFDInstance(&status);
  if (U_FAILURE(status) != 0) throw std::runtime_error{u_errorName(status)};
  return found;
}

std::u32string normalised(std::u32string_view text, Form form) {
  std::u16string from;
  for (const char32_t c : text) {
    if (c >= 0x10000) from.push_back(static_cast<char16_t>(0xD7C0 + (c >> 10)));
    from.push_back(static_cast<char16_t>(c >= 0x10000 ? 0xDC00 + (c & 0x3FF) : c));
  }
  std::u16string to(from.size() * 4 + 32, u'\0');
  UErrorCode status = U_ZERO_ERROR;
  const auto normalise = [&] {
    status = U_ZERO_ERROR;
    return unorm2_normalize(normaliser(form), from.data(), static_cast<int32_t>(from.size()), to.data(), static_cast<int32_t>(to.size()), &status);
  };
  int32_t size = normalise();
  if (status == U_BUFFER_OVERFLOW_ERROR) {
    to.resize(static_cast<std::size_t>(size));
    size = normalise();
  }
  if (U_FAILURE(status) != 0) throw std::runtime_error{u_errorName(status)};
  to.resize(static_cast<std::size_t>(size));
  std::u32string out;
  for (std::size_t i = 0; i < to.size(); ++i) {
    char32_t c = to[i];
    if (c >= 0xD800 && c < 0xDC00 && i + 1 < to.size()) c = ((c & 0x3FF) << 10) + (to[++i] & 0x3FFU) + 0x10000;
    out.push_back(c);
  }
  return out;
}

/// One character of the case-folded form, without accents, in its plainest shape.
void plain_into(char32_t c, std::u32string& out) {
  if (is_strippable(c) || dropped.find(c) != std::u32string_view::npos) return;
  if (u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0) return;
  if (u_isUWhiteSpace(static_cast<UChar32>(c)) != 0 || spaces.find(c) != std::u32string_view::npos) return out.push_back(U' ');
  if (opening.find(c) != std::u32string_view::npos) return out.push_back(U'(');
  if (closing.find(c) != std::u32string_view::npos) return out.push_back(U')');
  if (const int digit = u_charDigitValue(static_cast<UChar32>(c)); digit >= 0) return out.push_back(static_cast<char32_t>('0' + digit));
  for (const Letters& each : whole_letters) {
    if (each.letter == c) {
      out += characters_of(each.plain);
      return;
    }
  }
  out.push_back(simplified(c));
}

std::u32string plain_of(std::u32string_view text) {
  std::u32string plain;
  for (const char32_t c : normalised(normalised(text, Form::casefolded), Form::decomposed)) plain_into(c, plain);
  return normalised(plain, Form::composed);
}

/// What a character becomes wherever it stands; empty when it is dropped.
struct Plain {
  std::string text;
  bool alone = true;  ///< no neighbour changes that: what can compose with one must be normalised with it
};

Plain make_plain(char32_t c) {
  std::u32string now(1, c);
  for (std::u32string before; now != before;) {
    before = now;
    now = plain_of(before);
  }
  const bool inert = unorm2_isInert(normaliser(Form::composed), static_cast<UChar32>(c)) != 0;
  const bool alphabetic = c < 0x530 || (c >= 0x1E00 && c <= 0x1FFF);  // Latin, Greek, Cyrillic: their marks are dropped
  return {utf8(now), inert || alphabetic || (c >= 0xAC00 && c <= 0xD7A3)};
}

/// Pages of 256 characters, each made when its first character comes.
class PlainPages {
 public:
  ~PlainPages() {
    for (auto& page : pages_) delete page.load();
  }
  const Plain& of(char32_t c) {
    auto& slot = pages_[c >> 8];
    const Page* page = slot.load(std::memory_order_acquire);
    if (page == nullptr) {
      auto made = std::make_unique<Page>();
      for (char32_t i = 0; i < 256; ++i) (*made)[i] = make_plain((c & ~char32_t{0xFF}) | i);
      if (slot.compare_exchange_strong(page, made.get(), std::memory_order_acq_rel)) page = made.release();
    }
    return (*page)[c & 0xFF];
  }

 private:
  using Page = std::array<Plain, 256>;
  std::array<std::atomic<const Page*>, 0x1100> pages_{};
};

const Plain& plain(char32_t c) {
  static PlainPages pages;
  return pages.of(c);
}

/// ASCII by itself: 0 is dropped.
constexpr std::array<char, 128> ascii_keys = [] {
  std::array<char, 128> keys{};
  for (std::size_t i = 0; i < 128; ++i) {
    const char c = static_cast<char>(i);
    keys[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if (i < 32) keys[i] = i >= 9 && i <= 13 ? ' ' : keys[i];
    if (dropped.find(static_cast<char32_t>(i)) != std::u32string_view::npos) keys[i] = 0;
    if (spaces.find(static_cast<char32_t>(i)) != std::u32string_view::npos) keys[i] = ' ';
    if (opening.find(static_cast<char32_t>(i)) != std::u32string_view::npos) keys[i] = '(';
    if (closing.find(static_cast<char32_t>(i)) != std::u32string_view::npos) keys[i] = ')';
  }
  return keys;
}();

/// Joins plain characters, white space as one space between others.
class Key {
 public:
  explicit Key(std::string& out) : out_{out}, start_{out.size()} {}
  void restart() {
    out_.resize(start_);
    space_ = false;
  }
  void put(char c) {
    if (c == ' ') {
      space_ = out_.size() > start_;
      return;
    }
    gap();
    out_.push_back(c);
  }
  void put(std::string_view text) {
    for (const char c : text) put(c);
  }
  void put_han(char32_t c) {
    gap();
    append_character(c, out_);
  }

 private:
  void gap() {
    if (space_) out_.push_back(' ');
    space_ = false;
  }
  std::string& out_;
  std::size_t start_;
  bool space_ = false;
};

/// Whether every character could be taken by itself.
bool fold_by_table(std::string_view text, Key& key) {
  const script::Tables& han_tables = script::tables();
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      ++at;
      if (const char c = ascii_keys[byte]; c != 0) key.put(c);
      continue;
    }
    const char32_t c = next_character(text, at);
    if (c >= 0x3400 && c <= 0x9FFF) {
      const HanCharacter* record = han_tables.find(c);
      key.put_han(record != nullptr && record->simplified != 0 ? record->simplified : c);
      continue;
    }
    const Plain& each = plain(c);
    if (!each.alone) return false;
    key.put(each.text);
  }
  return true;
}

}  // namespace

void fold_into(std::string_view text, std::string& out) {
  Key key{out};
  if (fold_by_table(text, key)) return;
  key.restart();
  std::u32string now = characters_of(text);
  for (std::u32string before; now != before;) {
    before = now;
    now.clear();
    for (const char32_t c : normalised(before, Form::composed)) now += characters_of(plain(c).text);
  }
  key.put(utf8(now));
}

}  // namespace merestone
