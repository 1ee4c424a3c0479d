// SPDX-License-Identifier: Apache-2.0
/// Names by the hundred thousand: each delivered place is held against what is on record, shown to the officer, and goes
/// on record by the officer's word; the whole batch can be undone.
#pragma once

#include "data/office/gazetteer.hpp"
#include "data/office/name_search.hpp"
#include "gis/names/matching.hpp"

#include <map>
#include <string>
#include <vector>

namespace merestone {

/// A place as a file gives it.
struct DeliveredPlace {
  std::size_t record = 0;  ///< in the file, from 1
  PlaceRecord place;
  std::string division{};  ///< code of one that holds it; empty: not said
};

struct ReviewRow {
  std::size_t record = 0;
  PlaceRecord place;
  PlaceMatch match;
  std::vector<Finding> findings{};  ///< of the record itself; an error refuses the row
  bool refused() const;
};

struct NameReview {
  std::vector<ReviewRow> rows;
  Revision revision = 0;  ///< that it was made at
  double moved_m = 0;     ///< positions nearer to one another are the same
  std::size_t count(MatchVerdict verdict) const;
  std::size_t refused() const;
};

/// Nothing is written. Names are mended as they go on record (mended_name()), with the pack's language for their script where none is said. A row is refused for what check_record() and
/// check_delivered() call an error, for a level of secrecy that the pack has not (name.unknown_secrecy; its words stand for its id),
/// for a division that is not on record (name.unknown_division), and where the place that it is could not stand on record with
/// what it says (name.officials). Two rows of one file are held against each other too: the second of a pair is a conflict.
/// @param names of the project, opened after its last act: only places that a row could be are read then. Without it, or
/// where those are a good part of all, all places are; the review is the same.
NameReview review_names(const Project& project, std::vector<DeliveredPlace> delivered, const MatchOptions& options = {}, const NameSearch* names = nullptr);

/// What the officer says of single rows, by record: "new", "take" (all that the row says, into the place it matches:
/// taken_over()), "skip".
using Decisions = std::map<std::size_t, std::string>;

struct Committed {
  Revision revision = 0;
  std::size_t added = 0;    ///< new places
  std::size_t changed = 0;  ///< places that took something over
  std::size_t left = 0;     ///< conflicts without a decision, refused and skipped rows
};
/// New and changed rows go on record, conflicts where they are decided; one act. @throws conflict name.review_stale when
/// the project has changed since the review.
Committed commit_names(Project& project, const ActInfo& info, const NameReview& review, const Decisions& decisions = {}, Carry carry = Carry::out);

/// Takes a whole batch off the record again, by a new act. @throws missing name.no_batch, conflict name.built_upon when a
/// later act changed something that the batch brought, and was not undone itself.
Revision undo_names(Project& project, const ActInfo& info, Revision batch);

}  // namespace merestone
