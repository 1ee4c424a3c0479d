// SPDX-License-Identifier: Apache-2.0
/// What is known of burial facilities beside their rows in layer_store.hpp, as rows.
#pragma once

#include "data/store/fact_writer.hpp"
#include "data/store/statement.hpp"
#include "gis/burials/facility_record.hpp"

#include <span>

namespace merestone {

/// A version of a facility on record.
struct FacilityVersion {
  std::int64_t fact = 0;
  FacilityId id;
  std::string local_id;
  Period valid{};
};
std::vector<FacilityVersion> read_facility_versions(Connection& connection, Revision revision);

std::vector<FacilityRecord> read_facility_records(Connection& connection, const Window& window);
std::vector<FacilityService> read_facility_services(Connection& connection, const Window& window);
std::vector<FacilityPrice> read_facility_prices(Connection& connection, const Window& window);
/// Of all days, by facility.
std::vector<FacilityStock> read_facility_stock(Connection& connection, Revision revision);
std::vector<FacilityYear> read_facility_years(Connection& connection, Revision revision);

/// A facility whose id is 0 is new and is given one; another gets a further version.
void add_facility_versions(FactWriter& writer, std::span<Facility> facilities, DocumentId document);
/// Of these, one that names a document keeps it; the others get `document`.
void add_facility_records(FactWriter& writer, std::span<const FacilityRecord> records, DocumentId document);
void add_facility_services(FactWriter& writer, std::span<const FacilityService> services, DocumentId document);
void add_facility_stock(FactWriter& writer, std::span<const FacilityStock> stock, DocumentId document);
void add_facility_years(FactWriter& writer, std::span<const FacilityYear> years, DocumentId document);
void add_facility_prices(FactWriter& writer, std::span<const FacilityPrice> prices, DocumentId document);

}  // namespace merestone
