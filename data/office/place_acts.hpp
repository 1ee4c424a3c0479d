// SPDX-License-Identifier: Apache-2.0
/// Acts that amend what is on record of a place beside its names. What was stays on record; what is amended gets a further
/// version, and an amendment is taken back by a new act.
#pragma once

#include "data/office/gazetteer.hpp"
#include "gis/names/class_scheme.hpp"

#include <optional>
#include <string>
#include <vector>

namespace merestone {

/// What is known of a name beside its text; what is not given stays.
struct NameDetails {
  NameId name{};
  std::optional<std::string> language{}, script{}, specific{}, generic{}, reading{}, origin{}, meaning{}, source{};
  std::optional<Certainty> certainty{};  ///< of the reading
  std::optional<Edtf> valid{};
};

/// What changes from a day on. Only what is given does.
struct PlaceAmendment {
  Date day{};
  std::optional<PlaceHead> head{};            ///< secrecy, description, location, source, as a whole
  std::vector<PlaceShape> shapes{};           ///< each follows the one of its role, which ends the day before; a position also moves the place
  std::vector<PlaceClass> classes{};          ///< each takes the place of the one in its scheme; without a code: that one goes
  std::vector<NamedValue> attributes{};       ///< each takes the place of the one of its name; without a value: that one goes
  std::vector<PlaceCode> codes{};             ///< ids elsewhere, from the day on unless they say
  std::vector<PlaceCode> ended_codes{};       ///< by system and code
  std::vector<PlaceDivision> divisions{};     ///< "in" takes the place of the former "in"; "crosses" stands beside others
  std::vector<DivisionId> ended_divisions{};
  std::vector<AddressAlias> aliases{};        ///< 地名证明
  std::vector<PlaceLink> links{};             ///< from this place
  std::vector<PlaceName> names{};             ///< further ones; none of them official, which is for an application or a renaming
  std::vector<NameDetails> details{};         ///< of names on record
  bool outside_meant = false;                 ///< a position in no division is no mistake
  bool empty() const;
};

/// @throws invalid name.nothing_to_amend, name.no_such_code, name.no_such_division, name.no_name_of_place, name.official_by_act,
/// what check_record() finds in the place as it would be and check_details() and check_secrecy() in what is new;
/// name.unknown_attribute and name.attribute_value by its class; conflict name.code_held for a place code that another place
/// has. A place code (PN-30) follows the division. What check_position() finds; warns of a
/// reading that does not go with the name (name.reading).
Recorded amend_place(Project& project, const ActInfo& info, PlaceId place, const PlaceAmendment& amendment, Carry carry = Carry::out);

/// Takes an amendment back: what it added goes off the record, what it replaced stands again. @throws missing
/// name.no_amendment; conflict name.amended_since when a later act replaced what it added.
Recorded undo_amendment(Project& project, const ActInfo& info, Revision revision, Carry carry = Carry::out);

}  // namespace merestone
