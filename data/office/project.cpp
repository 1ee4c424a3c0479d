// SPDX-License-Identifier: Apache-2.0
#include "data/office/project.hpp"

#include "data/office/act_record.hpp"
#include "data/packs/packs.hpp"
#include "data/store/change_store.hpp"
#include "data/store/division_store.hpp"
#include "data/store/document_store.hpp"
#include "data/store/ground_store.hpp"
#include "data/store/layer_store.hpp"
#include "data/store/line_store.hpp"
#include "data/store/population_store.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace merestone {

Project::Project(std::unique_ptr<Connection> connection) : connection_{std::move(connection)} {}
Project::Project(Project&&) noexcept = default;
Project& Project::operator=(Project&&) noexcept = default;
Project::~Project() = default;

Project Project::create(const std::string& location, const std::string& title, const std::string& author,
                        const std::vector<std::string>& packs) {
  std::vector<KeptPackFile> law;
  for (const std::string& name : packs) {
    const std::vector<PackFile> files = pack_files(name);
    const CountryPack pack = read_pack(files);
    if (!built_in_pack_files(name).empty()) {
      law.push_back({pack.id});
      continue;
    }
    for (const PackFile& file : files) law.push_back({pack.id, file.name, file.text});
  }
  create_database(location, [&](Connection& connection) {
    ActRecord act{connection, "project.create", author, title};
    auto rows = act.writer().rows("project");
    rows.add({act.writer().next("project"), act.revision(), title});
    rows.finish();
    if (!law.empty()) add_pack_files(act.writer(), law);
    act.close();
  });
  return open(location, Access::write);
}

Project Project::open(const std::string& location, Access access) { return Project{open_database(location, access)}; }

Revision Project::known(Revision revision) const {
  return std::min(revision, last_revision(*connection_));
}

ProjectSummary Project::summary() const {
  ProjectSummary summary;
  const auto ask = [&](const char* name, const Visit& visit) {
    connection_->query(statement(name, connection_->engine()), {}, visit);
  };
  ask("project_title", [&](const Row& row) { summary.title = row.text(0); });
  ask("engine_version", [&](const Row& row) { summary.engine = row.text(0); });
  ask("audit_head", [&](const Row& row) {
    summary.revision = row.integer(0);
    summary.audit_head = row.text(1);
  });
  ask("project_counts", [&](const Row& row) {
    std::int64_t* const counts[] = {&summary.divisions,    &summary.stretches,  &summary.boundary_lines, &summary.places,
                                    &summary.hazard_zones, &summary.facilities, &summary.documents};
    for (int i = 0; i < row.size(); ++i) *counts[i] = row.integer(i);
  });
  return summary;
}

DivisionFacts Project::division_facts(Revision revision) const {
  const Revision last = known(revision);
  DivisionFacts facts = plain(read_kept_facts(*connection_, Window{last}));
  facts.successions = read_successions(*connection_, last);
  return facts;
}

DivisionRegister Project::divisions(const AsOf& as_of) const {
  return {plain(read_kept_facts(*connection_, Window{known(as_of.revision), as_of.day})), as_of.day};
}

Snapshot Project::snapshot(const AsOf& as_of) const {
  return read_ground(*connection_, Window{known(as_of.revision), as_of.day});
}

Snapshot Project::snapshot_in(const Box& box, const AsOf& as_of) const {
  if (box.empty()) return {};
  return read_ground_in(*connection_, box, {as_of.day, known(as_of.revision)});
}

DivisionRegister Project::chain_register(const std::vector<DivisionId>& leaves, const AsOf& as_of) const {
  const Window window{known(as_of.revision), as_of.day};
  KeptDivisionFacts all;
  const auto move_to = [](auto& to, auto& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  };
  std::vector<DivisionId> wanted = leaves;
  std::unordered_set<DivisionId> asked;
  while (!wanted.empty()) {
    const DivisionId id = wanted.back();
    wanted.pop_back();
    if (id.value == 0 || !asked.insert(id).second) continue;
    KeptDivisionFacts facts = read_kept_facts(*connection_, window, id);
    for (const auto& kept : facts.memberships) wanted.push_back(kept.fact.superior);
    move_to(all.versions, facts.versions);
    move_to(all.codes, facts.codes);
    move_to(all.names, facts.names);
    move_to(all.memberships, facts.memberships);
  }
  return {plain(std::move(all)), as_of.day};
}

Box Project::extent(const AsOf& as_of) const {
  if (!any_ground(*connection_, {as_of.day, known(as_of.revision)})) return {};
  return read_ground_box(*connection_);
}

std::vector<CountryPack> Project::packs() const {
  std::vector<std::string> ids;
  std::map<std::string, std::vector<PackFile>> own;
  for (KeptPackFile& file : read_pack_files(*connection_, known(latest_revision))) {
    if (std::find(ids.begin(), ids.end(), file.pack) == ids.end()) ids.push_back(file.pack);
    if (!file.file.empty()) own[file.pack].push_back({std::move(file.file), std::move(file.content)});
  }
  if (ids.empty()) ids.emplace_back(neutral_pack);
  std::vector<CountryPack> packs;
  for (const std::string& id : ids) packs.push_back(own.contains(id) ? read_pack(own[id]) : load_pack(id));
  return packs;
}

ChangeRecord Project::changes(Revision revision) const {
  const Revision last = known(revision);
  ChangeRecord record;
  for (Kept<ChangeEvent>& kept : read_change_events(*connection_, last)) record.events.push_back(std::move(kept.fact));
  record.parts = read_change_parts(*connection_, last);
  std::unordered_map<std::size_t, std::size_t> positions;
  for (Kept<Succession>& kept : read_kept_successions(*connection_, last)) {
    positions.emplace(static_cast<std::size_t>(kept.number), record.successions.size());
    record.successions.push_back(std::move(kept.fact));
  }
  record.shares = read_shares(*connection_, last);
  for (SuccessionShare& share : record.shares) share.succession = positions.at(share.succession);
  return record;
}

std::vector<DivisionSeat> Project::seats(const AsOf& as_of) const {
  std::vector<DivisionSeat> seats;
  for (Kept<DivisionSeat>& kept : read_seats(*connection_, Window{known(as_of.revision), as_of.day})) {
    seats.push_back(std::move(kept.fact));
  }
  return seats;
}

std::vector<DivisionSeat> Project::seats_of_all_days(Revision revision) const {
  std::vector<DivisionSeat> seats;
  for (Kept<DivisionSeat>& kept : read_seats(*connection_, Window{known(revision)})) seats.push_back(std::move(kept.fact));
  return seats;
}

std::vector<GroundUse> Project::ground_uses(const AsOf& as_of) const {
  return read_ground_uses(*connection_, Window{known(as_of.revision), as_of.day});
}

std::vector<BoundaryLine> Project::lines(const AsOf& as_of) const {
  return read_lines(*connection_, Window{known(as_of.revision), as_of.day});
}

std::vector<NamedPlace> Project::places(const AsOf& as_of) const {
  std::vector<NamedPlace> places = read_places(*connection_, Window{known(as_of.revision), as_of.day});
  give_population(*connection_, places, known(as_of.revision), as_of.day);
  return places;
}

std::vector<HazardZone> Project::hazard_zones(const AsOf& as_of) const {
  return read_hazard_zones(*connection_, Window{known(as_of.revision), as_of.day});
}

std::vector<Facility> Project::facilities(const AsOf& as_of) const {
  return read_facilities(*connection_, Window{known(as_of.revision), as_of.day});
}

std::vector<ElevationRecord> Project::elevations(const AsOf& as_of) const {
  return read_elevations(*connection_, Window{known(as_of.revision), as_of.day});
}

ElevationGrid Project::elevation_grid(const ElevationRecord& record) const { return read_grid(*connection_, record); }

std::vector<Document> Project::documents(Revision revision) const { return read_documents(*connection_, known(revision)); }

std::vector<AuditEntry> Project::audit() const { return read_audit(*connection_); }

std::vector<Finding> Project::verify_audit() const {
  std::vector<Finding> findings = merestone::verify_audit(*connection_);
  for (Finding& found : verify_attempts(*connection_)) findings.push_back(std::move(found));
  for (Finding& found : verify_contents(*connection_)) findings.push_back(std::move(found));
  return findings;
}

std::vector<Attempt> Project::attempts() const { return read_attempts(*connection_); }

std::optional<Content> Project::content(const std::string& sha256) const { return read_content(*connection_, sha256); }

}  // namespace merestone
