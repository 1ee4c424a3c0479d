// SPDX-License-Identifier: Apache-2.0
/// What is known of a burial facility beside its name and place (domain.md §5.4).
#pragma once

#include "gis/base/date.hpp"
#include "gis/base/id.hpp"
#include "gis/burials/facility.hpp"
#include "gis/geometry/area.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

enum class FacilityState { planned, approved, open, full, closed };
std::string_view to_text(FacilityState);
/// Chinese words are read too: 规划, 在用. Nothing for a word that is none of them.
std::optional<FacilityState> facility_state(std::string_view word);

/// Its approval, ground and ownership.
struct FacilityRecord {
  FacilityId facility;
  FacilityState state = FacilityState::open;
  std::string ownership;               ///< "commercial", "welfare", …
  std::string operator_name;
  std::string approval_number;
  std::optional<Date> approved_on;
  std::string approval_body;
  std::optional<int> approval_level;   ///< of the division whose body approved it
  std::optional<double> area_approved_m2;
  std::optional<double> area_built_m2;
  std::optional<Date> opened;
  std::optional<double> service_radius_m;
  std::optional<double> term_years;    ///< for how long a plot or niche is given
  std::optional<double> cover_percent; ///< 绿化覆盖率: of its ground that greenery covers
  std::optional<double> green_percent; ///< 绿地率: of its ground that is planted
  std::string note;
  MultiPolygon ground;                 ///< empty when not surveyed
  Period valid{};
  std::int64_t fact = 0;
  DocumentId document{};               ///< that says so; of a delivered one, none: the act's own
};

/// A division that it serves.
struct FacilityService {
  FacilityId facility;
  DivisionId division;
  Period valid{};
  std::int64_t fact = 0;
  DocumentId document{};  ///< as in FacilityRecord
};

/// Plots or niches of one type on the day they were counted.
struct FacilityStock {
  FacilityId facility;
  Date counted{};
  std::string type;              ///< of the pack: "niche", "ash_single"
  std::int64_t planned = 0;
  std::int64_t used = 0;
  std::int64_t reserved = 0;     ///< sold or promised, nobody there yet
  std::optional<double> unit_area_m2;
  std::int64_t fact = 0;

  std::int64_t available() const { return planned - used - reserved; }  ///< negative when overfull; never clipped
};

/// One year of it.
struct FacilityYear {
  FacilityId facility;
  int year = 0;
  std::optional<std::int64_t> placements;
  std::optional<std::int64_t> ecological;  ///< of these, land-saving ones
  std::optional<Date> inspected_on;
  std::string inspection;                  ///< "", "passed", "to_correct", "failed"
  std::string note;
  std::int64_t fact = 0;
};

struct FacilityPrice {
  FacilityId facility;
  std::string item;
  std::string basis = "set";   ///< "set" by government, "guided", "market", "free" of charge
  double price = 0;
  std::string currency;
  std::string unit;
  Period valid{};
  std::int64_t fact = 0;
  DocumentId document{};  ///< as in FacilityRecord
};

/// All that is on record of one facility on a day.
struct FacilityFile {
  Facility facility;
  FacilityRecord record;                ///< fact 0 where there is none
  std::vector<FacilityService> services{};
  std::vector<FacilityStock> stock{};   ///< the last count of each type up to the day
  std::vector<FacilityStock> counts{};  ///< all counts up to the day, by type and day
  std::vector<FacilityYear> years{};    ///< in their order
  std::vector<FacilityPrice> prices{};

  /// By the counts of its types, else as the facility itself says.
  std::int64_t planned() const;
  std::int64_t used() const;
  std::int64_t available() const;
};

}  // namespace merestone
