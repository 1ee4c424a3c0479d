// SPDX-License-Identifier: Apache-2.0
/// One name of a place (INSPIRE GN GeographicalName; domain.md §1.4): many to a place, each with many spellings.
#pragma once

#include "gis/base/id.hpp"
#include "gis/names/edtf.hpp"
#include "gis/names/terms.hpp"

#include <string>
#include <vector>

namespace merestone {

using NameId = Id<struct NameTag>;

/// How a name is written in one script by one scheme: "Bólín" (Latn, pinyin), "Ürümqi" (Latn, from Uyghur).
struct Spelling {
  std::int64_t fact = 0;      ///< number of its row; 0 before it is on record
  std::string text;
  std::string script;         ///< ISO 15924: "Latn"
  std::string scheme{};       ///< "pinyin-1984", "SASM/GNC"; empty: not said
  std::string source_language{};  ///< BCP 47, of which language it renders the sound: "ug"
  Certainty certainty = Certainty::confirmed;
  std::string source{};
};

struct PlaceName {
  NameId id{};                ///< the same through all versions of the name
  std::int64_t fact = 0;      ///< of its text and period
  std::int64_t detail = 0;    ///< of the rest; 0 where nothing but text, language, kind and period is on record
  PlaceId place{};
  std::string text;
  std::string language = "und";  ///< BCP 47
  std::string script{};          ///< ISO 15924; empty: not said
  NameKind kind = NameKind::official;
  NameStatus status = NameStatus::recorded;
  std::string specific{};        ///< 专名: "向阳"; empty with `generic`: not split
  std::string generic{};         ///< 通名: "路"
  std::string reading{};         ///< with tones: "Xiàngyáng Lù"
  Certainty reading_certainty = Certainty::unsure;
  std::string origin{};          ///< 来历
  std::string meaning{};         ///< 含义
  std::string source{};          ///< where it is known from
  DocumentId decision{};         ///< by which it is a standard name
  Edtf valid{};
  std::vector<Spelling> spellings{};

  Period days() const { return days_of(valid); }
};

/// One name took the place of another. Each is found from the other.
struct NameReplacement {
  std::int64_t fact = 0;
  NameId name{};
  NameId former{};
  Date day{};
  std::string reason{};  ///< "rename", "merge", "division"
  DocumentId document{};
};

}  // namespace merestone
