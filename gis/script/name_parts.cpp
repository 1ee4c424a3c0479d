// SPDX-License-Identifier: Apache-2.0
#include "gis/script/name_parts.hpp"

#include "gis/script/numeral.hpp"
#include "gis/script/terms.hpp"
#include "gis/script/utf8.hpp"

#include <algorithm>

namespace merestone {
namespace {

using script::Terms;

constexpr std::u32string_view directions = U"东西南北中前后";

class Cutter {
 public:
  Cutter(std::u32string_view name, SpellingClass which) : terms_{script::terms()}, name_{name}, class_{which} {}

  std::vector<NamePart> cut() {
    if (class_ == SpellingClass::settlement) return {{0, name_.size(), PartRole::specific}};
    std::size_t end = name_.size() - generic_length();
    std::vector<NamePart> generic = generic_parts(end);
    if (class_ == SpellingClass::division || class_ == SpellingClass::facility) end = take_words(end, generic);
    end = take_modifiers(end, generic);
    if (class_ == SpellingClass::street || class_ == SpellingClass::other) end = take_ordinal(end, generic);
    if (class_ == SpellingClass::division) end = take_peoples(end, generic);
    std::vector<NamePart> parts = specific_parts(end);
    parts.insert(parts.end(), generic.begin(), generic.end());
    return parts;
  }

  /// Of the longest generic term that leaves something before it; 0 when there is none.
  std::size_t generic_length() const {
    const auto& generics = class_ == SpellingClass::other ? terms_.all_generics : terms_.generics[static_cast<std::size_t>(class_)];
    for (std::size_t length = std::min(terms_.longest, name_.size() - 1); length > 0; --length) {
      const auto term = name_.substr(name_.size() - length);
      if (generics.find(std::u32string{term}) != generics.end() && !part_of_specific(term)) return length;
    }
    return 0;
  }

 private:
  static bool has(const Terms::Set& set, std::u32string_view term) { return set.find(std::u32string{term}) != set.end(); }
  bool has(const Terms::Set& set, std::size_t at) const { return has(set, name_.substr(at, 1)); }

  /// 光大路 is 光大 + 路, not 光 + 大路, while 东大街 is 东 + 大街; 渤海湾 is 渤海 + 湾.
  bool part_of_specific(std::u32string_view term) const {
    const std::size_t before = name_.size() - term.size();
    const bool sized = term.size() == 2 && (term.front() == U'大' || term.front() == U'小' || term.front() == U'新');
    const bool inner = class_ == SpellingClass::natural && term.size() == 2 && before == 1 && has_generic(term.substr(0, 1));
    return (sized || inner) && before == 1 && !has(terms_.street_modifiers, std::size_t{0}) && number_of(name_.substr(0, 1)) == std::nullopt;
  }

  bool has_generic(std::u32string_view term) const {
    const auto& generics = terms_.generics[static_cast<std::size_t>(class_)];
    return generics.find(std::u32string{term}) != generics.end();
  }

  std::vector<NamePart> generic_parts(std::size_t from) const {
    std::vector<NamePart> parts;
    if (from == name_.size()) return parts;
    const auto& generic = terms_.all_generics.at(std::u32string{name_.substr(from)});
    std::size_t start = from;
    for (const std::size_t at : generic.breaks) {
      parts.push_back({start, from + at, PartRole::generic});
      start = from + at;
    }
    parts.push_back({start, name_.size(), PartRole::generic});
    return parts;
  }

  /// 经济|技术|开发区: words of the generic part, while something stays before them.
  std::size_t take_words(std::size_t end, std::vector<NamePart>& generic) const {
    if (generic.empty()) return end;
    for (bool found = true; found;) {
      found = false;
      for (std::size_t length = std::min<std::size_t>(6, end); length > 1 && !found; --length) {
        if (length < end && has(terms_.words, name_.substr(end - length, length))) {
          generic.insert(generic.begin(), {end - length, end, PartRole::generic});
          end -= length;
          found = true;
        }
      }
    }
    return end;
  }

  /// PN-41: 景山|后街, 潮白|新河. What is left over must be a name: 江南|路, not 江|南路.
  std::size_t take_modifiers(std::size_t end, std::vector<NamePart>& generic) const {
    const bool street = class_ == SpellingClass::street || class_ == SpellingClass::other;
    if (generic.empty() || !(street || class_ == SpellingClass::natural)) return end;
    const Terms::Set& modifiers = street ? terms_.street_modifiers : terms_.natural_modifiers;
    while (end > 2 && has(modifiers, end - 1)) --end;
    generic.front().from = end;
    return end;
  }

  /// PN-46: 经|五|路, 大川淀|一|巷, 第九|弄.
  std::size_t take_ordinal(std::size_t end, std::vector<NamePart>& generic) const {
    if (generic.empty() || generic.front().from != end || end == 0) return end;
    std::size_t from = end;
    while (from > 0 && is_numeral(name_[from - 1])) --from;
    for (std::size_t at = 0; at < end; ++at) {
      for (std::size_t length = 2; length <= 3 && at + length <= end; ++length) {
        if (at + length > from && has(terms_.fixed, name_.substr(at, length))) from = std::max(from, at + length);
      }
    }
    if (from == end || !number_of(name_.substr(from, end - from))) return end;
    if (from > 0 && name_[from - 1] == U'第') --from;
    generic.insert(generic.begin(), {from, end, PartRole::ordinal});
    return from;
  }

  /// 恩施|土家族|苗族; the whole may be one: 鄂温克族|自治旗.
  std::size_t take_peoples(std::size_t end, std::vector<NamePart>& generic) const {
    for (bool found = true; found;) {
      found = false;
      for (std::size_t length = std::min<std::size_t>(6, end); length > 1 && !found; --length) {
        if (terms_.peoples.find(std::u32string{name_.substr(end - length, length)}) != terms_.peoples.end()) {
          generic.insert(generic.begin(), {end - length, end, PartRole::people});
          end -= length;
          found = true;
        }
      }
    }
    return end;
  }

  std::vector<NamePart> specific_parts(std::size_t end) const {
    if (end == 0) return {};
    std::size_t from = 0;
    std::vector<NamePart> parts;
    if (name_.front() == U'第') {
      std::size_t at = 1;
      while (at < end && is_numeral(name_[at])) ++at;
      if (at > 1 && end - at > 1) parts.push_back({0, from = at, PartRole::modifier});
    }
    if (class_ == SpellingClass::street || class_ == SpellingClass::residence || class_ == SpellingClass::other) {
      for (std::size_t at = from + 2; at + 2 < end + 1 && at < end; ++at) {
        const bool goes_on = at + 2 < end && directions.find(name_[at + 1]) != std::u32string_view::npos;
        if (goes_on && has(terms_.landmarks, at)) {  // 广安门|北滨河
          parts.push_back({from, at + 1, PartRole::specific});
          from = at + 1;
        }
      }
      if (end - from > 2 && has(terms_.landmarks, name_.substr(end - 2, 2))) {  // 包头|胡同
        parts.push_back({from, end - 2, PartRole::specific});
        from = end - 2;
      }
    }
    if (class_ == SpellingClass::division && end - from > 2) {  // 科尔沁|右翼
      const auto last = name_.substr(end - 2, 2);
      if (last == U"左翼" || last == U"右翼") {
        parts.push_back({from, end - 2, PartRole::specific});
        from = end - 2;
      }
    }
    parts.push_back({from, end, PartRole::specific});
    return parts;
  }

  const Terms& terms_;
  const std::u32string_view name_;
  const SpellingClass class_;
};

}  // namespace

const char* word_of(PartRole role) {
  constexpr const char* words[] = {"specific", "modifier", "ordinal", "people", "generic"};
  return words[static_cast<std::size_t>(role)];
}

std::vector<NamePart> name_parts(std::u32string_view name, SpellingClass which) {
  if (name.empty()) return {};
  return Cutter{name, which}.cut();
}

NameTerms name_terms(std::string_view name, SpellingClass which) {
  const std::u32string characters = characters_of(name);
  if (characters.empty()) return {};
  std::size_t generic = characters.size() - Cutter{characters, which}.generic_length();
  if (which != SpellingClass::settlement) {
    for (const NamePart& part : name_parts(characters, which)) {
      if (part.role == PartRole::generic) {
        generic = part.from;
        break;
      }
    }
  }
  const std::u32string_view all = characters;
  return {utf8(all.substr(0, generic)), utf8(all.substr(generic))};
}

}  // namespace merestone
