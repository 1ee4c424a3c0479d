// SPDX-License-Identifier: Apache-2.0
/// What a country's law asks of a new place name, as data of its pack (naming.json; domain: PN-01 to PN-12).
#pragma once

#include "gis/law/wording.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// What a check asks of the office.
enum class NamingOutcome {
  note,    ///< worth knowing
  review,  ///< a person must judge; no machine can
  warn,    ///< may go ahead when the officer gives a reason
  block,   ///< may not go ahead
};
const char* word_of(NamingOutcome outcome);
std::optional<NamingOutcome> naming_outcome(std::string_view word);

enum class ScopeKind { nation, division, built_up_area };

/// Where a name must be alone of its kind.
struct UniquenessRule {
  std::string law;                     ///< "PN-08c"
  std::vector<std::string> classes{};  ///< code beginnings in the class scheme
  int from_level = 0;                  ///< of the division that bears the name; 0 with to_level 0: no division
  int to_level = 0;
  bool famous_only = false;            ///< for famous features alone
  ScopeKind scope = ScopeKind::nation;
  int scope_level = 0;                 ///< for ScopeKind::division
  int wider_level = 0;                 ///< level within which likeness beyond the scope is still told; 0: nowhere
  NamingOutcome duplicate = NamingOutcome::block;
  NamingOutcome toned = NamingOutcome::warn;     ///< same pinyin with tones
  NamingOutcome toneless = NamingOutcome::warn;  ///< same letters
  NamingOutcome specific = NamingOutcome::note;  ///< the specific terms sound alike, the generic terms differ
};

/// Names that a place should not bear: persons, foreign places, companies; words that need a person's judgement. What is
/// warned of, an officer's reason ("no specific association") lifts.
struct NamingList {
  std::string id;
  std::string law;
  Wording words{};
  NamingOutcome outcome = NamingOutcome::warn;
  bool anywhere = false;              ///< found inside the specific term too; else only as the whole of it
  std::vector<std::string> names{};
};

/// What may bear a generic term. Limits are 0 where there is none.
struct GenericRule {
  std::vector<std::string> terms{};
  std::vector<std::string> classes{};  ///< empty: any
  double least_area_m2 = 0;
  double least_length_m = 0;
  double most_length_m = 0;
  double least_floor_area_m2 = 0;      ///< this much floor, or as many storeys as the next line says
  int least_storeys = 0;
  std::string source{};
};

/// Which rules of spelling hold for which classes: "street" for "23" (gis/script/spelling_class.hpp has the words).
struct SpellingRule {
  std::string spelling;
  std::vector<std::string> classes{};
};

struct NamingRules {
  std::vector<UniquenessRule> unique{};
  std::vector<NamingList> lists{};
  std::vector<GenericRule> generics{};
  std::vector<SpellingRule> spelling{};
  std::vector<std::string> facilities{};        ///< classes whose names match the local place name (PN-10)
  double local_name_m = 0;                      ///< a place this near lends a facility its name; 0: only the divisions that hold it do
  bool standard_characters = false;             ///< every Han character must be in the table of 8,105 (PN-03)
  bool famous_kept = false;                     ///< no division is called after a famous feature or heritage site (PN-09)
  bool protected_needs_plan = false;            ///< PN-11
  bool review_meaning = false;                  ///< PN-01: each name is also judged by a person
  std::string source{};

  bool empty() const { return unique.empty() && lists.empty() && generics.empty(); }
  /// Word of the spelling class of a class code by its longest beginning that a rule names; "other" for none.
  std::string_view spelling_of(std::string_view class_code) const;
};

/// Whether a class code begins with one of `classes`; true when there are none.
bool in_classes(std::string_view class_code, const std::vector<std::string>& classes);

}  // namespace merestone
