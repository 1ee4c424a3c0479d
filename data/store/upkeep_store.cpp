// SPDX-License-Identifier: Apache-2.0
#include "data/store/upkeep_store.hpp"

#include "data/store/optional_values.hpp"

namespace merestone {

std::vector<Patrol> read_patrols(Connection& connection, Revision revision) {
  const Value known[] = {revision};
  std::vector<Patrol> patrols;
  connection.query(statement("patrol_list", connection.engine()), known, [&](const Row& row) {
    patrols.push_back({.line = {row.integer(1)}, .from = {row.integer(2)}, .to = {row.integer(3)},
                       .on = parse_date(row.text(4)), .by = std::string{row.text(5)}, .occasion = std::string{row.text(6)},
                       .corridor_m = row.real(7), .note = std::string{row.text(8)}});
  });
  return patrols;
}

void add_patrols(FactWriter& writer, std::span<const Patrol> patrols) {
  auto rows = writer.rows("patrol");
  for (const Patrol& p : patrols) {
    const std::string day = to_string(p.on);
    rows.add({writer.next("patrol"), p.line.value, value_of(p.from), value_of(p.to), writer.revision(), day, p.by, p.occasion,
              p.corridor_m, p.note});
  }
  rows.finish();
}

std::vector<PeaceEntry> read_peace_entries(Connection& connection, Revision revision) {
  const Value known[] = {revision};
  std::vector<PeaceEntry> entries;
  connection.query(statement("peace_entry_list", connection.engine()), known, [&](const Row& row) {
    entries.push_back({.line = {row.integer(1)}, .activity = term_at<PeaceActivity>(row, 2), .on = parse_date(row.text(3)),
                       .left_by = std::string{row.text(4)}, .right_by = std::string{row.text(5)},
                       .incidents = static_cast<int>(row.integer(6)), .next_on = day_at(row, 7),
                       .document = std::string{row.text(8)}, .note = std::string{row.text(9)}});
  });
  return entries;
}

void add_peace_entries(FactWriter& writer, std::span<const PeaceEntry> entries) {
  auto rows = writer.rows("peace_entry");
  for (const PeaceEntry& e : entries) {
    const std::string day = to_string(e.on);
    const DayValue next{e.next_on};
    rows.add({writer.next("peace_entry"), e.line.value, writer.revision(), to_text(e.activity), day, e.left_by, e.right_by,
              std::int64_t{e.incidents}, next.value(), e.document, e.note});
  }
  rows.finish();
}

std::vector<Kept<HiddenRisk>> read_hidden_risks(Connection& connection, Revision revision) {
  const Value known[] = {revision};
  std::vector<Kept<HiddenRisk>> risks;
  connection.query(statement("hidden_risk_list", connection.engine()), known, [&](const Row& row) {
    risks.push_back({row.integer(0),
                     {.id = {row.integer(1)}, .local_id = std::string{row.text(4)}, .line = {row.integer(2)},
                      .segment = {row.integer(3)}, .type = term_at<RiskType>(row, 5),
                      .severity = static_cast<int>(row.integer(6)), .found_on = parse_date(row.text(7)),
                      .found_by = std::string{row.text(8)}, .parties = std::string{row.text(9)},
                      .measures = std::string{row.text(10)}, .due_on = day_at(row, 11), .closed_on = day_at(row, 12),
                      .position = position_at(row, 14, connection.engine()), .note = std::string{row.text(13)}}});
  });
  return risks;
}

void add_hidden_risks(FactWriter& writer, std::span<HiddenRisk> risks) {
  auto rows = writer.rows("hidden_risk");
  for (HiddenRisk& r : risks) {
    const std::int64_t number = writer.next("hidden_risk");
    if (r.id.value == 0) r.id = {number};
    const std::string found = to_string(r.found_on);
    const DayValue due{r.due_on}, closed{r.closed_on};
    const PositionValue position{writer.engine(), r.position};
    rows.add({number, r.id.value, r.line.value, value_of(r.segment), writer.revision(), r.local_id, to_text(r.type),
              std::int64_t{r.severity}, found, r.found_by, r.parties, r.measures, due.value(), closed.value(), r.note,
              position.value()});
  }
  rows.finish();
}

std::vector<KeptShift> read_feature_shifts(Connection& connection, Revision revision) {
  const Value known[] = {revision};
  std::vector<KeptShift> shifts;
  connection.query(statement("feature_shift_list", connection.engine()), known, [&](const Row& row) {
    const Position at = *position_at(row, 7, connection.engine());
    shifts.push_back({{row.integer(1)}, parse_date(row.text(3)),
                      {.greatest_m = row.real(4), .mean_m = row.real(5), .at = at, .feature_at = {}, .allowed_m = row.real(6)},
                      {row.integer(2)}});
  });
  return shifts;
}

void add_feature_shifts(FactWriter& writer, std::span<const KeptShift> shifts) {
  auto rows = writer.rows("feature_shift");
  for (const KeptShift& s : shifts) {
    const std::string day = to_string(s.on);
    const PositionValue at{writer.engine(), s.shift.at};
    rows.add({writer.next("feature_shift"), s.segment.value, value_of(s.document), writer.revision(), day, s.shift.greatest_m,
              s.shift.mean_m, s.shift.allowed_m, at.value()});
  }
  rows.finish();
}

std::vector<LineProject> read_line_projects(Connection& connection, Revision revision) {
  const Value known[] = {revision};
  std::vector<LineProject> projects;
  connection.query(statement("line_project_list", connection.engine()), known, [&](const Row& row) {
    projects.push_back({.id = {row.integer(0)}, .title = std::string{row.text(1)}, .builder = std::string{row.text(2)},
                        .begins_on = day_at(row, 3), .path = line_from_wkb(from_stored(connection.engine(), row.bytes(5))),
                        .note = std::string{row.text(4)}, .consents = {}});
  });
  auto project = projects.begin();  // both lists are in the order of the projects' ids
  connection.query(statement("line_consent_list", connection.engine()), known, [&](const Row& row) {
    const LineProjectId id{row.integer(1)};
    while (project != projects.end() && project->id < id) ++project;
    if (project == projects.end() || project->id != id) return;
    project->consents.push_back({{row.integer(2)}, day_at(row, 3), std::string{row.text(4)}});
  });
  return projects;
}

void add_line_project(FactWriter& writer, LineProject& project) {
  project.id = {writer.next("line_project")};
  const DayValue begins{project.begins_on};
  const Bytes path = to_stored(writer.engine(), std::span<const Position>{project.path});
  auto rows = writer.rows("line_project");
  rows.add({project.id.value, writer.revision(), project.title, project.builder, begins.value(), project.note,
            std::span<const std::byte>{path}});
  rows.finish();
}

void add_line_consents(FactWriter& writer, LineProjectId project, std::span<const LineProject::Consent> consents) {
  auto rows = writer.rows("line_consent");
  for (const LineProject::Consent& c : consents) {
    const DayValue given{c.given_on};
    rows.add({writer.next("line_consent"), project.value, c.division.value, writer.revision(), given.value(), c.document});
  }
  rows.finish();
}

}  // namespace merestone
