// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/db/connection.hpp"
#include "gis/base/as_of.hpp"

#include <array>
#include <vector>

namespace merestone {

/// The text of sql/<name>.<engine>.sql if there is one, else of sql/<name>.sql.
/// @throws std::logic_error when there is neither.
std::string_view statement(std::string_view name, Engine engine);

/// Names of the statements that are written once per engine. A test prints them: they may not grow unnoticed.
std::vector<std::string> overridden_statements();

/// Tables of facts, in the order in which they refer to each other; each has <table>_add.sql, whose first column
/// is its key.
inline constexpr std::array<std::string_view, 107> fact_tables{
    "project", "document", "division", "division_version", "division_code", "division_name", "membership",
    "succession", "dispute", "claim", "acceptance", "stretch", "delimitation", "boundary_line", "boundary_line_part",
    "place", "geographical_name", "hazard_zone", "facility", "project_pack", "change_event", "change_part",
    "succession_share", "division_seat", "ground_use", "line_record", "monument", "monument_line", "witness",
    "segment", "inspection", "inspection_step", "observation", "segment_check", "repair_order", "patrol",
    "hidden_risk", "feature_shift", "line_project", "line_consent", "peace_entry", "claim_rest", "dispute_case",
    "dispute_party", "case_step", "office_clock", "evidence", "line_opinion", "opinion_evidence", "outcome",
    "outcome_signatory", "outcome_village", "outcome_point", "filing", "perspective", "sighting", "population",
    "elevation", "opinion_basis", "hazard_recurrence", "exposure_run", "indicator_definition", "indicator_value",
    "shelter", "depot", "depot_stock", "disaster_event", "event_figure", "place_record", "name_record",
    "name_spelling", "name_replacement", "place_class", "place_attribute", "place_code", "place_division",
    "place_link", "place_shape", "name_protection", "address_alias", "name_sign", "sign_inspection", "sign_order",
    "name_application", "application_size", "application_step", "application_document", "application_finding",
    "grave", "grave_protection", "facility_record", "facility_term", "facility_service", "facility_stock", "facility_year",
    "facility_price", "land_feature", "burial_case", "burial_act", "burial_photo", "joint_action", "joint_action_body",
    "joint_action_case", "kept_grave", "person", "burial_party", "officer_role"};

/// Which facts a statement asks for: those recorded up to `revision` that hold on some day from `from` to `to`.
class Window {
 public:
  /// All periods. `revision` is one that exists, never `latest_revision`.
  explicit Window(Revision revision) : revision_{revision} {}
  Window(Revision revision, Date day) : revision_{revision}, from_{to_string(day)}, to_{from_} {}
  Window(Revision revision, Period period);

  /// $1 revision, $2 first day, $3 last day.
  std::array<Value, 3> parameters() const { return {revision_, std::string_view{from_}, std::string_view{to_}}; }
  Revision revision() const noexcept { return revision_; }

 private:
  Revision revision_;
  std::string from_ = "0000-00-00";
  std::string to_ = "9999-99-99";
};

/// Columns `column` and the next one as a period.
Period period_of(const Row& row, int column);

}  // namespace merestone
