// SPDX-License-Identifier: Apache-2.0
/// The evidence register and its automatic checks (domain.md §4.2; 1989 Regulations Art. 7 to 9).
#pragma once

#include "gis/base/finding.hpp"
#include "gis/base/id.hpp"
#include "gis/geometry/area.hpp"
#include "gis/law/procedure.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace merestone {

using EvidenceId = Id<struct EvidenceTag>;

/// One piece of evidence. What the document is stands in the document itself.
struct Evidence {
  EvidenceId id;
  DisputeId dispute;
  DivisionId party;              ///< who brings it; no id where the mediator does
  DocumentId document;
  std::string item{};            ///< of the procedure's list that it is offered as, "A5"; empty: none
  std::string kind{};            ///< "map", "certificate", "agreement", "decree", "record", "photograph"
  std::string confirmed{};       ///< id of the tier that the mediator found, "A"; empty: not yet
  bool original = false;         ///< not a copy
  bool sealed = false;           ///< bears the seals of those who issued it
  bool both_sides = false;       ///< confirmed by both parties
  bool shows_administration = false;  ///< shows who governed the ground when it was made
  std::int64_t map_scale = 0;    ///< 50000 for 1:50 000; 0: no map, or not known
  std::string crs{};
  double rmse_m = 0;             ///< of its georeferencing; 0: not georeferenced
  std::string proves{};
  std::string objection{};       ///< the opponent's view
  std::string finding{};         ///< the mediator's
};

/// What the checks need to know beside the piece itself.
struct EvidenceSetting {
  const DisputeTemplate& procedure;
  std::optional<Date> issued;    ///< of the document
  std::optional<Date> arose;     ///< when the dispute did
  double disputed_width_m = 0;   ///< of the ground between the claims; 0: not known yet
  Date today{};
  Box ground{};                  ///< around the ground on record; empty: not known
};

/// An item of the law's list and the tier that it stands in; nothing for an unknown id.
struct ListedItem {
  const EvidenceTier* tier = nullptr;
  const EvidenceItem* item = nullptr;
};
ListedItem find_item(const DisputeTemplate& procedure, std::string_view id);

/// A check's result: the best weight the piece can have, and what was found. Errors: the piece is refused.
///   evidence.from_future      error: issued after today
///   evidence.unknown_item     error: the procedure lists no such kind
///   evidence.unsealed_map     warning: a map without seal cannot be basis A5 (scenario 16)
///   evidence.one_sided        warning: not confirmed by both, so no basis of that kind
///   evidence.after_dispute    warning: made when the dispute had arisen already
///   evidence.outside_window   warning: reference outside its dates is neither (Art. 8, 9)
///   evidence.undated          warning: without a date no window can be kept
///   evidence.unlisted         note: of no kind that the law lists: neither, whatever its age (Art. 9)
///   evidence.coarse_map       warning: less accurate than the disputed ground is wide
///   evidence.coarse_scale     warning: a line of 0.3 mm on it is wider than the disputed ground
///   evidence.unknown_crs      its coordinate system is none that is known: error for a code, warning for a name
///   evidence.crs_elsewhere    warning: its coordinate system is not for the ground of the parties
///   evidence.no_crs           warning: a map that is georeferenced in no system that is said
///   evidence.not_georeferenced warning: a map of which nobody knows how exactly it lies
struct EvidenceCheck {
  EvidenceWeight best = EvidenceWeight::inadmissible;
  std::vector<Finding> findings;
};
EvidenceCheck check_evidence(const Evidence& evidence, const EvidenceSetting& setting);

/// Id of the tier of the template with that weight, "A"; empty where it has none.
std::string tier_with(const DisputeTemplate& procedure, EvidenceWeight weight);

/// Whether a mediator may confirm the tier with id `tier`: evidence.unknown_tier where the template has none,
/// evidence.tier_too_high where it is above the best; errors both.
std::vector<Finding> check_tier(const Evidence& evidence, std::string_view tier, const EvidenceSetting& setting);

}  // namespace merestone
