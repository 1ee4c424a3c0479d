// SPDX-License-Identifier: Apache-2.0
#include "gis/disputes/evidence.hpp"

#include "gis/base/text.hpp"
#include "gis/geodesy/named_crs.hpp"

namespace merestone {
namespace {

class Check {
 public:
  Check(const Evidence& evidence, const EvidenceSetting& setting) : evidence_{evidence}, setting_{setting} {}

  EvidenceCheck run() {
    weigh();
    check_accuracy();
    check_georeference();
    return std::move(result_);
  }

  /// What bears on its weight alone.
  EvidenceCheck weight() {
    weigh();
    return std::move(result_);
  }

 private:
  void weigh() {
    if (setting_.issued && *setting_.issued > setting_.today) {
      find("evidence.from_future", Severity::error, {{"issued", to_string(*setting_.issued)}, {"today", to_string(setting_.today)}});
    }
    const ListedItem listed = find_item(setting_.procedure, evidence_.item);
    if (listed.item) {
      result_.best = listed.tier->weight;
      if (!holds(*listed.tier, *listed.item)) result_.best = as_administration(*listed.tier);
    } else if (evidence_.item.empty()) {
      std::string law = setting_.procedure.source;
      for (const EvidenceTier& tier : setting_.procedure.tiers) {
        if (tier.weight == EvidenceWeight::inadmissible && !tier.source.empty()) law = tier.source;
      }
      find("evidence.unlisted", Severity::note, {{"law", law}});
    } else {
      find("evidence.unknown_item", Severity::error, {{"item", evidence_.item}});
    }
  }

  bool holds(const EvidenceTier& tier, const EvidenceItem& item) {
    bool holds = true;
    if (item.needs_seal && evidence_.kind == "map" && !evidence_.sealed) {
      find("evidence.unsealed_map", Severity::warning, {{"item", item.id}});
      holds = false;
    }
    if (item.both_sides && !evidence_.both_sides) {
      find("evidence.one_sided", Severity::warning, {{"item", item.id}});
      holds = false;
    }
    if (item.before_dispute) holds = before_dispute(item) && holds;
    return in_window(tier, true) && holds;
  }

  bool before_dispute(const EvidenceItem& item) {
    if (!setting_.issued) {
      find("evidence.undated", Severity::warning, {{"item", item.id}});
      return false;
    }
    if (!setting_.arose || *setting_.issued < *setting_.arose) return true;
    find("evidence.after_dispute", Severity::warning, {{"item", item.id}, {"arose", to_string(*setting_.arose)}});
    return false;
  }

  /// Dates that the tier asks for. `offered`: as such, so that what is wrong is said.
  bool in_window(const EvidenceTier& tier, bool offered) {
    if (!tier.not_before && !tier.before_dispute) return true;
    if (!setting_.issued) {
      if (offered) find("evidence.undated", Severity::warning, {{"item", evidence_.item}});
      return false;
    }
    const bool early = tier.not_before && *setting_.issued < *tier.not_before;
    const bool late = tier.before_dispute && setting_.arose && *setting_.issued >= *setting_.arose;
    if (!early && !late) return true;
    if (offered) {
      find("evidence.outside_window", Severity::warning,
           {{"issued", to_string(*setting_.issued)}, {"from", tier.not_before ? to_string(*tier.not_before) : "–"},
            {"arose", setting_.arose ? to_string(*setting_.arose) : "–"},
            {"law", tier.source.empty() ? setting_.procedure.source : tier.source}});
    }
    return false;
  }

  /// What fails as basis may still be reference, but only where it shows who administered the ground (Art. 8(2)).
  EvidenceWeight as_administration(const EvidenceTier& failed) {
    if (failed.weight != EvidenceWeight::decisive || !evidence_.shows_administration) return EvidenceWeight::inadmissible;
    for (const EvidenceTier& tier : setting_.procedure.tiers) {
      if (tier.weight == EvidenceWeight::reference && in_window(tier, false)) return EvidenceWeight::reference;
    }
    return EvidenceWeight::inadmissible;
  }

  void check_accuracy() {
    const double width = setting_.disputed_width_m;
    if (width <= 0) return;
    if (evidence_.rmse_m > width) {
      find("evidence.coarse_map", Severity::warning, {{"rmse_m", fixed(evidence_.rmse_m, 1)}, {"width_m", fixed(width, 1)}});
    }
    constexpr double drawn_line_m = 0.0003;  // a claim line is drawn 0.3 mm wide (§4.4)
    const double line_m = static_cast<double>(evidence_.map_scale) * drawn_line_m;
    if (line_m > width) {
      find("evidence.coarse_scale", Severity::warning, {{"scale", std::to_string(evidence_.map_scale)},
                                                        {"line_m", fixed(line_m, 1)}, {"width_m", fixed(width, 1)}});
    }
  }

  /// Whether lines that are taken from a map can be placed, and how well.
  void check_georeference() {
    if (!evidence_.crs.empty()) check_crs();
    if (evidence_.kind != "map") return;
    if (evidence_.rmse_m == 0) find("evidence.not_georeferenced", Severity::warning);
    else if (evidence_.crs.empty()) find("evidence.no_crs", Severity::warning, {{"rmse_m", fixed(evidence_.rmse_m, 1)}});
  }

  void check_crs() {
    const auto crs = crs_said(evidence_.crs);
    if (!crs) {
      const bool code = evidence_.crs.find(':') != std::string::npos || parse_number(evidence_.crs);
      find("evidence.unknown_crs", code ? Severity::error : Severity::warning, {{"crs", evidence_.crs}});
    } else if (!setting_.ground.empty() && crs->area_of_use && !crs->area_of_use->meets(setting_.ground)) {
      find("evidence.crs_elsewhere", Severity::warning, {{"crs", crs->name}, {"code", crs->code}});
    }
  }

  void find(const char* rule, Severity severity, std::vector<std::pair<std::string, std::string>> facts = {}) {
    Finding found;
    found.rule = rule;
    found.severity = severity;
    found.subject.field = "evidence";
    found.facts = std::move(facts);
    result_.findings.push_back(std::move(found));
  }

  const Evidence& evidence_;
  const EvidenceSetting& setting_;
  EvidenceCheck result_;
};

}  // namespace

EvidenceCheck check_evidence(const Evidence& evidence, const EvidenceSetting& setting) { return Check{evidence, setting}.run(); }

ListedItem find_item(const DisputeTemplate& procedure, std::string_view id) {
  for (const EvidenceTier& tier : procedure.tiers) {
    for (const EvidenceItem& item : tier.items) {
      if (item.id == id) return {&tier, &item};
    }
  }
  return {};
}

std::string tier_with(const DisputeTemplate& procedure, EvidenceWeight weight) {
  for (const EvidenceTier& tier : procedure.tiers) {
    if (tier.weight == weight) return tier.id;
  }
  return {};
}

std::vector<Finding> check_tier(const Evidence& evidence, std::string_view tier, const EvidenceSetting& setting) {
  Finding found;
  found.subject.field = "tier";
  const EvidenceTier* wanted = setting.procedure.tier(tier);
  if (!wanted) {
    std::string known;
    for (const EvidenceTier& each : setting.procedure.tiers) known += (known.empty() ? "" : ", ") + each.id;
    found.rule = "evidence.unknown_tier";
    found.facts = {{"tier", std::string{tier}}, {"known", known}};
    return {found};
  }
  const EvidenceCheck checked = Check{evidence, setting}.weight();
  if (wanted->weight >= checked.best) return {};
  std::string why;
  for (const Finding& reason : checked.findings) why += (why.empty() ? "" : ", ") + reason.rule;
  found.rule = "evidence.tier_too_high";
  found.facts = {{"tier", wanted->id}, {"best", tier_with(setting.procedure, checked.best)}, {"why", why}};
  return {found};
}

}  // namespace merestone
