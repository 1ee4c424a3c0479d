// SPDX-License-Identifier: Apache-2.0
/// One table on lines: its rows read into what the record holds, each fault told with its row and column.
#pragma once

#include "data/exchange/staged.hpp"
#include "data/office/line_desk.hpp"

namespace merestone::exchange {

class LineTable {
 public:
  LineTable(const std::string& path, const ReadOptions& options, FieldPlan columns, const LineDesk& desk);

  std::size_t size() const { return staged_.size(); }
  const std::string& text(std::size_t row, std::string_view field) const { return staged_.text(row, field); }
  bool has(std::string_view field) const { return staged_.grid().has(field); }
  Staged& staged() { return staged_; }
  const LineDesk& desk() const { return desk_; }

  std::string needed(std::size_t row, std::string_view field) { return staged_.needed(row, field); }
  std::optional<Date> day(std::size_t row, std::string_view field, bool needed = false);
  std::optional<double> real(std::size_t row, std::string_view field);
  /// Degrees as a decimal number or in degrees, minutes and seconds: 123.75, 123°45′00″, 123-45-00.
  std::optional<double> angle(std::size_t row, std::string_view field);
  /// "yes" and "no" in some languages.
  std::optional<bool> yes_or_no(std::size_t row, std::string_view field);
  BoundaryLineId line(std::size_t row);
  std::vector<BoundaryLineId> lines(std::size_t row);  ///< with ; between
  DivisionId division(std::size_t row, std::string_view field);
  MonumentId monument(std::size_t row, std::string_view field, BoundaryLineId line);
  InspectionId inspection(std::size_t row);            ///< no id where none is named
  SegmentId segment(std::size_t row, BoundaryLineId line);
  Document document(std::size_t row, std::string_view prefix, const char* kind);

  template <class Term>
  Term term(std::size_t row, std::string_view field, std::optional<Term> otherwise = {}) {
    const std::string& word = text(row, field);
    if (word.empty() && otherwise) return *otherwise;
    if (const auto found = from_text<Term>(word)) return *found;
    tell(row, field, "import.not_a_word", {{"value", word}, {"words", std::string{words_of<Term>()}}});
    return Term{};
  }

  void tell(std::size_t row, std::string_view field, const char* rule, Facts facts, Severity severity = Severity::error);

 private:
  /// Runs `find`; what it refuses becomes a finding of the row.
  template <class Find>
  auto looked_up(std::size_t row, std::string_view field, const Find& find) -> decltype(find()) {
    try {
      return find();
    } catch (const Error& error) {
      for (const Finding& finding : error.findings()) tell(row, field, finding.rule.c_str(), finding.facts);
      return {};
    }
  }
  BoundaryLineId line_named(std::size_t row, const std::string& name);

  Staged staged_;
  const LineDesk& desk_;
};

/// Positions of the rows, in the columns northing and easting or monument_lon and monument_lat; none where a row has
/// neither. `accuracy_m`: of the datum step, 0 when there is none.
struct TablePositions {
  std::vector<std::optional<Position>> of_row;
  double accuracy_m = 0;
  std::string crs;
};
TablePositions read_positions(LineTable& table, const ReadOptions& options);

}  // namespace merestone::exchange
