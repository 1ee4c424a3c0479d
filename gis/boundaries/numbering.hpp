// SPDX-License-Identifier: Apache-2.0
/// Numbers of monuments (BL-20, domain.md §3.3). Each level and country has a pattern of its own; it comes from the
/// country pack or from the office.
#pragma once

#include "gis/base/date.hpp"
#include "gis/base/finding.hpp"
#include "gis/boundaries/terms.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// A pattern of plain letters and of {line}, {serial} (or {serial:3}, filled with zeros), {aux}, {type}. What stands in
/// square brackets is left out where what it names is empty:
///   {line}{serial:3}{type}        5253165Q, 5253166A              between provinces of China
///   {serial}[/{aux}][({type})]    63, 511/3, 98(2), 944/1(2)      on national borders
struct NumberTemplate {
  std::string pattern = "{line}{serial:3}{type}";
  std::string single = "Q";    ///< type of a single one; may be empty
  std::string twin = "AB";     ///< one letter each for the two, by ascending code of the division on whose ground they stand
  std::string triple = "CDE";  ///< and for three
  /// @throws Error{invalid} monument.bad_template unless it has {serial}, knows what it names, and has 2 and 3 letters.
  void require_good() const;
};

struct MonumentNumber {
  std::string line;
  int serial = 0;
  int aux = 0;       ///< 0 for none
  std::string type;
  friend bool operator==(const MonumentNumber&, const MonumentNumber&) = default;
};

std::string write_number(const NumberTemplate& form, const MonumentNumber& number);

/// Nothing when `text` is not of the form. What is read writes the same text again. {line} takes letters and digits;
/// where `line` is given, it is just that.
std::optional<MonumentNumber> read_number(const NumberTemplate& form, std::string_view text, std::string_view line = {});

/// The kind that a type letter stands for; `single` where the form has no letters for single ones and there is none.
std::optional<MonumentKind> kind_of_type(const NumberTemplate& form, std::string_view type);

/// Numbers for one more place on a line: one, two or three in the order of their sides. `ever` are all numbers that
/// the line ever had, also those given up: they are not used again. The serial is the next one after the highest;
/// `after`, a serial on record, takes an auxiliary number behind it where the form has one.
std::vector<MonumentNumber> next_numbers(const NumberTemplate& form, std::string_view line, MonumentKind kind,
                                         std::span<const MonumentNumber> ever, std::optional<int> after = {});

/// A number that stands on a line, with its way from the line's start; none for one that stands on a ring around an
/// exclave, or where a line has no single course: no order binds it.
struct NumberedPlace {
  std::string number;
  std::optional<double> along_m{};
  Date since{};  ///< when it was set up
};

/// monument.bad_number for each that is not of the form or of the line; monument.number_order (a warning) where serials
/// do not run along the line: one way or the other, since a line that is walked from west to east or north to south
/// (BL-20) may reach farther the other way after a change. One set up after others, with a number above all of theirs,
/// took the next free one as it must, wherever it stands.
std::vector<Finding> check_numbers(const NumberTemplate& form, std::string_view line, std::span<const NumberedPlace> places);

}  // namespace merestone
