// SPDX-License-Identifier: Apache-2.0
/// Files in, as in reading.hpp: graves, burial facilities with their figures, features of the land.
#pragma once

#include "data/exchange/reading.hpp"
#include "data/office/burial_acts.hpp"

namespace merestone {

/// Fields: grave (its number), lon, lat, accuracy, method, grave_area, annex, hardened, remains, form, clan, stone_height,
/// built_from, built_until, rebuilt, first_seen, village, in_facility, township, land_class, protected (yes, no, a kind of
/// protection, or an entry), protection_list, grave_note, source, from, until. A record with an area instead of a position
/// has that as its footprint, and its middle as its position.
struct GraveDelivery : Delivery {
  std::vector<DeliveredGrave> graves;
};
GraveDelivery read_graves(const std::string& path, const ReadOptions& options, const Progress& progress = {});

/// Fields of read_facilities(), and facility_state, ownership, operator, approval_number, approved_on, approval_body,
/// approval_level, area_approved, area_built, opened, service_radius, term (years), green_cover, green_area (percent), serves (codes with ; between), facility_note. Kinds are
/// taken as they stand. A record with an area has that as its ground.
struct FacilityFileDelivery : Delivery {
  std::vector<DeliveredFacility> facilities;
};
FacilityFileDelivery read_facility_files(const std::string& path, const ReadOptions& options, const Progress& progress = {});

/// Figures of facilities on record: plots and niches by type and day (facility_id, counted_on, plot, planned, plots_used,
/// reserved, unit_area), years (facility_id, year, placements, ecological, inspected_on, inspection_result, facility_note), or
/// prices (facility_id, item, basis, price, currency, price_unit, from, until).
FacilityFileDelivery read_facility_stock(const std::string& path, const ReadOptions& options);
FacilityFileDelivery read_facility_years(const std::string& path, const ReadOptions& options);
FacilityFileDelivery read_facility_prices(const std::string& path, const ReadOptions& options);

/// Fields: id, land (class), name, accuracy, source, from, until. Positions, lines and areas; lines in several pieces are
/// several features with one id. `options.kind` is for records that do not say their class.
struct LandDelivery : Delivery {
  std::vector<LandFeature> features;
};
LandDelivery read_land_features(const std::string& path, const ReadOptions& options, const Progress& progress = {});

}  // namespace merestone
