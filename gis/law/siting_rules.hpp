// SPDX-License-Identifier: Apache-2.0
/// Where graves and cemeteries may not be, or must be, as data of a country's pack (siting.json; domain.md §5.2, 5.7).
#pragma once

#include "gis/base/date.hpp"
#include "gis/base/finding.hpp"
#include "gis/law/wording.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// A class of features of the land that rules speak of.
struct LandClass {
  std::string id;                      ///< "reservoir"
  Wording words{};
  std::vector<std::string> aliases{};  ///< as maps and surveys call it: "水库"
  bool access = false;                 ///< a road by which people come
};

enum class SitingTest {
  inside,   ///< in an area of the class
  within,   ///< in it or nearer than the distance
  visible,  ///< in sight of a place along it, not further than the distance
};
enum class SitingNorm { forbidden, required };

/// On which side of the feature the rule looks, by the heights of the two.
enum class SitingSlope { any, above, below };

struct SitingRule {
  std::string id;                         ///< "reservoir", unique in its set
  std::string law;                        ///< "FU-03"
  Wording words{};
  std::vector<std::string> classes{};
  SitingTest test = SitingTest::inside;
  SitingNorm norm = SitingNorm::forbidden;
  SitingSlope slope = SitingSlope::any;
  std::optional<double> distance_m{};     ///< none: the text says "near" and no figure; a person judges
  double look_m = 1000;                   ///< where there is no figure: how far features are told, or looked from
  double observer_m = 1.7;                ///< of a visible rule: eyes above the ground
  double target_m = 1;                    ///< of a visible rule: height of what is seen
  std::vector<std::string> groups{};      ///< named zone groups, 三沿, 五区: ids in the set
  std::vector<std::string> applies_to{};  ///< "grave", "cemetery"; empty: both
  std::string source{};                   ///< article

  bool concerns(std::string_view what) const;
};

struct SitingGroup {
  std::string id;
  Wording words{};
};

/// Who is left where he lies, and what of existing graves.
struct SitingException {
  std::string kind;  ///< "heritage", "martyr", "custom"
  Wording words{};
  std::string source{};
};

/// What maps cannot tell: shown to whoever surveys the site.
struct VerticalLimit {
  std::string id;
  Wording words{};
  double least_m = 0;
  std::string source{};
};

enum class TextStatus { whole, excerpt, not_obtained };

struct SitingRuleSet {
  std::string id;                 ///< "cn-1997"
  Wording words{};
  std::string jurisdiction{};     ///< division code or its first digits; empty: the whole country
  bool by_name_only = false;      ///< an example, or one whose jurisdiction is not known: never applied by itself
  Period valid{};
  bool dates_known = true;        ///< false: its validity is not verified
  TextStatus text = TextStatus::whole;
  std::string source{};
  Wording note{};
  Wording existing{};             ///< what becomes of graves that lie there already
  std::vector<SitingGroup> groups{};
  std::vector<SitingRule> rules{};
  std::vector<SitingException> exceptions{};
  std::vector<VerticalLimit> vertical{};

  /// A division code is of this jurisdiction when it begins with it.
  bool holds_for(std::span<const std::string> codes) const;
};

struct SitingRules {
  std::vector<LandClass> classes{};
  std::vector<SitingRuleSet> sets{};

  const LandClass* land_class(std::string_view id) const;
  /// By id, alias or wording; nothing for a word that is none of them.
  const LandClass* class_called(std::string_view text) const;
  const SitingRuleSet* set(std::string_view id) const;
};

/// Of sets that hold on one day where their jurisdictions meet: siting.contradiction where one forbids what another asks
/// for, or two of one jurisdiction name different distances for one class; siting.overlap, a note, where two of one
/// jurisdiction say the same; siting.weaker where a set is milder than the one of the wider jurisdiction.
std::vector<Finding> conflicts_of(std::span<const SitingRuleSet* const> sets);

const char* word_of(SitingTest test);

}  // namespace merestone
