// SPDX-License-Identifier: Apache-2.0
#include "gis/law/country_pack.hpp"
#include "gis/law/check_burials.hpp"
#include "gis/base/list.hpp"
#include "gis/law/pattern.hpp"

#include <algorithm>
#include <set>
#include <span>

namespace merestone {
namespace {

class PackCheck {
 public:
  explicit PackCheck(const CountryPack& pack) : pack_{pack} {}

  std::vector<Finding> run() {
    words("pack/words", pack_.words);
    if (!pack_.document_pattern.empty()) pattern("pack/document_pattern", pack_.document_pattern);
    check_divisions();
    check_codes();
    check_changes();
    for (const DisputeTemplate& dispute : pack_.disputes) check_dispute(dispute);
    unique("disputes", pack_.disputes, [](const auto& d) { return d.id; });
    for (const MonumentTemplate& monuments : pack_.lines.monuments) check_monuments(monuments);
    check_names();
    check_indicators("indicators", pack_.indicators);
    check_relief();
    const std::vector<Finding> enforcement = check_enforcement(pack_.enforcement, pack_.id);
    findings_.insert(findings_.end(), enforcement.begin(), enforcement.end());
    check_risk_scales();
    unique("lines/monuments", pack_.lines.monuments, [](const auto& m) { return std::to_string(m.level); });
    return std::move(findings_);
  }

 private:
  void report(const char* rule, const std::string& field, const std::string& value) {
    findings_.push_back({.rule = rule, .subject = {{}, pack_.id, field}, .facts = {{"pack", pack_.id}, {"field", field}, {"value", value}}});
  }
  void words(const std::string& field, const Wording& wording) {
    if (wording.en.empty() || wording.zh.empty()) report("pack.no_words", field, wording.en + wording.zh);
  }
  void pattern(const std::string& field, const std::string& text) {
    if (!is_pattern(text)) report("pack.bad_value", field, text);
  }
  template <class List, class Key>
  void unique(const std::string& field, const List& list, Key key) {
    std::set<std::string> seen;
    for (const auto& each : list) {
      if (!seen.insert(key(each)).second) report("pack.twice", field, key(each));
    }
  }
  void known_kinds(const std::string& field, const std::vector<std::string>& kinds) {
    for (const std::string& kind : kinds) {
      if (pack_.kind(kind) == nullptr) report("pack.unknown_id", field, kind);
    }
  }

  void check_risk_scales() {
    unique("hazards/scales", pack_.risk_scales, [](const auto& s) { return s.id; });
    for (const RiskScale& scale : pack_.risk_scales) {
      const std::string field = "hazards/scales/" + scale.id;
      words(field, scale.words);
      unique(field + "/classes", scale.classes, [](const auto& c) { return c.code; });
      int last = 0;
      for (const RiskClass& each : scale.classes) {
        words(field + "/classes/" + each.code, each.words);
        if (each.ordinal <= last) report("pack.bad_value", field + "/classes/" + each.code + "/ordinal", std::to_string(each.ordinal));
        last = each.ordinal;
      }
    }
  }

  void check_divisions() {
    for (const LevelName& level : pack_.levels) words("divisions/levels/" + std::to_string(level.level), level.words);
    unique("divisions/levels", pack_.levels, [](const auto& l) { return std::to_string(l.level); });
    for (const DivisionKind& kind : pack_.kinds) {
      words("divisions/kinds/" + kind.id, kind.words);
      const bool named = std::any_of(pack_.levels.begin(), pack_.levels.end(), [&](const LevelName& l) { return l.level == kind.level; });
      if (!named) report("pack.unknown_id", "divisions/kinds/" + kind.id + "/level", std::to_string(kind.level));
    }
    unique("divisions/kinds", pack_.kinds, [](const auto& k) { return k.id; });
  }

  void check_codes() {
    unique("codes", pack_.code_systems, [](const auto& s) { return s.id; });
    for (const CodeSystem& system : pack_.code_systems) {
      const std::string field = "codes/" + system.id;
      words(field, system.words);
      unique(field, system.editions, [](const auto& e) { return e.id; });
      for (std::size_t i = 0; i < system.editions.size(); ++i) {
        const CodeEdition& edition = system.editions[i];
        if (!(edition.valid.from < edition.valid.until)) report("pack.bad_value", field + "/" + edition.id, to_string(edition.valid.until));
        for (std::size_t j = 0; j < i; ++j) {
          if (edition.valid.overlaps(system.editions[j].valid)) report("pack.twice", field, edition.id + " + " + system.editions[j].id);
        }
        for (const CodeLevel& level : edition.levels) check_level(field + "/" + edition.id + "/" + std::to_string(level.level), level);
      }
    }
  }

  void check_level(const std::string& field, const CodeLevel& level) {
    if (!level.pattern.empty()) pattern(field + "/pattern", level.pattern);
    if (level.written < level.length) report("pack.bad_value", field + "/written", std::to_string(level.written));
    for (const DigitRange& skipped : level.skipped) range(field + "/skipped", skipped);
    for (const CodeRange& each : level.ranges) {
      range(field + "/ranges", each.digits);
      range(field + "/ranges/under", each.under);
      known_kinds(field + "/ranges/kinds", each.kinds);
    }
  }
  void range(const std::string& field, const DigitRange& digits) {
    if (digits.first.size() != digits.last.size() || digits.last < digits.first) {
      report("pack.bad_value", field, digits.first + "-" + digits.last);
    }
  }

  void check_changes() {
    unique("changes", pack_.changes, [](const auto& c) { return std::string{word_of(c.kind)}; });
    for (const ChangeRule& change : pack_.changes) {
      const std::string field = "changes/" + std::string{word_of(change.kind)};
      words(field, change.words);
      for (const Approval& approval : change.approvals) words(field + "/approvals", approval.by);
    }
    unique("changes/clocks", pack_.clocks, [](const auto& c) { return c.id; });
    for (const Clock& clock : pack_.clocks) {
      const std::string field = "changes/clocks/" + clock.id;
      words(field, clock.words);
      if (clock.allowed.empty()) report("pack.bad_value", field + "/allowed", "0");
      for (const std::string& milestone : {clock.starts, clock.stops}) {
        const auto known = std::find(change_milestones.begin(), change_milestones.end(), milestone);
        if (known == change_milestones.end()) report("pack.unknown_id", field, milestone);
      }
      for (const std::string& act : clock.acts) {
        const bool body = std::find(body_kinds.begin(), body_kinds.end(), act) != body_kinds.end();
        const bool known = clock.of == "names" ? body : std::any_of(change_kinds.begin(), change_kinds.end(), [&](ChangeKind k) { return word_of(k) == act; });
        if (!known) report("pack.unknown_id", field + "/acts", act);
      }
    }
  }

  void check_dispute(const DisputeTemplate& dispute) {
    const std::string field = "disputes/" + dispute.id;
    words(field, dispute.words);
    if (dispute.steps.empty()) report("pack.bad_value", field + "/steps", "");
    unique(field + "/steps", dispute.steps, [](const auto& s) { return s.id; });
    unique(field + "/tiers", dispute.tiers, [](const auto& t) { return t.id; });
    for (const TriageQuestion& question : dispute.triage) {
      words(field + "/triage/" + question.id, question.words);
      const std::set<std::string> outcomes{"procedure", "approving_body", "not_our_procedure"};
      if (!outcomes.contains(question.outcome)) report("pack.unknown_id", field + "/triage/" + question.id + "/outcome", question.outcome);
    }
    for (const ProcedureStep& step : dispute.steps) {
      const std::string at = field + "/steps/" + step.id;
      words(at, step.words);
      for (const std::string& next : step.next) {
        if (dispute.step(next) == nullptr) report("pack.unknown_id", at + "/next", next);
      }
      if (!step.limit_from.empty() && dispute.step(step.limit_from) == nullptr) report("pack.unknown_id", at + "/limit_from", step.limit_from);
    }
    for (const EvidenceTier& tier : dispute.tiers) {
      words(field + "/tiers/" + tier.id, tier.words);
      unique(field + "/tiers/" + tier.id, tier.items, [](const auto& i) { return i.id; });
      for (const EvidenceItem& item : tier.items) words(field + "/tiers/" + tier.id + "/" + item.id, item.words);
    }
  }

  /// What falls to no word that the program knows would silently fall to another rule.
  void one_of(const std::string& field, const std::string& value, std::span<const std::string_view> known) {
    if (std::find(known.begin(), known.end(), value) != known.end()) return;
    report("pack.no_word", field, value);
    findings_.back().facts.emplace_back("known", joined({known.begin(), known.end()}, ", "));
  }

  void check_names() {
    const NameRules& names = pack_.names;
    unique("names/kinds", names.kinds, [](const auto& k) { return k.id; });
    unique("names/steps", names.steps, [](const auto& s) { return s.id; });
    unique("names/secrecy", names.secrecy, [](const auto& s) { return s.id; });
    for (const SecrecyLevel& level : names.secrecy) words("names/secrecy/" + level.id, level.words);
    for (const NameKindRule& kind : names.kinds) {
      const std::string field = "names/kinds/" + kind.id;
      words(field, kind.words);
      for (std::size_t i = 0; i < kind.approvers.size(); ++i) {
        const NameApprover& approver = kind.approvers[i];
        const std::string row = field + "/approvers/" + std::to_string(i + 1);
        words(row, approver.by);
        one_of(row + "/body", approver.body, body_kinds);
        if (!approver.file_with.empty()) one_of(row + "/file_with", approver.file_with, filing_receivers);
      }
    }
    for (const ProcedureStep& step : names.steps) {
      words("names/steps/" + step.id, step.words);
      for (const std::string& next : step.next) {
        if (names.step(next) == nullptr) report("pack.unknown_id", "names/steps/" + step.id + "/next", next);
      }
    }
    for (const NameDocumentRule& document : names.documents) {
      words("names/documents/" + document.role, document.words);
      if (names.step(document.step) == nullptr) report("pack.unknown_id", "names/documents/" + document.role + "/step", document.step);
      for (const std::string& kind : document.kinds) {
        if (names.kind(kind) == nullptr) report("pack.unknown_id", "names/documents/" + document.role + "/kinds", kind);
      }
    }
  }

  void check_indicators(const std::string& field, const std::vector<IndicatorRule>& rules) {
    unique(field, rules, [](const auto& i) { return i.id; });
    for (const IndicatorRule& rule : rules) {
      const std::string at = field + "/" + rule.id;
      words(at, rule.words);
      words(at + "/unit", rule.unit);
      if (rule.sum == SumRule::rate && !(rule.scale > 0)) report("pack.bad_value", at + "/scale", "0");
      const bool rate = rule.sum == SumRule::rate;
      if (rate != !rule.numerator.empty() || rate != !rule.denominator.empty()) report("pack.bad_value", at + "/sum", rate ? "rate" : "sum");
      for (const std::string& other : {rule.parent, rule.numerator, rule.denominator}) {
        const IndicatorRule* known = find_indicator(rules, other);
        if (!other.empty() && (known == nullptr || known->sum != SumRule::sum || other == rule.id)) report("pack.unknown_id", at, other);
      }
    }
  }

  void relief_words(const std::string& field, const std::vector<ReliefWord>& list) {
    unique(field, list, [](const auto& w) { return w.id; });
    for (const ReliefWord& word : list) words(field + "/" + word.id, word.words);
  }

  void check_relief() {
    const ReliefRules& relief = pack_.relief;
    relief_words("relief/shelters/levels", relief.shelters.levels);
    relief_words("relief/shelters/spaces", relief.shelters.spaces);
    relief_words("relief/depots/levels", relief.depots.levels);
    relief_words("relief/events/severities", relief.events.severities);
    unique("relief/shelters/durations", relief.shelters.durations, [](const auto& d) { return d.id; });
    for (const ShelterDuration& duration : relief.shelters.durations) {
      const std::string field = "relief/shelters/durations/" + duration.id;
      words(field, duration.words);
      if (!(duration.area_per_head_m2 > 0)) report("pack.bad_value", field + "/area_per_head_m2", "0");
      if (!(duration.radius_m > 0)) report("pack.bad_value", field + "/radius_m", "0");
    }
    unique("relief/depots/needs", relief.depots.needs, [](const auto& n) { return n.id; });
    for (const SupplyNeed& need : relief.depots.needs) {
      words("relief/depots/needs/" + need.id, need.words);
      words("relief/depots/needs/" + need.id + "/unit", need.unit);
    }
    unique("relief/events/hazards", relief.events.hazards, [](const auto& h) { return h.id; });
    for (const HazardKind& hazard : relief.events.hazards) words("relief/events/hazards/" + hazard.id, hazard.words);
    unique("relief/events/stages", relief.events.stages, [](const auto& s) { return s.id; });
    for (const ReportStage& stage : relief.events.stages) words("relief/events/stages/" + stage.id, stage.words);
    check_indicators("relief/events/losses", relief.events.losses);
    for (const IndicatorOrder& order : relief.events.orders) {
      for (const std::string& id : {order.lesser, order.greater}) {
        if (find_indicator(relief.events.losses, id) == nullptr) report("pack.unknown_id", "relief/events/orders", id);
      }
    }
  }

  void check_monuments(const MonumentTemplate& monuments) {
    const std::string field = "lines/monuments/" + std::to_string(monuments.level);
    if (monuments.number.find("{serial") == std::string::npos) report("pack.bad_value", field + "/number", monuments.number);
    if (!monuments.twins.empty() && monuments.twins.size() != 2) report("pack.bad_value", field + "/twins", std::to_string(monuments.twins.size()));
    if (!monuments.triplets.empty() && monuments.triplets.size() != 3) report("pack.bad_value", field + "/triplets", std::to_string(monuments.triplets.size()));
  }

  const CountryPack& pack_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> check_pack(const CountryPack& pack) {
  std::vector<Finding> findings = PackCheck{pack}.run();
  for (Finding& found : check_burials(pack)) findings.push_back(std::move(found));
  return findings;
}

}  // namespace merestone
