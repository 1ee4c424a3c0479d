// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/office/act_record.hpp"
#include "data/office/name_workflow.hpp"

namespace merestone {

/// An act on names, under way in a transaction of its own.
class NameDesk {
 public:
  NameDesk(Project& project, const ActInfo& info, const char* act);

  ActRecord& act() { return act_; }
  FactWriter& writer() { return act_.writer(); }
  Revision before() const { return act_.before(); }
  Connection& connection() { return connection_; }
  DocumentId document() const { return document_; }
  /// A paper, with its file where it is at hand.
  DocumentId keep(const Attachment& attached);
  PlaceRecord place(PlaceId id);
  /// The same, for an act on the place. @throws officer.not_entitled
  PlaceRecord place_to_change(PlaceId id);
  /// @throws officer.not_entitled unless the author may do this act there, for a body of the level.
  void entitle(std::span<const DivisionId> divisions, int body_level = 0) const;
  /// Ends the act. 0 when it was only tried: nothing is then recorded.
  Revision finish(Carry carry);

 private:
  const Project& project_;
  std::string author_, name_;  ///< of the officer, of the act
  Connection& connection_;
  Transaction transaction_;
  ActRecord act_;
  DocumentId document_;
};

/// What becomes of a name in force when another takes its place, or none.
enum class NameFate { renamed, abolished };

/// Ends `name` on `day`: until then it stands as it was, from then on it is a former name of its place (曾用名).
void end_name(FactWriter& writer, const PlaceName& name, Date day, NameFate fate, DocumentId document);
/// `former` gave way to `name`.
void link_names(FactWriter& writer, const PlaceName& name, const PlaceName& former, Date day, const char* reason, DocumentId document);

/// The official name that holds on `day`: the one with id `which`, or the only one.
/// @throws invalid name.no_official, conflict name.several_officials.
const PlaceName& official_name(const PlaceRecord& place, NameId which, Date day);

/// The next place code (PN-30) for a place of a class of five digits in divisions with `codes`; empty where there is none.
std::string next_place_code(Connection& connection, std::span<const std::string> codes, const std::string& class_code);

}  // namespace merestone
