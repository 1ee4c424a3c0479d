// SPDX-License-Identifier: Apache-2.0
#include "gis/script/unfit.hpp"

#include "gis/base/text.hpp"
#include "gis/script/han.hpp"
#include "gis/script/utf8.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/normalizer2.h>

#include <algorithm>

namespace merestone {
namespace {

constexpr UChar32 code(char32_t c) { return static_cast<UChar32>(c); }

bool is_bidi_control(char32_t c) { return u_hasBinaryProperty(code(c), UCHAR_BIDI_CONTROL) != 0; }

/// ZWJ and ZWNJ shape letters of Indic and Arabic scripts; beside others they only hide a difference.
bool is_joiner(char32_t c) { return c == 0x200C || c == 0x200D; }

bool joins_letters(std::u32string_view text, std::size_t at) {
  if (at == 0 || !is_joiner(text[at])) return false;
  const char32_t before = text[at - 1];
  return (before >= 0x600 && before <= 0x8FF) || (before >= 0x900 && before <= 0xDFF) || (before >= 0x1000 && before <= 0x109F) ||
         (before >= 0x1780 && before <= 0x18AF);
}

/// Mongolian letters choose their shape by variation selectors of their own.
bool is_invisible(char32_t c) {
  const bool mongolian = (c >= 0x180B && c <= 0x180F);
  return !mongolian && u_hasBinaryProperty(code(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 && !is_bidi_control(c);
}

bool is_emoji(char32_t c) { return c > 0xFF && (u_hasBinaryProperty(code(c), UCHAR_EMOJI_PRESENTATION) != 0 || (c >= 0x1F000 && c <= 0x1FAFF)); }

bool is_full_width(char32_t c) { return (c >= U'０' && c <= U'９') || (c >= U'Ａ' && c <= U'Ｚ') || (c >= U'ａ' && c <= U'ｚ'); }

constexpr std::u32string_view bracket_variants = U"［］[]【】〖〗";

bool is_compatibility_han(char32_t c) {
  return ((c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F)) && u_hasBinaryProperty(code(c), UCHAR_UNIFIED_IDEOGRAPH) == 0;
}

bool is_space(char32_t c) { return u_isUWhiteSpace(code(c)) != 0; }

/// In an official document number alone brackets have one right form: 国函〔2018〕185号.
bool around_year(std::u32string_view text, std::size_t at) {
  const auto digit = [](char32_t c) { return c >= U'0' && c <= U'9'; };
  const bool after = at + 1 < text.size() && digit(text[at + 1]);
  const bool before = at > 0 && digit(text[at - 1]);
  return before || after;
}

class Inspector {
 public:
  Inspector(std::string_view text, const Subject& subject) : bytes_{text}, subject_{subject}, text_{characters_of(text)} {}

  std::vector<Finding> inspect() {
    if (!is_utf8(bytes_)) {
      add("script.not_utf8", Severity::error, {});
      return std::move(findings_);
    }
    if (std::all_of(text_.begin(), text_.end(), [](char32_t c) { return is_space(c) || is_invisible(c); })) add("script.empty", Severity::error, {});
    if (text_.size() > longest_name) {
      add("script.too_long", Severity::error, {{"length", std::to_string(text_.size())}, {"most", std::to_string(longest_name)}});
      return std::move(findings_);
    }
    const auto of_type = [](auto... types) { return [=](std::u32string_view t, std::size_t i) { return ((u_charType(code(t[i])) == types) || ...); }; };
    each("script.unassigned", Severity::error, of_type(U_UNASSIGNED));
    each("script.private_use", Severity::error, of_type(U_PRIVATE_USE_CHAR));
    each("script.control", Severity::error, of_type(U_CONTROL_CHAR, U_LINE_SEPARATOR, U_PARAGRAPH_SEPARATOR));
    each("script.bidi_control", Severity::error, [](std::u32string_view t, std::size_t i) { return is_bidi_control(t[i]); });
    each("script.emoji", Severity::error, [](std::u32string_view t, std::size_t i) { return is_emoji(t[i]); });
    each("script.replacement", Severity::error, [](std::u32string_view t, std::size_t i) { return t[i] == replacement_character; });
    each("script.full_width", Severity::warning, [](std::u32string_view t, std::size_t i) { return is_full_width(t[i]); });
    each("script.brackets", Severity::warning, [](std::u32string_view t, std::size_t i) {
      return bracket_variants.find(t[i]) != std::u32string_view::npos && around_year(t, i);
    });
    each("script.invisible", Severity::warning, [](std::u32string_view t, std::size_t i) { return is_invisible(t[i]) && !joins_letters(t, i); });
    each("script.compatibility", Severity::warning, [](std::u32string_view t, std::size_t i) { return is_compatibility_han(t[i]); });
    each("script.white_space", Severity::warning, [](std::u32string_view t, std::size_t i) {
      return is_space(t[i]) && (i == 0 || i + 1 == t.size() || t[i] != U' ' || is_space(t[i - 1])) && u_charType(code(t[i])) != U_CONTROL_CHAR;
    });
    normal_form();
    return std::move(findings_);
  }

 private:
  void add(const char* rule, Severity severity, std::vector<std::pair<std::string, std::string>> facts) {
    findings_.push_back({.rule = rule, .severity = severity, .subject = subject_, .facts = std::move(facts)});
  }

  template <typename Test>
  void each(const char* rule, Severity severity, const Test& test) {
    std::u32string found;
    std::size_t first = 0;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (!test(std::u32string_view{text_}, i)) continue;
      if (found.empty()) first = i + 1;
      if (found.find(text_[i]) == std::u32string::npos) found.push_back(text_[i]);
    }
    if (!found.empty()) add(rule, severity, {{"characters", named(found)}, {"at", std::to_string(first)}});
  }

  /// As code points, since many of them cannot be seen.
  static std::string named(std::u32string_view characters) {
    std::string out;
    for (const char32_t c : characters.substr(0, 5)) {
      constexpr const char* digits = "0123456789ABCDEF";
      std::string hex;
      for (char32_t rest = c; rest > 0 || hex.size() < 4; rest >>= 4) hex.insert(hex.begin(), digits[rest & 0xF]);
      out += (out.empty() ? "U+" : ", U+") + hex;
      if (u_isgraph(code(c)) != 0 && u_charType(code(c)) != U_PRIVATE_USE_CHAR) {
        out += ' ';
        append_character(c, out);
      }
    }
    return out + (characters.size() > 5 ? ", …" : "");
  }

  void normal_form() {
    UErrorCode status = U_ZERO_ERROR;
    const auto* composed = icu::Normalizer2::getNFCInstance(status);
    const auto text = icu::UnicodeString::fromUTF8(icu::StringPiece{bytes_.data(), static_cast<int32_t>(bytes_.size())});
    if (U_FAILURE(status) != 0 || composed->isNormalized(text, status) != 0) return;
    if (std::any_of(text_.begin(), text_.end(), is_compatibility_han)) return;  // told already
    add("script.mixed_forms", Severity::warning, {});
  }

  const std::string_view bytes_;
  const Subject& subject_;
  const std::u32string text_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> unfit(std::string_view text, const Subject& subject) { return Inspector{text, subject}.inspect(); }

std::string mended_name(std::string_view text) {
  if (!is_utf8(text)) return std::string{text};
  const std::u32string from = characters_of(text);
  std::u32string to;
  bool space = false;
  for (std::size_t i = 0; i < from.size(); ++i) {
    char32_t c = from[i];
    if (is_invisible(c) && !joins_letters(from, i)) continue;
    if (is_space(c) && u_charType(code(c)) != U_CONTROL_CHAR) {
      space = !to.empty();
      continue;
    }
    if (is_full_width(c)) c = c - 0xFEE0;
    if (bracket_variants.find(c) != std::u32string_view::npos && around_year(from, i)) c = bracket_variants.find(c) % 2 == 0 ? U'〔' : U'〕';
    if (space) to.push_back(U' ');
    space = false;
    to.push_back(c);
  }
  UErrorCode status = U_ZERO_ERROR;
  const auto* composed = icu::Normalizer2::getNFCInstance(status);
  std::string bytes = utf8(to);
  const auto normal = composed->normalize(icu::UnicodeString::fromUTF8(bytes), status);
  if (U_FAILURE(status) != 0) return bytes;
  std::string out;
  normal.toUTF8String(out);
  return out;
}

}  // namespace merestone
