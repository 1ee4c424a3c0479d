// SPDX-License-Identifier: Apache-2.0
/// Graves, facilities and features of the land into the record. Acts like those of acts.hpp: refused with all findings when
/// one is an error, and the project is then as before.
#pragma once

#include "data/office/acts.hpp"
#include "gis/burials/facility_record.hpp"
#include "gis/burials/grave.hpp"
#include "gis/burials/land_feature.hpp"

#include <optional>

namespace merestone {

/// What becomes of a record whose number is on record already.
enum class OnRecord {
  refuse,  ///< the delivery is refused
  amend,   ///< it gets a further version where it differs; the one before is superseded
};

/// A grave as a file delivers it; its village and facility by their ids there.
struct DeliveredGrave {
  Grave grave;
  std::string village{};
  std::string facility{};
  std::string township{};                      ///< code of the division that the file says it lies in
  std::optional<GraveProtection> protection{};
  std::size_t record = 0;                      ///< of the delivery, for findings
};

/// What keeps graves from being adopted, and what is worth knowing. Errors: grave.twice and grave.known (a number that is
/// there already), grave.unknown_village, grave.ambiguous_village, grave.unknown_facility, grave.off_ground (outside all
/// divisions on record), grave.bad_range (built until a day before it was built from), grave.ended (one that had ended before this one stands). Warnings: grave.township_differs,
/// grave.seen_before_built, grave.off_footprint. Notes: grave.no_accuracy (how many), grave.village_derived (how many).
std::vector<Finding> grave_findings(const Project& project, const std::vector<DeliveredGrave>& graves, OnRecord known, const std::string& file);

/// Records graves, with their protection. A grave without a period stands from the day its building was done, or it was
/// first seen. One without a village gets the nearest settlement on record within its division, within 5 km.
/// A grave on record that has ended stays so where a row gives no other end (else grave.ended: the row is another grave).
Revision adopt_graves(Project& project, const ActInfo& info, const std::vector<DeliveredGrave>& graves, OnRecord known = OnRecord::refuse);

/// How many of them adopt_graves() would record: those that are not on record as they stand. Of a delivery without errors.
std::size_t graves_that_differ(const Project& project, const std::vector<DeliveredGrave>& graves);

/// A grave that is there no more.
struct GraveEnd {
  std::string number;
  Date day{};
};
/// The graves stand until these days. @throws Error missing grave.unknown, invalid grave.ended_early (not after its period
/// began).
Revision end_graves(Project& project, const ActInfo& info, const std::vector<GraveEnd>& ends);

/// An entry of a list of protected graves, for the grave with this number.
struct DeliveredProtection {
  std::string number;
  GraveProtection protection;
};
/// @throws Error missing grave.unknown, invalid grave.protected_already where an entry holds on some of the same days.
Revision protect_graves(Project& project, const ActInfo& info, const std::vector<DeliveredProtection>& protections);

/// A facility as files deliver it: what is there of it. Tables that name it by its id are joined to it.
struct DeliveredFacility {
  Facility facility;
  std::optional<FacilityRecord> record{};
  std::vector<std::string> serves{};        ///< codes of divisions
  std::vector<FacilityStock> stock{};
  std::vector<FacilityYear> years{};
  std::vector<FacilityPrice> prices{};
  std::size_t row = 0;                      ///< of the delivery; 0 for one on record that only gets more figures
};

/// Errors: facility.twice, facility.known, facility.not_on_record (figures for one that is nowhere), facility.unknown_division,
/// facility.counted_twice and facility.year_twice within the delivery; and what facility_findings() finds, as warnings.
std::vector<Finding> delivery_findings(const Project& project, const std::vector<DeliveredFacility>& facilities, OnRecord known, const std::string& file);
/// A count of a day and type, and a year, that are on record are superseded by better ones.
Revision adopt_facility_files(Project& project, const ActInfo& info, const std::vector<DeliveredFacility>& facilities, OnRecord known = OnRecord::refuse);

/// Errors: land.no_shape. Warnings: land.unknown_class, one for each class that no pack has; land.elsewhere where nothing of
/// the delivery meets the ground on record.
std::vector<Finding> land_findings(const Project& project, const std::vector<LandFeature>& features, const std::string& file);
/// Classes are written as the packs call them. With `replace`, features of the same classes that hold on the new ones' first
/// day end then, and earlier ones stay as they are.
Revision adopt_land_features(Project& project, const ActInfo& info, std::vector<LandFeature> features, bool replace = false);

}  // namespace merestone
