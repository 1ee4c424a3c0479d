// SPDX-License-Identifier: Apache-2.0
/// What is on record of burials on a day: what acts check against, and what commands and reports tell.
#pragma once

#include "data/office/project.hpp"
#include "gis/burials/facility_record.hpp"
#include "gis/burials/grave_types.hpp"
#include "gis/burials/siting_check.hpp"
#include "gis/territory/territory.hpp"

#include <memory>

namespace merestone {

/// Whose ground positions lie on, as things are on the ground (status quo). Built once for a day.
class GroundHolders {
 public:
  GroundHolders(const Project& project, const AsOf& as_of);
  GroundHolders(GroundHolders&&) noexcept;
  ~GroundHolders();

  const DivisionRegister& divisions() const { return divisions_; }
  const Territory& territory() const;
  bool any() const;                      ///< whether any ground is on record
  /// The finest division of each position; no id off the ground on record.
  std::vector<DivisionId> at(std::span<const Position> positions) const;
  DivisionId at(Position p) const { return at(std::span{&p, 1}).front(); }
  /// Codes of a division and its superiors, the finest first.
  std::vector<std::string> codes(DivisionId id) const;

 private:
  struct Ground;
  DivisionRegister divisions_;
  std::unique_ptr<Ground> ground_;
};

struct BurialDesk {
  AsOf as_of;
  std::vector<CountryPack> packs;
  std::vector<Grave> graves;                    ///< that stand on the day, by id
  std::vector<GraveProtection> protections;     ///< that hold on the day
  std::vector<FacilityFile> facilities;         ///< by id
  std::vector<Box> grounds;                     ///< boxes of their ground, empty where none is on record

  std::vector<const SitingRules*> siting() const;
  std::vector<const BurialRules*> burials() const;
  /// @throws Error missing grave.unknown
  const Grave& grave(std::string_view number) const;
  /// By its id or name. @throws Error missing facility.unknown
  const FacilityFile& facility(std::string_view called) const;
  /// Nothing where no list has it.
  const GraveProtection* protection(GraveId grave) const;
  /// The facility whose plot a grave is: by its record, else whose ground holds it; null for none.
  const FacilityFile* facility_of(const Grave& grave) const;
  /// All rules on types of graves of all packs, those of the first pack first.
  std::vector<GraveTypeRule> grave_types() const;
};

BurialDesk burial_desk(const Project& project, const AsOf& as_of);
/// Of all periods, as recorded up to `revision`: what counts against a baseline are made of.
std::vector<Grave> graves_of_all_days(const Project& project, Revision revision = latest_revision);

/// Features of the land that hold on the day.
SitingLayers siting_layers(const Project& project, const AsOf& as_of);

/// Heights to look over with around `box`: those choose_elevation() finds; null where none are on record.
std::unique_ptr<Terrain> heights_around(const Project& project, const AsOf& as_of, const Box& box);

}  // namespace merestone
