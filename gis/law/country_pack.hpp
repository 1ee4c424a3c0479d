// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/finding.hpp"
#include "gis/law/burial_rules.hpp"
#include "gis/law/change_rules.hpp"
#include "gis/law/clock.hpp"
#include "gis/law/code_rules.hpp"
#include "gis/law/indicator_rules.hpp"
#include "gis/law/enforcement_rules.hpp"
#include "gis/law/line_rules.hpp"
#include "gis/law/naming_rules.hpp"
#include "gis/law/name_rules.hpp"
#include "gis/law/procedure.hpp"
#include "gis/law/relief_rules.hpp"
#include "gis/law/siting_rules.hpp"
#include "gis/law/risk_scale.hpp"

namespace merestone {

/// What a thing that people call a division is in law.
enum class AreaKind {
  statutory,    ///< a territorial authority
  dispatched,   ///< an organ of a higher authority (街道)
  entrusted,    ///< kept by one for another
  statistical,  ///< for counting only
  functional,   ///< development zone, farm, harbour
};

struct DivisionKind {
  std::string id;  ///< as facts on divisions carry it: "county", "commune"
  int level = 0;
  AreaKind area = AreaKind::statutory;
  Wording words{};
  std::vector<std::string> generic_terms{};  ///< ends of names: "县", "自治县"; empty: names have none
};

struct LevelName {
  int level = 0;
  Wording words{};
};

/// A country's law on divisions and boundaries, or an office's own rules in the same form.
struct CountryPack {
  std::string id;  ///< "cn"
  Wording words{};
  std::string document_pattern{};  ///< regular expression for numbers of documents; empty: any text
  WorkingCalendar calendar{};
  std::vector<LevelName> levels{};
  std::vector<DivisionKind> kinds{};
  std::vector<CodeSystem> code_systems{};
  std::vector<ChangeRule> changes{};  ///< kinds that are not here do not exist in this law
  std::vector<Clock> clocks{};
  std::vector<DisputeTemplate> disputes{};
  LineRules lines{};
  NamingRules naming{};
  NameRules names{};
  std::vector<IndicatorRule> indicators{};
  ReliefRules relief{};
  std::vector<EnforcementRules> enforcement{};  ///< of graves, one set for each time
  BurialRules burials{};
  SitingRules siting{};
  std::vector<RiskScale> risk_scales{};

  const DivisionKind* kind(std::string_view id) const;
  const CodeSystem* code_system(std::string_view id) const;
  const ChangeRule* change(ChangeKind kind) const;
  const DisputeTemplate* dispute(std::string_view id) const;
  const MonumentTemplate* monuments(int level) const;
};

/// pack.no_words, pack.twice (an id), pack.unknown_id (a reference to nothing), pack.bad_value. `Subject::field` is the
/// path in the pack: "disputes/cn-1989/steps/referred/next".
std::vector<Finding> check_pack(const CountryPack& pack);

}  // namespace merestone
