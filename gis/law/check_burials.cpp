// SPDX-License-Identifier: Apache-2.0
#include "gis/law/check_burials.hpp"

#include <algorithm>
#include <set>

namespace merestone {
namespace {

class BurialCheck {
 public:
  explicit BurialCheck(const CountryPack& pack) : pack_{pack} {}

  std::vector<Finding> run() {
    check_facilities();
    unique("burials/plots", pack_.burials.plots, [](const auto& p) { return p.id; });
    for (const PlotType& plot : pack_.burials.plots) words("burials/plots/" + plot.id, plot.words);
    for (const PlotLimit& limit : pack_.burials.plot_limits) {
      if (pack_.burials.plot_called(limit.type) == nullptr) report("pack.unknown_id", "burials/plot_limits/type", limit.type);
    }
    for (const StoneLimit& limit : pack_.burials.stone_limits) {
      if (!(limit.most_m > 0)) report("pack.bad_value", "burials/stone_limits/most_m", std::to_string(limit.most_m));
    }
    for (const FacilityLimit& limit : pack_.burials.facility_limits) check_limit(limit);
    for (const GraveTypeRule& type : pack_.burials.grave_types) check_type(type);
    unique("siting/classes", pack_.siting.classes, [](const auto& c) { return c.id; });
    for (const LandClass& kind : pack_.siting.classes) words("siting/classes/" + kind.id, kind.words);
    unique("siting/sets", pack_.siting.sets, [](const auto& s) { return s.id; });
    for (const SitingRuleSet& set : pack_.siting.sets) check_set(set);
    return std::move(findings_);
  }

 private:
  void report(const char* rule, const std::string& field, const std::string& value) {
    findings_.push_back({.rule = rule, .subject = {{}, pack_.id, field}, .facts = {{"pack", pack_.id}, {"field", field}, {"value", value}}});
  }
  void words(const std::string& field, const Wording& wording) {
    if (wording.en.empty() || wording.zh.empty()) report("pack.no_words", field, wording.en + wording.zh);
  }
  template <class List, class Key>
  void unique(const std::string& field, const List& list, Key key) {
    std::set<std::string> seen;
    for (const auto& each : list) {
      if (!seen.insert(key(each)).second) report("pack.twice", field, key(each));
    }
  }

  void check_facilities() {
    unique("burials/facilities", pack_.burials.facilities, [](const auto& f) { return f.id; });
    for (const FacilityKind& kind : pack_.burials.facilities) {
      words("burials/facilities/" + kind.id, kind.words);
      for (const FacilityApproval& approval : kind.approvals) {
        words("burials/facilities/" + kind.id + "/approvals", approval.by);
        if (approval.from_level > approval.to_level) report("pack.bad_value", "burials/facilities/" + kind.id + "/approvals/to_level", std::to_string(approval.to_level));
      }
    }
  }

  void check_limit(const FacilityLimit& limit) {
    const std::string field = "burials/facility_limits/";
    for (const std::string& kind : limit.kinds) {
      if (pack_.burials.facility(kind) == nullptr) report("pack.unknown_id", field + "kinds", kind);
    }
    for (const double percent : {limit.least_cover_percent, limit.least_green_percent}) {
      if (percent < 0 || percent > 100) report("pack.bad_value", field + "percent", std::to_string(percent));
    }
    if (limit.most_term_years < 0) report("pack.bad_value", field + "most_term_years", std::to_string(limit.most_term_years));
  }

  void check_type(const GraveTypeRule& type) {
    const std::string field = "burials/grave_types/" + type.id;
    words(field, type.words);
    if (type.double_m2 > 0 && type.double_m2 < type.single_m2) report("pack.bad_value", field + "/double_m2", std::to_string(type.double_m2));
    const bool any = type.outside_facility || type.in_zone || type.hardened || type.with_remains || type.clan || !type.forms.empty() ||
                     type.limits_area() || type.rebuilt_after;
    if (!any) report("pack.bad_value", field, "");
  }

  void check_set(const SitingRuleSet& set) {
    const std::string field = "siting/sets/" + set.id;
    words(field, set.words);
    unique(field + "/rules", set.rules, [](const auto& r) { return r.id; });
    if ((set.text == TextStatus::not_obtained) != set.rules.empty()) report("pack.bad_value", field + "/text", set.id);
    for (const SitingRule& rule : set.rules) check_rule(set, rule, field + "/rules/" + rule.id);
  }

  void check_rule(const SitingRuleSet& set, const SitingRule& rule, const std::string& field) {
    words(field, rule.words);
    if (rule.classes.empty()) report("pack.bad_value", field + "/classes", "");
    for (const std::string& kind : rule.classes) {
      if (pack_.siting.land_class(kind) == nullptr) report("pack.unknown_id", field + "/classes", kind);
    }
    for (const std::string& group : rule.groups) {
      const bool known = std::any_of(set.groups.begin(), set.groups.end(), [&](const SitingGroup& g) { return g.id == group; });
      if (!known) report("pack.unknown_id", field + "/groups", group);
    }
    for (const std::string& what : rule.applies_to) {
      if (what != "grave" && what != "cemetery") report("pack.unknown_id", field + "/applies_to", what);
    }
    const bool inside = rule.test == SitingTest::inside;
    if (inside && rule.distance_m) report("pack.bad_value", field + "/distance_m", std::to_string(*rule.distance_m));
    if (rule.distance_m && *rule.distance_m <= 0) report("pack.bad_value", field + "/distance_m", std::to_string(*rule.distance_m));
    if (rule.norm == SitingNorm::required && rule.test == SitingTest::visible) report("pack.bad_value", field + "/norm", word_of(rule.test));
  }

  const CountryPack& pack_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> check_burials(const CountryPack& pack) { return BurialCheck{pack}.run(); }

}  // namespace merestone
