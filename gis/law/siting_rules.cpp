// SPDX-License-Identifier: Apache-2.0
#include "gis/law/siting_rules.hpp"

#include "gis/base/text.hpp"

#include <algorithm>

namespace merestone {
namespace {

bool one_within_the_other(const std::string& a, const std::string& b) { return a.starts_with(b) || b.starts_with(a); }

bool shares_subject(const SitingRule& a, const SitingRule& b) {
  const auto both = [](const std::vector<std::string>& x, const std::vector<std::string>& y) {
    return x.empty() || y.empty() ||
           std::any_of(x.begin(), x.end(), [&](const std::string& each) { return std::find(y.begin(), y.end(), each) != y.end(); });
  };
  return both(a.applies_to, b.applies_to) && (a.slope == SitingSlope::any || b.slope == SitingSlope::any || a.slope == b.slope);
}

std::string said(const SitingRule& rule) {
  std::string text = word_of(rule.test);
  if (rule.distance_m) text += " " + shortest(*rule.distance_m) + " m";
  return text;
}

class Comparison {
 public:
  std::vector<Finding> run(std::span<const SitingRuleSet* const> sets) {
    for (std::size_t i = 0; i < sets.size(); ++i) {
      for (std::size_t k = i + 1; k < sets.size(); ++k) {
        const SitingRuleSet& a = *sets[i];
        const SitingRuleSet& b = *sets[k];
        if (!one_within_the_other(a.jurisdiction, b.jurisdiction) || !a.valid.overlaps(b.valid)) continue;
        for (const SitingRule& x : a.rules) {
          for (const SitingRule& y : b.rules) compare(a, x, b, y);
        }
      }
    }
    return std::move(findings_);
  }

 private:
  void compare(const SitingRuleSet& a, const SitingRule& x, const SitingRuleSet& b, const SitingRule& y) {
    if (!shares_subject(x, y)) return;
    for (const std::string& kind : x.classes) {
      if (std::find(y.classes.begin(), y.classes.end(), kind) == y.classes.end()) continue;
      if (x.norm != y.norm) {
        tell("siting.contradiction", Severity::error, a, x, b, y, kind);
      } else if (x.test == y.test && a.jurisdiction == b.jurisdiction) {
        const bool same = x.distance_m == y.distance_m;
        tell(same ? "siting.overlap" : "siting.contradiction", same ? Severity::note : Severity::warning, a, x, b, y, kind);
      } else if (x.test == y.test && x.distance_m && y.distance_m && x.norm == SitingNorm::forbidden) {
        const bool a_is_wider = a.jurisdiction.size() < b.jurisdiction.size();
        const bool milder = a_is_wider ? *y.distance_m < *x.distance_m : *x.distance_m < *y.distance_m;
        if (milder && a_is_wider) tell("siting.weaker", Severity::warning, b, y, a, x, kind);
        if (milder && !a_is_wider) tell("siting.weaker", Severity::warning, a, x, b, y, kind);
      }
    }
  }

  void tell(const char* rule, Severity severity, const SitingRuleSet& a, const SitingRule& x, const SitingRuleSet& b,
            const SitingRule& y, const std::string& kind) {
    findings_.push_back({.rule = rule, .severity = severity, .subject = {{}, a.id + "/" + x.id, {}},
                         .facts = {{"set", a.id + "/" + x.id}, {"says", said(x)}, {"other", b.id + "/" + y.id},
                                   {"other_says", said(y)}, {"class", kind}}});
  }

  std::vector<Finding> findings_;
};

}  // namespace

bool SitingRule::concerns(std::string_view what) const {
  return applies_to.empty() || std::find(applies_to.begin(), applies_to.end(), what) != applies_to.end();
}

bool SitingRuleSet::holds_for(std::span<const std::string> codes) const {
  if (by_name_only) return false;
  return jurisdiction.empty() ||
         std::any_of(codes.begin(), codes.end(), [&](const std::string& code) { return code.starts_with(jurisdiction); });
}

const LandClass* SitingRules::land_class(std::string_view id) const {
  const auto found = std::find_if(classes.begin(), classes.end(), [&](const LandClass& c) { return c.id == id; });
  return found == classes.end() ? nullptr : &*found;
}

const LandClass* SitingRules::class_called(std::string_view text) const {
  const auto found = std::find_if(classes.begin(), classes.end(), [&](const LandClass& c) {
    return c.id == text || c.words.zh == text || c.words.en == text ||
           std::find(c.aliases.begin(), c.aliases.end(), text) != c.aliases.end();
  });
  return found == classes.end() ? nullptr : &*found;
}

const SitingRuleSet* SitingRules::set(std::string_view id) const {
  const auto found = std::find_if(sets.begin(), sets.end(), [&](const SitingRuleSet& s) { return s.id == id; });
  return found == sets.end() ? nullptr : &*found;
}

std::vector<Finding> conflicts_of(std::span<const SitingRuleSet* const> sets) { return Comparison{}.run(sets); }

const char* word_of(SitingTest test) {
  constexpr const char* words[] = {"inside", "within", "visible"};
  return words[static_cast<std::size_t>(test)];
}

}  // namespace merestone
