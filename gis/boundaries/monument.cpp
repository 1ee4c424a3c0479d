// SPDX-License-Identifier: Apache-2.0
#include "gis/boundaries/monument.hpp"

#include "gis/base/text.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {
namespace {

using Facts = std::vector<std::pair<std::string, std::string>>;

Finding about(const std::string& number, const char* rule, Severity severity, std::string field, Facts facts = {}) {
  facts.emplace_back("number", number);
  return {rule, severity, {{}, number, std::move(field)}, {}, std::move(facts)};
}

void check_witnesses(const Monument& monument, std::size_t least_witnesses, std::vector<Finding>& findings) {
  if (monument.kind != MonumentKind::point && monument.witnesses.size() < least_witnesses) {
    findings.push_back(about(monument.number, "monument.few_witnesses", Severity::error, "witness1",
                             {{"count", std::to_string(monument.witnesses.size())},
                              {"least", std::to_string(least_witnesses)}}));
  }
  for (std::size_t i = 0; i < monument.witnesses.size(); ++i) {
    const Witness& witness = monument.witnesses[i];
    const bool good = !witness.object.empty() && witness.azimuth_deg >= 0 && witness.azimuth_deg < 360 &&
                      witness.distance_m > 0 && std::isfinite(witness.distance_m);
    if (good) continue;
    findings.push_back(about(monument.number, "monument.bad_witness", Severity::error, "witness" + std::to_string(i + 1),
                             {{"object", witness.object}, {"azimuth", shortest(witness.azimuth_deg)},
                              {"distance", shortest(witness.distance_m)}}));
  }
}

void check_lines(const Monument& monument, bool has_agreement, std::vector<Finding>& findings) {
  const std::string count = std::to_string(monument.lines.size());
  if (monument.lines.size() > 1) {
    if (monument.lines.size() != 3) {
      findings.push_back(about(monument.number, "monument.not_three_lines", Severity::error, "line", {{"count", count}}));
    }
    if (!has_agreement) {
      findings.push_back(about(monument.number, "monument.no_junction_agreement", Severity::error, "agreement_title"));
    }
  }
  if (monument.lines.empty()) {
    findings.push_back(about(monument.number, "monument.no_line", Severity::error, "line"));
  }
}

}  // namespace

std::vector<Finding> check_monument(const Monument& monument, bool has_agreement, std::size_t least_witnesses) {
  std::vector<Finding> findings;
  check_witnesses(monument, least_witnesses, findings);
  check_lines(monument, has_agreement, findings);
  const bool one_of_a_set = monument.kind == MonumentKind::twin || monument.kind == MonumentKind::triple;
  if (one_of_a_set && monument.side.value == 0) {
    findings.push_back(about(monument.number, "monument.no_side", Severity::error, "side"));
  }
  if (!(monument.accuracy_m > 0)) {
    findings.push_back(about(monument.number, "monument.no_accuracy",
                             monument.kind == MonumentKind::point ? Severity::note : Severity::error, "accuracy_m"));
  } else if (monument.accuracy_m > survey_accuracy_m && monument.kind != MonumentKind::point) {
    findings.push_back(about(monument.number, "monument.poor_accuracy", Severity::warning, "accuracy_m",
                             {{"accuracy_m", shortest(monument.accuracy_m)}, {"most_m", shortest(survey_accuracy_m)}}));
  }
  return findings;
}

std::vector<Finding> check_numbers_used(std::span<const Monument> fresh, std::span<const Monument> ever) {
  std::vector<Finding> findings;
  const auto share_line = [](const Monument& a, const Monument& b) {
    return std::find_first_of(a.lines.begin(), a.lines.end(), b.lines.begin(), b.lines.end()) != a.lines.end();
  };
  for (std::size_t i = 0; i < fresh.size(); ++i) {
    const Monument& monument = fresh[i];
    const auto same = [&](const Monument& other) { return other.number == monument.number && share_line(other, monument); };
    const auto before = std::find_if(ever.begin(), ever.end(), same);
    const bool twice = std::any_of(fresh.begin(), fresh.begin() + static_cast<std::ptrdiff_t>(i), same);
    if (before == ever.end() && !twice) continue;
    const bool retired = before != ever.end() && before->valid.until <= monument.valid.from;
    findings.push_back(about(monument.number, retired ? "monument.number_retired" : "monument.number_used",
                             Severity::error, "number",
                             {{"until", retired ? to_string(before->valid.until) : "-"}}));
  }
  return findings;
}

std::vector<Finding> check_observation(const Observation& observation, const std::string& number, Date today) {
  std::vector<Finding> findings;
  const auto bad = [&](const char* rule, const char* field) {
    findings.push_back(about(number, rule, Severity::error, field, {{"day", to_string(observation.on)}}));
  };
  if (observation.on > today) bad("monument.observed_in_future", "observed_on");
  if (observation.position && !(observation.accuracy_m > 0)) bad("monument.unknown_accuracy", "accuracy_m");
  if (observation.position && observation.state == SeenAs::missing) bad("monument.missing_with_position", "state");
  return findings;
}

std::vector<Finding> check_repair(const RepairOrder& order, const std::string& number) {
  std::vector<Finding> findings;
  const auto bad = [&](const char* rule, const char* field, Facts facts = {}) {
    findings.push_back(about(number, rule, Severity::error, field, std::move(facts)));
  };
  if (order.managing == order.neighbour || order.managing.value == 0 || order.neighbour.value == 0) {
    bad("repair.same_side", "managing");
  }
  if (!order.done_on) return findings;
  if (order.managing_by.empty()) bad("repair.one_sided", "managing_by");
  if (order.neighbour_by.empty()) bad("repair.one_sided", "neighbour_by");
  if (*order.done_on < order.ordered_on) {
    bad("repair.before_order", "done_on", {{"ordered", to_string(order.ordered_on)}, {"done", to_string(*order.done_on)}});
  }
  return findings;
}

std::vector<Finding> check_repair_setting(const RepairOrder& order, const std::string& number, std::span<const BoundaryLine> lines, Date today) {
  std::vector<Finding> findings;
  const auto bad = [&](const char* rule, const char* field, Facts facts = {}) {
    findings.push_back(about(number, rule, Severity::error, field, std::move(facts)));
  };
  for (const auto& [side, field] : {std::pair{order.managing, "managing"}, {order.neighbour, "neighbour"}}) {
    const bool known = std::any_of(lines.begin(), lines.end(), [side = side](const BoundaryLine& line) { return line.left == side || line.right == side; });
    if (side.value != 0 && !known) bad("repair.foreign_side", field);
  }
  for (const auto& [day, field] : {std::pair{std::optional{order.ordered_on}, "ordered_on"}, {order.done_on, "done_on"}}) {
    if (day && *day > today) bad("repair.in_future", field, {{"day", to_string(*day)}, {"today", to_string(today)}});
  }
  return findings;
}

}  // namespace merestone
