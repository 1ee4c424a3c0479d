// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/line_table.hpp"
#include "data/exchange/reading_lines.hpp"

#include <array>
#include <cmath>

namespace merestone {

using exchange::LineTable;

namespace {

struct WitnessColumns {
  std::string_view object, part, azimuth, distance;
};
constexpr std::array<WitnessColumns, 6> witness_columns{{
    {"witness1", "witness1_part", "witness1_azimuth", "witness1_distance"},
    {"witness2", "witness2_part", "witness2_azimuth", "witness2_distance"},
    {"witness3", "witness3_part", "witness3_azimuth", "witness3_distance"},
    {"witness4", "witness4_part", "witness4_azimuth", "witness4_distance"},
    {"witness5", "witness5_part", "witness5_azimuth", "witness5_distance"},
    {"witness6", "witness6_part", "witness6_azimuth", "witness6_distance"}}};

std::vector<std::string_view> monument_fields() {
  std::vector<std::string_view> fields{"number", "line", "monument_kind", "side_of", "northing", "easting", "monument_lon",
                                       "monument_lat", "height_m", "accuracy_m", "surveyed_on", "method", "material", "location",
                                       "keeper", "agreement_title", "agreement_number", "agreement_date", "since", "ended"};
  for (const WitnessColumns& w : witness_columns) fields.insert(fields.end(), {w.object, w.part, w.azimuth, w.distance});
  return fields;
}

std::vector<Witness> witnesses_of(LineTable& table, std::size_t row) {
  std::vector<Witness> witnesses;
  for (const WitnessColumns& w : witness_columns) {
    if (table.text(row, w.object).empty() && table.text(row, w.distance).empty()) continue;
    witnesses.push_back({table.text(row, w.object), table.text(row, w.part), table.angle(row, w.azimuth).value_or(-1),
                         table.real(row, w.distance).value_or(0)});
  }
  return witnesses;
}

}  // namespace

MonumentDelivery read_monument_table(const std::string& path, const ReadOptions& options, const LineDesk& desk) {
  LineTable table{path, options, {monument_fields(), {"number", "line", "monument_kind"}}, desk};
  const auto positions = exchange::read_positions(table, options);
  MonumentDelivery delivery;
  for (std::size_t i = 0; i < table.size(); ++i) {
    MonumentFiling& filing = delivery.filings.emplace_back();
    Monument& m = filing.monument;
    m.number = table.needed(i, "number");
    m.lines = table.lines(i);
    m.kind = table.term<MonumentKind>(i, "monument_kind");
    m.side = table.division(i, "side_of");
    if (positions.of_row[i]) m.position = *positions.of_row[i];
    else if (table.text(i, "easting").empty() && table.text(i, "monument_lon").empty()) table.tell(i, "easting", "import.no_position", {});
    m.height_m = table.real(i, "height_m");
    const double accuracy = table.real(i, "accuracy_m").value_or(0);
    m.accuracy_m = accuracy > 0 ? std::hypot(accuracy, positions.accuracy_m) : 0;
    m.surveyed_on = table.day(i, "surveyed_on");
    m.method = table.text(i, "method");
    m.material = table.text(i, "material");
    m.location = table.text(i, "location");
    m.keeper = table.text(i, "keeper");
    filing.agreement = table.document(i, "agreement", "agreement");
    m.witnesses = witnesses_of(table, i);
    const LineRecord* record = m.lines.empty() ? nullptr : desk.record(m.lines.front());
    const Date otherwise = m.surveyed_on ? *m.surveyed_on : record ? record->valid.from : unknown_start;
    m.valid = {table.day(i, "since").value_or(otherwise), table.day(i, "ended").value_or(open_end)};
    if (m.valid.from >= m.valid.until) {
      table.tell(i, "ended", "import.bad_period", {{"from", table.text(i, "since")}, {"until", table.text(i, "ended")}});
    }
  }
  table.staged().finish(delivery);
  if (!positions.crs.empty()) delivery.detected.crs = positions.crs;
  return delivery;
}

ObservationDelivery read_observation_table(const std::string& path, const ReadOptions& options, const LineDesk& desk) {
  LineTable table{path, options,
                  {{"number", "line", "observed_on", "state", "northing", "easting", "monument_lon", "monument_lat", "accuracy_m",
                    "method", "observer", "inscription", "witnesses", "photo", "inspection", "issue", "note"},
                   {"number", "observed_on", "state"}}, desk};
  const auto positions = exchange::read_positions(table, options);
  ObservationDelivery delivery;
  for (std::size_t i = 0; i < table.size(); ++i) {
    Observation& o = delivery.observations.emplace_back();
    table.needed(i, "number");
    o.monument = table.monument(i, "number", table.text(i, "line").empty() ? BoundaryLineId{} : table.line(i));
    o.on = table.day(i, "observed_on", true).value_or(Date{});
    o.state = table.term<SeenAs>(i, "state");
    o.position = positions.of_row[i];
    const double accuracy = table.real(i, "accuracy_m").value_or(0);
    o.accuracy_m = accuracy > 0 ? std::hypot(accuracy, positions.accuracy_m) : 0;
    o.method = table.text(i, "method");
    o.observer = table.text(i, "observer");
    o.inscription = table.text(i, "inscription");
    if (const auto count = table.staged().whole(i, "witnesses", 0, 99)) o.witnesses = static_cast<int>(*count);
    o.photo = table.text(i, "photo");
    o.inspection = table.inspection(i);
    o.issue = table.term<Issue>(i, "issue", Issue::none);
    o.note = table.text(i, "note");
  }
  table.staged().finish(delivery);
  if (!positions.crs.empty()) delivery.detected.crs = positions.crs;
  return delivery;
}

StepDelivery read_step_table(const std::string& path, const ReadOptions& options, const LineDesk& desk) {
  LineTable table{path, options,
                  {{"inspection", "line", "inspection_kind", "reason_for", "step", "day", "lead", "left_by", "right_by", "filing",
                    "due_on", "note"},
                   {"inspection", "step", "day"}}, desk};
  StepDelivery delivery;
  for (std::size_t i = 0; i < table.size(); ++i) {
    StepFiling& filing = delivery.steps.emplace_back();
    filing.local_id = table.needed(i, "inspection");
    if (!table.text(i, "line").empty()) filing.line = table.line(i);
    filing.kind = table.term<InspectionKind>(i, "inspection_kind", InspectionKind::regular);
    filing.reason = table.text(i, "reason_for");
    filing.step.state = table.term<InspectionState>(i, "step");
    filing.step.on = table.day(i, "day", true).value_or(Date{});
    filing.step.due_on = table.day(i, "due_on");
    filing.step.lead = table.division(i, "lead");
    filing.step.left_by = table.text(i, "left_by");
    filing.step.right_by = table.text(i, "right_by");
    filing.step.document = table.text(i, "filing");
    filing.step.note = table.text(i, "note");
  }
  table.staged().finish(delivery);
  return delivery;
}

SegmentCheckDelivery read_segment_check_table(const std::string& path, const ReadOptions& options, const LineDesk& desk) {
  LineTable table{path, options, {{"inspection", "line", "ordinal", "checked_on", "state", "issue", "note"},
                                  {"inspection", "line", "ordinal", "checked_on", "state"}}, desk};
  SegmentCheckDelivery delivery;
  for (std::size_t i = 0; i < table.size(); ++i) {
    SegmentCheck& c = delivery.checks.emplace_back();
    table.needed(i, "inspection");
    c.inspection = table.inspection(i);
    table.needed(i, "ordinal");
    c.segment = table.segment(i, table.line(i));
    c.on = table.day(i, "checked_on", true).value_or(Date{});
    c.state = table.term<SegmentSeen>(i, "state");
    c.issue = table.term<Issue>(i, "issue", Issue::none);
    c.note = table.text(i, "note");
  }
  table.staged().finish(delivery);
  return delivery;
}

}  // namespace merestone
