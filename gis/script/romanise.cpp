// SPDX-License-Identifier: Apache-2.0
#include "gis/script/romanise.hpp"

#include "gis/script/numeral.hpp"
#include "gis/script/other_scripts.hpp"
#include "gis/script/terms.hpp"
#include "gis/script/utf8.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <unordered_set>

namespace merestone {
namespace {

using script::OfficialSpelling;
using script::terms;

std::string capitalised(std::string_view text) {
  std::u32string letters = characters_of(text);
  if (!letters.empty()) letters.front() = static_cast<char32_t>(u_toupper(static_cast<UChar32>(letters.front())));
  return utf8(letters);
}

const OfficialSpelling* official(std::u32string_view name, std::string_view division) {
  const auto found = terms().official.find(std::u32string{name});
  if (found == terms().official.end()) return nullptr;
  const script::Provinces& provinces = found->second.provinces;
  if (provinces.none()) return &found->second;
  return division.size() >= 2 && provinces[static_cast<std::size_t>(std::atoi(std::string{division.substr(0, 2)}.c_str()))] ? &found->second : nullptr;
}

class Speller {
 public:
  explicit Speller(const SpellingRequest& request) : request_{request} {
    reading_ = read_name(request.text, request.division);
    std::size_t confirmed = 0;
    for (ReadCharacter& each : reading_) {
      name_.push_back(each.character);
      if (!is_han(each.character) || confirmed == request.confirmed.size()) continue;
      each.syllable = request.confirmed[confirmed++];
      each.surety = Surety::sure;
    }
  }

  RomanSpelling spell() {
    spelling_.scheme = "pinyin-1984";
    spelling_.source_language = "zh";
    parts_ = name_parts(name_, request_.which);
    set_generic_readings();
    set_children();
    explain_parts();
    for (const NamePart& part : parts_) spell(part);
    for (const SpelledPart& part : spelling_.parts) {
      const char* gap = spelling_.spelling.empty() ? "" : " ";
      spelling_.spelling += gap + part.spelling;
      spelling_.toned += gap + part.toned;
    }
    doubt();
    return std::move(spelling_);
  }

 private:
  std::u32string_view text_of(const NamePart& part) const { return std::u32string_view{name_}.substr(part.from, part.until - part.from); }

  void find(const char* rule, Severity severity, std::vector<std::pair<std::string, std::string>> facts) {
    spelling_.findings.push_back({.rule = rule, .severity = severity, .subject = {{}, std::string{request_.text}, {}}, .facts = std::move(facts)});
  }
  void note(const char* rule, std::vector<std::pair<std::string, std::string>> facts) { find(rule, Severity::note, std::move(facts)); }

  /// 弄 is lòng as a lane, nòng in a village of Guangxi.
  void set_generic_readings() {
    const NameTerms split = name_terms(request_.text, request_.which);
    const auto generic = characters_of(split.generic);
    for (std::size_t length = generic.size(); length > 0; --length) {
      const auto found = terms().generics[static_cast<std::size_t>(request_.which)].find(generic.substr(generic.size() - length));
      if (found == terms().generics[static_cast<std::size_t>(request_.which)].end()) continue;
      const auto& reading = found->second.reading;
      for (std::size_t i = 0; i < reading.size(); ++i) {
        ReadCharacter& each = reading_[reading_.size() - reading.size() + i];
        if (!request_.confirmed.empty()) break;
        each.syllable = reading[i];
        each.surety = Surety::sure;
      }
      return;
    }
  }

  /// PN-50: marks each 儿 that is the ending r of the syllable before it.
  void set_children() {
    rhotic_.assign(name_.size(), false);
    for (std::size_t i = 1; i < name_.size(); ++i) {
      if (simplified(name_[i]) != U'儿' || reading_[i - 1].syllable.letters == 0) continue;
      const bool whole = std::any_of(terms().children.begin(), terms().children.end(), [&](const std::u32string& word) {
        const std::size_t at = word.find(U'儿');
        return i >= at && std::u32string_view{name_}.substr(i - at).starts_with(word);
      });
      if (whole || std::any_of(parts_.begin(), parts_.end(), [&](const NamePart& part) { return part.from == i; })) continue;
      rhotic_[i] = true;
      // Beijing's lanes have the ending; elsewhere 儿 can be a syllable, as in 台儿庄.
      if (request_.which != SpellingClass::street && request_.confirmed.empty()) reading_[i].surety = Surety::guess;
      note("romanise.erhua", {{"syllable", std::string{letters_of(reading_[i - 1].syllable)} + "r"}});
    }
  }

  void explain_parts() {
    if (request_.which == SpellingClass::settlement) {
      if (name_.size() > 1) note("romanise.joined", {});
      return;
    }
    const auto generic = std::find_if(parts_.begin(), parts_.end(), [](const NamePart& p) { return p.role == PartRole::generic; });
    if (generic == parts_.end()) return note("romanise.no_generic", {{"class", word_of(request_.which)}});
    note("romanise.split", {{"generic", utf8(std::u32string_view{name_}.substr(generic->from))}});
    if (generic != parts_.begin() && (generic - 1)->role == PartRole::specific) explain_inner_generic(*(generic - 1));
  }

  /// PN-43: 渤海 of 渤海湾 ends like a sea and is none here.
  void explain_inner_generic(const NamePart& part) {
    const auto text = text_of(part);
    for (std::size_t length = std::min<std::size_t>(3, text.size() - 1); length > 0; --length) {
      const auto term = text.substr(text.size() - length);
      if (terms().all_generics.find(std::u32string{term}) == terms().all_generics.end()) continue;
      return note("romanise.inner_generic", {{"term", utf8(term)}, {"part", utf8(text)}});
    }
  }

  void spell(const NamePart& part) {
    const std::u32string_view text = text_of(part);
    SpelledPart spelled{utf8(text), {}, {}, part.role};
    if (part.role == PartRole::ordinal) {
      spell_ordinal(text, spelled);
    } else if (part.role == PartRole::people && !terms().peoples.at(std::u32string{text}).empty()) {
      spelled.spelling = spelled.toned = terms().peoples.at(std::u32string{text});
      settle(part);
    } else if (part.role == PartRole::specific && spell_official(text, spelled)) {
      settle(part);
    } else {
      spell_by_sound(part, spelled);
    }
    spelling_.parts.push_back(std::move(spelled));
  }

  /// What an official table says needs no reading.
  void settle(const NamePart& part) {
    for (std::size_t i = part.from; i < part.until; ++i) reading_[i].surety = Surety::sure;
  }

  bool spell_official(std::u32string_view text, SpelledPart& spelled) {
    const OfficialSpelling* found = official(text, request_.division);
    if (found == nullptr) {
      const auto elsewhere = terms().official.find(std::u32string{text});
      if (elsewhere != terms().official.end()) note("romanise.minority_elsewhere", {{"part", utf8(text)}, {"spelling", elsewhere->second.spelling}});
      return false;
    }
    const bool chinese = found->language == "zh" || text == U"内蒙古";
    const bool place = request_.which != SpellingClass::street && request_.which != SpellingClass::residence && request_.which != SpellingClass::facility;
    if (!place && !chinese) return false;
    spelled.spelling = spelled.toned = found->spelling;
    if (found->language == "zh") {
      spelled.toned = "Shǎnxī";
      note("romanise.exception", {{"part", utf8(text)}, {"spelling", found->spelling}});
    } else {
      spelling_.scheme = "minority-1976";
      spelling_.source_language = found->language;
      note("romanise.minority", {{"part", utf8(text)}, {"spelling", found->spelling}, {"language", found->language}});
    }
    return true;
  }

  /// PN-46: 十二 → 12, 第九 → Di-9.
  void spell_ordinal(std::u32string_view text, SpelledPart& spelled) {
    const bool counted = text.front() == U'第';
    const std::string digits = std::to_string(number_of(text.substr(counted ? 1 : 0)).value());
    spelled.spelling = (counted ? "Di-" : "") + digits;
    spelled.toned = (counted ? "Dì-" : "") + digits;
    note("romanise.ordinal", {{"numeral", utf8(text)}, {"digits", digits}});
  }

  void spell_by_sound(const NamePart& part, SpelledPart& spelled) {
    bool numeral = false;
    for (std::size_t i = part.from; i < part.until; ++i) {
      const ReadCharacter& each = reading_[i];
      std::string letters{letters_of(each.syllable)};
      std::string marked = toned(each.syllable);
      if (rhotic_[i]) letters = marked = "r";
      if (letters.empty()) {
        std::string other;
        append_character(each.character >= U'０' && each.character <= U'９' ? each.character - U'０' + U'0' : each.character, other);
        letters = marked = other;
      } else if (i > part.from && (letters.front() == 'a' || letters.front() == 'o' || letters.front() == 'e')) {  // PN-48
        letters.insert(0, 1, '\'');
        marked.insert(0, 1, '\'');
        note("romanise.apostrophe", {{"syllable", letters.substr(1)}});
      }
      numeral = numeral || (is_numeral(each.character) && !letters_of(each.syllable).empty());
      spelled.spelling += letters;
      spelled.toned += marked;
    }
    spelled.spelling = capitalised(spelled.spelling);
    spelled.toned = capitalised(spelled.toned);
    if (numeral && part.role != PartRole::generic) note("romanise.numeral", {{"part", spelled.text}});
  }

  /// Says of each character whose reading is not sure what it could be, once.
  void doubt() {
    std::unordered_set<char32_t> said;
    for (std::size_t i = 0; i < reading_.size(); ++i) {
      const ReadCharacter& each = reading_[i];
      if (!is_han(each.character)) continue;
      spelling_.surety = std::min(spelling_.surety, each.surety);
      if (each.surety == Surety::sure || !said.insert(each.character).second) continue;
      std::string character;
      append_character(each.character, character);
      if (each.surety == Surety::none) {
        find("romanise.no_reading", Severity::warning, {{"character", character}});
        continue;
      }
      std::string others;
      for (const Syllable other : readings_of(each.character)) {
        if (other != each.syllable) others += (others.empty() ? "" : ", ") + toned(other);
      }
      if (rhotic_[i]) others = "ér";
      if (others.empty()) others = "?";
      const bool tone = each.surety == Surety::letters;
      find(tone ? "romanise.unsure_tone" : "romanise.unsure_reading", tone ? Severity::note : Severity::warning,
           {{"character", character}, {"reading", rhotic_[i] ? "r" : toned(each.syllable)}, {"others", others}});
    }
  }

  const SpellingRequest& request_;
  std::u32string name_;
  std::vector<ReadCharacter> reading_;
  std::vector<NamePart> parts_;
  std::vector<bool> rhotic_;
  RomanSpelling spelling_;
};

/// Text without a Han character, or with Han characters of another language.
RomanSpelling transliterate(const SpellingRequest& request, bool han) {
  RomanSpelling out;
  const Transliteration latin = transliterated(request.text, request.language);
  out.source_language = request.language == "zh" && !han ? "und" : std::string{request.language};
  if (han || latin.text.empty()) {
    out.surety = Surety::none;
    out.findings.push_back({.rule = han ? "romanise.han_of_other_language" : "romanise.script_gap",
                            .severity = Severity::warning,
                            .subject = {{}, std::string{request.text}, {}},
                            .facts = {{"script", han ? "Hani" : latin.script}, {"language", out.source_language}}});
    return out;
  }
  out.spelling = out.toned = latin.text;
  out.scheme = latin.scheme;
  if (latin.scheme != "as-written") out.surety = Surety::guess;
  if (out.surety == Surety::guess) {
    out.findings.push_back({.rule = "romanise.by_letters", .severity = Severity::note, .subject = {{}, std::string{request.text}, {}}, .facts = {{"script", latin.script}}});
  }
  out.parts.push_back({std::string{request.text}, out.spelling, out.toned, PartRole::specific});
  return out;
}

}  // namespace

RomanSpelling romanise(const SpellingRequest& request) {
  const std::u32string name = characters_of(request.text);
  const bool han = std::any_of(name.begin(), name.end(), is_han);
  const bool chinese = request.language == "zh" || request.language.starts_with("zh-");
  return han && chinese ? Speller{request}.spell() : transliterate(request, han);
}

std::optional<SourceSpelling> source_spelling(std::string_view name, std::string_view division) {
  const OfficialSpelling* found = official(characters_of(name), division);
  if (found == nullptr || found->language == "zh") return {};
  return SourceSpelling{found->spelling, found->language};
}

}  // namespace merestone
