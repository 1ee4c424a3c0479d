// SPDX-License-Identifier: Apache-2.0
/// Dates as historians know them: Extended Date/Time Format (ISO 8601-2:2019, EDTF levels 0 and 1) without times of day.
///
///   2011-08-22  2011-08  2011     a day, a month, a year
///   1370~  1370?  1370%           about, uncertain, both
///   137X  13XX  2004-XX           some year of the decade, of the century; some month of the year
///   -0220                         221 before our era
///   1958/2011-08-22               from … to, both included
///   1958/..  ../1958              open; 1958/ and /1958: not known
#pragma once

#include "gis/base/date.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace merestone {

/// One date, as well as it is known. What is not given is 0.
struct EdtfDate {
  int year = 0;
  int month = 0;
  int day = 0;
  int unknown_digits = 0;    ///< of the year, from its end: 1 for 137X, 2 for 13XX
  bool approximate = false;  ///< ~
  bool uncertain = false;    ///< ?
  friend bool operator==(const EdtfDate&, const EdtfDate&) = default;
};

/// The end of an interval.
struct EdtfEnd {
  enum class Kind { date, open, unknown } kind = Kind::open;
  EdtfDate date{};
  friend bool operator==(const EdtfEnd&, const EdtfEnd&) = default;
};

/// When a name or a place held. A date alone is an interval of its own: `single`.
struct Edtf {
  EdtfEnd from{};
  EdtfEnd to{};
  bool single = false;
  friend bool operator==(const Edtf&, const Edtf&) = default;

  /// From the first day on, for what the law dates by days; "../.." for a period without ends.
  static Edtf of(const Period& period);
};

/// Nothing for text that is none of the forms above, for days that do not exist, and for ends in the wrong order.
std::optional<Edtf> parse_edtf(std::string_view text);
/// The text that parse_edtf() reads back as the same.
std::string to_string(const Edtf& edtf);

/// All days that may belong to it: from the first day that the beginning may mean to the day after the last that the end
/// may mean. Years before our era begin with unknown_start.
Period days_of(const Edtf& edtf);
/// Whether a day, a month or a year at an end is about, uncertain or partly unknown.
bool is_vague(const Edtf& edtf);
/// With another end: what ends the day before `until`.
Edtf ended(Edtf edtf, Date until);

}  // namespace merestone
