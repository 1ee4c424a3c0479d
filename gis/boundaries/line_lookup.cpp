// SPDX-License-Identifier: Apache-2.0
#include "gis/boundaries/line_lookup.hpp"

#include "gis/base/error.hpp"

#include <algorithm>

namespace merestone {
namespace {

bool between(const LineIndex& index, const BoundaryLine& line, std::string_view one, std::string_view other) {
  const DivisionState* left = index.divisions.find(line.left);
  const DivisionState* right = index.divisions.find(line.right);
  if (!left || !right) return false;
  return (left->code == one && right->code == other) || (left->code == other && right->code == one);
}

[[noreturn]] void refuse(Fault fault, const char* rule, std::string_view text, const std::string& lines) {
  throw Error{fault, std::string{rule} + ": " + std::string{text},
              {{rule, Severity::error, {{}, std::string{text}, "line"}, {}, {{"text", std::string{text}}, {"lines", lines}}}}};
}

}  // namespace

const LineRecord* record_of(std::span<const LineRecord> records, BoundaryLineId line) {
  const auto at = std::find_if(records.begin(), records.end(), [&](const LineRecord& r) { return r.line == line; });
  return at == records.end() ? nullptr : &*at;
}

std::string codes_of(const LineIndex& index, const BoundaryLine& line) {
  const auto code = [&](DivisionId id) {
    const DivisionState* division = index.divisions.find(id);
    return division ? division->code : std::string{"?"};
  };
  return code(line.left) + "/" + code(line.right);
}

std::string name_of(const LineIndex& index, const BoundaryLine& line) {
  const LineRecord* record = record_of(index.records, line.id);
  if (record && !record->name.empty()) return record->name;
  if (!line.name.empty()) return line.name;
  const auto name = [&](DivisionId id) {
    const DivisionState* division = index.divisions.find(id);
    return division ? division->name : std::string{"?"};
  };
  return name(line.left) + "—" + name(line.right);
}

const BoundaryLine& line_called(const LineIndex& index, std::string_view text) {
  const std::size_t slash = text.find('/');
  std::vector<const BoundaryLine*> found;
  for (const BoundaryLine& line : index.lines) {
    const LineRecord* record = record_of(index.records, line.id);
    const bool by_pair = slash != std::string_view::npos && between(index, line, text.substr(0, slash), text.substr(slash + 1));
    const bool by_name = (record && is_called(*record, text)) || (!line.name.empty() && line.name == text);
    const bool seen = std::any_of(found.begin(), found.end(), [&](const BoundaryLine* f) { return f->id == line.id; });
    if ((by_pair || by_name) && !seen) found.push_back(&line);
  }
  if (found.size() == 1) return *found.front();
  std::string all;
  for (const BoundaryLine* line : found) all += (all.empty() ? "" : ", ") + codes_of(index, *line) + " " + name_of(index, *line);
  if (found.empty()) refuse(Fault::missing, "boundary.unknown", text, "");
  refuse(Fault::invalid, "boundary.ambiguous", text, all);
}

}  // namespace merestone
