// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/line_table.hpp"
#include "data/exchange/reading_lines.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace merestone {

using exchange::LineTable;

namespace {

/// The file that a row names, beside the table.
std::optional<Content> file_of(LineTable& table, std::size_t row, const char* field, const std::string& path) {
  const std::string& name = table.text(row, field);
  if (name.empty()) return {};
  const std::filesystem::path place = std::filesystem::path{path}.parent_path() / name;
  std::ifstream in{place, std::ios::binary};
  if (!std::filesystem::is_regular_file(place) || !in) {
    table.tell(row, field, "boundary.no_file_beside", {{"paper", name}});
    return {};
  }
  return Content{"application/octet-stream", {std::istreambuf_iterator<char>{in}, {}}};
}

}  // namespace

LineRecordDelivery read_line_record_table(const std::string& path, const ReadOptions& options, const LineDesk& desk) {
  LineTable table{path, options,
                  {{"line", "left", "right", "line_code", "line_name", "other_name", "line_status", "approving_body",
                    "approval_number", "approval_date", "approval_file", "agreement_title", "agreement_number", "agreement_date",
                    "agreement_file", "published_by", "published_on", "managing", "annex_scale", "accuracy_m", "since"},
                   {"line_status"}}, desk};
  LineRecordDelivery delivery;
  for (std::size_t i = 0; i < table.size(); ++i) {
    LineFiling& filing = delivery.filings.emplace_back();
    LineRecord& r = filing.record;
    r.line = table.line(i);
    r.status = table.term<LineStatus>(i, "line_status");
    r.code = table.text(i, "line_code");
    r.name = table.text(i, "line_name");
    r.other_name = table.text(i, "other_name");
    r.approving_body = table.text(i, "approving_body");
    filing.approval = table.document(i, "approval", "approval");
    filing.approval.issuer = r.approving_body;
    filing.agreement = table.document(i, "agreement", "agreement");
    filing.approval_file = file_of(table, i, "approval_file", path);
    filing.agreement_file = file_of(table, i, "agreement_file", path);
    r.published_by = table.text(i, "published_by");
    r.published_on = table.day(i, "published_on");
    r.managing = table.text(i, "managing");
    r.annex_scale = table.staged().whole(i, "annex_scale", 1, 10'000'000).value_or(0);
    r.accuracy_m = table.real(i, "accuracy_m").value_or(0);
    if (r.accuracy_m < 0) table.tell(i, "accuracy_m", "import.bad_number", {{"value", table.text(i, "accuracy_m")}});
    const auto since = table.day(i, "since");
    r.valid = {since ? *since : filing.approval.issued.value_or(unknown_start), open_end};
  }
  table.staged().finish(delivery);
  return delivery;
}

SegmentDelivery read_segment_table(const std::string& path, const ReadOptions& options, const LineDesk& desk) {
  LineTable table{path, options,
                  {{"line", "ordinal", "from_monument", "to_monument", "carrier", "feature", "carrier_side", "downstream",
                    "movement", "text", "accuracy_m", "since"},
                   {"line", "ordinal", "carrier"}}, desk};
  SegmentDelivery delivery;
  for (std::size_t i = 0; i < table.size(); ++i) {
    Segment& s = delivery.segments.emplace_back();
    s.line = table.line(i);
    table.needed(i, "ordinal");
    s.ordinal = table.staged().whole(i, "ordinal", 1, 100'000).value_or(0);
    s.from = table.monument(i, "from_monument", s.line);
    s.to = table.monument(i, "to_monument", s.line);
    s.carrier = table.term<Carrier>(i, "carrier");
    s.feature = table.text(i, "feature");
    s.side = table.term<CarrierSide>(i, "carrier_side", CarrierSide::centre);
    s.downstream = table.yes_or_no(i, "downstream");
    s.movement = table.term<MovementRule>(i, "movement", MovementRule::fixed);
    s.text = table.text(i, "text");
    s.accuracy_m = std::max(table.real(i, "accuracy_m").value_or(0), 0.0);
    const LineRecord* record = desk.record(s.line);
    s.valid = {table.day(i, "since").value_or(record ? record->valid.from : unknown_start), open_end};
  }
  table.staged().finish(delivery);
  return delivery;
}

PatrolDelivery read_patrol_table(const std::string& path, const ReadOptions& options, const LineDesk& desk) {
  LineTable table{path, options,
                  {{"line", "day", "by", "from_monument", "to_monument", "occasion", "corridor_m", "note"}, {"line", "day", "by"}}, desk};
  PatrolDelivery delivery;
  for (std::size_t i = 0; i < table.size(); ++i) {
    Patrol& p = delivery.patrols.emplace_back();
    p.line = table.line(i);
    p.from = table.monument(i, "from_monument", p.line);
    p.to = table.monument(i, "to_monument", p.line);
    p.on = table.day(i, "day", true).value_or(Date{});
    p.by = table.needed(i, "by");
    p.occasion = table.text(i, "occasion");
    p.corridor_m = table.real(i, "corridor_m").value_or(0);
    p.note = table.text(i, "note");
  }
  table.staged().finish(delivery);
  return delivery;
}

PeaceDelivery read_peace_table(const std::string& path, const ReadOptions& options, const LineDesk& desk) {
  LineTable table{path, options,
                  {{"line", "activity", "day", "left_by", "right_by", "incidents", "next_on", "filing", "note"},
                   {"line", "activity", "day"}}, desk};
  PeaceDelivery delivery;
  for (std::size_t i = 0; i < table.size(); ++i) {
    PeaceEntry& e = delivery.entries.emplace_back();
    e.line = table.line(i);
    e.activity = table.term<PeaceActivity>(i, "activity");
    e.on = table.day(i, "day", true).value_or(Date{});
    e.left_by = table.text(i, "left_by");
    e.right_by = table.text(i, "right_by");
    e.incidents = static_cast<int>(table.staged().whole(i, "incidents", 0, 1'000'000).value_or(0));
    e.next_on = table.day(i, "next_on");
    e.document = table.text(i, "filing");
    e.note = table.text(i, "note");
  }
  table.staged().finish(delivery);
  return delivery;
}

RiskDelivery read_risk_table(const std::string& path, const ReadOptions& options, const LineDesk& desk) {
  LineTable table{path, options,
                  {{"risk_id", "line", "ordinal", "risk_type", "risk_severity", "found_on", "found_by", "parties", "measures",
                    "due_on", "closed_on", "monument_lon", "monument_lat", "note"},
                   {"risk_id", "line", "risk_type", "found_on"}}, desk};
  const auto positions = exchange::read_positions(table, options);
  RiskDelivery delivery;
  for (std::size_t i = 0; i < table.size(); ++i) {
    HiddenRisk& r = delivery.risks.emplace_back();
    r.local_id = table.needed(i, "risk_id");
    r.line = table.line(i);
    r.segment = table.segment(i, r.line);
    r.type = table.term<RiskType>(i, "risk_type");
    r.severity = static_cast<int>(table.staged().whole(i, "risk_severity", 1, 4).value_or(1));
    r.found_on = table.day(i, "found_on", true).value_or(Date{});
    r.found_by = table.text(i, "found_by");
    r.parties = table.text(i, "parties");
    r.measures = table.text(i, "measures");
    r.due_on = table.day(i, "due_on");
    r.closed_on = table.day(i, "closed_on");
    r.position = positions.of_row[i];
    r.note = table.text(i, "note");
  }
  table.staged().finish(delivery);
  return delivery;
}

FeatureDelivery read_feature_lines(const std::string& path, const ReadOptions& options) {
  FeatureDelivery delivery;
  const auto take = [&](std::size_t, const exchange::Shape& shape, const std::vector<Position>& positions) {
    for (std::size_t part = 0; part < shape.parts.size(); ++part) {
      const auto first = static_cast<std::ptrdiff_t>(shape.parts[part].first);
      const auto last = static_cast<std::ptrdiff_t>(part + 1 < shape.parts.size() ? shape.parts[part + 1].first : positions.size());
      delivery.lines.emplace_back(positions.begin() + first, positions.begin() + last);
    }
  };
  exchange::Staged staged{path, options, {{{}, {}}, exchange::Wanted::lines}, take, {}};
  for (std::size_t i = 0; i < staged.size(); ++i) {
    if (staged.shapeless(i)) staged.problems().error("import.null_geometry", i + 1, "");
  }
  staged.finish(delivery);
  return delivery;
}

}  // namespace merestone
