// SPDX-License-Identifier: Apache-2.0
/// Acts on names that somebody else has decided already, or that need no decision: each is one act, on its document.
#pragma once

#include "data/office/gazetteer.hpp"
#include "gis/names/application.hpp"

#include <string>
#include <vector>

namespace merestone {

/// A name that takes the place of another.
struct Renaming {
  PlaceId place{};
  NameId former{};    ///< no id: the only official one
  PlaceName name{};   ///< text, language, parts, reading, spellings; period and place are given by the act
  Date effective{};
};
/// The old name becomes a former name of the same place; both are linked. @throws name.protected while the name is on the
/// protection list without a plan; what check_name() finds.
Recorded rename_place(Project& project, const ActInfo& info, const Renaming& renaming, Carry carry = Carry::out);

/// A name ends and none takes its place; with `with_place` the place itself is gone from that day on.
Recorded abolish_name(Project& project, const ActInfo& info, PlaceId place, NameId name, Date day, bool with_place, Carry carry = Carry::out);

/// Two records of one place become one: `duplicate` ends on the day, its names that `survivor` lacks go over as variants,
/// its codes elsewhere too; records and names are linked both ways. @throws name.same_place, name.merged_already.
Recorded merge_places(Project& project, const ActInfo& info, PlaceId duplicate, PlaceId survivor, Date day, Carry carry = Carry::out);

/// Puts a name, or with no id all of the place's, on the protection list; the document is the list.
Recorded protect_name(Project& project, const ActInfo& info, PlaceId place, const NameProtection& protection, Carry carry = Carry::out);

/// A further spelling of a name.
Recorded spell_name(Project& project, const ActInfo& info, PlaceId place, NameId name, const Spelling& spelling, Carry carry = Carry::out);

// Signs (GB 17733). Their state never touches the record of names.
struct SignActed {
  Recorded done;
  Sign sign;
};
/// @throws conflict sign.number_held; name.no_official where the place has none on the day.
SignActed put_up_sign(Project& project, const ActInfo& info, const Sign& sign, Carry carry = Carry::out);
/// Takes down what was seen. What is wrong (check_sign()) and has no open order yet gets a work order in the same act.
/// @throws missing sign.not_found.
SignActed inspect_sign(Project& project, const ActInfo& info, const std::string& number, const SignInspection& seen, Carry carry = Carry::out);
/// The work is done: the sign shows `text` from then on (empty: as before). @throws missing sign.no_order.
SignActed finish_sign_order(Project& project, const ActInfo& info, SignOrderId order, Date day, const std::string& by, const std::string& text,
                            Carry carry = Carry::out);
/// Signs of all places, or of one.
std::vector<Sign> all_signs(const Project& project, PlaceId place = {}, Revision revision = latest_revision);

}  // namespace merestone
