// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/facility_check.hpp"

#include "gis/base/text.hpp"

#include <algorithm>

namespace merestone {
namespace {

using Facts = std::vector<std::pair<std::string, std::string>>;

class FacilityCheck {
 public:
  FacilityCheck(const FacilityFile& file, std::span<const BurialRules* const> packs, const std::string& code, Date day)
      : file_{file}, packs_{packs}, code_{code}, day_{day} {
    for (const BurialRules* pack : packs) {
      if (kind_ == nullptr) kind_ = pack->facility(file.facility.kind);
    }
  }

  std::vector<Finding> counts() {
    for (const FacilityStock& stock : file_.stock) below_use(stock.type, stock.planned, stock.used + stock.reserved);
    return std::move(findings_);
  }

  std::vector<Finding> run() {
    const bool ruled = std::any_of(packs_.begin(), packs_.end(), [](const BurialRules* pack) { return !pack->facilities.empty(); });
    if (kind_ == nullptr && ruled) tell("facility.unknown_kind", Severity::warning, {{"kind", file_.facility.kind}});
    if (kind_ && file_.record.state != FacilityState::planned) approval();
    built();
    capacity();
    for (const FacilityStock& stock : file_.stock) plots(stock);
    if (kind_) kept_to();
    inspected();
    const MultiPolygon& ground = file_.record.ground;
    if (!ground.empty() && locate(ground, file_.facility.position) == Containment::outside) tell("facility.outside_ground", Severity::warning, {});
    return std::move(findings_);
  }

 private:
  void tell(const char* rule, Severity severity, Facts facts) {
    facts.emplace_back("name", file_.facility.name);
    findings_.push_back({.rule = rule, .severity = severity, .subject = {{}, file_.facility.local_id, {}},
                         .place = Place{degrees(file_.facility.position.lon), degrees(file_.facility.position.lat)}, .facts = std::move(facts)});
  }

  void approval() {
    const FacilityRecord& record = file_.record;
    const Date decided = record.approved_on.value_or(record.opened.value_or(file_.facility.valid.from));
    const FacilityApproval* rule = nullptr;
    for (const FacilityApproval& each : kind_->approvals) {
      if (each.valid.contains(decided) && (each.ownership.empty() || each.ownership == record.ownership)) rule = &each;
    }
    if (rule == nullptr) return;  // nobody's approval is asked for, or the law of that day is not known
    if (record.approval_number.empty()) {
      tell("facility.no_approval", Severity::warning, {{"by_en", rule->by.en}, {"by_zh", rule->by.zh}, {"source", rule->source}});
      return;
    }
    const Facts facts{{"body", record.approval_body}, {"number", record.approval_number}, {"by_en", rule->by.en}, {"by_zh", rule->by.zh}, {"source", rule->source}};
    const bool named = !record.approval_body.empty();
    if (!record.approval_level) {
      tell(named ? "facility.approver_unknown" : "facility.no_approver", Severity::note, facts);
    } else if (*record.approval_level < rule->from_level || *record.approval_level > rule->to_level) {
      tell(named ? "facility.not_competent" : "facility.wrong_level", Severity::error, facts);
      findings_.back().facts.emplace_back("level", std::to_string(*record.approval_level));
    }
    if (record.approved_on && record.opened && *record.opened < *record.approved_on) {
      tell("facility.opened_early", Severity::warning, {{"opened", to_string(*record.opened)}, {"approved", to_string(*record.approved_on)}});
    }
  }

  void built() {
    const FacilityRecord& record = file_.record;
    if (!record.area_approved_m2 || !record.area_built_m2 || *record.area_built_m2 <= *record.area_approved_m2) return;
    tell("facility.built_over", Severity::warning, {{"built_m2", shortest(*record.area_built_m2)}, {"approved_m2", shortest(*record.area_approved_m2)}});
  }

  /// `type` is empty for the facility as a whole.
  void below_use(const std::string& type, std::int64_t planned, std::int64_t used) {
    if (used <= planned) return;
    tell(type.empty() ? "facility.capacity_below_use" : "facility.type_below_use", Severity::warning,
         {{"type", type}, {"capacity", std::to_string(planned)}, {"used", std::to_string(used)}});
  }

  void capacity() {
    if (file_.stock.empty()) return below_use({}, file_.facility.capacity, file_.facility.used);
    if (file_.facility.capacity > 0 && file_.planned() != file_.facility.capacity) {
      tell("facility.stock_differs", Severity::note, {{"types", std::to_string(file_.planned())}, {"capacity", std::to_string(file_.facility.capacity)}});
    }
  }

  void plots(const FacilityStock& stock) {
    below_use(stock.type, stock.planned, stock.used + stock.reserved);
    const bool known = std::any_of(packs_.begin(), packs_.end(), [&](const BurialRules* pack) { return pack->plot_called(stock.type) != nullptr; });
    const PlotLimit* limit = narrowest_of(packs_, [&](const BurialRules& pack) { return pack.plot_limit(stock.type, code_, day_); });
    const bool ruled = std::any_of(packs_.begin(), packs_.end(), [](const BurialRules* pack) { return !pack->plots.empty(); });
    if (!known && ruled) tell("facility.unknown_plot", Severity::warning, {{"type", stock.type}});
    if (limit == nullptr || !stock.unit_area_m2 || *stock.unit_area_m2 <= limit->most_m2) return;
    tell("facility.plot_too_large", Severity::warning,
         {{"type", stock.type}, {"area_m2", shortest(*stock.unit_area_m2)}, {"limit_m2", shortest(limit->most_m2)}, {"source", limit->source}});
  }

  void kept_to() {
    const FacilityStanding standing = standing_of(file_, packs_, code_, day_);
    const FacilityRecord& record = file_.record;
    if (standing.term_kept == false) {
      tell("facility.term_too_long", Severity::warning,
           {{"years", shortest(*record.term_years)}, {"limit", shortest(standing.limit->most_term_years)}, {"source", standing.limit->source}});
    }
    if (standing.green_kept != false) return;
    const auto said = [](const std::optional<double>& percent) { return percent ? shortest(*percent) : std::string{"?"}; };
    tell("facility.too_little_green", Severity::warning,
         {{"cover", said(record.cover_percent)}, {"green", said(record.green_percent)}, {"least_cover", shortest(standing.limit->least_cover_percent)},
          {"least_green", shortest(standing.limit->least_green_percent)}, {"source", standing.limit->source}});
  }

  void inspected() {
    if (file_.years.empty()) return;  // no office keeps inspections of it here
    const int last = static_cast<int>(std::chrono::year_month_day{day_}.year()) - 1;
    const auto year = std::find_if(file_.years.begin(), file_.years.end(), [&](const FacilityYear& y) { return y.year == last && !y.inspection.empty(); });
    if (year == file_.years.end()) return tell("facility.not_inspected", Severity::warning, {{"year", std::to_string(last)}});
    if (year->inspection == "passed") return;
    tell("facility.inspection_failed", Severity::warning,
         {{"year", std::to_string(last)}, {"result", year->inspection}});
  }

  const FacilityFile& file_;
  std::span<const BurialRules* const> packs_;
  const std::string& code_;
  Date day_;
  const FacilityKind* kind_ = nullptr;
  std::vector<Finding> findings_;
};

}  // namespace

FacilityStanding standing_of(const FacilityFile& file, std::span<const BurialRules* const> packs, const std::string& code, Date day) {
  const FacilityKind* kind = nullptr;
  for (const BurialRules* pack : packs) kind = kind ? kind : pack->facility(file.facility.kind);
  if (kind == nullptr) return {};
  FacilityStanding standing{narrowest_of(packs, [&](const BurialRules& pack) { return pack.facility_limit(*kind, code, day); }), {}, {}};
  if (standing.limit == nullptr) return standing;
  const FacilityLimit& limit = *standing.limit;
  const FacilityRecord& record = file.record;
  if (limit.most_term_years > 0 && record.term_years) standing.term_kept = *record.term_years <= limit.most_term_years;
  const bool asked = limit.least_cover_percent > 0 || limit.least_green_percent > 0;
  if (asked && (record.cover_percent || record.green_percent)) {
    standing.green_kept = (limit.least_cover_percent > 0 && record.cover_percent >= limit.least_cover_percent) ||
                          (limit.least_green_percent > 0 && record.green_percent >= limit.least_green_percent);
  }
  return standing;
}

std::vector<Finding> facility_findings(const FacilityFile& file, std::span<const BurialRules* const> packs, const std::string& code, Date day) {
  return FacilityCheck{file, packs, code, day}.run();
}

std::vector<Finding> count_findings(const std::string& facility, std::span<const FacilityStock> stock) {
  FacilityFile file;
  file.facility.local_id = file.facility.name = facility;
  file.stock.assign(stock.begin(), stock.end());
  auto findings = FacilityCheck{file, {}, {}, {}}.counts();
  for (Finding& found : findings) found.place.reset();
  return findings;
}

}  // namespace merestone
