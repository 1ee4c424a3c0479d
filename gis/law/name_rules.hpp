// SPDX-License-Identifier: Apache-2.0
/// What a country's law says of place names: kinds, who approves and files them, the steps, the documents (domain.md §1).
#pragma once

#include "gis/law/procedure.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// What kinds of body act on names, as packs, clocks and acts call them.
inline constexpr std::array<std::string_view, 5> body_kinds{"state_council", "ministry", "government", "names_department",
                                                            "department"};

/// With whom an approving body files, as packs say it.
inline constexpr std::array<std::string_view, 3> filing_receivers{"state_council", "next_higher_government", "same_level_names_department"};

/// Who may approve names of a kind (Art. 12). Any one of the list is enough.
struct NameApprover {
  std::string body;          ///< one of body_kinds
  int from_level = 0;        ///< of the division that the body is of; 0: the state
  int to_level = 0;
  Wording by{};
  Wording when{};            ///< only in this case; empty: always
  Wording consult{};         ///< whose opinion must be asked before; empty: nobody's
  std::string file_with{};   ///< one of filing_receivers; empty: nobody
};

/// A kind of name in law (Art. 3).
struct NameKindRule {
  std::string id;                          ///< "street"
  Wording words{};
  std::vector<std::string> classes{};      ///< codes in the scheme of the pack; those below them belong here too
  std::vector<NameApprover> approvers{};
  std::string source{};
};

/// A document that must be on file when a step is taken.
struct NameDocumentRule {
  std::string role;                  ///< "plan", "expert"
  std::string step;
  Wording words{};
  std::vector<std::string> kinds{};  ///< for names of these kinds; empty: all
  bool mandatory = false;            ///< else as the case needs it: its absence is told, and may be
};

struct SecrecyLevel {
  std::string id;  ///< "public"
  Wording words{};
  bool exported = false;  ///< may leave the house in files
};

/// Places of these classes that are longer than this have a sign (GB 17733).
struct SignNeed {
  std::vector<std::string> classes{};  ///< codes in the scheme of the pack; those below them belong here too
  double longer_than_m = 0;
  std::string source{};
};

struct SignRules {
  double far_from_line_m = 0;   ///< a sign that stands further from the course of what it names is doubtful; 0: none is
  double far_from_point_m = 0;  ///< the same where no course is on record
  std::vector<SignNeed> needed{};
};

/// In which language a name of a script is where nobody says.
struct ScriptLanguage {
  std::string script;    ///< ISO 15924: "Hani"
  std::string language;  ///< BCP 47: "zh"
};

struct NameRules {
  std::string class_scheme{};
  std::vector<NameKindRule> kinds{};
  std::vector<ProcedureStep> steps{};  ///< the first is where an application begins
  std::vector<NameDocumentRule> documents{};
  std::vector<SecrecyLevel> secrecy{};
  std::vector<ScriptLanguage> languages{};
  SignRules signs{};
  std::string source{};

  bool empty() const { return steps.empty(); }
  const NameKindRule* kind(std::string_view id) const;
  const ProcedureStep* step(std::string_view id) const;
  /// Whether places of this level may leave the house; a level that the pack does not know may not.
  bool exported(std::string_view secrecy_id) const;
  /// By its id or by what it is called, "secret" or "秘密"; null where there is none.
  const SecrecyLevel* secrecy_level(std::string_view said) const;
};

}  // namespace merestone
