// SPDX-License-Identifier: Apache-2.0
#include "data/store/legal_line_store.hpp"

#include "data/store/optional_values.hpp"

namespace merestone {

std::vector<Kept<LineRecord>> read_line_records(Connection& connection, const Window& window) {
  std::vector<Kept<LineRecord>> records;
  connection.query(statement("line_record_list", connection.engine()), window.parameters(), [&](const Row& row) {
    records.push_back({row.integer(0),
                       {.line = {row.integer(1)}, .status = term_at<LineStatus>(row, 6), .code = std::string{row.text(7)},
                        .name = std::string{row.text(8)}, .other_name = std::string{row.text(9)},
                        .approving_body = std::string{row.text(10)}, .approval = {row.integer(2)},
                        .agreement = {row.integer(3)}, .managing = std::string{row.text(11)},
                        .published_by = std::string{row.text(12)}, .published_on = day_at(row, 13),
                        .annex_scale = row.integer(14), .accuracy_m = row.real(15), .valid = period_of(row, 4)}});
  });
  return records;
}

void add_line_records(FactWriter& writer, std::span<const LineRecord> records) {
  auto rows = writer.rows("line_record");
  PeriodText valid;
  for (const LineRecord& r : records) {
    valid.set(r.valid);
    const DayValue published{r.published_on};
    rows.add({writer.next("line_record"), r.line.value, value_of(r.approval), value_of(r.agreement), writer.revision(),
              valid.from, valid.until, to_text(r.status), r.code, r.name, r.other_name, r.approving_body, r.managing,
              r.published_by, published.value(), r.annex_scale, r.accuracy_m});
  }
  rows.finish();
}

std::vector<Kept<Segment>> read_segments(Connection& connection, const Window& window) {
  std::vector<Kept<Segment>> segments;
  connection.query(statement("segment_list", connection.engine()), window.parameters(), [&](const Row& row) {
    segments.push_back({row.integer(0),
                        {.id = {row.integer(1)}, .line = {row.integer(2)}, .ordinal = row.integer(7),
                         .from = {row.integer(3)}, .to = {row.integer(4)}, .carrier = term_at<Carrier>(row, 8),
                         .feature = std::string{row.text(9)}, .side = term_at<CarrierSide>(row, 10),
                         .downstream = row.is_null(11) ? std::nullopt : std::optional{row.integer(11) != 0},
                         .movement = term_at<MovementRule>(row, 12), .text = std::string{row.text(13)},
                         .accuracy_m = row.real(14), .valid = period_of(row, 5)}});
  });
  return segments;
}

void add_segments(FactWriter& writer, std::span<Segment> segments) {
  auto rows = writer.rows("segment");
  PeriodText valid;
  for (Segment& s : segments) {
    valid.set(s.valid);
    const std::int64_t number = writer.next("segment");
    if (s.id.value == 0) s.id = {number};
    rows.add({number, s.id.value, s.line.value, value_of(s.from), value_of(s.to), writer.revision(), valid.from,
              valid.until, s.ordinal, to_text(s.carrier), s.feature, to_text(s.side), value_of(s.downstream),
              to_text(s.movement), s.text, s.accuracy_m});
  }
  rows.finish();
}

}  // namespace merestone
