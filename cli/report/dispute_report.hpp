// SPDX-License-Identifier: Apache-2.0
/// Reports of a dispute: the dossier, the statement of contested ground, the draft of an agreement with its annex map.
/// All parties are named, listed and drawn alike, in the order of their letters.
#pragma once

#include "gis/boundaries/boundary.hpp"
#include "gis/disputes/annex.hpp"
#include "gis/disputes/dispute_case.hpp"
#include "gis/disputes/evidence.hpp"
#include "gis/disputes/opinion.hpp"
#include "gis/disputes/outcome.hpp"
#include "gis/disputes/party.hpp"
#include "gis/territory/redraw.hpp"
#include "tiles/sheet/sheet.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace merestone {

struct ReportDocument;

struct DisputeReport {
  std::string office{}, program{}, produced_at{}, audit_head{};
  Date on{};
  Revision revision = 0;

  DisputeCase the_case{};
  DisputeTemplate procedure{};
  std::vector<CaseParty> parties{};
  std::vector<std::string> next{};
  std::vector<DueStep> due{};
  struct Piece {
    Evidence evidence;
    Document document;
    std::string best;
    std::vector<Finding> findings;
  };
  std::vector<Piece> evidence{};
  std::vector<LineOpinion> opinions{};
  std::vector<ContestedFace> contested{};
  std::vector<Finding> alerts{};
  std::optional<Outcome> outcome{};
  std::optional<Date> stayed{};    ///< since when an appeal keeps the outcome from having effect
  std::vector<Filing> filings{};
  std::vector<Document> documents{};  ///< that steps and outcome rest on
  /// A natural village on contested ground.
  struct Village {
    std::string name;
    Position position{};
    std::string label;  ///< of the ground that it lies on: "AB"
  };
  std::vector<Village> villages{};
  /// Where an outcome has effect, the ground is shown as it was before that day.
  std::optional<Date> ground_until{};
  bool drafted = false;                ///< the line is a proposal, not that of the outcome
  /// Ground that each party would hold in each view of the contested ground.
  struct View {
    std::string party;             ///< letter of whose view; empty: the situation on the ground
    std::vector<Wide> held_um2;    ///< of the contested ground, by party
  };
  std::vector<View> views{};
  std::vector<TurningPoint> points{};  ///< of the annex map
  Polyline line{};                     ///< that the annex map shows
  std::vector<MovedVillage> moved{};   ///< natural villages that change sides by that line
  std::vector<Wide> gains_um2{};       ///< by party, of ground that changes hands by that line; sum up to zero
  Sheet map{};                         ///< without words
};

/// Fills the map: contested ground, the ground of the parties around it, the lines on record, the claims.
void add_dispute_map(DisputeReport& report, const Snapshot& snapshot, const DivisionRegister& divisions);
/// The views of the contested ground, from its faces.
void add_views(DisputeReport& report, const std::vector<Claim>& claims, const DivisionRegister& divisions);

enum class DisputeReportKind { dossier, contested, agreement };
/// Languages "en", "zh".
ReportDocument compose(const DisputeReport& report, DisputeReportKind kind, std::string_view language);

/// Writes it as "html", "pdf" or "txt".
std::string dispute_report_bytes(const DisputeReport& report, DisputeReportKind kind, std::string_view language,
                                 std::string_view format);

}  // namespace merestone
