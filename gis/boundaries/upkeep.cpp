// SPDX-License-Identifier: Apache-2.0
#include "gis/boundaries/upkeep.hpp"

#include <algorithm>
#include <iterator>

namespace merestone {

std::vector<Finding> check_patrol(const Patrol& patrol, const std::string& line, Date today) {
  if (patrol.on <= today) return {};
  return {{"patrol.in_future", Severity::error, {{}, line, "day"}, {}, {{"line", line}, {"day", to_string(patrol.on)}, {"today", to_string(today)}}}};
}

std::vector<Finding> check_risk(const HiddenRisk& risk, Date today) {
  std::vector<Finding> findings;
  const auto bad = [&](const char* rule, const char* field, std::vector<std::pair<std::string, std::string>> facts) {
    facts.emplace_back("risk", risk.local_id);
    findings.push_back({rule, Severity::error, {{}, risk.local_id, field}, {}, std::move(facts)});
  };
  if (risk.severity < 1 || risk.severity > 4) bad("risk.bad_severity", "severity", {{"severity", std::to_string(risk.severity)}});
  const auto check = [&](std::optional<Date> day, const char* rule, const char* field) {
    if (day && *day < risk.found_on) bad(rule, field, {{"found", to_string(risk.found_on)}, {"day", to_string(*day)}});
  };
  check(risk.closed_on, "risk.closed_before_found", "closed_on");
  check(risk.due_on, "risk.due_before_found", "due_on");
  for (const auto& [day, field] : {std::pair{std::optional{risk.found_on}, "found_on"}, {risk.closed_on, "closed_on"}}) {
    if (day && *day > today) bad("risk.in_future", field, {{"day", to_string(*day)}, {"today", to_string(today)}});
  }
  return findings;
}

std::vector<ConsentingSide> missing_consents(const LineProject& project, std::span<const ConsentingSide> sides) {
  std::vector<ConsentingSide> missing;
  std::copy_if(sides.begin(), sides.end(), std::back_inserter(missing), [&](const ConsentingSide& side) {
    return std::none_of(project.consents.begin(), project.consents.end(), [&](const LineProject::Consent& c) {
      return c.division == side.division && c.given_on && (!project.begins_on || *c.given_on <= *project.begins_on);
    });
  });
  return missing;
}

std::vector<Finding> check_consents(const LineProject& project, std::span<const ConsentingSide> sides, Date today) {
  std::vector<Finding> findings;
  const bool begun = project.begins_on && *project.begins_on <= today;
  for (const ConsentingSide& side : missing_consents(project, sides)) {
    findings.push_back({"building.needs_consent", begun ? Severity::error : Severity::warning,
                        {{}, project.title, "consent"}, {},
                        {{"project", project.title}, {"division", side.name},
                         {"begins", project.begins_on ? to_string(*project.begins_on) : "-"}}});
  }
  return findings;
}

std::vector<Finding> check_consent(const LineProject& project, const LineProject::Consent& consent,
                                   std::span<const ConsentingSide> sides, const std::string& name, Date today) {
  std::vector<Finding> findings;
  const auto tell = [&](const char* rule, Severity severity, std::vector<std::pair<std::string, std::string>> facts) {
    facts.insert(facts.end(), {{"project", project.title}, {"division", name}});
    findings.push_back({rule, severity, {{}, project.title, "consent"}, {}, std::move(facts)});
  };
  const auto same = [&](const auto& other) { return other.division == consent.division; };
  if (std::none_of(sides.begin(), sides.end(), same)) tell("building.foreign_consent", Severity::error, {});
  const auto known = std::find_if(project.consents.begin(), project.consents.end(), same);
  if (known != project.consents.end() && known->given_on) {
    tell("building.consented_already", Severity::error, {{"day", to_string(*known->given_on)}});
  }
  if (!consent.given_on || *consent.given_on > today) {
    tell("building.consent_in_future", Severity::error, {{"day", consent.given_on ? to_string(*consent.given_on) : "-"}});
  } else if (project.begins_on && *consent.given_on > *project.begins_on) {
    tell("building.late_consent", Severity::warning, {{"day", to_string(*consent.given_on)}, {"begins", to_string(*project.begins_on)}});
  }
  return findings;
}

}  // namespace merestone
