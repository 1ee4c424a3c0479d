// SPDX-License-Identifier: Apache-2.0
/// Finds lines by what officers call them.
#pragma once

#include "gis/boundaries/legal_line.hpp"
#include "gis/divisions/register.hpp"

namespace merestone {

/// What is looked through: lines of a day, what the law says of them then, and the divisions.
struct LineIndex {
  std::span<const BoundaryLine> lines;
  std::span<const LineRecord> records;
  const DivisionRegister& divisions;
};

/// The line called by the codes of its two divisions in any order, "341722/341723"; by its code, or by its name in either
/// order. @throws Error{missing} boundary.unknown; Error{invalid} boundary.ambiguous, naming what it may be.
const BoundaryLine& line_called(const LineIndex& index, std::string_view text);

/// Its name on record, else that of the pair: 青阳县—石台县.
std::string name_of(const LineIndex& index, const BoundaryLine& line);
/// "341722/341723", which line_called() finds again.
std::string codes_of(const LineIndex& index, const BoundaryLine& line);

const LineRecord* record_of(std::span<const LineRecord> records, BoundaryLineId line);

}  // namespace merestone
