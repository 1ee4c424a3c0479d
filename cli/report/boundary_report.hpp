// SPDX-License-Identifier: Apache-2.0
/// The boundary report of one division on one day, as values: what is said, before any word or page is made of it.
#pragma once

#include "gis/base/as_of.hpp"
#include "gis/boundaries/boundary.hpp"
#include "gis/law/wording.hpp"
#include "tiles/sheet/sheet.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace merestone {

struct DivisionCard {
  DivisionId id;
  Level level = 0;
  std::string kind{};
  std::string code{};
  std::string name{};
};

/// Several are ground in dispute between them; none is ground outside all divisions on record.
using Party = std::vector<DivisionCard>;

struct ReportMember {
  DivisionCard division;
  double area_m2 = 0;  ///< 0 where it holds no ground on record
};

struct ReportNeighbour {
  Party party;
  double length_m = 0;
};

/// A part of a line's course, in one of the 16 directions of the rose: 0 north, 1 north-northeast, …
struct ReportLeg {
  int sector = 0;
  double length_m = 0;
};

/// One boundary line, as far as it bounds the subject, walked clockwise: the subject lies on the right.
struct ReportLine {
  int number = 0;       ///< clockwise from the northernmost point; also stands on the map
  std::string name{};   ///< as the record names it; may be empty
  Party between{};      ///< the two divisions of a line of a higher level than the subject's
  Party beyond{};       ///< who lies on the other side
  Level level = 0;      ///< highest level that it divides; 0 when none is known
  double length_m = 0;
  int pieces = 1;
  Position start{}, end{};  ///< of its longest piece, as are the next two
  Position label_at{};
  std::vector<ReportLeg> course{};
  bool disputed = false;
  std::string carrier{};    ///< what it follows, where that is known
  double accuracy_m = 0;    ///< worst of its stretches; 0 when not known
  std::vector<std::size_t> documents{};  ///< indices into `BoundaryReport::documents`
};

/// Lines between members, of one level.
struct InnerLines {
  Level level = 0;
  std::size_t count = 0;
  double length_m = 0;
};

struct ReportPlace {
  std::string name;
  std::string others{};  ///< further names, with commas
  std::string type{};
  DivisionCard within{};  ///< the member it lies in; no id when the subject has none there
  Position position{};
};

/// Ground in zones of one kind and severity. Where severities overlap the highest counts, so that rows add up.
struct ReportExposure {
  std::string kind;
  int severity = 0;  ///< 0: all severities of the kind, where zones overlap counted once
  double area_m2 = 0;
};

struct ReportSite {
  std::string name;
  std::string kind{};
  std::int64_t capacity = 0;
  std::int64_t used = 0;
  DivisionCard within{};
  Position position{};
  std::vector<std::pair<std::string, int>> hazards{};  ///< kinds of the zones it lies in, with their highest severity
};

/// A division ended, or gave ground; the subject or a part of it took it, or gave it.
struct ReportChange {
  Date day;
  DivisionCard from;
  DivisionCard to;
  std::string reason;
};

struct BoundaryReport {
  std::string office{};
  std::string program{};       ///< "Merestone 0.1.0"
  std::string produced_at{};   ///< UTC, as given: a report never reads the clock
  Date on{};
  Revision revision = 0;
  std::string audit_head{};

  DivisionCard subject;
  Period valid{};
  std::vector<DivisionCard> superiors{};  ///< nearest first

  double area_m2 = 0;       ///< undisputed ground
  double disputed_m2 = 0;   ///< ground that others hold too
  double perimeter_m = 0;
  std::size_t pieces = 0;   ///< separate pieces of ground
  Box extent{};

  std::vector<ReportMember> members{};  ///< of the next lower level, by code
  double unassigned_m2 = 0;             ///< ground of the subject in no member
  std::vector<ReportNeighbour> neighbours{};  ///< longest first
  std::vector<ReportLine> lines{};
  std::vector<InnerLines> inner{};
  std::vector<ReportPlace> places{};
  bool zones_known = false;             ///< the record holds hazard zones at all
  std::vector<ReportExposure> exposures{};  ///< by kind: first the whole kind, then severities, highest first
  double exposed_m2 = 0;                ///< by any kind, counted once
  std::vector<ReportSite> sites{};
  std::vector<ReportChange> changes{};  ///< latest first
  std::vector<Document> documents{};    ///< cited by lines, by the subject itself and by its changes
  std::vector<Document> other_documents{};  ///< on record: places, zones and facilities come from some of these
  std::size_t further_documents = 0;        ///< on record, too many to be listed
  std::vector<std::string> sources{};   ///< that zones, sites and places name, each once
  std::vector<std::string> generated{};  ///< those of them that say that their data are made up
  std::vector<std::pair<int, std::string>> line_kinds{};  ///< ranks of lines on the map and the kind of division they part
  std::vector<std::pair<std::string, Wording>> kinds{};  ///< what the law of the land calls kinds of divisions
  Sheet map{};  ///< without words: the writers fill its legend in their language
};

}  // namespace merestone
