// SPDX-License-Identifier: Apache-2.0
/// A project: one office's facts in one database, a SpatiaLite file or a PostGIS database.
#pragma once

#include "data/db/database.hpp"
#include "data/store/attempt_store.hpp"
#include "data/store/audit_store.hpp"
#include "data/store/content_store.hpp"
#include "data/store/elevation_store.hpp"
#include "gis/base/as_of.hpp"
#include "gis/boundaries/boundary.hpp"
#include "gis/burials/facility.hpp"
#include "gis/divisions/change.hpp"
#include "gis/divisions/ground_use.hpp"
#include "gis/divisions/register.hpp"
#include "gis/hazards/hazard.hpp"
#include "gis/law/country_pack.hpp"
#include "gis/names/place.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// Changes of divisions on record.
struct ChangeRecord {
  std::vector<ChangeEvent> events;
  std::vector<ChangePart> parts;            ///< by event, then ordinal
  std::vector<Succession> successions;      ///< all, also those that came with a register of history
  std::vector<SuccessionShare> shares;      ///< by position in `successions`
};

struct ProjectSummary {
  std::string title;
  std::string engine;   ///< "SpatiaLite 5.0.1", "PostGIS 3.3.2"
  Revision revision = 0;
  std::string audit_head;  ///< hash of the last entry
  std::int64_t divisions = 0, stretches = 0, boundary_lines = 0, places = 0, hazard_zones = 0, facilities = 0, documents = 0;
};

/// Reads are consistent for one AsOf. Not thread-safe: one per thread.
/// Errors: missing when there is no project at `location`, conflict when it is newer than this program,
/// unavailable when the engine fails.
class Project {
 public:
  /// `location` is a file path, or "postgresql://…" for PostGIS. @throws conflict when a project is there already.
  /// `packs` are ids or folders of country packs (data/packs), the first the one that counts most; none: neutral.
  static Project create(const std::string& location, const std::string& title, const std::string& author,
                        const std::vector<std::string>& packs = {});
  /// A read project is never migrated nor written to.
  static Project open(const std::string& location, Access access = Access::read);
  Project(Project&&) noexcept;
  Project& operator=(Project&&) noexcept;
  ~Project();

  ProjectSummary summary() const;
  /// Every period of every fact on divisions, as recorded up to `revision`.
  DivisionFacts division_facts(Revision revision = latest_revision) const;
  DivisionRegister divisions(const AsOf& as_of) const;
  /// Everything about ground on the day: needs memory for all stretches.
  Snapshot snapshot(const AsOf& as_of) const;
  /// Stretches, and what is said of them, whose box meets `box`, with all claims: by the spatial index.
  Snapshot snapshot_in(const Box& box, const AsOf& as_of) const;
  /// Only the divisions asked for and their superiors: for questions that must answer at once.
  DivisionRegister chain_register(const std::vector<DivisionId>& leaves, const AsOf& as_of) const;
  /// A box that holds all stretches, empty when there are none on the day. Read off the spatial index, so it may be
  /// larger: by a metre, and by stretches of other days.
  Box extent(const AsOf& as_of) const;
  /// The law that the project follows; never empty.
  std::vector<CountryPack> packs() const;
  ChangeRecord changes(Revision revision = latest_revision) const;
  std::vector<DivisionSeat> seats(const AsOf& as_of) const;
  std::vector<DivisionSeat> seats_of_all_days(Revision revision = latest_revision) const;
  std::vector<GroundUse> ground_uses(const AsOf& as_of) const;
  std::vector<BoundaryLine> lines(const AsOf& as_of) const;
  /// Each with the people of the last count up to the day; where there is none, of the first after it.
  std::vector<NamedPlace> places(const AsOf& as_of) const;
  std::vector<HazardZone> hazard_zones(const AsOf& as_of) const;
  std::vector<Facility> facilities(const AsOf& as_of) const;
  /// Grids of heights that hold on the day, as they came in; without heights, which elevation_grid() reads.
  std::vector<ElevationRecord> elevations(const AsOf& as_of) const;
  ElevationGrid elevation_grid(const ElevationRecord& record) const;
  std::vector<Document> documents(Revision revision = latest_revision) const;
  std::vector<AuditEntry> audit() const;
  /// Walks the whole chain and every row: audit.broken_chain, audit.missing_revision, audit.changed_rows findings
  /// where they are not as the acts left them; audit.broken_attempts and document.changed_content likewise.
  std::vector<Finding> verify_audit() const;
  /// Acts that were refused, oldest first.
  std::vector<Attempt> attempts() const;
  /// The file of a document, by its digest; nothing where it is not kept here.
  std::optional<Content> content(const std::string& sha256) const;

  /// For acts in data/office only.
  Connection& connection() const { return *connection_; }
  /// The revision that an AsOf means: none after the last one; a number that statements can take.
  Revision known(Revision revision) const;

 private:
  explicit Project(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
};

}  // namespace merestone
