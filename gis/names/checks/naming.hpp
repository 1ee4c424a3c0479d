// SPDX-License-Identifier: Apache-2.0
/// Whether a name may be given (地名管理条例 Art. 9, 10; PN-01 to PN-12): pure functions over the pack's rules and a small
/// question, "which names are like this one in that scope", which the search index answers.
#pragma once

#include "gis/base/finding.hpp"
#include "gis/law/naming_rules.hpp"
#include "gis/names/place_size.hpp"
#include "gis/script/syllable.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace merestone {

/// A division that holds the place.
struct DivisionAround {
  int level = 0;
  std::string code;
  std::string name;
};

/// An officer's reason why a warning does not hold: the characters have no specific association with the person (S6 Art. 3).
struct NamingExemption {
  std::string law;  ///< "PN-04"
  std::string reason;
};

struct NamingRequest {
  std::string text;
  std::string class_code{};               ///< in the class scheme of the pack
  int level = 0;                          ///< of the division that is named; 0 for another place
  std::vector<DivisionAround> within{};   ///< in any order
  std::string built_up_area{};            ///< id of the built-up area that holds the place; empty: not known
  bool famous = false;
  bool heritage = false;
  std::string former{};                   ///< the name that this one replaces; empty for a first name
  bool former_protected = false;          ///< `former` is on the protection list
  bool protection_plan = false;           ///< and a plan is attached
  PlaceSize size{};
  std::vector<std::string> local_names{}; ///< of the nearest and the holding places, for facilities (PN-10)
  std::vector<Syllable> confirmed{};      ///< readings that a person has confirmed; empty: as the lexicon reads
  std::int64_t place = 0;                 ///< the place itself, which its own names do not stand against
  std::vector<NamingExemption> exempted{};
};

/// Where a name is looked for.
struct NameScope {
  ScopeKind kind = ScopeKind::nation;
  std::string code;  ///< of the division, or id of the built-up area
};

/// A name on record. Only names in force stand against a new one.
struct LikeName {
  std::int64_t place = 0;
  std::string text;
  std::string reading{};        ///< confirmed syllables with digits, "xiang4 yang2 lu4"; empty: not confirmed
  std::string class_code{};
  int level = 0;                ///< of a division
  std::string division{};       ///< code of the finest division that holds it
  std::vector<std::string> superiors{};  ///< codes of those above it; none: codes begin with those of their superiors
  std::string built_up_area{};
};

/// Names whose key is one of `keys`, or whose toneless letters of all, or of the specific term alone, are in `sounds` or
/// `specific_sounds`; of one of the classes, or of divisions of the levels; within the scope. May answer more: what it
/// answers is compared again.
struct LikeQuery {
  std::vector<std::string> keys{};
  std::vector<std::string> sounds{};
  std::vector<std::string> specific_sounds{};
  const UniquenessRule* rule = nullptr;
  NameScope scope;
};

/// A famous feature or heritage site called like a division's specific term (PN-09).
struct NotableName {
  std::string text;
  bool famous = false;
  bool heritage = false;
  bool reaches_outside = false;  ///< beyond the division that is named
};

struct NameLookup {
  std::function<std::vector<LikeName>(const LikeQuery&)> like;
  /// By folded specific term; may be empty when nothing of the kind is on record.
  std::function<std::vector<NotableName>(const std::string& key)> notable;
};

struct NamingFinding {
  NamingOutcome outcome = NamingOutcome::note;
  std::string law;                        ///< "PN-08c"; empty for what law does not ask
  Finding finding;                        ///< naming.* or script.*; its severity follows the outcome
  std::vector<std::int64_t> places{};     ///< that it is about
};

/// Everything that stands against the name, the gravest first. An exempted warning stays as a note with the reason.
/// Asks `lookup` at most three times.
std::vector<NamingFinding> check_naming(const NamingRequest& request, const NamingRules& rules, const NameLookup& lookup);

/// The gravest of all; note when there is nothing.
NamingOutcome outcome_of(const std::vector<NamingFinding>& findings);

}  // namespace merestone
