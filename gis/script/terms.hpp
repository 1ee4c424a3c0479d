// SPDX-License-Identifier: Apache-2.0
/// The terms that names are made of (data/terms.tsv) and official spellings (data/official.tsv). For the folder's use.
#pragma once

#include "gis/script/spelling_class.hpp"
#include "gis/script/tables.hpp"

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace merestone::script {

/// A generic term: where it is written apart inside, and readings that are not the usual ones.
struct GenericTerm {
  std::vector<std::size_t> breaks;  ///< 特别|行政区: {2}
  std::vector<Syllable> reading;    ///< empty where the usual reading holds
};

struct OfficialSpelling {
  std::string spelling;
  std::string language;  ///< BCP 47
  Provinces provinces;   ///< none set: wherever the name is
};

struct Terms {
  using Set = std::unordered_set<std::u32string>;

  std::array<std::unordered_map<std::u32string, GenericTerm>, spelling_class_count> generics;  ///< by SpellingClass
  std::unordered_map<std::u32string, GenericTerm> all_generics;
  Set street_modifiers;
  Set natural_modifiers;
  Set leftward;   ///< 内 外: belong to what stands before them
  Set landmarks;
  Set fixed;
  Set words;
  Set children;   ///< words in which 儿 is a syllable
  std::unordered_map<std::u32string, std::string> peoples;  ///< → spelling; empty: by sound
  std::unordered_map<std::u32string, OfficialSpelling> official;
  std::size_t longest = 0;  ///< of all terms, in characters
};

const Terms& terms();

}  // namespace merestone::script
