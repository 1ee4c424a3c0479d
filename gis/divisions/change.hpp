// SPDX-License-Identifier: Apache-2.0
/// A change of divisions: one document, one or many acts, one day (domain.md §2.3–2.4). Mergers, splits and part
/// transfers are several acts in one change.
#pragma once

#include "gis/base/finding.hpp"
#include "gis/divisions/division.hpp"
#include "gis/geometry/area.hpp"
#include "gis/law/change_rules.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace merestone {

using ChangeEventId = Id<struct ChangeEventTag>;

/// The days of a change that clocks run between.
struct ChangeDates {
  std::optional<Date> approved{};
  std::optional<Date> announced{};
  std::optional<Date> effective{};
  std::optional<Date> completed{};
  std::optional<Date> code_published{};
  std::optional<Date> of(std::string_view milestone) const;
};

/// Who gets ground, and how much of it. Shares are of what the giver had; people may be counted instead.
struct Recipient {
  std::string code{};
  std::optional<double> area_share{};
  std::optional<double> people_share{};
  std::optional<std::int64_t> people{};
};

/// A line along which ground is parted, with the codes of who has it on either side from the day on.
struct DrawnLine {
  Polyline path;
  std::string left{};
  std::string right{};
};

/// Ground that goes over as a whole, with the code of who gets it.
struct DrawnArea {
  MultiPolygon area;
  std::string to{};
};

/// Where the government sits: a name, and its position where that is known.
struct Seat {
  std::string name;
  std::optional<Place> at{};
};

/// One act. Divisions are named by code: by the one they have the day before or, if they begin in the change, the one
/// they get. Which fields count depends on the kind.
struct ChangeAct {
  ChangeKind kind = ChangeKind::establish;
  std::string code{};
  std::string new_code{};                   ///< superior, renumber
  std::string name{};                       ///< establish, rename: in full, with its generic term
  std::string language = "und";
  std::string division_kind{};              ///< establish
  Level level = 0;                          ///< establish; 0: as the pack says of the kind
  std::optional<std::string> superior{};    ///< establish, superior: code; empty text: none
  std::optional<std::string> entrusted{};   ///< the same
  std::vector<Recipient> territory{};       ///< abolish: all of it; boundary: the part that goes
  std::vector<DrawnLine> lines{};           ///< abolish, boundary: where a finest division is cut
  std::vector<DrawnArea> areas{};           ///< the same
  Seat seat{};                              ///< establish, seat
  std::string note{};
};

/// As the document says it.
struct ChangePlan {
  std::string title{};
  std::string authority{};  ///< who approved
  ChangeDates dates{};
  std::string note{};
  std::vector<ChangeAct> acts{};
};

/// The change as it stands on record.
struct ChangeEvent {
  ChangeEventId id{};
  std::string title{};
  std::string pack{};
  std::string authority{};
  ChangeDates dates{};
  bool extended = false;  ///< completion may take the longer time
  std::string note{};
  DocumentId document{};
};

/// One act on record: what was, and what is.
struct ChangePart {
  ChangeEventId event{};
  int ordinal = 0;
  ChangeKind kind{};
  DivisionId division{};
  DivisionId other{};    ///< superior or taker; no id where there is none
  std::string before{};  ///< name, code or seat that it had
  std::string after{};
};

/// How much of its ground a division gave in a succession.
struct SuccessionShare {
  std::size_t succession = 0;  ///< position in the list that it comes with
  ChangeEventId event{};
  bool whole = false;          ///< the giver ended
  std::optional<double> area_share{};
  std::optional<double> people_share{};
};

struct DivisionSeat {
  DivisionId division;
  Seat seat;
  Period valid{};
};

}  // namespace merestone
