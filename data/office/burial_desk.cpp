// SPDX-License-Identifier: Apache-2.0
#include "data/office/burial_desk.hpp"

#include "data/db/refusal.hpp"
#include "data/office/planning_acts.hpp"
#include "data/store/facility_record_store.hpp"
#include "data/store/grave_store.hpp"
#include "data/store/layer_store.hpp"
#include "gis/overlay/coverage_index.hpp"

#include <algorithm>
#include <map>

namespace merestone {
namespace {

/// Rows of one facility each, given to the files in `at`.
template <class Fact, class Give>
void give(std::vector<Fact> facts, const std::map<FacilityId, std::size_t>& at, std::vector<FacilityFile>& files, Give give_one) {
  for (Fact& fact : facts) {
    if (const auto found = at.find(fact.facility); found != at.end()) give_one(files[found->second], std::move(fact));
  }
}

std::vector<FacilityFile> facility_files(Connection& connection, Revision revision, Date day) {
  const Window window{revision, day};
  std::vector<FacilityFile> files;
  std::map<FacilityId, std::size_t> at;
  for (Facility& facility : read_facilities(connection, window)) {
    const auto [found, fresh] = at.emplace(facility.id, files.size());
    if (fresh) files.push_back({std::move(facility), {}});
    else files[found->second].facility = std::move(facility);
  }
  give(read_facility_records(connection, window), at, files, [](FacilityFile& f, FacilityRecord r) { f.record = std::move(r); });
  give(read_facility_services(connection, window), at, files, [](FacilityFile& f, FacilityService s) { f.services.push_back(s); });
  give(read_facility_prices(connection, window), at, files, [](FacilityFile& f, FacilityPrice p) { f.prices.push_back(std::move(p)); });
  give(read_facility_years(connection, revision), at, files, [](FacilityFile& f, FacilityYear y) { f.years.push_back(std::move(y)); });
  give(read_facility_stock(connection, revision), at, files, [&](FacilityFile& f, FacilityStock s) {
    if (s.counted <= day) f.counts.push_back(std::move(s));
  });
  for (FacilityFile& file : files) {
    std::stable_sort(file.years.begin(), file.years.end(), [](const auto& a, const auto& b) { return a.year < b.year; });
    std::stable_sort(file.counts.begin(), file.counts.end(), [](const auto& a, const auto& b) {
      return a.type != b.type ? a.type < b.type : a.counted < b.counted;
    });
    for (std::size_t i = 0; i < file.counts.size(); ++i) {
      if (i + 1 == file.counts.size() || file.counts[i + 1].type != file.counts[i].type) file.stock.push_back(file.counts[i]);
    }
  }
  return files;
}

}  // namespace

struct GroundHolders::Ground {
  explicit Ground(Territory t) : territory{std::move(t)}, index{territory.mesh} {}
  Territory territory;
  CoverageIndex index;
};

GroundHolders::GroundHolders(const Project& project, const AsOf& as_of)
    : divisions_{project.divisions(as_of)}, ground_{std::make_unique<Ground>(derive(project.snapshot(as_of), StatusQuo{}))} {}
GroundHolders::GroundHolders(GroundHolders&&) noexcept = default;
GroundHolders::~GroundHolders() = default;

const Territory& GroundHolders::territory() const { return ground_->territory; }

bool GroundHolders::any() const { return !ground_->territory.holders.empty(); }

std::vector<DivisionId> GroundHolders::at(std::span<const Position> positions) const {
  std::vector<DivisionId> ids(positions.size());
  const auto units = ground_->index.units_at(positions);
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i] != nobody) ids[i] = ground_->territory.holders[units[i]].front();
  }
  return ids;
}

std::vector<std::string> GroundHolders::codes(DivisionId id) const {
  std::vector<std::string> codes;
  if (id.value == 0) return codes;
  for (const DivisionState* division : divisions_.chain(id)) {
    if (!division->code.empty()) codes.push_back(division->code);
  }
  return codes;
}

std::vector<const SitingRules*> BurialDesk::siting() const {
  std::vector<const SitingRules*> rules;
  for (const CountryPack& pack : packs) rules.push_back(&pack.siting);
  return rules;
}

std::vector<const BurialRules*> BurialDesk::burials() const {
  std::vector<const BurialRules*> rules;
  for (const CountryPack& pack : packs) rules.push_back(&pack.burials);
  return rules;
}

std::vector<GraveTypeRule> BurialDesk::grave_types() const {
  std::vector<GraveTypeRule> types;
  for (const CountryPack& pack : packs) types.insert(types.end(), pack.burials.grave_types.begin(), pack.burials.grave_types.end());
  return types;
}

const Grave& BurialDesk::grave(std::string_view number) const {
  const auto found = std::find_if(graves.begin(), graves.end(), [&](const Grave& g) { return g.local_id == number; });
  if (found != graves.end()) return *found;
  refuse(Fault::missing, "grave.unknown", "no such grave", {{"number", std::string{number}}, {"day", to_string(as_of.day)}});
}

const FacilityFile& BurialDesk::facility(std::string_view called) const {
  const auto found = std::find_if(facilities.begin(), facilities.end(), [&](const FacilityFile& f) {
    return f.facility.local_id == called || f.facility.name == called;
  });
  if (found != facilities.end()) return *found;
  refuse(Fault::missing, "facility.unknown", "no such facility", {{"name", std::string{called}}, {"day", to_string(as_of.day)}});
}

const GraveProtection* BurialDesk::protection(GraveId grave) const { return protection_of(protections, grave, as_of.day); }

const FacilityFile* BurialDesk::facility_of(const Grave& grave) const {
  if (grave.facility.value != 0) {
    const auto found = std::lower_bound(facilities.begin(), facilities.end(), grave.facility,
                                        [](const FacilityFile& file, FacilityId id) { return file.facility.id < id; });
    return found != facilities.end() && found->facility.id == grave.facility ? &*found : nullptr;
  }
  for (std::size_t i = 0; i < facilities.size(); ++i) {
    if (grounds[i].contains(grave.position) && locate(facilities[i].record.ground, grave.position) != Containment::outside) return &facilities[i];
  }
  return nullptr;
}

BurialDesk burial_desk(const Project& project, const AsOf& as_of) {
  Connection& connection = project.connection();
  const Revision revision = project.known(as_of.revision);
  const Window window{revision, as_of.day};
  BurialDesk desk{{as_of.day, revision}, project.packs(), read_graves(connection, window), read_grave_protections(connection, window),
                  facility_files(connection, revision, as_of.day), {}};
  for (const FacilityFile& file : desk.facilities) desk.grounds.push_back(box_of(file.record.ground));
  return desk;
}

std::vector<Grave> graves_of_all_days(const Project& project, Revision revision) {
  return read_graves(project.connection(), Window{project.known(revision)});
}

SitingLayers siting_layers(const Project& project, const AsOf& as_of) {
  Connection& connection = project.connection();
  return SitingLayers{read_land_features(connection, Window{project.known(as_of.revision), as_of.day})};
}

std::unique_ptr<Terrain> heights_around(const Project& project, const AsOf& as_of, const Box& box) {
  if (box.empty() || project.elevations(as_of).empty()) return nullptr;
  try {
    return std::make_unique<Terrain>(project.elevation_grid(choose_elevation(project, as_of, box)));
  } catch (const Error& error) {
    if (error.fault() == Fault::missing) return nullptr;  // none meets the box
    throw;
  }
}

}  // namespace merestone
