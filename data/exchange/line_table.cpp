// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/line_table.hpp"

#include "gis/base/list.hpp"
#include "gis/base/text.hpp"

#include <algorithm>

namespace merestone::exchange {

LineTable::LineTable(const std::string& path, const ReadOptions& options, FieldPlan columns, const LineDesk& desk)
    : staged_{path, options, Plan{std::move(columns), {}}, {}, {}}, desk_{desk} {}

void LineTable::tell(std::size_t row, std::string_view field, const char* rule, Facts facts, Severity severity) {
  std::string column{field};
  for (const Slot& slot : staged_.grid().slots()) {
    if (slot.field == field) column = slot.column;
  }
  for (auto& [name, value] : facts) value = presentable(value);
  staged_.problems().add(rule, severity, row + 1, column, std::move(facts));
}

std::optional<Date> LineTable::day(std::size_t row, std::string_view field, bool needed) {
  const std::string& value = text(row, field);
  if (value.empty()) {
    if (needed) staged_.needed(row, field);
    return {};
  }
  try {
    return parse_date(value);
  } catch (const Error&) {
    tell(row, field, "import.bad_date", {{"value", value}});
    return {};
  }
}

std::optional<double> LineTable::real(std::size_t row, std::string_view field) {
  const std::string& value = text(row, field);
  if (value.empty()) return {};
  const auto number = parse_number(value);
  if (!number) tell(row, field, "import.bad_number", {{"value", value}});
  return number;
}

std::optional<double> LineTable::angle(std::size_t row, std::string_view field) {
  std::string value = text(row, field);
  if (value.empty()) return {};
  if (const auto number = parse_number(value)) return number;
  for (const std::string_view mark : {"°", "′", "″", "'", "\"", "度", "分", "秒", "-"}) {
    for (std::size_t at = 0; (at = value.find(mark, at)) != std::string::npos;) value.replace(at, mark.size(), " ");
  }
  double degrees = 0, unit = 1;
  std::string_view rest = trimmed(value);
  for (int parts = 0; parts < 3 && !rest.empty(); ++parts, unit /= 60) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const auto part = parse_number(rest.substr(0, end));
    if (!part || *part < 0 || (parts > 0 && *part >= 60)) break;
    degrees += *part * unit;
    rest = trimmed(rest.substr(end));
  }
  if (rest.empty()) return degrees;
  tell(row, field, "import.bad_number", {{"value", text(row, field)}});
  return {};
}

std::optional<bool> LineTable::yes_or_no(std::size_t row, std::string_view field) {
  const std::string& value = text(row, field);
  if (value.empty()) return {};
  if (value == "yes" || value == "1" || value == "true" || value == "是") return true;
  if (value == "no" || value == "0" || value == "false" || value == "否") return false;
  tell(row, field, "import.not_a_word", {{"value", value}, {"words", "yes, no"}});
  return {};
}

BoundaryLineId LineTable::line_named(std::size_t row, const std::string& name) {
  return looked_up(row, "line", [&]() -> BoundaryLineId { return desk_.line(name).id; });
}

BoundaryLineId LineTable::line(std::size_t row) {
  if (!text(row, "line").empty()) return line_named(row, text(row, "line"));
  if (!text(row, "left").empty() && !text(row, "right").empty()) return line_named(row, text(row, "left") + "/" + text(row, "right"));
  staged_.needed(row, "line");
  return {};
}

std::vector<BoundaryLineId> LineTable::lines(std::size_t row) {
  std::vector<BoundaryLineId> found;
  for (const std::string& name : parted(text(row, "line"), ';')) {
    if (const BoundaryLineId id = line_named(row, name); id.value != 0) found.push_back(id);
  }
  if (text(row, "line").empty()) staged_.needed(row, "line");
  return found;
}

DivisionId LineTable::division(std::size_t row, std::string_view field) {
  const std::string& code = text(row, field);
  if (code.empty()) return {};
  if (const DivisionState* division = desk_.divisions.find_code(code)) return division->id;
  tell(row, field, "division.unknown_code", {{"code", code}});
  return {};
}

MonumentId LineTable::monument(std::size_t row, std::string_view field, BoundaryLineId line) {
  const std::string& number = text(row, field);
  if (number.empty()) return {};
  std::vector<MonumentId> found;
  for (const Monument& m : desk_.monuments_ever) {
    if (m.number == number && (line.value == 0 || stands_on(m, line))) found.push_back(m.id);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  if (found.size() == 1) return found.front();
  tell(row, field, found.empty() ? "monument.unknown" : "monument.ambiguous",
       {{"number", number}, {"day", to_string(desk_.as_of.day)}});
  return {};
}

InspectionId LineTable::inspection(std::size_t row) {
  const std::string& name = text(row, "inspection");
  if (name.empty()) return {};
  for (const Inspection& i : desk_.inspections) {
    if (i.local_id == name) return i.id;
  }
  tell(row, "inspection", "inspection.unknown", {{"inspection", name}});
  return {};
}

SegmentId LineTable::segment(std::size_t row, BoundaryLineId line) {
  const auto ordinal = staged_.whole(row, "ordinal", 1, 100'000);
  if (!ordinal || line.value == 0) return {};
  for (const Segment& s : desk_.segments) {
    if (s.line == line && s.ordinal == *ordinal) return s.id;
  }
  tell(row, "ordinal", "segment.unknown", {{"line", text(row, "line")}, {"ordinal", std::to_string(*ordinal)}});
  return {};
}

Document LineTable::document(std::size_t row, std::string_view prefix, const char* kind) {
  const std::string stem{prefix};
  Document document;
  document.title = text(row, stem + "_title");
  document.number = text(row, stem + "_number");
  document.issued = day(row, stem + "_date");
  if (!document.title.empty() || !document.number.empty()) document.kind = kind;
  if (document.title.empty()) document.title = document.number;
  return document;
}

}  // namespace merestone::exchange
