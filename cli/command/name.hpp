// SPDX-License-Identifier: Apache-2.0
/// What the commands on names share.
#pragma once

#include "cli/command/command.hpp"
#include "cli/command/shared.hpp"
#include "cli/command/told.hpp"
#include "data/office/name_acts.hpp"
#include "data/office/name_workflow.hpp"

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <string>
#include <vector>

namespace merestone {

/// Options that every act on names takes.
struct NameOptions {
  std::string on;      ///< day of the act
  std::string reason;
  bool dry_run = false;
  Document document{};
  std::string document_issued;

  Date day() const { return day_of(on); }
  Carry carry() const { return dry_run ? Carry::try_only : Carry::out; }
  ActInfo info(const Shared& shared, const std::string& otherwise) const;
};
/// --on, --reason, --dry-run and the document's title, number, issuer and date.
void add_name_options(Command& command, NameOptions& options);

/// How large the place is; negative: not said.
struct SizeOptions {
  double area_m2 = -1, length_m = -1, floor_area_m2 = -1;
  int storeys = -1;
  PlaceSize size() const;
};
/// --area-m2, --length-m, --floor-area-m2, --storeys.
void add_size_options(Command& command, SizeOptions& options);

/// Who acts, as --body, --body-kind and --body-level say.
void add_body_options(Command& command, ActingBody& body);

/// A paper as given on the command line: "expert=Expert argument" or "expert=Expert argument@expert.pdf".
Attachment attachment_of(const std::string& text);

/// "revision 7", or that nothing was written.
std::string revision_words(Revision revision, Language language);
/// A state of an application as the law of the project calls it.
std::string step_words(const NameRules& rules, const std::string& state, Language language);
/// What was done, and in which revision.
void tell_recorded(const Shared& shared, const ToldLine& what, const Recorded& done);

nlohmann::ordered_json json_of(const PlaceRecord& record);
/// The name of the place with the text, or with "#" and its number; no id where nothing is said. @throws name.no_name_of_place.
NameId name_in(const PlaceRecord& place, const std::string& text);

void add_name_applications(Command& name, const Shared& shared);  ///< apply, accept, …, announce, list, due
void add_name_checks(Command& name, const Shared& shared);        ///< check, same
void add_name_records(Command& name, const Shared& shared);       ///< show, rename, abolish, merge, protect, spell
void add_name_amendments(Command& name, const Shared& shared);       ///< amend, amend-undo
void add_name_known(Command& name, const Shared& shared);         ///< add, describe, protected
void add_name_signs(Command& name, const Shared& shared);         ///< sign
void add_name_exchange(Command& name, const Shared& shared);      ///< import, undo
void add_name_handing_out(Command& name, const Shared& shared);     ///< export
void add_name_reconciling(Command& name, const Shared& shared);     ///< reconcile
void add_name_sheets(Command& name, const Shared& shared);        ///< form, announcement

}  // namespace merestone
