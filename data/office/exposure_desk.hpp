// SPDX-License-Identifier: Apache-2.0
/// Who and what lies in hazard zones, by division, on a day (DR-03): the record read once, asked as often as one likes.
#pragma once

#include "data/office/project.hpp"
#include "gis/divisions/reaggregation.hpp"
#include "gis/hazards/exposure_table.hpp"
#include "gis/hazards/people.hpp"
#include "gis/territory/territory.hpp"

#include <memory>

namespace merestone {

struct ExposureQuery {
  std::string division{};              ///< code; empty: all divisions
  Level level = 0;                     ///< of the rows; 0: right below the division, or the highest with several units
  std::vector<std::string> kinds{};    ///< of hazard; empty: all
  std::vector<HazardZone> what_if{};   ///< instead of the zones on record, when there are any
};

/// One division, one kind of hazard, one severity: ground, people and things, each counted once at the highest severity.
struct ExposureLine {
  DivisionState division;              ///< no id: things in zones but in no division
  std::string kind;
  int severity = 0;
  double area_m2 = 0;
  double share = 0;                    ///< of the division's ground
  std::int64_t people = 0;
  std::vector<std::size_t> counts{};   ///< by point layer
};

/// A whole division, whatever the hazards: what shares are of.
struct ExposureTotal {
  DivisionState division;
  double area_m2 = 0;
  std::int64_t people = 0;
  std::vector<std::size_t> counts{};
};

/// What the figures leave open; told with every figure.
struct ExposureUnresolved {
  std::int64_t people = 0;                  ///< counted, at places without a position or in no division
  std::int64_t of_people = 0;               ///< all that are counted
  std::size_t villages_uncounted = 0;       ///< natural villages where nobody counted
  std::size_t villages = 0;
  std::size_t places_without_position = 0;
  double zones_beyond_m2 = 0;               ///< ground of zones outside all divisions, each position once

  /// All of them where there are villages and nobody counted.
  double people_share() const {
    return of_people > 0 ? static_cast<double>(people) / static_cast<double>(of_people) : villages > 0 ? 1 : 0;
  }
};

/// What a figure was made from.
struct ExposureInput {
  std::string layer;
  std::size_t records = 0;
  std::string first_day, last_day;  ///< of what it holds, counts' days for people; empty when unknown
  std::string sha256;
};

struct ExposureReport {
  AsOf as_of{};                         ///< with the revision that it was read from
  ExposureQuery query{};
  Level level = 0;
  std::vector<std::string> point_kinds{}; ///< "village", "name", "facility:cemetery", "shelter", "depot"
  std::vector<ExposureLine> lines{};      ///< by division as the register has them, kind, the highest severity first
  std::vector<ExposureTotal> totals{};
  ExposureUnresolved unresolved{};
  std::vector<ExposureInput> inputs{};
  std::vector<RiskScale> scales{};        ///< that words and colours of severities come from
  std::string people_method{};            ///< "places" or "dasymetric"
  struct Named {
    std::string point_kind, name, kind;
    int severity = 0;
    DivisionState division;
  };
  std::vector<Named> named{};             ///< villages and facilities in zones
};

/// The figures of a report on the divisions of a later day.
struct CarriedExposure {
  Date to{};
  struct Line {
    DivisionState division;
    std::string kind;
    int severity = 0;
    double area_m2 = 0, people = 0;
    double area_shared = 0, people_shared = 0;  ///< the part that came by a share below the whole: an estimate
  };
  std::vector<Line> lines;
  double area_unplaced = 0, people_unplaced = 0;  ///< of divisions whose heirs and shares are not on record
  struct Share {
    DivisionState from;   ///< as on the report's day; a name alone where it began later
    DivisionState to;
    Date day{};
    double share = 0;
    bool by_people = false, known = true;
  };
  std::vector<Share> shares;                      ///< that figures were divided by
};

class ExposureDesk {
 public:
  /// Status quo of the day: villages, other names, facilities of each kind, shelters and depots on record.
  /// @throws missing exposure.no_ground.
  ExposureDesk(const Project& project, const AsOf& as_of);
  ExposureDesk(ExposureDesk&&) noexcept;
  ~ExposureDesk();

  /// Puts people counted for whole divisions of the day, by code, in place of those at places: spread over the places in
  /// `weights` by weight, over natural villages evenly where there are none. exposure.unknown_division for a code that no
  /// division has. @throws Error invalid with these and what people_findings() says.
  void take_people(const std::vector<PeopleSource>& people, const std::vector<std::pair<Position, double>>& weights,
                   const std::string& file);

  /// @throws missing exposure.no_division, invalid exposure.no_level.
  ExposureReport exposure(const ExposureQuery& query) const;
  const DivisionRegister& divisions() const;
  const Territory& territory() const;
  const std::vector<HazardZone>& zones() const;  ///< on record for the day
  const std::vector<RiskScale>& scales() const;
  Box extent() const;                            ///< of the ground

  /// @throws invalid division.reaggregation_backwards.
  CarriedExposure carried(const ExposureReport& report, Date to) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace merestone
