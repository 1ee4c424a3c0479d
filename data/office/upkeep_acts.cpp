// SPDX-License-Identifier: Apache-2.0
#include "data/db/refusal.hpp"
#include "data/office/act_record.hpp"
#include "data/office/attempt.hpp"
#include "data/office/line_acts.hpp"
#include "data/office/refuse_errors.hpp"
#include "gis/geometry/area.hpp"

#include <algorithm>

namespace merestone {
namespace {

/// Where a project meets a line; a site that holds all of it meets it where it begins.
std::vector<Position> met(const LineGround& ground, const Polyline& path) {
  const bool outline = path.size() > 3 && path.front() == path.back();
  std::vector<Position> at;
  for (const Polyline& piece : ground.pieces) {
    append(at, crossings(piece, path));
    if (at.empty() && outline) {
      const std::span<const Position> ring{path.data(), path.size() - 1};
      if (locate(ring, piece.front()) == Containment::inside) at.push_back(piece.front());
    }
  }
  return at;
}

/// Of each path, which of `lines` it meets on the desk's day.
std::vector<std::vector<Crossing>> crossings_of(const Project& project, const LineDesk& desk, std::span<const BoundaryLine> lines,
                                                std::span<const LineProject> projects) {
  std::vector<std::vector<Crossing>> crossings(projects.size());
  if (projects.empty()) return crossings;
  for (const BoundaryLine& line : lines) {
    const LineGround ground = line_ground(project, line.id, desk.as_of);
    for (std::size_t k = 0; k < projects.size(); ++k) {
      const Box reach = box_of(projects[k].path);
      const bool near = std::any_of(ground.pieces.begin(), ground.pieces.end(), [&](const Polyline& p) { return box_of(p).meets(reach); });
      if (!near) continue;
      std::vector<Position> at = met(ground, projects[k].path);
      if (!at.empty()) crossings[k].push_back({line.id, std::move(at)});
    }
  }
  return crossings;
}

std::vector<ConsentingSide> sides_of(const LineDesk& desk, const std::vector<Crossing>& crossings) {
  std::vector<ConsentingSide> sides;
  for (const Crossing& crossing : crossings) {
    const BoundaryLine& line = desk.line(crossing.line);
    for (const DivisionId division : {line.left, line.right}) {
      const bool known = std::any_of(sides.begin(), sides.end(), [&](const ConsentingSide& s) { return s.division == division; });
      if (known) continue;
      const DivisionState* state = desk.divisions.find(division);
      sides.push_back({division, state ? state->name : std::to_string(division.value)});
    }
  }
  return sides;
}

}  // namespace

ProjectOutcome record_line_project(Project& project, const ActInfo& info, LineProject building, Date today) {
  return attempted(project, "line_project.record", info, [&] {
    Transaction transaction{project.connection()};
    ActRecord act{project.connection(), "line_project.record", info.author, info.reason};
    ProjectOutcome outcome;
    const AsOf then{today, act.before()};
    const LineDesk desk = line_desk(project, then);
    if (building.title.empty() || building.path.size() < 2) {
      outcome.findings.push_back({"building.incomplete", Severity::error, {{}, building.title, building.title.empty() ? "title" : "path"}, {}, {}});
    }
    refuse_errors(outcome.findings, "the project was not recorded");
    outcome.crossings = crossings_of(project, desk, desk.lines, {&building, 1}).front();
    for (const Crossing& crossing : outcome.crossings) {
      const Position at = crossing.at.front();
      outcome.findings.push_back({"building.crosses", Severity::warning, {{}, building.title, {}},
                                  merestone::Place{degrees(at.lon), degrees(at.lat)},
                                  {{"project", building.title}, {"line", name_of(desk.index(), desk.line(crossing.line))},
                                   {"times", std::to_string(crossing.at.size())}}});
    }
    append(outcome.findings, check_consents(building, sides_of(desk, outcome.crossings), today));
    act.add(info.document);
    add_line_project(act.writer(), building);
    add_line_consents(act.writer(), building.id, building.consents);
    outcome.id = building.id;
    outcome.revision = act.close();
    transaction.commit();
    return outcome;
  });
}

ActOutcome record_consent(Project& project, const ActInfo& info, LineProjectId building, const LineProject::Consent& consent,
                          Date today) {
  return attempted(project, "line_project.consent", info, [&] {
    Transaction transaction{project.connection()};
    ActRecord act{project.connection(), "line_project.consent", info.author, info.reason};
    const LineDesk desk = line_desk(project, {today, act.before()});
    const auto at = std::find_if(desk.projects.begin(), desk.projects.end(), [&](const LineProject& p) { return p.id == building; });
    if (at == desk.projects.end()) {
      refuse(Fault::missing, "building.unknown", "no such project", {{"project", std::to_string(building.value)}});
    }
    LineProject changed = *at;
    const auto sides = sides_of(desk, crossings_of(project, desk, desk.lines, {&changed, 1}).front());
    const DivisionState* division = desk.divisions.find(consent.division);
    ActOutcome outcome;
    outcome.findings = check_consent(changed, consent, sides, division ? division->name : std::to_string(consent.division.value), today);
    refuse_errors(outcome.findings, "the consent was not recorded");
    act.add(info.document);
    add_line_consents(act.writer(), building, {&consent, 1});
    outcome.revision = act.close();
    transaction.commit();
    changed.consents.push_back(consent);
    append(outcome.findings, check_consents(changed, sides, today));
    return outcome;
  });
}

std::vector<ProjectStanding> stand_projects(const Project& project, const LineDesk& desk, std::span<const BoundaryLine> lines) {
  std::vector<std::vector<Crossing>> crossings = crossings_of(project, desk, lines, desk.projects);
  std::vector<ProjectStanding> standing;
  for (std::size_t k = 0; k < crossings.size(); ++k) {
    const LineProject& building = desk.projects[k];
    const auto missing = missing_consents(building, sides_of(desk, crossings[k]));
    standing.push_back({&building, std::move(crossings[k]), missing});
  }
  return standing;
}

ActOutcome record_peace(Project& project, const ActInfo& info, std::span<const PeaceEntry> entries, Date today) {
  return attempted(project, "peace_log.record", info, [&] {
    Transaction transaction{project.connection()};
    ActRecord act{project.connection(), "peace_log.record", info.author, info.reason};
    ActOutcome outcome;
    const LineDesk desk = line_desk(project, {today, act.before()});
    for (const PeaceEntry& entry : entries) append(outcome.findings, check_peace(entry, name_of(desk.index(), desk.line(entry.line)), today));
    refuse_errors(outcome.findings, "the log was not extended");
    act.add(info.document);
    add_peace_entries(act.writer(), entries);
    outcome.revision = act.close();
    transaction.commit();
    return outcome;
  });
}

ActOutcome record_patrols(Project& project, const ActInfo& info, std::span<const Patrol> patrols) {
  return attempted(project, "patrols.record", info, [&] {
    Transaction transaction{project.connection()};
    ActRecord act{project.connection(), "patrols.record", info.author, info.reason};
    const LineDesk desk = line_desk(project, {today(), act.before()});
    std::vector<Finding> findings;
    for (const Patrol& patrol : patrols) append(findings, check_patrol(patrol, name_of(desk.index(), desk.line(patrol.line)), today()));
    refuse_errors(findings, "the patrols were not recorded");
    act.add(info.document);
    add_patrols(act.writer(), patrols);
    const Revision revision = act.close();
    transaction.commit();
    return ActOutcome{revision, {}};
  });
}

ActOutcome record_risks(Project& project, const ActInfo& info, std::vector<HiddenRisk> risks) {
  return attempted(project, "risks.record", info, [&] {
    Transaction transaction{project.connection()};
    ActRecord act{project.connection(), "risks.record", info.author, info.reason};
    ActOutcome outcome;
    for (const HiddenRisk& risk : risks) append(outcome.findings, check_risk(risk, today()));
    refuse_errors(outcome.findings, "the risks were not recorded");
    std::vector<std::int64_t> gone;
    for (const Kept<HiddenRisk>& kept : read_hidden_risks(project.connection(), act.before())) {
      for (HiddenRisk& risk : risks) {
        if (risk.local_id.empty() || risk.local_id != kept.fact.local_id) continue;
        if (std::find(gone.begin(), gone.end(), kept.number) == gone.end()) gone.push_back(kept.number);
        risk.id = kept.fact.id;
      }
    }
    act.writer().supersede("hidden_risk", std::move(gone));
    act.add(info.document);
    add_hidden_risks(act.writer(), risks);
    outcome.revision = act.close();
    transaction.commit();
    return outcome;
  });
}

}  // namespace merestone
